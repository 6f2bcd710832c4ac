//! Refused forms, one row per browser and form.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

#[derive(FromQueryResult)]
struct StateRow {
    state: String,
}

/// The stored JSON of a form.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, token_hash: &str, form: &str) -> Result<Option<String>> {
    let row: Option<StateRow> = sql::one(
        db,
        "SELECT state FROM form_state WHERE token_hash = $1 AND form = $2",
        [token_hash.into(), form.into()],
    )
    .await?;
    Ok(row.map(|row| row.state))
}

/// Inserts or replaces.
///
/// # Errors
/// Whatever the database says.
pub async fn put(tx: &Tx, token_hash: &str, form: &str, state: &str, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO form_state (token_hash, form, state, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (token_hash, form) DO UPDATE SET state = excluded.state, created_at = excluded.created_at",
        [token_hash.into(), form.into(), state.into(), now.millis().into()],
    )
    .await?;
    Ok(())
}

/// Removes one form of a browser.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(tx: &Tx, token_hash: &str, form: &str) -> Result<()> {
    sql::execute(tx, "DELETE FROM form_state WHERE token_hash = $1 AND form = $2", [token_hash.into(), form.into()])
        .await?;
    Ok(())
}

/// Removes what is older than `before`.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_older(tx: &Tx, before: Timestamp) -> Result<u64> {
    sql::execute(tx, "DELETE FROM form_state WHERE created_at < $1", [before.millis().into()]).await
}
