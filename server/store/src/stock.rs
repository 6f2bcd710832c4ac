//! Stock rows, lots and movements; the counters themselves are changed in `guard` only.

use domain::{
    actor::Actor,
    time::{Date, Timestamp},
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, Tx, sql};

/// A variant whose stock is to be set.
#[derive(Debug, Clone, FromQueryResult)]
pub struct StockedVariant {
    /// Key of the variant.
    pub variant_id: i64,
    /// Key of its product.
    pub product_id: i64,
    /// Food only.
    pub shelf_life_days: Option<i64>,
    /// Made only when ordered.
    pub made_to_order: bool,
    /// Time zone of the sentra.
    pub zone: String,
}

/// One stock row of a variant.
#[derive(Debug, Clone, FromQueryResult)]
pub struct StockRow {
    /// Key.
    pub id: i64,
    /// Code of its lot.
    pub lot_code: Option<String>,
    /// ISO date of its lot.
    pub best_before: Option<String>,
    /// On the shelf.
    pub on_hand: i64,
    /// Promised.
    pub allocated: i64,
    /// Held.
    pub held: i64,
}

/// A variant of one of these shops.
///
/// # Errors
/// Whatever the database says.
pub async fn find_variant(db: &impl Db, public_id: &str, shop_ids: &[i64]) -> Result<Option<StockedVariant>> {
    if shop_ids.is_empty() {
        return Ok(None);
    }
    let text = format!(
        "SELECT v.id AS variant_id, p.id AS product_id, p.shelf_life_days, p.made_to_order, t.zone
         FROM variant v JOIN product p ON p.id = v.product_id JOIN shop s ON s.id = p.shop_id
         JOIN sentra t ON t.id = s.sentra_id
         WHERE v.public_id = $1 AND v.archived_at IS NULL AND s.id IN ({})",
        sql::placeholders(2, shop_ids.len())
    );
    let values = std::iter::once(Value::from(public_id)).chain(shop_ids.iter().map(|&id| id.into()));
    sql::one(db, &text, values).await
}

/// Stock rows of a variant, the oldest lot first.
///
/// # Errors
/// Whatever the database says.
pub async fn of_variant(db: &impl Db, variant_id: i64) -> Result<Vec<StockRow>> {
    sql::all(
        db,
        "SELECT k.id, l.code AS lot_code, l.best_before, k.on_hand, k.allocated, k.held
         FROM stock k LEFT JOIN lot l ON l.id = k.lot_id
         WHERE k.variant_id = $1 ORDER BY COALESCE(l.best_before, ''), k.id LIMIT 500",
        [variant_id.into()],
    )
    .await
}

/// The stock row of a lot of a variant that was produced on that day, or has that code.
///
/// # Errors
/// Whatever the database says.
pub async fn find_lot(db: &impl Db, variant_id: i64, code: Option<&str>, produced_on: Date) -> Result<Option<i64>> {
    let (condition, value): (_, Value) = match code {
        Some(code) => ("l.code = $2", code.into()),
        None => ("l.produced_on = $2", produced_on.to_string().into()),
    };
    let text = format!(
        "SELECT k.id FROM stock k JOIN lot l ON l.id = k.lot_id WHERE l.variant_id = $1 AND {condition} ORDER BY k.id LIMIT 1"
    );
    sql::integer(db, &text, [variant_id.into(), value]).await
}

/// The stock row of a variant that is not kept by lot.
///
/// # Errors
/// Whatever the database says.
pub async fn find_plain(db: &impl Db, variant_id: i64) -> Result<Option<i64>> {
    sql::integer(
        db,
        "SELECT id FROM stock WHERE variant_id = $1 AND lot_id IS NULL ORDER BY id LIMIT 1",
        [variant_id.into()],
    )
    .await
}

/// Adds a lot; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_lot(
    tx: &Tx,
    variant_id: i64,
    code: &str,
    produced_on: Date,
    best_before: Date,
    now: Timestamp,
) -> Result<i64> {
    sql::integer(
        tx,
        "INSERT INTO lot (code, variant_id, produced_on, best_before, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
        [
            code.into(),
            variant_id.into(),
            produced_on.to_string().into(),
            best_before.to_string().into(),
            now.millis().into(),
        ],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("lot without an id".to_owned()))
}

/// Records that somebody counted a shelf; `quantity` is what lies there now.
///
/// # Errors
/// Whatever the database says.
pub async fn record_count(
    tx: &Tx,
    stock_id: i64,
    quantity: i64,
    account_id: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO stock_movement (stock_id, kind, quantity, actor, account_id, at)
         VALUES ($1, 'counted', $2, $3, $4, $5)",
        [stock_id.into(), quantity.into(), Actor::Seller.as_str().into(), account_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}
