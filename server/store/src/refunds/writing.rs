//! Refunds as they are made and move on.

use domain::{
    actor::Actor,
    refund::{RefundMethod, RefundStatus},
    time::Timestamp,
};
use sea_orm::Value;

use super::RefundRow;
use crate::{Error, Result, Tx, sql};

/// A refund to be made.
#[derive(Debug, Clone)]
pub struct NewRefund {
    /// `rfd_…`
    pub public_id: String,
    /// Key of the order.
    pub order_id: i64,
    /// Key of the payment.
    pub payment_id: i64,
    /// How the money goes back.
    pub method: RefundMethod,
    /// Rupiah of lines.
    pub goods_amount: i64,
    /// Rupiah of shipping.
    pub shipping_amount: i64,
    /// Rupiah without a line.
    pub goodwill_amount: i64,
    /// Why.
    pub reason: String,
    /// In which capacity.
    pub requested_as: Actor,
    /// Who.
    pub requested_by: Option<i64>,
}

impl NewRefund {
    /// Rupiah in all.
    #[must_use]
    pub const fn amount(&self) -> i64 {
        self.goods_amount + self.shipping_amount + self.goodwill_amount
    }
}

/// Adds a refund that is asked for; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewRefund, now: Timestamp) -> Result<i64> {
    sql::integer(
        tx,
        "INSERT INTO refund (public_id, order_id, payment_id, method, status, amount, goods_amount, shipping_amount,
            goodwill_amount, reason, requested_as, requested_by, requested_at)
         VALUES ($1, $2, $3, $4, 'requested', $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id",
        [
            new.public_id.as_str().into(),
            new.order_id.into(),
            new.payment_id.into(),
            new.method.as_str().into(),
            new.amount().into(),
            new.goods_amount.into(),
            new.shipping_amount.into(),
            new.goodwill_amount.into(),
            new.reason.as_str().into(),
            new.requested_as.as_str().into(),
            new.requested_by.into(),
            now.millis().into(),
        ],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("refund without an id".to_owned()))
}

/// Adds what a refund gives back of which line: line, pieces, rupiah.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_lines(tx: &Tx, refund_id: i64, lines: &[(i64, i64, i64)]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let text = format!(
        "INSERT INTO refund_line (refund_id, order_line_id, pieces, amount) VALUES {}",
        sql::rows(lines.len(), 4)
    );
    let values = lines
        .iter()
        .flat_map(|&(line, pieces, amount)| [Value::from(refund_id), line.into(), pieces.into(), amount.into()]);
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// How a refund moves on.
#[derive(Debug, Clone)]
pub struct RefundStep {
    /// New status.
    pub to: RefundStatus,
    /// Who said yes.
    pub approved_by: Option<i64>,
    /// Number at the bank or provider; set where given.
    pub reference: Option<String>,
    /// Key of the proof's picture; set where given.
    pub proof_media_id: Option<i64>,
}

/// Moves a refund on; `false` when it is no longer in the status that the step started from.
///
/// # Errors
/// Whatever the database says.
pub async fn step(tx: &Tx, row: &RefundRow, step: &RefundStep, now: Timestamp) -> Result<bool> {
    let at = |status: RefundStatus| (step.to == status).then(|| now.millis());
    let ended_at = step.to.is_terminal().then(|| now.millis());
    let changed = sql::execute(
        tx,
        "UPDATE refund SET status = $3, approved_by = COALESCE($4, approved_by), reference = COALESCE($5, reference),
            proof_media_id = COALESCE($6, proof_media_id), approved_at = COALESCE($7, approved_at),
            sent_at = COALESCE($8, sent_at), ended_at = COALESCE($9, ended_at)
         WHERE id = $1 AND status = $2",
        [
            row.id.into(),
            row.status.as_str().into(),
            step.to.as_str().into(),
            step.approved_by.into(),
            step.reference.clone().into(),
            step.proof_media_id.into(),
            at(RefundStatus::Approved).into(),
            at(RefundStatus::Sent).into(),
            ended_at.into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}
