//! How long things take that happen by themselves. Each is a setting; this is the list of them, with what is allowed.

use std::ops::RangeInclusive;

/// A time that operators may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// Key of its row and of `sentra.toml`; ends with its unit. `SENTRA_` and the same in capitals in the environment.
    pub key: &'static str,
    /// Where nobody set another.
    pub default: i64,
    /// What is allowed. Outside of it a shop would stand still, or a promise would be broken.
    pub range: RangeInclusive<i64>,
}

const fn timer(key: &'static str, default: i64, range: RangeInclusive<i64>) -> Timer {
    Timer { key, default, range }
}

/// Every timer.
pub const TIMERS: [Timer; 22] = [
    timer("transfer_payment_hours", 24, 1..=168),
    timer("proof_review_hours", 72, 1..=336),
    timer("payment_retry_hours", 12, 1..=168),
    // Stripe ends no session before 30 minutes.
    timer("card_session_minutes", 35, 30..=1_440),
    timer("card_hold_minutes", 45, 31..=1_500),
    timer("checkout_hold_minutes", 15, 1..=120),
    timer("seller_accept_hours", 24, 1..=168),
    timer("auto_complete_food_working_days", 3, 1..=30),
    timer("auto_complete_craft_days", 7, 1..=60),
    timer("case_reply_hours", 48, 1..=336),
    timer("replacement_days", 7, 1..=60),
    timer("refund_settle_days", 7, 1..=60),
    timer("review_edit_days", 30, 1..=365),
    timer("review_invite_days", 3, 1..=60),
    timer("qris_change_hold_hours", 72, 0..=720),
    // The law has a food permit renewed before its last half year.
    timer("certificate_expiring_days", 180, 1..=720),
    timer("unmatched_payment_minutes", 5, 1..=1_440),
    timer("idempotency_days", 7, 1..=90),
    timer("job_days", 14, 1..=365),
    timer("form_hours", 24, 1..=720),
    // Longer than the cookie of a cart lives, nobody could come back to it.
    timer("cart_days", 90, 1..=90),
    // Above, the watch would take the worker for dead (`timers::LATE_MILLIS`).
    timer("timer_seconds", 60, 1..=240),
];

impl Timer {
    /// The timer of that key.
    #[must_use]
    pub fn find(key: &str) -> Option<&'static Self> {
        TIMERS.iter().find(|timer| timer.key == key)
    }

    /// Its name in the environment: `SENTRA_JOB_DAYS`.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("SENTRA_{}", self.key.to_ascii_uppercase())
    }

    /// What a row or a setting says, when it is allowed.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<i64> {
        text.parse().ok().filter(|value| self.range.contains(value))
    }
}
