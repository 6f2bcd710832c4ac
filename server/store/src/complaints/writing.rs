//! Cases as they are opened and move on.

use domain::{
    actor::Actor,
    complaint::{CaseReason, CaseResolution, CaseStatus},
    time::Timestamp,
};
use sea_orm::Value;

use super::CaseRow;
use crate::{Error, Result, Tx, sql};

/// A case to be opened.
#[derive(Debug, Clone)]
pub struct NewCase<'a> {
    /// `cas_…`
    pub public_id: &'a str,
    /// Key of the order.
    pub order_id: i64,
    /// What it is about.
    pub reason: CaseReason,
    /// In the buyer's words.
    pub text: &'a str,
    /// Account of the buyer.
    pub opened_by: Option<i64>,
    /// Until when the seller has to answer.
    pub reply_by: Timestamp,
}

/// Opens a case; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewCase<'_>, now: Timestamp) -> Result<i64> {
    sql::integer(
        tx,
        "INSERT INTO complaint (public_id, order_id, reason, text, status, opened_by, opened_at, reply_by, changed_at)
         VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $6) RETURNING id",
        [
            new.public_id.into(),
            new.order_id.into(),
            new.reason.as_str().into(),
            new.text.into(),
            new.opened_by.into(),
            now.millis().into(),
            new.reply_by.millis().into(),
        ],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("case without an id".to_owned()))
}

/// Adds what a case is about: line of the order, pieces.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_lines(tx: &Tx, case_id: i64, lines: &[(i64, i64)]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let text = format!(
        "INSERT INTO complaint_line (complaint_id, order_line_id, pieces) VALUES {}",
        sql::rows(lines.len(), 3)
    );
    let values = lines.iter().flat_map(|&(line, pieces)| [Value::from(case_id), line.into(), pieces.into()]);
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// Adds a photo; the same picture twice is one.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_photo(tx: &Tx, case_id: i64, public_id: &str, media_id: i64, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO complaint_photo (public_id, complaint_id, media_id, added_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (complaint_id, media_id) DO NOTHING",
        [public_id.into(), case_id.into(), media_id.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Adds something that somebody wrote.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_message(
    tx: &Tx,
    case_id: i64,
    (actor, account_id): (Actor, Option<i64>),
    text: &str,
    now: Timestamp,
) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO complaint_message (complaint_id, actor, account_id, text, at) VALUES ($1, $2, $3, $4, $5)",
        [case_id.into(), actor.as_str().into(), account_id.into(), text.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// How a case stands after a step.
#[derive(Debug, Clone)]
pub struct CaseUpdate {
    /// New status.
    pub status: CaseStatus,
    /// What the seller offers: what, rupiah.
    pub offer: Option<(CaseResolution, Option<i64>)>,
    /// How it ended.
    pub resolution: Option<CaseResolution>,
    /// Why it ended so.
    pub decision: Option<String>,
    /// Key of the refund that settles it.
    pub refund_id: Option<i64>,
}

/// Writes a step; `false` when the case is no longer in the status that the step started from.
///
/// # Errors
/// Whatever the database says.
pub async fn update(tx: &Tx, row: &CaseRow, new: &CaseUpdate, now: Timestamp) -> Result<bool> {
    let closed_at = new.status.is_over().then(|| now.millis());
    let (offer, offer_amount) = new.offer.map_or((None, None), |(offer, amount)| (Some(offer.as_str()), amount));
    let changed = sql::execute(
        tx,
        "UPDATE complaint SET status = $3, offer = $4, offer_amount = $5, resolution = $6, decision = $7,
            refund_id = $8, changed_at = $9, closed_at = $10
         WHERE id = $1 AND status = $2",
        [
            row.id.into(),
            row.status.as_str().into(),
            new.status.as_str().into(),
            offer.into(),
            offer_amount.into(),
            new.resolution.map(CaseResolution::as_str).into(),
            new.decision.clone().into(),
            new.refund_id.into(),
            now.millis().into(),
            closed_at.into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}

/// The case that a failed refund settled is settled by the one that was asked for in its place.
///
/// # Errors
/// Whatever the database says.
pub async fn move_refund(tx: &Tx, from: i64, to: i64) -> Result<()> {
    sql::execute(tx, "UPDATE complaint SET refund_id = $2 WHERE refund_id = $1", [from.into(), to.into()]).await?;
    Ok(())
}
