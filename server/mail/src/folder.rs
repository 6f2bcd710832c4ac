//! Writes mails into a folder, for development and for tests.

use std::{path::PathBuf, sync::Arc};

use async_trait::async_trait;
use lettre::message::Mailbox;
use ports::{Clock, Mailer, MailerError, OutgoingMail};

use crate::{MailUrlError, envelope};

/// One `.eml` file per mail; the names sort by time.
pub struct FolderMailer {
    folder: PathBuf,
    from: Mailbox,
    clock: Arc<dyn Clock>,
}

impl FolderMailer {
    /// Makes the folder.
    ///
    /// # Errors
    /// When the sender is not a mailbox or the folder cannot be made.
    pub fn new(folder: impl Into<PathBuf>, from: &str, clock: Arc<dyn Clock>) -> Result<Self, MailUrlError> {
        let folder = folder.into();
        std::fs::create_dir_all(&folder).map_err(MailUrlError::Folder)?;
        Ok(Self { folder, from: envelope::sender(from)?, clock })
    }
}

#[async_trait]
impl Mailer for FolderMailer {
    async fn send(&self, mail: &OutgoingMail) -> Result<(), MailerError> {
        let bytes = envelope::message(mail, &self.from)?.formatted();
        let name = format!("{:013}-{}", self.clock.now().millis(), envelope::id(mail));
        let unfinished = self.folder.join(format!("{name}.part"));
        // Whoever watches the folder sees a file only once it is complete.
        let written = async {
            tokio::fs::write(&unfinished, bytes).await?;
            failpoint::pass(failpoint::MAIL_WRITTEN);
            tokio::fs::rename(&unfinished, self.folder.join(format!("{name}.eml"))).await
        };
        written.await.map_err(|error: std::io::Error| MailerError::Passing(error.to_string()))
    }
}
