//! Writes text messages into a folder, for development and for tests.

use std::{path::PathBuf, sync::Arc};

use async_trait::async_trait;
use ports::{Clock, OutgoingText, TextError, TextMessenger};

use super::{TextUrlError, body, id};

/// One `.json` file per message, as a gateway would get it; the names sort by time.
pub struct FolderMessenger {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
}

impl FolderMessenger {
    /// Makes the folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(folder: impl Into<PathBuf>, clock: Arc<dyn Clock>) -> Result<Self, TextUrlError> {
        let folder = folder.into();
        std::fs::create_dir_all(&folder).map_err(TextUrlError::Folder)?;
        Ok(Self { folder, clock })
    }
}

#[async_trait]
impl TextMessenger for FolderMessenger {
    async fn send(&self, message: &OutgoingText) -> Result<(), TextError> {
        let name = format!("{:013}-{}", self.clock.now().millis(), id(message));
        let unfinished = self.folder.join(format!("{name}.part"));
        // Whoever watches the folder sees a file only once it is complete.
        let written = async {
            tokio::fs::write(&unfinished, body(message).to_string()).await?;
            tokio::fs::rename(&unfinished, self.folder.join(format!("{name}.json"))).await
        };
        written.await.map_err(|error: std::io::Error| TextError::Passing(error.to_string()))
    }
}
