//! What makes the pictures that we serve out of an upload.

use async_trait::async_trait;
use bytes::Bytes;

/// Folder of renditions that are served to those who may see them, and never as public media.
pub const PRIVATE_FOLDER: &str = "private";

/// Turns an uploaded photo into our renditions and stores them.
#[async_trait]
pub trait PhotoPipeline: Send + Sync {
    /// Checks, turns, shrinks, strips and stores a photo. The same bytes give the same key.
    async fn process(&self, bytes: Bytes) -> Result<ProcessedPhoto, PhotoError>;

    /// The same for a photo that only some people may see: it is kept in [`PRIVATE_FOLDER`], under a name that does not
    /// tell what it shows.
    async fn process_private(&self, bytes: Bytes) -> Result<ProcessedPhoto, PhotoError>;
}

/// A stored photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessedPhoto {
    /// SHA-256 of the uploaded bytes, hex.
    pub key: String,
    /// Width in pixels of the largest rendition, upright.
    pub width: i64,
    /// Height in pixels of the largest rendition, upright.
    pub height: i64,
    /// Base64 of the thumbhash.
    pub thumbhash: String,
    /// Widths in pixels that exist, ascending; each as WebP and JPEG.
    pub widths: Vec<i64>,
}

/// Why an upload is not taken.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// Neither JPEG, PNG nor WebP.
    #[error("not a picture that we read")]
    NotAnImage,
    /// Apple's format, which browsers do not show.
    #[error("a HEIC picture")]
    Heic,
    /// More bytes than allowed.
    #[error("larger than {max_bytes} bytes")]
    TooLarge {
        /// Most bytes that are taken.
        max_bytes: usize,
    },
    /// More pixels than allowed.
    #[error("more than {max_megapixels} megapixels")]
    TooManyPixels {
        /// Most megapixels that are taken.
        max_megapixels: u32,
    },
    /// The picture ends early or is damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It could not be stored.
    #[error(transparent)]
    Storage(#[from] super::MediaError),
}
