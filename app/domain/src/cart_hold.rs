//! How long a cart may hold goods while its owner pays.

use crate::time::Timestamp;

/// How many times its length a hold may last in all, however often it is renewed.
const MOST_LENGTHS: i64 = 2;

/// The time that a hold has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoldTime {
    /// When the cart began to hold.
    pub first_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

impl HoldTime {
    /// The time of a hold that is taken or renewed `now`, after one that began at `first_at`, where there was one that no
    /// order came of. No row of holds lasts longer than twice the length of one; then others have the same goods to
    /// themselves for one more length, before the cart may begin anew. `None` while it may not.
    #[must_use]
    pub fn taken(now: Timestamp, length_minutes: i64, first_at: Option<Timestamp>) -> Option<Self> {
        let last = |first: Timestamp| first.plus_minutes(length_minutes.saturating_mul(MOST_LENGTHS));
        let first_at = first_at.filter(|&first| now < last(first).plus_minutes(length_minutes)).unwrap_or(now);
        let expires_at = now.plus_minutes(length_minutes).min(last(first_at));
        (expires_at > now).then_some(Self { first_at, expires_at })
    }
}
