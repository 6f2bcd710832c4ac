//! Puts pieces that came back on the shelf again.

use domain::{actor::Actor, time::Timestamp};
use sea_orm::FromQueryResult;

use crate::{Db as _, Engine, Result, Tx, sql};

#[derive(FromQueryResult)]
struct HoldRow {
    id: i64,
    stock_id: i64,
    quantity: i64,
}

/// Puts pieces of order lines (line, pieces) that had left and came back on the shelf again, with movements; the order
/// must be locked. Pieces of lots are food and stay away, as do pieces that never left.
///
/// # Errors
/// Whatever the database says.
pub async fn restock_lines(
    tx: &Tx,
    order_id: i64,
    lines: &[(i64, i64)],
    actor: Actor,
    account_id: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    let mut lines = lines.to_vec();
    lines.sort_unstable();
    if tx.engine() == Engine::Postgres {
        let text = "SELECT id FROM stock WHERE id IN (SELECT h.stock_id FROM stock_hold h
            JOIN order_line l ON l.id = h.order_line_id WHERE l.order_id = $1) ORDER BY id FOR NO KEY UPDATE";
        sql::execute(tx, text, [order_id.into()]).await?;
    }
    for (line_id, pieces) in lines {
        let holds: Vec<HoldRow> = sql::all(
            tx,
            "SELECT h.id, h.stock_id, h.quantity FROM stock_hold h JOIN stock k ON k.id = h.stock_id
             JOIN order_line l ON l.id = h.order_line_id
             WHERE h.order_line_id = $1 AND l.order_id = $2 AND h.state = 'shipped' AND k.lot_id IS NULL AND k.week IS NULL
             ORDER BY h.id LIMIT 100",
            [line_id.into(), order_id.into()],
        )
        .await?;
        let mut missing = pieces;
        for hold in holds {
            let taken = missing.min(hold.quantity);
            if taken <= 0 {
                break;
            }
            missing -= taken;
            put_back(tx, order_id, line_id, &hold, taken, (actor, account_id), now).await?;
        }
    }
    Ok(())
}

/// A hold of which only some pieces came back becomes two.
async fn put_back(
    tx: &Tx,
    order_id: i64,
    line_id: i64,
    hold: &HoldRow,
    pieces: i64,
    (actor, account_id): (Actor, Option<i64>),
    now: Timestamp,
) -> Result<()> {
    if pieces == hold.quantity {
        let text = "UPDATE stock_hold SET state = 'restocked', ended_at = $2 WHERE id = $1";
        sql::execute(tx, text, [hold.id.into(), now.millis().into()]).await?;
    } else {
        let text = "UPDATE stock_hold SET quantity = quantity - $2 WHERE id = $1";
        sql::execute(tx, text, [hold.id.into(), pieces.into()]).await?;
        sql::execute(
            tx,
            "INSERT INTO stock_hold (order_line_id, stock_id, quantity, state, created_at, ended_at)
             VALUES ($1, $2, $3, 'restocked', $4, $4)",
            [line_id.into(), hold.stock_id.into(), pieces.into(), now.millis().into()],
        )
        .await?;
    }
    let text = "UPDATE stock SET on_hand = on_hand + $2 WHERE id = $1";
    sql::execute(tx, text, [hold.stock_id.into(), pieces.into()]).await?;
    sql::execute(
        tx,
        "INSERT INTO stock_movement (stock_id, kind, quantity, order_id, actor, account_id, at)
         VALUES ($1, 'restocked', $2, $3, $4, $5, $6)",
        [
            hold.stock_id.into(),
            pieces.into(),
            order_id.into(),
            actor.as_str().into(),
            account_id.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}
