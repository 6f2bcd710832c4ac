//! Puts pieces that a cart held on sale again.

use crate::{Db as _, Engine, Result, Tx, sql};

/// Puts the pieces of a cart's hold, which the same transaction has ended, on sale again; the products that they are of.
///
/// # Errors
/// Whatever the database says.
pub async fn put_back_cart(tx: &Tx, hold_id: i64) -> Result<Vec<i64>> {
    if tx.engine() == Engine::Postgres {
        let text = "SELECT id FROM stock WHERE id IN (SELECT stock_id FROM cart_hold_line WHERE hold_id = $1)
             ORDER BY id FOR NO KEY UPDATE";
        sql::execute(tx, text, [hold_id.into()]).await?;
    }
    Ok(super::hold(tx, &[], Some(hold_id)).await?.unwrap_or_default())
}
