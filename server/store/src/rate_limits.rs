//! Counters of what may be tried only so often, one row per action, subject and window of time.

use domain::time::Timestamp;

use crate::{Result, Tx, sql};

/// Counts one more try; how many there are now in that window.
///
/// # Errors
/// Whatever the database says.
pub async fn hit(tx: &Tx, action: &str, subject: &str, window_start: Timestamp) -> Result<i64> {
    let hits = sql::integer(
        tx,
        "INSERT INTO rate_limit (action, subject, window_start, hits) VALUES ($1, $2, $3, 1)
         ON CONFLICT (action, subject, window_start) DO UPDATE SET hits = rate_limit.hits + 1 RETURNING hits",
        [action.into(), subject.into(), window_start.millis().into()],
    )
    .await?;
    Ok(hits.unwrap_or(1))
}

/// Forgets the tries of a subject, after one that went well.
///
/// # Errors
/// Whatever the database says.
pub async fn clear(tx: &Tx, action: &str, subject: &str) -> Result<()> {
    sql::execute(tx, "DELETE FROM rate_limit WHERE action = $1 AND subject = $2", [action.into(), subject.into()])
        .await?;
    Ok(())
}

/// Removes windows that began before that time.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_older(tx: &Tx, before: Timestamp) -> Result<u64> {
    sql::execute(tx, "DELETE FROM rate_limit WHERE window_start < $1", [before.millis().into()]).await
}
