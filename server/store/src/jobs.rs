//! Jobs that begin with a change: enqueued in its transaction, they exist if and only if it does.

use domain::time::Timestamp;
use queue::NewJob;

use crate::{Db, Result, Tx};

/// Adds a job to be done soon; a second one with the same key is dropped.
///
/// # Errors
/// Whatever the database says.
pub async fn enqueue(
    tx: &Tx,
    kind: &'static str,
    payload: String,
    unique_key: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let job = NewJob { kind, payload, unique_key, run_at: now, priority: 0 };
    Ok(queue::enqueue(tx.connection(), job, now).await?)
}

/// Adds several jobs of a kind (payload, unique key) to be done soon, in one statement.
///
/// # Errors
/// Whatever the database says.
pub async fn enqueue_all(tx: &Tx, kind: &'static str, jobs: Vec<(String, String)>, now: Timestamp) -> Result<()> {
    let jobs = jobs
        .into_iter()
        .map(|(payload, key)| NewJob { kind, payload, unique_key: Some(key), run_at: now, priority: 0 })
        .collect();
    Ok(queue::enqueue_all(tx.connection(), jobs, now).await?)
}

/// How many jobs are where.
///
/// # Errors
/// Whatever the database says.
pub async fn counts(db: &impl Db) -> Result<queue::Counts> {
    Ok(queue::counts(db.connection()).await?)
}

/// Removes jobs that were done before that time; dead ones stay.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_done(tx: &Tx, before: Timestamp) -> Result<u64> {
    Ok(queue::remove_done(tx.connection(), before).await?)
}
