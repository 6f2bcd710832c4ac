//! The only place that locks rows and changes the counters of `stock`. Locks are taken in id order, one statement for
//! all rows, so that no two transactions wait for each other in a circle. SQLite needs none: it has one writer.

mod carts;
mod replace;
mod restock;
mod weeks;

pub use carts::put_back_cart;
use domain::{actor::Actor, time::Timestamp};
pub use replace::{put_again, take_again};
pub use restock::restock_lines;
use sea_orm::{FromQueryResult, Value};
pub use weeks::{add_weeks, set_capacity};

use crate::{
    Db, Engine, Error, Result, Tx,
    shelves::{self, ShelfRow},
    sql,
};

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

/// The same for an order and all others that are paid together with it.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_paid_together(tx: &Tx, order_id: i64) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        let text = "SELECT id FROM seller_order WHERE id = $1 OR id IN (SELECT b.order_id FROM payment_share a
            JOIN payment_share b ON b.payment_id = a.payment_id WHERE a.order_id = $1) ORDER BY id FOR NO KEY UPDATE";
        sql::execute(tx, text, [order_id.into()]).await?;
    }
    Ok(())
}

/// The same for all orders that a payment is for.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_orders_of_payment(tx: &Tx, payment_id: i64) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        let text = "SELECT id FROM seller_order WHERE id IN (SELECT order_id FROM payment_share WHERE payment_id = $1)
            ORDER BY id FOR NO KEY UPDATE";
        sql::execute(tx, text, [payment_id.into()]).await?;
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

/// Locks the stock of these variants and tells what can be sold of it, the lot that spoils first in front. The pieces of
/// a cart's hold that the same transaction has ended count as free: [`hold`] puts them back. All rows are locked at once,
/// in id order.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_shelves(
    tx: &Tx,
    variant_ids: &[i64],
    ended_hold: Option<i64>,
    now: Timestamp,
) -> Result<Vec<ShelfRow>> {
    if tx.engine() == Engine::Postgres {
        let own = if variant_ids.is_empty() {
            String::new()
        } else {
            format!("variant_id IN ({}) OR", sql::placeholders(2, variant_ids.len()))
        };
        let text = format!(
            "SELECT id FROM stock WHERE {own} id IN (SELECT stock_id FROM cart_hold_line WHERE hold_id = $1)
             ORDER BY id FOR NO KEY UPDATE"
        );
        let values = std::iter::once(Value::from(ended_hold)).chain(variant_ids.iter().map(|&id| id.into()));
        sql::execute(tx, &text, values).await?;
    }
    shelves::of(tx, variant_ids, ended_hold, now).await
}

#[derive(FromQueryResult)]
struct ChangedRow {
    stock_id: i64,
    product_id: i64,
}

/// Holds pieces of several stock rows at once, in place of those of a cart's hold that the same transaction has ended; the
/// products whose stock changed. `None`, with the transaction to be given up, when a row has not enough any more. Each row
/// may be named once.
///
/// # Errors
/// Whatever the database says.
pub async fn hold(tx: &Tx, picks: &[Pick], ended_hold: Option<i64>) -> Result<Option<Vec<i64>>> {
    if picks.is_empty() && ended_hold.is_none() {
        return Ok(Some(Vec::new()));
    }
    let mut rows: Vec<String> = (0..picks.len())
        .map(|row| format!("(CAST(${} AS BIGINT), CAST(${} AS BIGINT))", row * 2 + 2, row * 2 + 3))
        .collect();
    if rows.is_empty() {
        // No row has that id; the list must not be empty.
        rows.push("(CAST(0 AS BIGINT), CAST(0 AS BIGINT))".to_owned());
    }
    let text = format!(
        "WITH wanted (id, quantity) AS (VALUES {}),
            net (id, quantity) AS (SELECT id, CAST(SUM(quantity) AS BIGINT) FROM (
                SELECT id, quantity FROM wanted
                UNION ALL SELECT stock_id, -quantity FROM cart_hold_line WHERE hold_id = $1) AS both_ways GROUP BY id)
         UPDATE stock SET held = stock.held + net.quantity FROM net
         WHERE stock.id = net.id AND stock.on_hand - stock.allocated - stock.held >= net.quantity
         RETURNING stock.id AS stock_id,
            (SELECT v.product_id FROM variant v WHERE v.id = stock.variant_id) AS product_id",
        rows.join(", ")
    );
    let values = picks.iter().flat_map(|pick| [Value::from(pick.stock_id), pick.quantity.into()]);
    let changed: Vec<ChangedRow> = sql::all(tx, &text, std::iter::once(ended_hold.into()).chain(values)).await?;
    let is_held = |pick: &Pick| changed.iter().any(|row| row.stock_id == pick.stock_id);
    if !picks.iter().all(is_held) {
        return Ok(None);
    }
    let mut products: Vec<i64> = changed.into_iter().map(|row| row.product_id).collect();
    products.sort_unstable();
    products.dedup();
    Ok(Some(products))
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
    // What perishes has a lot, and never goes back on the shelf; what was made to order has no shelf.
    let mine = match step {
        HoldMove::Restock => {
            "order_line_id IN (SELECT id FROM order_line WHERE order_id = $1)
             AND stock_id IN (SELECT id FROM stock WHERE lot_id IS NULL AND week IS NULL)"
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

/// Takes pieces off the shelf that nobody has; `false` when there are fewer.
///
/// # Errors
/// Whatever the database says.
pub async fn write_off(tx: &Tx, stock_id: i64, quantity: i64) -> Result<bool> {
    let changed = sql::execute(
        tx,
        "UPDATE stock SET on_hand = on_hand - $2 WHERE id = $1 AND on_hand - allocated - held >= $2",
        [stock_id.into(), quantity.into()],
    )
    .await?;
    Ok(changed == 1)
}

/// Waits for whoever sells from a stock row, then keeps others out until the end of the transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn lock_stock(tx: &Tx, stock_id: i64) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        sql::execute(tx, "SELECT id FROM stock WHERE id = $1 FOR NO KEY UPDATE", [stock_id.into()]).await?;
    }
    Ok(())
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
