//! Stock rows, lots and movements; the counters themselves are changed in `guard` only.

use domain::{
    actor::Actor,
    time::{Date, Timestamp},
};
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, Tx, sql};

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
         WHERE k.variant_id = $1 AND k.week IS NULL ORDER BY COALESCE(l.best_before, ''), k.id LIMIT 500",
        [variant_id.into()],
    )
    .await
}

/// The stock row of a lot of a variant that was produced on that day and not called back, or has that code.
///
/// # Errors
/// Whatever the database says.
pub async fn find_lot(db: &impl Db, variant_id: i64, code: Option<&str>, produced_on: Date) -> Result<Option<i64>> {
    let (condition, value): (_, Value) = match code {
        Some(code) => ("l.code = $2", code.into()),
        None => ("l.recalled_at IS NULL AND l.produced_on = $2", produced_on.to_string().into()),
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
        "SELECT id FROM stock WHERE variant_id = $1 AND lot_id IS NULL AND week IS NULL ORDER BY id LIMIT 1",
        [variant_id.into()],
    )
    .await
}

/// What somebody of a shop did to a shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShelfChange<'a> {
    /// Counted it: so many pieces lie there now.
    Counted,
    /// Took pieces away that cannot be sold, and why.
    WrittenOff(&'a str),
}

/// Records what somebody of a shop did to a shelf.
///
/// # Errors
/// Whatever the database says.
pub async fn record(
    tx: &Tx,
    stock_id: i64,
    change: ShelfChange<'_>,
    quantity: i64,
    account_id: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    let (kind, reason) = match change {
        ShelfChange::Counted => ("counted", None),
        ShelfChange::WrittenOff(reason) => ("written_off", Some(reason)),
    };
    sql::execute(
        tx,
        "INSERT INTO stock_movement (stock_id, kind, quantity, actor, account_id, reason, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            stock_id.into(),
            kind.into(),
            quantity.into(),
            Actor::Seller.as_str().into(),
            account_id.into(),
            reason.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}
