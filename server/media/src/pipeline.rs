//! The photo pipeline: one decoding at a time, off the async threads.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use ports::{MediaError, MediaStore, PRIVATE_FOLDER, PhotoError, PhotoPipeline, ProcessedPhoto};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;

use crate::{
    decode::{MAX_BYTES, decode},
    render::render,
};

/// Makes renditions and keeps them in a media store.
pub struct ImagePipeline {
    store: Arc<dyn MediaStore>,
    /// A 40-megapixel picture takes some 120 MB while it is decoded.
    slot: Arc<Semaphore>,
}

impl ImagePipeline {
    /// A pipeline that keeps its pictures there.
    #[must_use]
    pub fn new(store: Arc<dyn MediaStore>) -> Self {
        Self { store, slot: Arc::new(Semaphore::new(1)) }
    }
}

#[async_trait]
impl PhotoPipeline for ImagePipeline {
    async fn process(&self, bytes: Bytes) -> Result<ProcessedPhoto, PhotoError> {
        let key = hex::encode(Sha256::digest(&bytes));
        let folder = key[..2].to_owned();
        self.make(bytes, &folder, key).await
    }

    async fn process_private(&self, bytes: Bytes) -> Result<ProcessedPhoto, PhotoError> {
        let key = hex::encode(Sha256::digest(&bytes));
        self.make(bytes, PRIVATE_FOLDER, key).await
    }
}

impl ImagePipeline {
    async fn make(&self, bytes: Bytes, folder: &str, key: String) -> Result<ProcessedPhoto, PhotoError> {
        if bytes.len() > MAX_BYTES {
            return Err(PhotoError::TooLarge { max_bytes: MAX_BYTES });
        }
        let broken = |error: &dyn std::fmt::Display| PhotoError::Damaged(error.to_string());
        let permit = Arc::clone(&self.slot).acquire_owned().await.map_err(|error| broken(&error))?;
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let (image, orientation) = decode(&bytes)?;
            render(image, orientation)
        });
        // A decoder that panics on a hostile picture is a damaged picture to us.
        let (renditions, thumbhash) = work.await.map_err(|error| broken(&error))??;
        for rendition in &renditions {
            let name = |ending: &str| format!("{folder}/{key}-{}.{ending}", rendition.width);
            self.store.put(&name("webp"), rendition.webp.clone()).await?;
            self.store.put(&name("jpg"), rendition.jpeg.clone()).await?;
        }
        let largest = renditions.last().ok_or_else(|| MediaError::Storage("no rendition".to_owned()))?;
        Ok(ProcessedPhoto {
            key,
            width: i64::from(largest.width),
            height: i64::from(largest.height),
            thumbhash,
            widths: renditions.iter().map(|rendition| i64::from(rendition.width)).collect(),
        })
    }
}
