//! Where pictures are kept.

use async_trait::async_trait;
use bytes::Bytes;

/// Keeps bytes under content-addressed keys like `ab/abcd…-640.webp`.
#[async_trait]
pub trait MediaStore: Send + Sync {
    /// Stores bytes; the same key always has the same bytes, so storing twice changes nothing.
    async fn put(&self, key: &str, bytes: Bytes) -> Result<(), MediaError>;
    /// The bytes of a key; `None` when there are none.
    async fn get(&self, key: &str) -> Result<Option<Bytes>, MediaError>;
    /// All keys, sorted.
    async fn list(&self) -> Result<Vec<String>, MediaError>;
}

/// Why pictures cannot be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// Not a key of ours.
    #[error("not a media key: {0:?}")]
    Key(String),
    /// The storage failed; it may work later.
    #[error("media storage: {0}")]
    Storage(String),
}
