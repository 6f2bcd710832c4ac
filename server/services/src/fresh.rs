//! Something read from the database that many requests share for a while.

use std::sync::{Arc, Mutex, PoisonError};

use domain::time::Timestamp;

/// How old a value may be. What is kept like this changes a few times a year.
const FRESH_MILLIS: i64 = 60_000;

/// The last value that was read.
#[derive(Debug)]
pub struct Fresh<T>(Mutex<Option<(Timestamp, Arc<T>)>>);

impl<T> Default for Fresh<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Fresh<T> {
    /// The value while it is fresh.
    #[must_use]
    pub fn known(&self, now: Timestamp) -> Option<Arc<T>> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (read_at, value) = seen.as_ref()?;
        (now.millis() - read_at.millis() < FRESH_MILLIS).then(|| Arc::clone(value))
    }

    /// The value however old it is.
    #[must_use]
    pub fn last(&self) -> Option<Arc<T>> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.as_ref().map(|(_, value)| Arc::clone(value))
    }

    /// Keeps what was just read.
    pub fn keep(&self, now: Timestamp, value: T) -> Arc<T> {
        let value = Arc::new(value);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&value)));
        value
    }
}
