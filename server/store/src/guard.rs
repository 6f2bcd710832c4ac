//! The only place that locks rows and changes the counters of `stock`. Locks are taken in id order, one statement for
//! all rows, so that no two transactions wait for each other in a circle. SQLite needs none: it has one writer.

mod restock;

use domain::{actor::Actor, time::Timestamp};
pub use restock::restock_lines;
use sea_orm::{FromQueryResult, Value};

use crate::{
    Db, Engine, Error, Result, Tx,
    goods::{today_sql, todays},
    sql,
};

/// A stock row that can be sold from.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SellableRow {
    /// Key of the stock row.
    pub stock_id: i64,
    /// Whose stock it is.
    pub variant_id: i64,
    /// Pieces that nobody has.
    pub available: i64,
}

/// Pieces of one stock row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Key of the stock row.
    pub stock_id: i64,
    /// Pieces.
    pub quantity: i64,
}

/// How the pieces of an order move on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldMove {
    /// The seller accepted: held pieces are promised.
    Allocate,
    /// Called off: held or promised pieces are for sale again.
    Release,
    /// Not paid in time: held pieces are for sale again.
    Expire,
    /// Promised pieces left the shelf.
    Ship,
    /// Pieces that had left came back and are for sale again; never of a lot.
    Restock,
}

/// Waits for whoever is changing an order, then keeps others out until the end of the transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_order(tx: &Tx, order_id: i64) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        sql::execute(tx, "SELECT id FROM seller_order WHERE id = $1 FOR NO KEY UPDATE", [order_id.into()]).await?;
    }
    Ok(())
}

/// Waits for whoever edits or decides about a product, then keeps others out until the end of the transaction. The shop
/// is locked first: checkouts lock shops before they touch products.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_product(tx: &Tx, public_id: &str) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        let shop =
            "SELECT id FROM shop WHERE id = (SELECT shop_id FROM product WHERE public_id = $1) FOR NO KEY UPDATE";
        sql::execute(tx, shop, [public_id.into()]).await?;
        sql::execute(tx, "SELECT id FROM product WHERE public_id = $1 FOR NO KEY UPDATE", [public_id.into()]).await?;
    }
    Ok(())
}

/// Waits for whoever changes what these products say of their stock, then keeps others out until the end of the
/// transaction: two sorts of one product have shelves of their own, and each buyer of a last piece would still see the
/// other's. Stock and shops are locked before.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_products(tx: &Tx, product_ids: &[i64]) -> Result<()> {
    if tx.engine() == Engine::Postgres && !product_ids.is_empty() {
        let text = format!(
            "SELECT id FROM product WHERE id IN ({}) ORDER BY id FOR NO KEY UPDATE",
            sql::placeholders(1, product_ids.len())
        );
        sql::execute(tx, &text, product_ids.iter().map(|&id| id.into())).await?;
    }
    Ok(())
}

/// Waits for whoever decides about a shop, then keeps others out until the end of the transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_shop(tx: &Tx, slug: &str) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        sql::execute(tx, "SELECT id FROM shop WHERE slug = $1 FOR NO KEY UPDATE", [slug.into()]).await?;
    }
    Ok(())
}

/// Waits for whoever puts a payout of a shop together or moves one on, then keeps others out until the end of the
/// transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_payouts(tx: &Tx, shop_id: i64) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        sql::execute(tx, "SELECT id FROM ledger_account WHERE shop_id = $1 FOR NO KEY UPDATE", [shop_id.into()])
            .await?;
    }
    Ok(())
}

/// Keeps others from choosing unique codes for the same bank accounts until the end of the transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_bank_accounts(tx: &Tx, accounts: &[String]) -> Result<()> {
    if tx.engine() == Engine::Postgres && !accounts.is_empty() {
        let text = format!(
            "SELECT id FROM shop WHERE bank_account IN ({}) ORDER BY id FOR NO KEY UPDATE",
            sql::placeholders(1, accounts.len())
        );
        sql::execute(tx, &text, accounts.iter().map(|account| account.as_str().into())).await?;
    }
    Ok(())
}

/// Locks the stock of these variants and tells what can be sold of it, the lot that spoils first in front.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_sellable(tx: &Tx, variant_ids: &[i64], now: Timestamp) -> Result<Vec<SellableRow>> {
    if variant_ids.is_empty() {
        return Ok(Vec::new());
    }
    if tx.engine() == Engine::Postgres {
        let text = format!(
            "SELECT id FROM stock WHERE variant_id IN ({}) ORDER BY id FOR NO KEY UPDATE",
            sql::placeholders(1, variant_ids.len())
        );
        sql::execute(tx, &text, variant_ids.iter().map(|&id| id.into())).await?;
    }
    let text = format!(
        "SELECT k.id AS stock_id, k.variant_id, k.on_hand - k.allocated - k.held AS available
         FROM stock k
         JOIN variant v ON v.id = k.variant_id
         JOIN product p ON p.id = v.product_id
         JOIN shop s ON s.id = p.shop_id
         JOIN sentra t ON t.id = s.sentra_id
         LEFT JOIN lot l ON l.id = k.lot_id
         WHERE k.variant_id IN ({}) AND (l.id IS NULL OR l.best_before >= {}) AND k.on_hand - k.allocated - k.held > 0
         ORDER BY k.variant_id, COALESCE(l.best_before, '9999-12-31'), k.id LIMIT 2000",
        sql::placeholders(4, variant_ids.len()),
        today_sql(1)
    );
    sql::all(tx, &text, todays(now).into_iter().chain(variant_ids.iter().map(|&id| id.into()))).await
}

