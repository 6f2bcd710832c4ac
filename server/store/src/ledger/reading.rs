//! What shops' accounts hold.

use domain::time::Timestamp;
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, sql};

/// An entry of a shop's account.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EntryRow {
    /// Key.
    pub id: i64,
    /// Path of the shop.
    pub shop_slug: String,
    /// Public id of the transaction.
    pub public_id: String,
    /// Why.
    pub kind: String,
    /// Number of the order.
    pub order_number: Option<String>,
    /// How that order is paid.
    pub payment_method: Option<String>,
    /// Public id of the payout.
    pub payout: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// UTC ms.
    pub at: i64,
    /// Rupiah.
    pub amount: i64,
}

const FROM: &str = "FROM ledger_entry e
    JOIN ledger_account a ON a.id = e.account_id
    JOIN ledger_transaction t ON t.id = e.transaction_id
    JOIN shop s ON s.id = a.shop_id
    LEFT JOIN seller_order o ON o.id = t.order_id
    LEFT JOIN payout p ON p.id = t.payout_id";

/// Entries of shops with keys below `below`, the newest first, at or after `from` and before `until`.
///
/// # Errors
/// Whatever the database says.
pub async fn entries(
    db: &impl Db,
    shop_ids: &[i64],
    (from, until): (Timestamp, Timestamp),
    below: i64,
    limit: i64,
) -> Result<Vec<EntryRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT e.id, s.slug AS shop_slug, t.public_id, t.kind, o.number AS order_number, o.payment_method,
            p.public_id AS payout, t.reason, t.at, e.amount
         {FROM} WHERE e.id < $1 AND t.at >= $2 AND t.at < $3 AND a.shop_id IN ({}) ORDER BY e.id DESC LIMIT $4",
        sql::placeholders(5, shop_ids.len())
    );
    let values = [Value::from(below), from.millis().into(), until.millis().into(), limit.into()];
    sql::all(db, &text, values.into_iter().chain(shop_ids.iter().map(|&id| id.into()))).await
}

/// What a shop's account holds: the sum of all its entries.
///
/// # Errors
/// Whatever the database says.
pub async fn balance(db: &impl Db, shop_id: i64) -> Result<i64> {
    sum_before(db, shop_id, Timestamp::from_millis(i64::MAX)).await
}

/// The sum of a shop's entries before an instant.
///
/// # Errors
/// Whatever the database says.
pub async fn sum_before(db: &impl Db, shop_id: i64, until: Timestamp) -> Result<i64> {
    let sum = sql::integer(
        db,
        "SELECT CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) FROM ledger_entry e
         JOIN ledger_account a ON a.id = e.account_id JOIN ledger_transaction t ON t.id = e.transaction_id
         WHERE a.shop_id = $1 AND t.at < $2",
        [shop_id.into(), until.millis().into()],
    )
    .await?;
    Ok(sum.unwrap_or(0))
}

/// The sum of entries of one kind.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KindRow {
    /// Why they were posted.
    pub kind: String,
    /// Whether the buyer paid the shop itself; false where there is no order.
    pub is_direct: bool,
    /// Rupiah above zero.
    pub plus: i64,
    /// Rupiah below zero.
    pub minus: i64,
}

/// A shop's entries of some time by kind, money that comes apart from money that goes.
///
/// # Errors
/// Whatever the database says.
pub async fn totals(db: &impl Db, shop_id: i64, (from, until): (Timestamp, Timestamp)) -> Result<Vec<KindRow>> {
    let text = "SELECT t.kind, (o.payment_method IS NOT NULL AND o.payment_method <> 'stripe') AS is_direct,
            CAST(SUM(CASE WHEN e.amount > 0 THEN e.amount ELSE 0 END) AS BIGINT) AS plus,
            CAST(SUM(CASE WHEN e.amount < 0 THEN e.amount ELSE 0 END) AS BIGINT) AS minus
         FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
         JOIN ledger_transaction t ON t.id = e.transaction_id LEFT JOIN seller_order o ON o.id = t.order_id
         WHERE a.shop_id = $1 AND t.at >= $2 AND t.at < $3 GROUP BY 1, 2 ORDER BY 1, 2";
    sql::all(db, text, [shop_id.into(), from.millis().into(), until.millis().into()]).await
}

/// When a shop's account was first posted to.
///
/// # Errors
/// Whatever the database says.
pub async fn first_entry_at(db: &impl Db, shop_id: i64) -> Result<Option<Timestamp>> {
    let at = sql::integer(
        db,
        "SELECT t.at FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
         JOIN ledger_transaction t ON t.id = e.transaction_id WHERE a.shop_id = $1 ORDER BY e.id LIMIT 1",
        [shop_id.into()],
    )
    .await?;
    Ok(at.map(Timestamp::from_millis))
}
