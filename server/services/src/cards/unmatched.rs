//! Money at the provider that fits no payment of ours, as curators see it and deal with it.

use domain::{actor::Actor, time::Timestamp, unmatched::UnmatchedStatus};
use store::{
    audit::NewAuditEvent,
    payments::unmatched_cards::{self, UnmatchedCardRow},
};

use crate::{Error, Result, Services, payments::Resolution, reason};

/// Most that the queue shows; the oldest come first.
const MOST: i64 = 50;

/// Such money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmatchedCard {
    /// `unm_…`
    pub id: String,
    /// Name of the provider.
    pub provider: String,
    /// The provider's name of the money.
    pub provider_payment: String,
    /// `pay_…` of the payment that it names.
    pub payment: Option<String>,
    /// As the provider counts it.
    pub minor: i64,
    /// Lower-case ISO code.
    pub currency: String,
    /// In rupiah, where it is rupiah.
    pub amount: Option<domain::money::Rupiah>,
    /// `unknown`, `amount`, `currency`, `twice`.
    pub reason: String,
    /// When it was found.
    pub recorded_at: Timestamp,
}

fn view(services: &Services, row: UnmatchedCardRow) -> UnmatchedCard {
    let money = ports::payment::ProviderMoney { minor: row.minor, currency: row.currency.clone() };
    UnmatchedCard {
        amount: services.ports().payments.as_ref().and_then(|provider| provider.rupiah(&money)),
        id: row.public_id,
        provider: row.provider,
        provider_payment: row.provider_payment,
        payment: row.payment,
        minor: row.minor,
        currency: row.currency,
        reason: row.reason,
        recorded_at: Timestamp::from_millis(row.recorded_at),
    }
}

/// Money that nobody has dealt with, the oldest first.
///
/// # Errors
/// When the database is not available.
pub async fn unmatched(services: &Services) -> Result<Vec<UnmatchedCard>> {
    let rows = unmatched_cards::open(services.store(), MOST).await?;
    Ok(rows.into_iter().map(|row| view(services, row)).collect())
}

/// A curator has dealt with money at the provider.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when that was done before; `status`: `choice-unknown`,
/// `reference`: `reference-missing`, `too-long`.
pub async fn resolve(services: &Services, account_id: i64, id: &str, resolution: &Resolution) -> Result<()> {
    if resolution.status == UnmatchedStatus::Open {
        return Err(Error::invalid("status", "choice-unknown"));
    }
    let reference = reason::required("reference", "reference-missing", &resolution.reference)?;
    let row = unmatched_cards::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    let from: UnmatchedStatus = row.status.parse().map_err(|_| Error::internal("status of unmatched money"))?;
    let to = from.resolve(resolution.status).map_err(|_| Error::invalid_state())?;
    let now = services.now();
    let tx = services.store().begin().await?;
    if !unmatched_cards::resolve(&tx, row.id, to, &reference, account_id, now).await? {
        return Err(Error::invalid_state());
    }
    let detail = format!("{to}, {reference}");
    let line = NewAuditEvent {
        account_id: Some(account_id),
        actor: Actor::Curator,
        action: "unmatched_resolved",
        object_kind: "payment",
        object_id: id,
        reason: Some(&detail),
    };
    store::audit::record(&tx, &line, now).await?;
    Ok(tx.commit().await?)
}
