//! Jobs that begin with a change: enqueued in its transaction, they exist if and only if it does.

use domain::time::Timestamp;
use queue::NewJob;
pub use queue::{DeadJob, DeadKind, Retry};

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

/// The same, to be done at a time.
///
/// # Errors
/// Whatever the database says.
pub async fn enqueue_for(
    tx: &Tx,
    kind: &'static str,
    payload: String,
    unique_key: String,
    run_at: Timestamp,
    now: Timestamp,
) -> Result<()> {
    let job = NewJob { kind, payload, unique_key: Some(unique_key), run_at, priority: 0 };
    Ok(queue::enqueue(tx.connection(), job, now).await?)
}

/// Adds several jobs (kind, payload, unique key) to be done soon, in one statement.
///
/// # Errors
/// Whatever the database says.
pub async fn enqueue_all(tx: &Tx, jobs: Vec<(&'static str, String, String)>, now: Timestamp) -> Result<()> {
    let jobs = jobs
        .into_iter()
        .map(|(kind, payload, key)| NewJob { kind, payload, unique_key: Some(key), run_at: now, priority: 0 })
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

/// Jobs that were given up, the newest first, with ids below `below`; of one kind where one is given.
///
/// # Errors
/// Whatever the database says.
pub async fn dead(db: &impl Db, kind: Option<&str>, below: i64, limit: i64) -> Result<Vec<DeadJob>> {
    Ok(queue::dead(db.connection(), kind, below, limit).await?)
}

/// How many of each kind were given up.
///
/// # Errors
/// Whatever the database says.
pub async fn dead_kinds(db: &impl Db) -> Result<Vec<DeadKind>> {
    Ok(queue::dead_kinds(db.connection()).await?)
}

/// Whether there is such a job, in whatever state.
///
/// # Errors
/// Whatever the database says.
pub async fn exists(db: &impl Db, id: i64) -> Result<bool> {
    Ok(queue::exists(db.connection(), id).await?)
}

/// Has jobs that were given up tried again; how many.
///
/// # Errors
/// Whatever the database says.
pub async fn retry(tx: &Tx, which: Retry<'_>, now: Timestamp) -> Result<u64> {
    Ok(queue::retry_dead(tx.connection(), which, now).await?)
}

/// Removes jobs that were done before that time; dead ones stay.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_done(tx: &Tx, before: Timestamp) -> Result<u64> {
    Ok(queue::remove_done(tx.connection(), before).await?)
}
