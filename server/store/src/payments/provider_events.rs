//! What a provider told, once each.

use domain::time::Timestamp;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// Something that was told.
#[derive(Debug)]
pub struct NewEvent<'a> {
    /// Name of the provider.
    pub provider: &'a str,
    /// The provider's id of it.
    pub event_id: &'a str,
    /// What the provider calls it.
    pub kind: &'a str,
    /// `session`, `payment`, `refund`, `other`.
    pub subject_kind: &'a str,
    /// The provider's id of what it is about.
    pub subject_id: Option<&'a str>,
}

/// Something that was told, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct EventRow {
    /// Key.
    pub id: i64,
    /// `session`, `payment`, `refund`, `other`.
    pub subject_kind: String,
    /// The provider's id of what it is about.
    pub subject_id: Option<String>,
    /// UTC ms.
    pub processed_at: Option<i64>,
}

/// Keeps what was told; its key, or `None` when it was told before.
///
/// # Errors
/// Whatever the database says.
pub async fn insert(tx: &Tx, new: &NewEvent<'_>, now: Timestamp) -> Result<Option<i64>> {
    sql::integer(
        tx,
        "INSERT INTO provider_event (provider, event_id, kind, subject_kind, subject_id, received_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (provider, event_id) DO NOTHING RETURNING id",
        [
            new.provider.into(),
            new.event_id.into(),
            new.kind.into(),
            new.subject_kind.into(),
            new.subject_id.into(),
            now.millis().into(),
        ],
    )
    .await
}

/// What was told, by its key.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, id: i64) -> Result<Option<EventRow>> {
    let text = "SELECT id, subject_kind, subject_id, processed_at FROM provider_event WHERE id = $1";
    sql::one(db, text, [id.into()]).await
}

/// Notes what became of it.
///
/// # Errors
/// Whatever the database says.
pub async fn finish(tx: &Tx, id: i64, outcome: &str, now: Timestamp) -> Result<()> {
    let text = "UPDATE provider_event SET processed_at = $2, outcome = $3 WHERE id = $1";
    sql::execute(tx, text, [id.into(), now.millis().into(), outcome.into()]).await?;
    Ok(())
}
