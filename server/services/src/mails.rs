//! Puts mails into the queue, in the transaction of the change that they tell of.

use domain::time::Timestamp;
use ports::mail::MailMessage;
use store::Tx;

use crate::{Error, Result};

/// Kind of the jobs that send a mail; the payload is a [`MailMessage`] as JSON.
pub const MAIL_JOB: &str = "mail";

/// Enqueues a mail. `key` names it for good: the same key is the same mail, sent once.
///
/// # Errors
/// When the database is not available.
pub async fn enqueue(tx: &Tx, message: &MailMessage, key: &str, now: Timestamp) -> Result<()> {
    let payload = serde_json::to_string(message).map_err(Error::internal)?;
    Ok(store::jobs::enqueue(tx, MAIL_JOB, payload, Some(format!("{MAIL_JOB}:{key}")), now).await?)
}

/// Enqueues several mails, each with its key, in one statement.
///
/// # Errors
/// When the database is not available.
pub async fn enqueue_all(tx: &Tx, messages: &[(MailMessage, String)], now: Timestamp) -> Result<()> {
    let jobs = messages
        .iter()
        .map(|(message, key)| {
            Ok((serde_json::to_string(message).map_err(Error::internal)?, format!("{MAIL_JOB}:{key}")))
        })
        .collect::<Result<_>>()?;
    Ok(store::jobs::enqueue_all(tx, MAIL_JOB, jobs, now).await?)
}
