//! QRIS codes: a shop hands one in, a curator compares payee and merchant id, buyers pay to it.

use domain::{
    curation::CurationAction,
    qris::{MAX_PAYLOAD_CHARS, Qris, QrisError, QrisEvent, QrisStatus},
    time::Timestamp,
};
use ports::mail::{MailContent, ShopNews};
use serde::Serialize;
use store::{
    Tx,
    audit::NewAuditEvent,
    guard,
    payments::qris::{self, NewQris, QrisRow},
};
use utoipa::ToSchema;

use super::payees::{Changed, shop_of, tell_members};
use crate::{
    Error, FieldError, RejectionCode, Result, Services,
    accounts::{self, Identity},
    curation::actor_of,
    fulfilment::SellerScope,
    reason, secret,
};

/// A QRIS code of a shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct QrisView {
    /// `qri_…`
    pub id: String,
    /// Path of the shop.
    pub shop: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Name of the person behind the shop.
    pub owner: String,
    /// Whose bank account the shop has.
    pub bank_holder: Option<String>,
    /// Static payload.
    pub payload: String,
    /// Who is paid, as the payer's app shows it.
    pub payee: String,
    /// National merchant id.
    pub merchant_id: String,
    /// City of the payee.
    pub city: String,
    /// Where it stands.
    pub status: QrisStatus,
    /// When it was handed in.
    #[serde(serialize_with = "domain::time::as_rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    pub proposed_at: Timestamp,
    /// Why it was refused.
    pub reason: Option<String>,
    /// Before this it is not used, even when it is verified.
    #[serde(serialize_with = "domain::time::as_rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    pub active_from: Timestamp,
}

impl QrisView {
    pub(super) fn of(row: QrisRow) -> Result<Self> {
        Ok(Self {
            status: row.status.parse().map_err(|_| Error::internal(format!("status of {}", row.public_id)))?,
            id: row.public_id,
            shop: row.shop_slug,
            shop_name: row.shop_name,
            owner: row.shop_owner,
            bank_holder: row.bank_holder,
            payload: row.payload,
            payee: row.payee,
            merchant_id: row.merchant_id,
            city: row.city,
            proposed_at: Timestamp::from_millis(row.proposed_at),
            reason: row.reason,
            active_from: Timestamp::from_millis(row.active_from),
        })
    }
}

/// Hands in the code of a shop. It is used once a curator has compared it; where the shop has a verified one already, no
/// earlier than the hold of a changed payee, and the people of the shop are told at once.
///
/// # Errors
/// [`Error::NotFound`]; `password_current`: `password-wrong`; `payload`: `qris-missing`, `qris-malformed`,
/// `qris-checksum`, `qris-foreign`, `qris-no-merchant-id`, `qris-not-static`, `qris-same`; [`Error::TooManyRequests`].
pub async fn propose_qris(
    services: &Services,
    scope: SellerScope<'_>,
    identity: &Identity,
    slug: &str,
    payload: &str,
    password: &str,
) -> Result<()> {
    let shop = shop_of(services, scope, slug).await?;
    let read = read(payload);
    if let Err(error) = accounts::reauthenticate(services, identity, password).await {
        return Err(with_field(error, read.err()));
    }
    let qris = read.map_err(|field| Error::rejected(RejectionCode::Invalid, vec![field]))?;
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_shop(&tx, slug).await?;
    let used = qris::in_use(&tx, &[shop.id], now).await?.pop();
    if used.as_ref().is_some_and(|used| used.payload == qris.to_string()) {
        return Err(Error::invalid("payload", "qris-same"));
    }
    let hold = store::settings::all(&tx).await?.get("qris_change_hold_hours", 72);
    let active_from = if used.is_some() { now.plus_hours(hold) } else { now };
    qris::replace_proposal(&tx, shop.id, now).await?;
    let public_id = secret::public_id(domain::id::QRIS)?;
    let new =
        NewQris { public_id: &public_id, shop_id: shop.id, qris: &qris, account_id: Some(identity.id), active_from };
    qris::propose(&tx, &new, now).await?;
    let to = format!("{}, {}", qris.payee(), qris.merchant_id());
    let changed = Changed { action: "shop_qris_proposed", account_id: identity.id, detail: &to };
    changed.record(&tx, &shop.public_id, now).await?;
    tell_members(services, &tx, shop.id, &public_id, now, |link| {
        MailContent::ShopQrisProposed(ShopNews { shop: shop.name.clone(), detail: to.clone(), link })
    })
    .await?;
    Ok(tx.commit().await?)
}

