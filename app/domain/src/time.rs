//! Instants, dates and the three Indonesian time zones.

mod date;
mod timestamp;

pub use date::{Date, ParseDateError, date_range};
pub use timestamp::{ParseTimestampError, Timestamp, as_rfc3339, maybe_as_rfc3339};

use crate::text_enum::text_enum;

text_enum! {
    /// A time zone of Indonesia; none of them has summer time.
    Zone {
        /// Western Indonesia, UTC+7.
        Wib = "WIB",
        /// Central Indonesia, UTC+8.
        Wita = "WITA",
        /// Eastern Indonesia, UTC+9.
        Wit = "WIT",
    }
}

impl Zone {
    /// Milliseconds ahead of UTC.
    #[must_use]
    pub const fn offset_millis(self) -> i64 {
        let hours = match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        };
        hours * timestamp::MILLIS_PER_HOUR
    }
}
