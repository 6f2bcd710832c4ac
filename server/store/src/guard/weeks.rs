//! Room of weeks for what is made to order: stock rows with a week.

use domain::time::Date;

use crate::{Db as _, Engine, Result, Tx, sql};

/// Pieces of a week that have been sent.
const SENT: &str = "COALESCE((SELECT SUM(h.quantity) FROM stock_hold h
    WHERE h.stock_id = stock.id AND h.state = 'shipped'), 0)";

/// Sets the room of all weeks of a variant from one on to so many pieces, those that have been sent taken off; `false`, with
/// the transaction to be given up, when a week has more orders. The variant must be locked.
///
/// # Errors
/// Whatever the database says.
pub async fn set_capacity(tx: &Tx, variant_id: i64, from: Date, pieces: i64) -> Result<bool> {
    let values = || [variant_id.into(), from.to_string().into()];
    if tx.engine() == Engine::Postgres {
        let text = "SELECT id FROM stock WHERE variant_id = $1 AND week >= $2 ORDER BY id FOR NO KEY UPDATE";
        sql::execute(tx, text, values()).await?;
    }
    let text = format!(
        "UPDATE stock SET on_hand = CAST(CAST($3 AS BIGINT) - {SENT} AS BIGINT)
         WHERE variant_id = $1 AND week >= $2 AND allocated + held + {SENT} <= CAST($3 AS BIGINT)"
    );
    let changed = sql::execute(tx, &text, values().into_iter().chain([pieces.into()])).await?;
    let all = "SELECT COUNT(*) FROM stock WHERE variant_id = $1 AND week >= $2";
    let all = sql::integer(tx, all, values()).await?.unwrap_or(0);
    Ok(i64::try_from(changed).is_ok_and(|changed| changed == all))
}

/// Gives every variant with a limit those of the weeks that it has not yet, with room for all that it can make.
///
/// # Errors
/// Whatever the database says.
pub async fn add_weeks(tx: &Tx, weeks: &[Date]) -> Result<()> {
    for week in weeks {
        let text = "INSERT INTO stock (variant_id, week, on_hand)
             SELECT v.id, CAST($1 AS TEXT), v.weekly_capacity FROM variant v
             WHERE v.weekly_capacity IS NOT NULL AND v.archived_at IS NULL
             ON CONFLICT (variant_id, week) WHERE week IS NOT NULL DO NOTHING";
        sql::execute(tx, text, [week.to_string().into()]).await?;
    }
    Ok(())
}
