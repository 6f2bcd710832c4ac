//! Reports of reviews, until a curator has looked at them.

use domain::{review::ReportReason, time::Timestamp};
use sea_orm::FromQueryResult;

use super::ReportRow;
use crate::{Db, Result, Tx, sql};

/// A report to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewReport<'a> {
    /// What it is about.
    pub review_id: i64,
    /// Why.
    pub reason: ReportReason,
    /// More about it.
    pub note: Option<&'a str>,
    /// Who is signed in.
    pub account_id: Option<i64>,
}

/// What waits for curators.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct ReportCounts {
    /// Reviews with open reports.
    pub reported: i64,
    /// Reviews that are hidden.
    pub hidden: i64,
}

/// Keeps a report.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_report(tx: &Tx, report: NewReport<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO review_report (review_id, reason, note, account_id, reported_at) VALUES ($1, $2, $3, $4, $5)",
        [
            report.review_id.into(),
            report.reason.as_str().into(),
            report.note.into(),
            report.account_id.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Whether an account's report of a review waits already.
///
/// # Errors
/// Whatever the database says.
pub async fn was_reported_by(db: &impl Db, review_id: i64, account_id: i64) -> Result<bool> {
    let text = "SELECT COUNT(*) FROM review_report WHERE review_id = $1 AND account_id = $2 AND outcome IS NULL";
    Ok(sql::integer(db, text, [review_id.into(), account_id.into()]).await?.unwrap_or_default() > 0)
}

/// Open reports of these reviews, the oldest first; at most two hundred.
///
/// # Errors
/// Whatever the database says.
pub async fn open_reports(db: &impl Db, review_ids: &[i64]) -> Result<Vec<ReportRow>> {
    if review_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT review_id, reason, note, reported_at FROM review_report
         WHERE outcome IS NULL AND review_id IN ({}) ORDER BY id LIMIT 200",
        sql::placeholders(1, review_ids.len())
    );
    sql::all(db, &text, review_ids.iter().map(|id| (*id).into())).await
}

/// Closes the open reports of a review; how many there were. `outcome` is `upheld`, `dismissed` or `removed`.
///
/// # Errors
/// Whatever the database says.
pub async fn close_reports(
    tx: &Tx,
    review_id: i64,
    outcome: &str,
    closed_by: Option<i64>,
    now: Timestamp,
) -> Result<u64> {
    sql::execute(
        tx,
        "UPDATE review_report SET outcome = $2, closed_by = $3, closed_at = $4 WHERE review_id = $1 AND outcome IS NULL",
        [review_id.into(), outcome.into(), closed_by.into(), now.millis().into()],
    )
    .await
}

/// How much waits for curators.
///
/// # Errors
/// Whatever the database says.
pub async fn report_counts(db: &impl Db) -> Result<ReportCounts> {
    let text = "SELECT (SELECT COUNT(DISTINCT review_id) FROM review_report WHERE outcome IS NULL) AS reported,
        (SELECT COUNT(*) FROM review WHERE status = 'hidden') AS hidden";
    Ok(sql::one(db, text, []).await?.unwrap_or_default())
}
