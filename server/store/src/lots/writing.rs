//! New lots, and lots that are called back.

use domain::{
    actor::Actor,
    time::{Date, Timestamp},
};

use crate::{Db, Error, Result, Tx, sql};

/// A lot to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewLot<'a> {
    /// Of what.
    pub variant_id: i64,
    /// What stands on the pack.
    pub code: &'a str,
    /// When it was made.
    pub produced_on: Date,
    /// Until when it is good.
    pub best_before: Date,
}

/// Adds a lot; its key, or `None` where the code is taken.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, lot: &NewLot<'_>, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "INSERT INTO lot (code, variant_id, produced_on, best_before, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (code) DO NOTHING RETURNING id",
        [
            lot.code.into(),
            lot.variant_id.into(),
            lot.produced_on.to_string().into(),
            lot.best_before.to_string().into(),
            now.millis().into(),
        ],
    )
    .await
}

/// Why a lot is called back, and by whom.
#[derive(Debug, Clone, Copy)]
pub struct Recall<'a> {
    /// Words for buyers.
    pub reason: &'a str,
    /// In which capacity.
    pub actor: Actor,
    /// Whose account.
    pub account_id: i64,
}

/// Calls a lot back; `false` when it was already. Its stock row must be locked, so that nobody sells from it meanwhile.
///
/// # Errors
/// Whatever the database says.
pub async fn recall(tx: &Tx, lot_id: i64, recall: Recall<'_>, now: Timestamp) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE lot SET recalled_at = $2, recall_reason = $3, recalled_by = $4, recall_account_id = $5
         WHERE id = $1 AND recalled_at IS NULL",
        [
            lot_id.into(),
            now.millis().into(),
            recall.reason.into(),
            recall.actor.as_str().into(),
            recall.account_id.into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}

/// Whether pieces that an order still has on the shelf are of a lot that was called back.
///
/// # Errors
/// Whatever the database says.
pub async fn is_recalled_for(db: &impl Db, order_id: i64) -> Result<bool> {
    let found = sql::integer(
        db,
        "SELECT COUNT(*) FROM stock_hold h JOIN order_line ol ON ol.id = h.order_line_id JOIN stock k ON k.id = h.stock_id
         JOIN lot l ON l.id = k.lot_id
         WHERE ol.order_id = $1 AND h.state IN ('held', 'allocated') AND l.recalled_at IS NOT NULL",
        [order_id.into()],
    )
    .await?;
    found.map(|count| count > 0).ok_or_else(|| Error::Corrupt("no count".to_owned()))
}
