//! Hands certificates in, and decides about them.

use domain::{
    actor::Actor,
    certificate::{CertificateEvent, CertificateKind, CertificateStatus},
    limits,
    time::{Date, Timestamp, Zone},
};
use serde::Deserialize;
use store::{
    Tx,
    audit::NewAuditEvent,
    certificates::{self, CertificateRow, NewCertificate, NewEvent},
};

use super::notices::{self, News};
use crate::{
    Error, FieldError, RejectionCode, Result, Services, accounts::Identity, check, curation::actor_of,
    fulfilment::SellerScope, reason, secret,
};

/// The clock by which certificates end: days of the sentra.
const ZONE: Zone = Zone::Wib;

/// A certificate to be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CertificateRequest {
    /// What it is about.
    pub kind: CertificateKind,
    /// As it is printed.
    pub number: String,
    /// Who gave it.
    pub issuer: String,
    /// The day it was given, ISO.
    pub issued_on: String,
    /// Its last day, ISO; without an end where there is none.
    #[serde(default)]
    pub last_day: Option<String>,
    /// The goods that it names, `prd_…`; all of the shop where none are given.
    #[serde(default)]
    pub products: Vec<String>,
}

/// A shop hands a certificate in; its public id.
///
/// # Errors
/// [`Error::NotFound`] for another's shop; `number`: `certificate-number`, `certificate-taken`; `issuer`:
/// `certificate-issuer`; `issued_on`: `certificate-issued`; `last_day`: `certificate-until`; `products`:
/// `certificate-products` where one is not of the shop.
pub async fn submit(
    services: &Services,
    scope: SellerScope<'_>,
    shop: &str,
    request: &CertificateRequest,
) -> Result<String> {
    let shop = store::curation::find_shop(services.store(), shop).await?;
    let shop = shop.filter(|shop| scope.shop_ids.contains(&shop.id)).ok_or(Error::NotFound)?;
    let now = services.now();
    let mut errors = Vec::new();
    let number = request.kind.number(&request.number);
    if number.is_none() {
        errors.push(FieldError::new("number", "certificate-number"));
    }
    let issuer = request.issuer.trim();
    if !limits::fits(issuer, &limits::CERTIFICATE_NUMBER) {
        let (min, max) = (limits::CERTIFICATE_NUMBER.start(), limits::CERTIFICATE_NUMBER.end());
        errors.push(FieldError::new("issuer", "certificate-issuer").with("min", min).with("max", max));
    }
    let (issued_on, valid_until) = days(request, now, &mut errors);
    if request.products.len() > *limits::CERTIFICATE_PRODUCTS.end() {
        errors.push(FieldError::new("products", "certificate-products"));
    }
    check(errors)?;
    let (Some(number), Some(issued_on)) = (number, issued_on) else {
        return Err(Error::internal("a certificate without an error"));
    };
    let public_id = secret::public_id(domain::id::CERTIFICATE)?;
    let new = NewCertificate {
        public_id: &public_id,
        shop_id: shop.id,
        kind: request.kind,
        number: &number,
        issuer,
        issued_on,
        valid_until,
        covers_all: request.products.is_empty(),
    };
    let tx = services.store().begin().await?;
    let id = certificates::insert(&tx, &new, now).await?;
    let id = id.ok_or_else(|| Error::invalid("number", "certificate-taken"))?;
    let covered = certificates::cover(&tx, id, shop.id, &request.products).await?;
    if usize::try_from(covered) != Ok(request.products.len()) {
        return Err(Error::invalid("products", "certificate-products"));
    }
    let event = NewEvent {
        from: None,
        to: CertificateStatus::Submitted,
        actor: Actor::Seller,
        account_id: Some(scope.account_id),
        reason: None,
    };
    certificates::event(&tx, id, event, now).await?;
    tx.commit().await?;
    Ok(public_id)
}

/// A curator finds a certificate to be true: its badge is shown, and what was held back for it is sold again.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] unless it waits; `last_day`: `certificate-until` where it has
/// ended meanwhile.
pub async fn verify(services: &Services, curator: &Identity, id: &str) -> Result<()> {
    let row = certificates::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if row.valid_until.is_some_and(|until| until <= services.now().millis()) {
        return Err(Error::invalid("last_day", "certificate-until"));
    }
    decide(services, curator, &row, CertificateEvent::Verify, None).await
}

