//! Carts, by the hash of the browser's token.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// A line of a cart.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CartLineRow {
    /// Key of the variant.
    pub variant_id: i64,
    /// Pieces.
    pub quantity: i64,
    /// Rupiah a piece when it was put in.
    pub price_seen: i64,
    /// UTC ms.
    pub added_at: i64,
    /// Pieces that the cart holds itself: taken for everybody but its owner.
    pub held: i64,
}

/// The lines of a cart, the first put in first.
///
/// # Errors
/// Whatever the database says.
pub async fn lines(db: &impl Db, token_hash: &str) -> Result<Vec<CartLineRow>> {
    sql::all(
        db,
        "SELECT l.variant_id, l.quantity, l.price_seen, l.added_at,
            CAST(COALESCE((SELECT SUM(d.quantity) FROM cart_hold h JOIN cart_hold_line d ON d.hold_id = h.id
                JOIN stock k ON k.id = d.stock_id LEFT JOIN lot x ON x.id = k.lot_id
                WHERE h.token_hash = c.token_hash AND h.state = 'held' AND k.variant_id = l.variant_id
                    AND x.recalled_at IS NULL), 0) AS BIGINT) AS held
         FROM cart_line l JOIN cart c ON c.id = l.cart_id
         WHERE c.token_hash = $1 ORDER BY l.added_at, l.variant_id LIMIT 100",
        [token_hash.into()],
    )
    .await
}

/// Finds or makes the cart of a token; its key. The row stays locked until the end of the transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn open(tx: &Tx, token_hash: &str, now: Timestamp) -> Result<i64> {
    let id = sql::integer(
        tx,
        "INSERT INTO cart (token_hash, created_at, updated_at) VALUES ($1, $2, $2)
         ON CONFLICT (token_hash) DO UPDATE SET updated_at = excluded.updated_at RETURNING id",
        [token_hash.into(), now.millis().into()],
    )
    .await?;
    id.ok_or_else(|| crate::Error::Corrupt("cart without an id".to_owned()))
}

/// Sets a line; a new one remembers the price.
///
/// # Errors
/// Whatever the database says.
pub async fn put(tx: &Tx, cart_id: i64, variant_id: i64, quantity: i64, price: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO cart_line (cart_id, variant_id, quantity, price_seen, added_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = excluded.quantity",
        [cart_id.into(), variant_id.into(), quantity.into(), price.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Removes a line.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(tx: &Tx, cart_id: i64, variant_id: i64) -> Result<()> {
    sql::execute(
        tx,
        "DELETE FROM cart_line WHERE cart_id = $1 AND variant_id = $2",
        [cart_id.into(), variant_id.into()],
    )
    .await?;
    Ok(())
}

/// Removes the lines of a cart with these variants: what was bought. Others were added meanwhile and stay.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_bought(tx: &Tx, token_hash: &str, variant_ids: &[i64]) -> Result<()> {
    let text = format!(
        "DELETE FROM cart_line WHERE cart_id = (SELECT id FROM cart WHERE token_hash = $1) AND variant_id IN ({})",
        sql::placeholders(2, variant_ids.len())
    );
    let values = std::iter::once(token_hash.into()).chain(variant_ids.iter().map(|&id| id.into()));
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// Removes carts that nobody touched since `before`, at most 500.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_older(tx: &Tx, before: Timestamp) -> Result<u64> {
    const OLD: &str = "SELECT id FROM cart WHERE updated_at < $1 ORDER BY id LIMIT 500";
    sql::execute(tx, &format!("DELETE FROM cart_line WHERE cart_id IN ({OLD})"), [before.millis().into()]).await?;
    sql::execute(tx, &format!("DELETE FROM cart WHERE id IN ({OLD})"), [before.millis().into()]).await
}
