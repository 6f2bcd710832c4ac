//! Draws share pictures off the async threads.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use ports::{PhotoError, ShareCard, SharePainter};
use tokio::sync::Semaphore;

use crate::card::paint;

/// Draws one picture at a time: crawlers ask for many at once, and pages are to be answered meanwhile.
#[derive(Debug)]
pub struct CardPainter {
    slot: Arc<Semaphore>,
}

impl Default for CardPainter {
    fn default() -> Self {
        Self { slot: Arc::new(Semaphore::new(1)) }
    }
}

#[async_trait]
impl SharePainter for CardPainter {
    async fn paint(&self, card: ShareCard) -> Result<Bytes, PhotoError> {
        let broken = |error: &dyn std::fmt::Display| PhotoError::Damaged(error.to_string());
        let permit = Arc::clone(&self.slot).acquire_owned().await.map_err(|error| broken(&error))?;
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            paint(&card)
        });
        work.await.map_err(|error| broken(&error))?
    }
}