/// Holds pieces of several stock rows at once; `false`, with the transaction to be given up, when one of them has not
/// enough any more. Each row may be named once.
///
/// # Errors
/// Whatever the database says.
pub async fn hold(tx: &Tx, picks: &[Pick]) -> Result<bool> {
    if picks.is_empty() {
        return Ok(true);
    }
    let rows = (0..picks.len())
        .map(|row| format!("(CAST(${} AS BIGINT), CAST(${} AS BIGINT))", row * 2 + 1, row * 2 + 2))
        .collect::<Vec<_>>()
        .join(", ");
    let text = format!(
        "WITH wanted (id, quantity) AS (VALUES {rows})
         UPDATE stock SET held = stock.held + wanted.quantity FROM wanted
         WHERE stock.id = wanted.id AND stock.on_hand - stock.allocated - stock.held >= wanted.quantity"
    );
    let values = picks.iter().flat_map(|pick| [Value::from(pick.stock_id), pick.quantity.into()]);
    Ok(sql::execute(tx, &text, values).await? == picks.len() as u64)
}

/// Moves all pieces of an order on, with counters, holds and movements; the order must be locked. Pieces that have left
/// already are not touched.
///
/// # Errors
/// Whatever the database says.
pub async fn move_holds(
    tx: &Tx,
    order_id: i64,
    step: HoldMove,
    actor: Actor,
    account_id: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    // What perishes has a lot, and never goes back on the shelf.
    let mine = match step {
        HoldMove::Restock => {
            "order_line_id IN (SELECT id FROM order_line WHERE order_id = $1)
             AND stock_id IN (SELECT id FROM stock WHERE lot_id IS NULL)"
        }
        _ => "order_line_id IN (SELECT id FROM order_line WHERE order_id = $1)",
    };
    let (from, to, change, movement) = match step {
        HoldMove::Allocate => {
            ("('held')", "allocated", "held = stock.held - d.held, allocated = stock.allocated + d.held", "allocated")
        }
        HoldMove::Release => (
            "('held', 'allocated')",
            "released",
            "held = stock.held - d.held, allocated = stock.allocated - d.allocated",
            "released",
        ),
        HoldMove::Expire => ("('held')", "expired", "held = stock.held - d.held", "released"),
        HoldMove::Ship => (
            "('allocated')",
            "shipped",
            "allocated = stock.allocated - d.allocated, on_hand = stock.on_hand - d.allocated",
            "shipped",
        ),
        HoldMove::Restock => ("('shipped')", "restocked", "on_hand = stock.on_hand + d.shipped", "restocked"),
    };
    if tx.engine() == Engine::Postgres {
        let text = format!(
            "SELECT id FROM stock WHERE id IN (SELECT stock_id FROM stock_hold WHERE {mine} AND state IN {from})
             ORDER BY id FOR NO KEY UPDATE"
        );
        sql::execute(tx, &text, [order_id.into()]).await?;
    }
    let text = format!(
        "UPDATE stock SET {change} FROM (
            SELECT stock_id, CAST(SUM(CASE WHEN state = 'held' THEN quantity ELSE 0 END) AS BIGINT) AS held,
                CAST(SUM(CASE WHEN state = 'allocated' THEN quantity ELSE 0 END) AS BIGINT) AS allocated,
                CAST(SUM(CASE WHEN state = 'shipped' THEN quantity ELSE 0 END) AS BIGINT) AS shipped
            FROM stock_hold WHERE {mine} AND state IN {from} GROUP BY stock_id) AS d
         WHERE stock.id = d.stock_id"
    );
    sql::execute(tx, &text, [order_id.into()]).await?;
    let text = format!(
        "INSERT INTO stock_movement (stock_id, kind, quantity, order_id, actor, account_id, at)
         SELECT stock_id, '{movement}', CAST(SUM(quantity) AS BIGINT), CAST($1 AS BIGINT), CAST($2 AS TEXT),
            CAST($3 AS BIGINT), CAST($4 AS BIGINT)
         FROM stock_hold WHERE {mine} AND state IN {from} GROUP BY stock_id ORDER BY stock_id"
    );
    sql::execute(tx, &text, [order_id.into(), actor.as_str().into(), account_id.into(), now.millis().into()]).await?;
    let text = format!("UPDATE stock_hold SET state = '{to}', ended_at = $2 WHERE {mine} AND state IN {from}");
    sql::execute(tx, &text, [order_id.into(), now.millis().into()]).await?;
    Ok(())
}

/// Keeps others from giving a variant a second stock row of the same kind until the end of the transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_variant(tx: &Tx, variant_id: i64) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        sql::execute(tx, "SELECT id FROM variant WHERE id = $1 FOR NO KEY UPDATE", [variant_id.into()]).await?;
    }
    Ok(())
}

/// Sets what lies on the shelf; `false` when that is less than what is promised and held.
///
/// # Errors
/// Whatever the database says.
pub async fn set_on_hand(tx: &Tx, stock_id: i64, on_hand: i64) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE stock SET on_hand = $2 WHERE id = $1 AND allocated + held <= $2",
        [stock_id.into(), on_hand.into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Adds an empty stock row; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_stock(tx: &Tx, variant_id: i64, lot_id: Option<i64>) -> Result<i64> {
    sql::integer(
        tx,
        "INSERT INTO stock (variant_id, lot_id, on_hand) VALUES ($1, $2, 0) RETURNING id",
        [variant_id.into(), lot_id.into()],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("stock without an id".to_owned()))
}