/// A curator does not find it to be true.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] unless it waits; `reason`: `reason-missing`, `too-long`.
pub async fn reject(services: &Services, curator: &Identity, id: &str, reason: &str) -> Result<()> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    let row = certificates::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    decide(services, curator, &row, CertificateEvent::Reject, Some(&reason)).await
}

/// A verified certificate holds no longer: what cannot be sold without it is not sold from now on.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] unless it is verified; `reason`: `reason-missing`, `too-long`.
pub async fn revoke(services: &Services, curator: &Identity, id: &str, reason: &str) -> Result<()> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    let row = certificates::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    decide(services, curator, &row, CertificateEvent::Revoke, Some(&reason)).await
}

async fn decide(
    services: &Services,
    curator: &Identity,
    row: &CertificateRow,
    event: CertificateEvent,
    reason: Option<&str>,
) -> Result<()> {
    let tx = services.store().begin().await?;
    let by = (actor_of(curator), Some(curator.id));
    if !step(services, &tx, row, event, by, reason).await? {
        return Err(Error::rejected(RejectionCode::InvalidState, Vec::new()));
    }
    Ok(tx.commit().await?)
}

/// Moves a certificate on, with all that follows; `false`, and nothing written, when it stands elsewhere by now.
pub(super) async fn step(
    services: &Services,
    tx: &Tx,
    row: &CertificateRow,
    event: CertificateEvent,
    (actor, account_id): (Actor, Option<i64>),
    reason: Option<&str>,
) -> Result<bool> {
    let now = services.now();
    let from: CertificateStatus =
        row.status.parse().map_err(|_| Error::internal(format!("certificate {}", row.public_id)))?;
    let Ok(to) = from.transition(event) else { return Ok(false) };
    let change = NewEvent { from: Some(from), to, actor, account_id, reason };
    if !certificates::set_status(tx, row.id, change, now).await? {
        return Ok(false);
    }
    certificates::event(tx, row.id, change, now).await?;
    let (action, news) = match event {
        CertificateEvent::Verify => ("certificate_verified", News::Verified),
        CertificateEvent::Reject => ("certificate_rejected", News::Rejected),
        CertificateEvent::Revoke => ("certificate_revoked", News::Revoked),
        CertificateEvent::Expire => ("certificate_expired", News::Expired),
    };
    let line =
        NewAuditEvent { account_id, actor, action, object_kind: "certificate", object_id: &row.public_id, reason };
    store::audit::record(tx, &line, now).await?;
    if event != CertificateEvent::Reject {
        certificates::refresh_shop(tx, row.shop_id, now).await?;
    }
    notices::tell(services, tx, row, news, reason, now).await?;
    Ok(true)
}

/// The day of issue, and the instant before which it holds.
fn days(
    request: &CertificateRequest,
    now: Timestamp,
    errors: &mut Vec<FieldError>,
) -> (Option<Date>, Option<Timestamp>) {
    let today = Date::from_timestamp(now, ZONE);
    let oldest = today.plus_days(-365 * limits::CERTIFICATE_YEARS);
    let issued_on: Option<Date> = request.issued_on.trim().parse().ok();
    let issued_on = issued_on.filter(|day| (oldest..=today).contains(day));
    if issued_on.is_none() {
        errors.push(FieldError::new("issued_on", "certificate-issued"));
    }
    let Some(text) = request.last_day.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        return (issued_on, None);
    };
    let latest = today.plus_days(365 * limits::CERTIFICATE_YEARS);
    let last_day: Option<Date> = text.parse().ok();
    let last_day =
        last_day.filter(|day| (today..=latest).contains(day) && issued_on.is_none_or(|issued| *day > issued));
    if last_day.is_none() {
        errors.push(FieldError::new("last_day", "certificate-until"));
    }
    (issued_on, last_day.map(|day| day.plus_days(1).start_of_day(ZONE)))
}
