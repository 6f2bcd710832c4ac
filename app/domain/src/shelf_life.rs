//! How long food may be sold.

use crate::time::Date;

/// Last day of a lot.
#[must_use]
pub fn best_before(produced_on: Date, shelf_life_days: i64) -> Date {
    produced_on.plus_days(shelf_life_days)
}

/// Last day on which food that is so many days on its way may be sold, and still keep for so many days at the buyer's.
#[must_use]
pub fn sellable_until(best_before: Date, days_to_arrival: i64, minimum_remaining_days: i64) -> Date {
    best_before.plus_days(days_to_arrival.saturating_add(minimum_remaining_days).saturating_neg())
}

/// Days that food has to keep at the buyer's: a part of its shelf life, in percent, rounded down.
#[must_use]
pub fn minimum_remaining(shelf_life_days: i64, percent: i64) -> i64 {
    shelf_life_days.saturating_mul(percent.clamp(0, 100)) / 100
}

/// Whether a lot may be on sale at all: its last day has not passed.
#[must_use]
pub fn is_sellable(best_before: Date, today: Date) -> bool {
    best_before >= today
}

/// Whether food reaches the buyer with at least so many days left.
#[must_use]
pub fn arrives_in_time(best_before: Date, arrival: Date, minimum_remaining_days: i64) -> bool {
    arrival.plus_days(minimum_remaining_days) <= best_before
}
