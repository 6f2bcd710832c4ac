//! Instants in UTC milliseconds.

use serde::{Deserialize, Serialize, Serializer};

use super::{Date, Zone};
use crate::locale::Locale;

pub(super) const MILLIS_PER_HOUR: i64 = 3_600_000;
pub(super) const MILLIS_PER_DAY: i64 = 24 * MILLIS_PER_HOUR;

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

/// Writes an instant as RFC 3339 text, for interfaces; stored values are milliseconds. To name in `serialize_with`.
///
/// # Errors
/// Whatever the serializer says.
pub fn as_rfc3339<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.to_rfc3339())
}

/// As [`as_rfc3339`], for what may not have happened.
///
/// # Errors
/// Whatever the serializer says.
pub fn maybe_as_rfc3339<S: Serializer>(at: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    at.map(Timestamp::to_rfc3339).serialize(serializer)
}

/// A text that is not an RFC 3339 instant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an RFC 3339 time")]
pub struct ParseTimestampError;

impl Timestamp {
    /// From milliseconds since 1970.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// So many milliseconds later (earlier when negative).
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// So many minutes later.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_millis(minutes.saturating_mul(60_000))
    }

    /// So many hours later.
    #[must_use]
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_millis(hours.saturating_mul(MILLIS_PER_HOUR))
    }

    /// So many days of 24 hours later.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_millis(days.saturating_mul(MILLIS_PER_DAY))
    }

    /// `2026-11-24T05:00:00Z`; with milliseconds only where there are some.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        let date = Date::from_days(self.0.div_euclid(MILLIS_PER_DAY));
        let rest = self.0.rem_euclid(MILLIS_PER_DAY);
        let (hour, minute, second, milli) =
            (rest / MILLIS_PER_HOUR, rest / 60_000 % 60, rest / 1_000 % 60, rest % 1_000);
        let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
        format!("{date}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
    }

    /// Reads an RFC 3339 instant with any offset.
    ///
    /// # Errors
    /// When it is not one.
    pub fn parse_rfc3339(text: &str) -> Result<Self, ParseTimestampError> {
        let parsed = time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339)
            .map_err(|_| ParseTimestampError)?;
        i64::try_from(parsed.unix_timestamp_nanos().div_euclid(1_000_000)).map(Self).map_err(|_| ParseTimestampError)
    }

    /// Hour and minute in a zone.
    #[must_use]
    pub const fn hour_minute(self, zone: Zone) -> (i64, i64) {
        let rest = self.0.saturating_add(zone.offset_millis()).rem_euclid(MILLIS_PER_DAY);
        (rest / MILLIS_PER_HOUR, rest / 60_000 % 60)
    }

    /// `17 Oktober 2026 pukul 14.30 WIB` or `17 October 2026, 14:30 WIB`.
    #[must_use]
    pub fn display(self, locale: Locale, zone: Zone) -> String {
        let date = Date::from_timestamp(self, zone).display(locale);
        let (hour, minute) = self.hour_minute(zone);
        match locale {
            Locale::Id => format!("{date} pukul {hour:02}.{minute:02} {zone}"),
            Locale::En => format!("{date}, {hour:02}:{minute:02} {zone}"),
        }
    }
}
