//! Certificates of shops and goods, and what goods lack.

mod gate;
mod writing;

use domain::{locale::Locale, time::Timestamp};
pub use gate::{RuleRow, apply_rule, refresh_products, refresh_shop, waiting_rules};
use sea_orm::FromQueryResult;
pub use writing::{NewCertificate, NewEvent, cover, event, insert, set_noticed, set_status};

use crate::{Db, Result, sql};

/// A certificate as it is in the database.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CertificateRow {
    /// Key.
    pub id: i64,
    /// `crt_…`
    pub public_id: String,
    /// Key of the shop.
    pub shop_id: i64,
    /// Name of the shop.
    pub shop_name: String,
    /// Time zone of the shop.
    pub zone: String,
    /// [`domain::certificate::CertificateKind`]
    pub kind: String,
    /// As it is printed.
    pub number: String,
    /// Who gave it.
    pub issuer: String,
    /// ISO date.
    pub issued_on: String,
    /// UTC ms before which it holds; without an end where there is none.
    pub valid_until: Option<i64>,
    /// Whether it is for all goods of the shop.
    pub covers_all: bool,
    /// [`domain::certificate::CertificateStatus`]
    pub status: String,
    /// Why it was refused or taken back.
    pub reason: Option<String>,
    /// UTC ms.
    pub submitted_at: i64,
    /// UTC ms.
    pub verified_at: Option<i64>,
    /// Days before its end that its shop was last told of.
    pub noticed_days: Option<i64>,
}

/// An event of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct EventRow {
    /// The status before; none where it was handed in.
    pub from_status: Option<String>,
    /// The status after.
    pub to_status: String,
    /// [`domain::actor::Actor`]
    pub actor: String,
    /// Who, where it was a person.
    pub account_id: Option<i64>,
    /// Why.
    pub reason: Option<String>,
    /// UTC ms.
    pub at: i64,
}

const COLUMNS: &str =
    "x.id, x.public_id, x.shop_id, s.name AS shop_name, t.zone, x.kind, x.number, x.issuer, x.issued_on,
    x.valid_until, x.covers_all, x.status, x.reason, x.submitted_at, x.verified_at, x.noticed_days
    FROM certificate x JOIN shop s ON s.id = x.shop_id JOIN sentra t ON t.id = s.sentra_id";
/// What a shop or product shows of certificates at most.
const MOST_SHOWN: i64 = 12;

/// Whether a certificate `x` holds at the instant of that placeholder.
pub(crate) fn holds_sql(now: &str) -> String {
    format!("(x.status = 'verified' AND (x.valid_until IS NULL OR x.valid_until > {now}))")
}

/// Whether a certificate `x` is about the product of that alias.
pub(crate) fn covers_sql(product: &str) -> String {
    format!(
        "(x.shop_id = {product}.shop_id AND (x.covers_all = TRUE OR EXISTS (SELECT 1 FROM certificate_product y
             WHERE y.certificate_id = x.id AND y.product_id = {product}.id)))"
    )
}

/// The certificates of a product that hold, those that it may have to have first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_product(db: &impl Db, product_id: i64, now: Timestamp) -> Result<Vec<CertificateRow>> {
    let text = format!(
        "SELECT {COLUMNS} JOIN product p ON p.id = $1 WHERE {} AND {} ORDER BY x.kind, x.id LIMIT {MOST_SHOWN}",
        covers_sql("p"),
        holds_sql("$2")
    );
    sql::all(db, &text, [product_id.into(), now.millis().into()]).await
}

/// The certificates of a shop that hold, those of all its goods first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_shop(db: &impl Db, shop_slug: &str, now: Timestamp) -> Result<Vec<CertificateRow>> {
    let text = format!(
        "SELECT {COLUMNS} WHERE s.slug = $1 AND {} ORDER BY x.covers_all DESC, x.kind, x.id LIMIT {MOST_SHOWN}",
        holds_sql("$2")
    );
    sql::all(db, &text, [shop_slug.into(), now.millis().into()]).await
}

/// A certificate by its public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str) -> Result<Option<CertificateRow>> {
    sql::one(db, &format!("SELECT {COLUMNS} WHERE x.public_id = $1"), [public_id.into()]).await
}

/// What happened to a certificate, in order.
///
/// # Errors
/// Whatever the database says.
pub async fn events(db: &impl Db, certificate_id: i64) -> Result<Vec<EventRow>> {
    let text = "SELECT from_status, to_status, actor, account_id, reason, at FROM certificate_event
         WHERE certificate_id = $1 ORDER BY id LIMIT 100";
    sql::all(db, text, [certificate_id.into()]).await
}

/// Verified certificates whose last day has passed.
///
/// # Errors
/// Whatever the database says.
pub async fn overdue(db: &impl Db, now: Timestamp, limit: i64) -> Result<Vec<CertificateRow>> {
    let text = format!(
        "SELECT {COLUMNS} WHERE x.status = 'verified' AND x.valid_until <= $1 ORDER BY x.valid_until, x.id LIMIT $2"
    );
    sql::all(db, &text, [now.millis().into(), limit.into()]).await
}

/// Verified certificates that end within so many days and whose shops have not been told of that; not those that
/// another one of the same kind, for all goods, will outlive.
///
/// # Errors
/// Whatever the database says.
pub async fn ending(db: &impl Db, days: i64, now: Timestamp, limit: i64) -> Result<Vec<CertificateRow>> {
    let text = format!(
        "SELECT {COLUMNS} WHERE x.status = 'verified' AND x.valid_until > $1 AND x.valid_until <= $2
             AND (x.noticed_days IS NULL OR x.noticed_days > $3)
             AND NOT EXISTS (SELECT 1 FROM certificate n WHERE n.shop_id = x.shop_id AND n.kind = x.kind AND n.id <> x.id
                 AND n.status = 'verified' AND n.covers_all = TRUE
                 AND (n.valid_until IS NULL OR n.valid_until > x.valid_until))
         ORDER BY x.valid_until, x.id LIMIT $4"
    );
    let until = now.plus_days(days).millis();
    sql::all(db, &text, [now.millis().into(), until.into(), days.into(), limit.into()]).await
}

/// Name of a product that lacks something, for lists of what a certificate holds back.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct HeldBackRow {
    /// `prd_…`
    pub public_id: String,
    /// Name in the language asked for, else in Indonesian.
    pub name: String,
}

/// Published goods of a shop that cannot be sold for lack of a certificate of that kind, by name.
///
/// # Errors
/// Whatever the database says.
pub async fn held_back(db: &impl Db, shop_id: i64, kind: &str, locale: Locale, limit: i64) -> Result<Vec<HeldBackRow>> {
    let text = "SELECT p.public_id, COALESCE(tl.name, ti.name) AS name FROM product p
         JOIN product_text ti ON ti.revision_id = p.published_revision_id AND ti.locale = 'id'
         LEFT JOIN product_text tl ON tl.revision_id = p.published_revision_id AND tl.locale = $3
         WHERE p.shop_id = $1 AND p.lacking_certificate = $2 AND p.status = 'published' ORDER BY ti.name, p.id LIMIT $4";
    sql::all(db, text, [shop_id.into(), kind.into(), locale.as_str().into(), limit.into()]).await
}
