//! Reads the renditions of photos.

use bytes::Bytes;
use ports::MediaError;

use crate::{Error, Result, Services};

/// The bytes of a rendition by its key (`ab/<key>-640.webp`).
///
/// # Errors
/// Not found, also for what is not a key of ours.
pub async fn read(services: &Services, key: &str) -> Result<Bytes> {
    match services.ports().media.get(key).await {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) | Err(MediaError::Key(_)) => Err(Error::NotFound),
        Err(MediaError::Storage(message)) => Err(Error::Unavailable(message)),
    }
}
