//! Writes payouts and moves them on.

use domain::{payout::PayoutStatus, time::Timestamp};

use super::{
    PayoutRow,
    releasable::{MAY_GO, free_sql},
};
use crate::{Error, Result, Tx, sql};

/// Puts everything of a shop that may go into a draft; its key and amount. Without a bank account nothing is written;
/// with an amount of nothing or less the transaction has to be given up. The shop's payouts must be locked.
///
/// # Errors
/// Whatever the database says.
pub async fn put_together(
    tx: &Tx,
    public_id: &str,
    shop_id: i64,
    made_by: Option<i64>,
    now: Timestamp,
) -> Result<Option<(i64, i64)>> {
    let id = sql::integer(
        tx,
        "INSERT INTO payout (public_id, shop_id, status, amount, bank_name, bank_account, bank_holder, made_by, created_at)
         SELECT CAST($1 AS TEXT), id, 'draft', 0, bank_name, bank_account, bank_holder, CAST($3 AS BIGINT),
            CAST($4 AS BIGINT) FROM shop
         WHERE id = $2 AND bank_name IS NOT NULL AND bank_account IS NOT NULL AND bank_holder IS NOT NULL RETURNING id",
        [public_id.into(), shop_id.into(), made_by.into(), now.millis().into()],
    )
    .await?;
    let Some(id) = id else { return Ok(None) };
    let text = format!(
        "INSERT INTO payout_entry (payout_id, entry_id, live)
         SELECT CAST($1 AS BIGINT), f.id, TRUE FROM ({}) f WHERE {MAY_GO}",
        free_sql("a.shop_id = $2", "$3")
    );
    sql::execute(tx, &text, [id.into(), shop_id.into(), now.millis().into()]).await?;
    let sum = sql::integer(
        tx,
        "SELECT CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) FROM payout_entry x JOIN ledger_entry e ON e.id = x.entry_id
         WHERE x.payout_id = $1",
        [id.into()],
    )
    .await?;
    let amount = sum.ok_or_else(|| Error::Corrupt("a sum without a row".to_owned()))?;
    if amount > 0 {
        sql::execute(tx, "UPDATE payout SET amount = $2 WHERE id = $1", [id.into(), amount.into()]).await?;
    }
    Ok(Some((id, amount)))
}

/// What a step changes of a payout.
#[derive(Debug, Clone)]
pub struct PayoutUpdate {
    /// New status.
    pub status: PayoutStatus,
    /// Set where given.
    pub approved_by: Option<i64>,
    /// Set where given.
    pub sent_by: Option<i64>,
    /// Set where given.
    pub batch: Option<String>,
    /// Set where given.
    pub reference: Option<String>,
}

/// Writes a step; `false` when the payout is no longer in the status that the step started from.
///
/// # Errors
/// Whatever the database says.
pub async fn update(tx: &Tx, row: &PayoutRow, new: &PayoutUpdate, now: Timestamp) -> Result<bool> {
    let at = |status: bool| status.then(|| now.millis());
    let changed = sql::execute(
        tx,
        "UPDATE payout SET status = $3, approved_by = COALESCE($4, approved_by), sent_by = COALESCE($5, sent_by),
            batch = COALESCE($6, batch), reference = COALESCE($7, reference), approved_at = COALESCE($8, approved_at),
            sent_at = COALESCE($9, sent_at), paid_at = COALESCE($10, paid_at), ended_at = COALESCE($11, ended_at)
         WHERE id = $1 AND status = $2",
        [
            row.id.into(),
            row.status.as_str().into(),
            new.status.as_str().into(),
            new.approved_by.into(),
            new.sent_by.into(),
            new.batch.clone().into(),
            new.reference.clone().into(),
            at(new.status == PayoutStatus::Approved).into(),
            at(new.status == PayoutStatus::Sent).into(),
            at(new.status == PayoutStatus::Paid).into(),
            at(new.status.is_terminal()).into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}

/// Lets the entries of a payout go, for the next one.
///
/// # Errors
/// Whatever the database says.
pub async fn free_entries(tx: &Tx, payout_id: i64) -> Result<()> {
    sql::execute(tx, "UPDATE payout_entry SET live = FALSE WHERE payout_id = $1 AND live", [payout_id.into()]).await?;
    Ok(())
}
