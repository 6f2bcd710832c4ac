//! The audit trail: who did what to which thing, when, and why. Rows are only ever added.

use domain::{actor::Actor, time::Timestamp};

use crate::{Result, Tx, sql};

/// One line of the trail.
#[derive(Debug)]
pub struct NewAuditEvent<'a> {
    /// Who did it, when it was a person.
    pub account_id: Option<i64>,
    /// In which capacity.
    pub actor: Actor,
    /// What was done: `role_granted`, `product_published` …
    pub action: &'a str,
    /// What it was done to: `account`, `product` …
    pub object_kind: &'a str,
    /// Public id of that.
    pub object_id: &'a str,
    /// Why, or with what.
    pub reason: Option<&'a str>,
}

/// Adds a line.
///
/// # Errors
/// Whatever the database says.
pub async fn record(tx: &Tx, event: &NewAuditEvent<'_>, now: Timestamp) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO audit_event (account_id, actor, action, object_kind, object_id, reason, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            event.account_id.into(),
            event.actor.as_str().into(),
            event.action.into(),
            event.object_kind.into(),
            event.object_id.into(),
            event.reason.into(),
            now.millis().into(),
        ],
    )
    .await?;
    Ok(())
}
