//! Mail and text messages: what they say, and the adapters that send them.
//!
//! Knows no database and no use case: it renders the typed messages of [`ports::mail`] and hands them to a mail server, a
//! gateway for text messages or a folder.

mod envelope;
mod folder;
mod layout;
mod render;
mod smtp;
mod texting;

use std::sync::Arc;

use ports::{Mailer, SystemClock};

pub use folder::FolderMailer;
pub use render::render;
pub use smtp::SmtpMailer;
pub use texting::{FolderMessenger, GatewayMessenger, TextUrlError, messenger_from_url, render_text};

/// Why a mailer cannot be made of its address.
#[derive(Debug, thiserror::Error)]
pub enum MailUrlError {
    /// Neither a folder nor a mail server. The address may hold a password, so it is not shown.
    #[error("the mail address must begin with file://, smtp:// or smtps://")]
    Kind,
    /// The address of the server cannot be read.
    #[error("the mail address cannot be read")]
    Address,
    /// The sender is not a mailbox.
    #[error("not a sender: {0:?}")]
    Sender(String),
    /// The folder cannot be made.
    #[error("cannot make the folder for mails")]
    Folder(#[source] std::io::Error),
}

/// The mailer of an address: `file://folder`, `smtp://user:password@host:port` (STARTTLS, plain on the same machine only)
/// or `smtps://…`; `from` is the sender of all mails, `Sentra <noreply@contoh.test>`.
///
/// # Errors
/// When the address or the sender cannot be read, or the folder cannot be made.
pub fn from_url(url: &str, from: &str) -> Result<Arc<dyn Mailer>, MailUrlError> {
    match url.split_once("://") {
        Some(("file", folder)) => Ok(Arc::new(FolderMailer::new(folder, from, Arc::new(SystemClock))?)),
        Some(("smtp" | "smtps", _)) => Ok(Arc::new(SmtpMailer::new(url, from)?)),
        _ => Err(MailUrlError::Kind),
    }
}
