//! Money that came without an order that waits for it.

use domain::{
    time::{Date, Timestamp},
    unmatched::UnmatchedStatus,
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, Tx, sql};

/// Money to be written down.
#[derive(Debug)]
pub struct NewUnmatched<'a> {
    /// `unm_…`
    pub public_id: &'a str,
    /// Key of the shop that has it.
    pub shop_id: i64,
    /// Key of the closed order that it was for.
    pub order_id: Option<i64>,
    /// Rupiah.
    pub amount: i64,
    /// The day it came.
    pub received_on: Date,
    /// Words of the shop.
    pub note: Option<&'a str>,
    /// Who wrote it down.
    pub account_id: i64,
}

/// Such money with its shop.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnmatchedRow {
    /// Key.
    pub id: i64,
    /// `unm_…`
    pub public_id: String,
    /// Path of the shop.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Number of the closed order.
    pub order_number: Option<String>,
    /// Rupiah.
    pub amount: i64,
    /// ISO date.
    pub received_on: String,
    /// Words of the shop.
    pub note: Option<String>,
    /// [`UnmatchedStatus`]
    pub status: String,
    /// What was done with it.
    pub resolution: Option<String>,
    /// UTC ms.
    pub recorded_at: i64,
}

const SELECT: &str = "SELECT u.id, u.public_id, s.slug AS shop_slug, s.name AS shop_name, o.number AS order_number,
    u.amount, u.received_on, u.note, u.status, u.resolution, u.recorded_at
    FROM unmatched_payment u JOIN shop s ON s.id = u.shop_id LEFT JOIN seller_order o ON o.id = u.order_id";

/// Writes money down.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewUnmatched<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO unmatched_payment (public_id, shop_id, order_id, amount, received_on, note, status, recorded_by,
            recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8)",
        [
            new.public_id.into(),
            new.shop_id.into(),
            new.order_id.into(),
            new.amount.into(),
            new.received_on.to_string().into(),
            new.note.into(),
            new.account_id.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Money of shops with a key below `below`, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_shops(db: &impl Db, shop_ids: &[i64], below: i64, limit: i64) -> Result<Vec<UnmatchedRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "{SELECT} WHERE u.id < $1 AND u.shop_id IN ({}) ORDER BY u.id DESC LIMIT $2",
        sql::placeholders(3, shop_ids.len())
    );
    let values = [Value::from(below), limit.into()].into_iter().chain(shop_ids.iter().map(|&id| id.into()));
    sql::all(db, &text, values).await
}

/// Money of all shops that nobody has dealt with, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn open(db: &impl Db, limit: i64) -> Result<Vec<UnmatchedRow>> {
    sql::all(db, &format!("{SELECT} WHERE u.status = 'open' ORDER BY u.id LIMIT $1"), [limit.into()]).await
}

/// Money of one of these shops by its public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str, shop_ids: &[i64]) -> Result<Option<UnmatchedRow>> {
    if shop_ids.is_empty() {
        return Ok(None);
    }
    let text = format!("{SELECT} WHERE u.public_id = $1 AND u.shop_id IN ({})", sql::placeholders(2, shop_ids.len()));
    let values = std::iter::once(Value::from(public_id)).chain(shop_ids.iter().map(|&id| id.into()));
    sql::one(db, &text, values).await
}

/// Notes what was done with money; `false` when somebody was faster.
///
/// # Errors
/// Whatever the database says.
pub async fn resolve(
    tx: &Tx,
    id: i64,
    (from, to): (UnmatchedStatus, UnmatchedStatus),
    resolution: &str,
    account_id: i64,
    now: Timestamp,
) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE unmatched_payment SET status = $3, resolution = $4, resolved_by = $5, resolved_at = $6
         WHERE id = $1 AND status = $2",
        [
            id.into(),
            from.as_str().into(),
            to.as_str().into(),
            resolution.into(),
            account_id.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}