/// A code is the shop's: buyers pay to it from its time on.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`].
pub async fn verify_qris(services: &Services, curator: &Identity, id: &str) -> Result<()> {
    decide(services, curator, id, QrisEvent::Verify, None).await
}

/// A code is not the shop's, or must not be used any more. Orders that wait for money no longer show it.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`]; `reason`: `reason-missing`, `too-long`.
pub async fn reject_qris(services: &Services, curator: &Identity, id: &str, reason: &str) -> Result<()> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    decide(services, curator, id, QrisEvent::Reject, Some(reason)).await
}

/// Verified codes of a shop, for a curator who has to stop one.
///
/// # Errors
/// When the database is not available.
pub async fn in_use(services: &Services, slug: &str) -> Result<Vec<QrisView>> {
    qris::verified(services.store(), slug, 20).await?.into_iter().map(QrisView::of).collect()
}

async fn decide(
    services: &Services,
    curator: &Identity,
    id: &str,
    event: QrisEvent,
    reason: Option<String>,
) -> Result<()> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let row = qris::find(&tx, id).await?.ok_or(Error::NotFound)?;
    let from: QrisStatus = row.status.parse().map_err(|_| Error::internal("status of a QRIS code"))?;
    let to = from.transition(event).map_err(|_| Error::invalid_state())?;
    if !qris::decide(&tx, row.id, (from, to), Some(curator.id), reason.as_deref(), now).await? {
        return Err(Error::invalid_state());
    }
    let action = if to == QrisStatus::Verified { CurationAction::VerifyQris } else { CurationAction::RejectQris };
    let told = reason.clone().unwrap_or_else(|| format!("{}, {}", row.payee, row.merchant_id));
    let line = NewAuditEvent {
        account_id: Some(curator.id),
        actor: actor_of(curator),
        action: action.as_str(),
        object_kind: "shop",
        object_id: &row.shop_public_id,
        reason: Some(&told),
    };
    store::audit::record(&tx, &line, now).await?;
    told_shop(services, &tx, &row, reason, now).await?;
    Ok(tx.commit().await?)
}

async fn told_shop(services: &Services, tx: &Tx, row: &QrisRow, reason: Option<String>, now: Timestamp) -> Result<()> {
    let key = format!("{}:{}", row.public_id, now.millis());
    tell_members(services, tx, row.shop_id, &key, now, |link| match &reason {
        Some(reason) => {
            MailContent::ShopQrisRejected(ShopNews { shop: row.shop_name.clone(), detail: reason.clone(), link })
        }
        None => MailContent::ShopQrisVerified(ShopNews { shop: row.shop_name.clone(), detail: String::new(), link }),
    })
    .await
}

/// A static payload as somebody typed it: line breaks of a pasted text do not count.
fn read(typed: &str) -> Result<Qris, FieldError> {
    let field = |code| FieldError::new("payload", code);
    let text: String = typed.trim().chars().filter(|character| !matches!(character, '\n' | '\r')).collect();
    if text.is_empty() {
        return Err(field("qris-missing"));
    }
    if text.len() > MAX_PAYLOAD_CHARS {
        return Err(field("qris-malformed"));
    }
    let qris: Qris = text.parse().map_err(|error| field(code_of(error)))?;
    if qris.is_dynamic() || qris.amount().is_some() { Err(field(code_of(QrisError::NotStatic))) } else { Ok(qris) }
}

const fn code_of(error: QrisError) -> &'static str {
    match error {
        QrisError::WrongChecksum => "qris-checksum",
        QrisError::Foreign => "qris-foreign",
        QrisError::NoMerchantId => "qris-no-merchant-id",
        QrisError::NotStatic => "qris-not-static",
        QrisError::Malformed | QrisError::Amount | QrisError::Reference => "qris-malformed",
    }
}

/// All that is wrong at once: what was typed, and then the password.
pub(super) fn with_field(error: Error, field: Option<FieldError>) -> Error {
    match (error, field) {
        (Error::Rejected(mut rejection), Some(field)) => {
            rejection.fields.insert(0, field);
            Error::Rejected(rejection)
        }
        (error, _) => error,
    }
}
