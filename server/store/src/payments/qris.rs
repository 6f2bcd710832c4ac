//! QRIS codes of shops.

use domain::{
    qris::{Qris, QrisStatus},
    time::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, Tx, sql};

/// A code that a shop hands in.
#[derive(Debug)]
pub struct NewQris<'a> {
    /// `qri_…`
    pub public_id: &'a str,
    /// Whose it is to be.
    pub shop_id: i64,
    /// What it says.
    pub qris: &'a Qris,
    /// Who handed it in; nobody for the demo.
    pub account_id: Option<i64>,
    /// Before this it is not used.
    pub active_from: Timestamp,
}

/// A code with its shop.
#[derive(Debug, Clone, FromQueryResult)]
pub struct QrisRow {
    /// Key.
    pub id: i64,
    /// `qri_…`
    pub public_id: String,
    /// Key of the shop.
    pub shop_id: i64,
    /// `shp_…`
    pub shop_public_id: String,
    /// Path of the shop.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Name of the person behind the shop.
    pub shop_owner: String,
    /// Whose bank account it is, as far as the shop has one.
    pub bank_holder: Option<String>,
    /// Static payload.
    pub payload: String,
    /// Who is paid.
    pub payee: String,
    /// National merchant id.
    pub merchant_id: String,
    /// City of the payee.
    pub city: String,
    /// [`QrisStatus`]
    pub status: String,
    /// UTC ms.
    pub proposed_at: i64,
    /// Why it was refused.
    pub reason: Option<String>,
    /// UTC ms before which it is not used.
    pub active_from: i64,
}

const SELECT: &str = "SELECT q.id, q.public_id, q.shop_id, s.public_id AS shop_public_id, s.slug AS shop_slug,
    s.name AS shop_name, s.owner_name AS shop_owner, s.bank_holder, q.payload, q.payee, q.merchant_id, q.city, q.status,
    q.proposed_at, q.reason, q.active_from
    FROM shop_qris q JOIN shop s ON s.id = q.shop_id";

/// The code that is used at `now`, by the key of its shop; `$1` is that time.
const IN_USE: &str = "q.id = (SELECT x.id FROM shop_qris x WHERE x.shop_id = q.shop_id AND x.status = 'verified'
    AND x.active_from <= $1 ORDER BY x.active_from DESC, x.id DESC LIMIT 1)";

/// The codes that buyers of these shops pay to now.
///
/// # Errors
/// Whatever the database says.
pub async fn in_use(db: &impl Db, shop_ids: &[i64], now: Timestamp) -> Result<Vec<QrisRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!("{SELECT} WHERE q.shop_id IN ({}) AND {IN_USE} LIMIT 500", sql::placeholders(2, shop_ids.len()));
    let values = std::iter::once(Value::from(now.millis())).chain(shop_ids.iter().map(|&id| id.into()));
    sql::all(db, &text, values).await
}

/// The code that each of these shops handed in last.
///
/// # Errors
/// Whatever the database says.
pub async fn latest(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<QrisRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "{SELECT} WHERE q.shop_id IN ({}) AND q.id = (SELECT MAX(x.id) FROM shop_qris x WHERE x.shop_id = q.shop_id)
         LIMIT 500",
        sql::placeholders(1, shop_ids.len())
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}

/// Codes that wait for a curator, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting(db: &impl Db, limit: i64) -> Result<Vec<QrisRow>> {
    sql::all(db, &format!("{SELECT} WHERE q.status = 'proposed' ORDER BY q.id LIMIT $1"), [limit.into()]).await
}

/// Codes in use, for a curator who has to stop one; by the slug of their shop.
///
/// # Errors
/// Whatever the database says.
pub async fn verified(db: &impl Db, slug: &str, limit: i64) -> Result<Vec<QrisRow>> {
    let text = format!("{SELECT} WHERE q.status = 'verified' AND s.slug = $1 ORDER BY q.id DESC LIMIT $2");
    sql::all(db, &text, [slug.into(), limit.into()]).await
}

/// The code of that public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str) -> Result<Option<QrisRow>> {
    sql::one(db, &format!("{SELECT} WHERE q.public_id = $1"), [public_id.into()]).await
}

/// Sets the proposal of a shop aside, when there is one.
///
/// # Errors
/// Whatever the database says.
pub async fn replace_proposal(tx: &Tx, shop_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "UPDATE shop_qris SET status = 'replaced', decided_at = $2 WHERE shop_id = $1 AND status = 'proposed'",
        [shop_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Adds a proposal.
///
/// # Errors
/// Whatever the database says.
pub async fn propose(tx: &Tx, new: &NewQris<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO shop_qris (public_id, shop_id, payload, payee, merchant_id, city, status, proposed_by, proposed_at,
            active_from)
         VALUES ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8, $9)",
        [
            new.public_id.into(),
            new.shop_id.into(),
            new.qris.to_string().into(),
            new.qris.payee().into(),
            new.qris.merchant_id().into(),
            new.qris.city().into(),
            new.account_id.into(),
            now.millis().into(),
            new.active_from.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Decides about a code; `false` when it is no longer in the state that the decision started from.
///
/// # Errors
/// Whatever the database says.
pub async fn decide(
    tx: &Tx,
    id: i64,
    (from, to): (QrisStatus, QrisStatus),
    account_id: Option<i64>,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE shop_qris SET status = $3, decided_by = $4, decided_at = $5, reason = $6 WHERE id = $1 AND status = $2",
        [id.into(), from.as_str().into(), to.as_str().into(), account_id.into(), now.millis().into(), reason.into()],
    )
    .await?;
    Ok(changed == 1)
}
