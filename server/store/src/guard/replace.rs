//! Takes pieces from the shelf that are sent in place of others, and puts them back when they are not.

use std::collections::BTreeMap;

use domain::{actor::Actor, time::Timestamp};
use sea_orm::FromQueryResult;

use crate::{
    Db as _, Engine, Result, Tx,
    goods::{today_sql, todays},
    sql,
};

/// Pieces of one stock row that a case still has.
#[derive(FromQueryResult)]
struct TakenRow {
    stock_id: i64,
    pieces: i64,
}

#[derive(FromQueryResult)]
struct ShelfRow {
    line_id: i64,
    stock_id: i64,
    available: i64,
}

/// Takes pieces of order lines (line, pieces) from the shelf, the oldest lot that may still be sold first, with movements;
/// `false`, with the transaction to be given up, when there are not enough. What is made to order has no shelf. The order
/// must be locked.
///
/// # Errors
/// Whatever the database says.
pub async fn take_again(
    tx: &Tx,
    (order_id, case_id): (i64, i64),
    lines: &[(i64, i64)],
    (actor, account_id): (Actor, Option<i64>),
    now: Timestamp,
) -> Result<bool> {
    if tx.engine() == Engine::Postgres {
        let text = "SELECT id FROM stock WHERE variant_id IN (SELECT variant_id FROM order_line WHERE order_id = $1)
            ORDER BY id FOR NO KEY UPDATE";
        sql::execute(tx, text, [order_id.into()]).await?;
    }
    let text = format!(
        "SELECT l.id AS line_id, k.id AS stock_id, k.on_hand - k.allocated - k.held AS available
         FROM order_line l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
         JOIN shop s ON s.id = p.shop_id JOIN sentra t ON t.id = s.sentra_id
         JOIN stock k ON k.variant_id = v.id LEFT JOIN lot b ON b.id = k.lot_id
         WHERE l.order_id = $4 AND p.made_to_order = FALSE AND (b.id IS NULL OR b.best_before >= {})
         ORDER BY l.id, COALESCE(b.best_before, '9999-12-31'), k.id LIMIT 2000",
        today_sql(1)
    );
    let shelf: Vec<ShelfRow> = sql::all(tx, &text, todays(now).into_iter().chain([order_id.into()])).await?;
    let mut missing: BTreeMap<i64, i64> = lines.iter().copied().collect();
    // Without a shelf nothing is missing from it.
    missing.retain(|line, _| shelf.iter().any(|row| row.line_id == *line));
    for row in shelf {
        let Some(left) = missing.get_mut(&row.line_id) else { continue };
        let taken = row.available.min(*left);
        if taken <= 0 {
            continue;
        }
        *left -= taken;
        let text = "UPDATE stock SET on_hand = on_hand - $2 WHERE id = $1 AND on_hand - allocated - held >= $2";
        if sql::execute(tx, text, [row.stock_id.into(), taken.into()]).await? != 1 {
            return Ok(false);
        }
        record(tx, "written_off", (row.stock_id, taken), (order_id, case_id), (actor, account_id), now).await?;
    }
    Ok(missing.values().all(|left| *left == 0))
}

/// Puts the pieces that a case has taken back where they were, with movements; those of lots only when they never left,
/// since food that has left is not sold again. The order must be locked.
///
/// # Errors
/// Whatever the database says.
pub async fn put_again(
    tx: &Tx,
    (order_id, case_id): (i64, i64),
    had_left: bool,
    by: (Actor, Option<i64>),
    now: Timestamp,
) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        let text = "SELECT id FROM stock WHERE id IN (SELECT stock_id FROM stock_movement WHERE complaint_id = $1)
            ORDER BY id FOR NO KEY UPDATE";
        sql::execute(tx, text, [case_id.into()]).await?;
    }
    let text =
        "SELECT m.stock_id, CAST(SUM(CASE m.kind WHEN 'written_off' THEN m.quantity ELSE -m.quantity END) AS BIGINT)
            AS pieces
        FROM stock_movement m JOIN stock k ON k.id = m.stock_id
        WHERE m.complaint_id = $1 AND (k.lot_id IS NULL OR $2) GROUP BY m.stock_id ORDER BY m.stock_id LIMIT 1000";
    let taken: Vec<TakenRow> = sql::all(tx, text, [case_id.into(), (!had_left).into()]).await?;
    for TakenRow { stock_id, pieces } in taken.into_iter().filter(|row| row.pieces > 0) {
        let text = "UPDATE stock SET on_hand = on_hand + $2 WHERE id = $1";
        sql::execute(tx, text, [stock_id.into(), pieces.into()]).await?;
        record(tx, "restocked", (stock_id, pieces), (order_id, case_id), by, now).await?;
    }
    Ok(())
}

async fn record(
    tx: &Tx,
    kind: &str,
    (stock_id, pieces): (i64, i64),
    (order_id, case_id): (i64, i64),
    (actor, account_id): (Actor, Option<i64>),
    now: Timestamp,
) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO stock_movement (stock_id, kind, quantity, order_id, complaint_id, actor, account_id, reason, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'replacement', $8)",
        [
            stock_id.into(),
            kind.into(),
            pieces.into(),
            order_id.into(),
            case_id.into(),
            actor.as_str().into(),
            account_id.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}
