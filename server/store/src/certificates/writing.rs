//! Certificates as they are handed in and move on.

use domain::{
    actor::Actor,
    certificate::{CertificateKind, CertificateStatus},
    time::{Date, Timestamp},
};
use sea_orm::Value;

use crate::{Result, Tx, sql};

/// A certificate to be handed in.
#[derive(Debug, Clone)]
pub struct NewCertificate<'a> {
    /// `crt_…`
    pub public_id: &'a str,
    /// Key of the shop.
    pub shop_id: i64,
    /// What it is about.
    pub kind: CertificateKind,
    /// As [`CertificateKind::number`] writes it.
    pub number: &'a str,
    /// Who gave it.
    pub issuer: &'a str,
    /// When.
    pub issued_on: Date,
    /// The instant before which it holds; without an end where there is none.
    pub valid_until: Option<Timestamp>,
    /// Whether it is for all goods of the shop.
    pub covers_all: bool,
}

/// What happens to a certificate.
#[derive(Debug, Clone, Copy)]
pub struct NewEvent<'a> {
    /// The status before; none where it is handed in.
    pub from: Option<CertificateStatus>,
    /// The status after.
    pub to: CertificateStatus,
    /// Who does it.
    pub actor: Actor,
    /// Who, where it is a person.
    pub account_id: Option<i64>,
    /// Why.
    pub reason: Option<&'a str>,
}

/// Hands a certificate in; its key, or nothing where its number is in use: handed in or verified.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewCertificate<'_>, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "INSERT INTO certificate (public_id, shop_id, kind, number, issuer, issued_on, valid_until, covers_all, status,
             submitted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'submitted', $9) ON CONFLICT DO NOTHING RETURNING id",
        [
            new.public_id.into(),
            new.shop_id.into(),
            new.kind.as_str().into(),
            new.number.into(),
            new.issuer.into(),
            new.issued_on.to_string().into(),
            new.valid_until.map(Timestamp::millis).into(),
            new.covers_all.into(),
            now.millis().into(),
        ],
    )
    .await
}

/// Says which goods of its shop a certificate is for, by their public ids; how many there are of them.
///
/// # Errors
/// Whatever the database says.
pub async fn cover(tx: &Tx, certificate_id: i64, shop_id: i64, products: &[String]) -> Result<u64> {
    if products.is_empty() {
        return Ok(0);
    }
    let text = format!(
        "INSERT INTO certificate_product (certificate_id, product_id)
         SELECT $1, p.id FROM product p WHERE p.shop_id = $2 AND p.public_id IN ({})",
        sql::placeholders(3, products.len())
    );
    let ids = products.iter().map(|id| Value::from(id.as_str()));
    sql::execute(tx, &text, [certificate_id.into(), shop_id.into()].into_iter().chain(ids)).await
}

/// Moves a certificate on, and its row stays locked; `false` when it stands elsewhere by now.
///
/// # Errors
/// Whatever the database says.
pub async fn set_status(tx: &Tx, certificate_id: i64, event: NewEvent<'_>, now: Timestamp) -> Result<bool> {
    let Some(from) = event.from else { return Ok(false) };
    let column = if event.to == CertificateStatus::Verified { "verified_at" } else { "ended_at" };
    let text = format!("UPDATE certificate SET status = $1, reason = $2, {column} = $3 WHERE id = $4 AND status = $5");
    let values = [
        event.to.as_str().into(),
        event.reason.into(),
        now.millis().into(),
        certificate_id.into(),
        from.as_str().into(),
    ];
    Ok(sql::execute(tx, &text, values).await? == 1)
}

/// Notes what happened.
///
/// # Errors
/// Whatever the database says.
pub async fn event(tx: &Tx, certificate_id: i64, event: NewEvent<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO certificate_event (certificate_id, from_status, to_status, actor, account_id, reason, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            certificate_id.into(),
            event.from.map(CertificateStatus::as_str).into(),
            event.to.as_str().into(),
            event.actor.as_str().into(),
            event.account_id.into(),
            event.reason.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes that the shop was told so many days before the end; `false` where that was noted already.
///
/// # Errors
/// Whatever the database says.
pub async fn set_noticed(tx: &Tx, certificate_id: i64, days: i64) -> Result<bool> {
    let text = "UPDATE certificate SET noticed_days = $1 WHERE id = $2 AND (noticed_days IS NULL OR noticed_days > $1)";
    Ok(sql::execute(tx, text, [days.into(), certificate_id.into()]).await? == 1)
}
