//! Answers kept under the key that a caller chose, so that a repeated request is done once.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// What is kept under a key.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Record {
    /// SHA-256 of the body, hex.
    pub body_hash: String,
    /// The answer; `None` while the first request is under way.
    pub response: Option<String>,
}

/// What is kept under a key.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, key: &str) -> Result<Option<Record>> {
    sql::one(db, "SELECT body_hash, response FROM idempotency_record WHERE key = $1", [key.into()]).await
}

/// Takes a key; `false` when somebody has it. On PostgreSQL this waits for a transaction that is just taking it.
///
/// # Errors
/// Whatever the database says.
pub async fn take(tx: &Tx, key: &str, body_hash: &str, now: Timestamp) -> Result<bool> {
    let taken = sql::execute(
        tx,
        "INSERT INTO idempotency_record (key, body_hash, created_at) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING",
        [key.into(), body_hash.into(), now.millis().into()],
    )
    .await?;
    Ok(taken == 1)
}

/// Keeps the answer.
///
/// # Errors
/// Whatever the database says.
pub async fn answer(tx: &Tx, key: &str, response: &str) -> Result<()> {
    sql::execute(tx, "UPDATE idempotency_record SET response = $2 WHERE key = $1", [key.into(), response.into()])
        .await?;
    Ok(())
}

/// Removes what was kept before `before`.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_older(tx: &Tx, before: Timestamp) -> Result<u64> {
    sql::execute(tx, "DELETE FROM idempotency_record WHERE created_at < $1", [before.millis().into()]).await
}
