//! Puts mails and text messages into the queue, in the transaction of the change that they tell of.

use domain::{locale::Locale, time::Timestamp};
use ports::{
    mail::{MailContent, MailMessage},
    texting::TextMessage,
};
use store::Tx;

use crate::{Error, Result};

/// Kind of the jobs that send a mail; the payload is a [`MailMessage`] as JSON.
pub const MAIL_JOB: &str = "mail";
/// Kind of the jobs that send a text message; the payload is a [`TextMessage`] as JSON.
pub const TEXT_JOB: &str = "text";

/// A message with where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outgoing {
    Mail(MailMessage),
    Text(TextMessage),
}

impl Outgoing {
    /// To somebody who has a telephone, and perhaps an address: a mail costs nothing and holds more.
    pub(crate) fn to(email: Option<&str>, phone: &str, locale: Locale, content: MailContent) -> Self {
        match email {
            Some(email) => Self::Mail(MailMessage { to: email.to_owned(), locale, content }),
            None => Self::Text(TextMessage { to: phone.to_owned(), locale, content }),
        }
    }

    /// The job of it. The same occasion is the same message to the same reader, sent once.
    fn job(&self, occasion: &str) -> Result<(&'static str, String, String)> {
        let (kind, payload, to) = match self {
            Self::Mail(message) => (MAIL_JOB, serde_json::to_string(message), &message.to),
            Self::Text(message) => (TEXT_JOB, serde_json::to_string(message), &message.to),
        };
        Ok((kind, payload.map_err(Error::internal)?, format!("{kind}:{occasion}:{to}")))
    }
}

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
            let payload = serde_json::to_string(message).map_err(Error::internal)?;
            Ok((MAIL_JOB, payload, format!("{MAIL_JOB}:{key}")))
        })
        .collect::<Result<_>>()?;
    Ok(store::jobs::enqueue_all(tx, jobs, now).await?)
}

/// Enqueues messages, each with its occasion, in one statement.
pub(crate) async fn send_all(tx: &Tx, messages: &[(Outgoing, String)], now: Timestamp) -> Result<()> {
    let jobs = messages.iter().map(|(message, occasion)| message.job(occasion)).collect::<Result<_>>()?;
    Ok(store::jobs::enqueue_all(tx, jobs, now).await?)
}
