//! Goods that are sent again.

use domain::{fulfilment::FulfilmentStatus, time::Timestamp};
use sea_orm::FromQueryResult;

use super::of_cases;
use crate::{Db, Result, Tx, sql};

/// What is sent again for a case.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReplacementRow {
    /// Key of the case.
    pub complaint_id: i64,
    /// [`FulfilmentStatus`]
    pub status: String,
    /// Who carries it.
    pub courier: Option<String>,
    /// By which number.
    pub tracking: Option<String>,
    /// UTC ms.
    pub begun_at: i64,
    /// UTC ms.
    pub shipped_at: Option<i64>,
    /// UTC ms.
    pub delivered_at: Option<i64>,
}

const SELECT: &str =
    "SELECT complaint_id, status, courier, tracking, begun_at, shipped_at, delivered_at FROM replacement
    WHERE complaint_id IN ({}) ORDER BY complaint_id LIMIT 1000";

/// What is sent again for several cases.
///
/// # Errors
/// Whatever the database says.
pub async fn replacements(db: &impl Db, case_ids: &[i64]) -> Result<Vec<ReplacementRow>> {
    of_cases(db, SELECT, case_ids).await
}

/// Begins to send something again, once more where it has failed before.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_replacement(tx: &Tx, case_id: i64, now: Timestamp) -> Result<()> {
    let text = "INSERT INTO replacement (complaint_id, status, begun_at) VALUES ($1, 'preparing', $2)
        ON CONFLICT (complaint_id) DO UPDATE SET status = 'preparing', begun_at = excluded.begun_at,
            courier = NULL, tracking = NULL, shipped_at = NULL, delivered_at = NULL";
    sql::execute(tx, text, [case_id.into(), now.millis().into()]).await?;
    Ok(())
}

/// Moves it on; `false` when it is no longer where it was.
///
/// # Errors
/// Whatever the database says.
pub async fn move_replacement(
    tx: &Tx,
    row: &ReplacementRow,
    to: FulfilmentStatus,
    (courier, tracking): (Option<&str>, Option<&str>),
    now: Timestamp,
) -> Result<bool> {
    let at = |status| (to == status).then(|| now.millis());
    let changed = sql::execute(
        tx,
        "UPDATE replacement SET status = $3, courier = COALESCE($4, courier), tracking = COALESCE($5, tracking),
            shipped_at = COALESCE($6, shipped_at), delivered_at = COALESCE($7, delivered_at)
         WHERE complaint_id = $1 AND status = $2",
        [
            row.complaint_id.into(),
            row.status.as_str().into(),
            to.as_str().into(),
            courier.into(),
            tracking.into(),
            at(FulfilmentStatus::Shipped).into(),
            at(FulfilmentStatus::Delivered).into(),
        ],
    )
    .await?;
    Ok(changed == 1)
}
