//! What may be tried only so often. Counted in the database, so that it holds over restarts and several processes.

use domain::time::Timestamp;
use store::Tx;

use crate::{Error, Result, Services, secret};

/// How often an action may be tried per subject in a window of time.
#[derive(Debug, Clone, Copy)]
pub struct RateLimit {
    /// Stable name of the action.
    pub action: &'static str,
    /// Most tries in a window.
    pub most: i64,
    /// Length of a window; windows follow one another from a fixed start, so that at its edge up to twice as many
    /// tries can come close together.
    pub window_minutes: i64,
}

impl RateLimit {
    fn window_millis(self) -> i64 {
        self.window_minutes * 60_000
    }

    fn window_start(self, now: Timestamp) -> Timestamp {
        Timestamp::from_millis(now.millis() - now.millis().rem_euclid(self.window_millis()))
    }
}

/// Counts a try in a transaction of its own.
///
/// # Errors
/// [`Error::TooManyRequests`] when there were too many before it.
pub async fn count(services: &Services, limit: RateLimit, subject: &str) -> Result<()> {
    let tx = services.store().begin().await?;
    count_in(&tx, limit, subject, services.now()).await?;
    Ok(tx.commit().await?)
}

/// Counts a try inside a transaction; it only counts when that is committed.
///
/// # Errors
/// [`Error::TooManyRequests`] when there were too many before it.
pub async fn count_in(tx: &Tx, limit: RateLimit, subject: &str, now: Timestamp) -> Result<()> {
    let start = limit.window_start(now);
    // Subjects are e-mail addresses and the like: a hash counts just as well and tells nobody anything.
    let hits = store::rate_limits::hit(tx, limit.action, &secret::hash(subject), start).await?;
    if hits <= limit.most {
        return Ok(());
    }
    let left = start.millis() + limit.window_millis() - now.millis();
    Err(Error::TooManyRequests { retry_after_seconds: (left + 999).div_euclid(1000) })
}

/// Forgets the tries of a subject after one that went well.
///
/// # Errors
/// When the database is not available.
pub async fn forgive_in(tx: &Tx, limit: RateLimit, subject: &str) -> Result<()> {
    Ok(store::rate_limits::clear(tx, limit.action, &secret::hash(subject)).await?)
}
