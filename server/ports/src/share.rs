//! Pictures that chat apps and social networks show beside a link.

use async_trait::async_trait;
use bytes::Bytes;

use crate::PhotoError;

/// Width in pixels of a share picture.
pub const SHARE_WIDTH: u32 = 1200;
/// Height in pixels of a share picture.
pub const SHARE_HEIGHT: u32 = 630;
/// Photos that one shows at most.
pub const SHARE_PHOTOS: usize = 3;

/// What stands on a share picture.
#[derive(Debug, Clone, Default)]
pub struct ShareCard {
    /// In large letters.
    pub title: String,
    /// A line above it.
    pub above: String,
    /// A line below it.
    pub below: String,
    /// Renditions of ours, as JPEG: none, one, or up to [`SHARE_PHOTOS`].
    pub photos: Vec<Bytes>,
}

/// Draws share pictures, one at a time.
#[async_trait]
pub trait SharePainter: Send + Sync {
    /// A JPEG of [`SHARE_WIDTH`] × [`SHARE_HEIGHT`] pixels. Letters that the font lacks are left out.
    async fn paint(&self, card: ShareCard) -> Result<Bytes, PhotoError>;
}
