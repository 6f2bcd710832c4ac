//! Calendar dates.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use time::{Month, Weekday};

use super::{Timestamp, Zone, timestamp::MILLIS_PER_DAY};
use crate::locale::Locale;

/// Day number of 1970-01-01 in the Julian calendar count of the `time` crate.
const JULIAN_1970: i64 = 2_440_588;

/// A day, without a time zone; written `2026-11-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(time::Date);

/// A text that is not a date of the form `2026-11-24`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct ParseDateError;

impl Date {
    /// A day of the calendar; `None` where there is no such day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// From days since 1970-01-01; held inside the calendar's range.
    #[must_use]
    pub fn from_days(days: i64) -> Self {
        let julian = i32::try_from(days.saturating_add(JULIAN_1970)).unwrap_or(i32::MAX);
        Self(time::Date::from_julian_day(julian).unwrap_or(if days < 0 { time::Date::MIN } else { time::Date::MAX }))
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::from(self.0.to_julian_day()) - JULIAN_1970
    }

    /// The day that an instant falls on in a zone.
    #[must_use]
    pub fn from_timestamp(instant: Timestamp, zone: Zone) -> Self {
        Self::from_days(instant.millis().saturating_add(zone.offset_millis()).div_euclid(MILLIS_PER_DAY))
    }

    /// Midnight at the start of the day in a zone.
    #[must_use]
    pub fn start_of_day(self, zone: Zone) -> Timestamp {
        Timestamp::from_millis(self.days() * MILLIS_PER_DAY - zone.offset_millis())
    }

    /// So many days later (earlier when negative).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_days(self.days().saturating_add(days))
    }

    /// So many working days later (at most 3,650): Saturdays, Sundays and the given holidays do not count.
    #[must_use]
    pub fn plus_working_days(self, days: i64, holidays: &[Self]) -> Self {
        let mut date = self;
        let mut left = days.min(3_650);
        while left > 0 && date.0 < time::Date::MAX {
            date = date.plus_days(1);
            let is_weekend = matches!(date.0.weekday(), Weekday::Saturday | Weekday::Sunday);
            if !is_weekend && !holidays.contains(&date) {
                left -= 1;
            }
        }
        date
    }

    /// The Monday of its week, by which ISO weeks are named here.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus_days(-i64::from(self.0.weekday().number_days_from_monday()))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// `17 Oktober 2026` or `17 October 2026`.
    #[must_use]
    pub fn display(self, locale: Locale) -> String {
        format!("{} {} {}", self.0.day(), self.month_name(locale), self.0.year())
    }

    /// `17 Okt` or `17 Oct`.
    #[must_use]
    pub fn display_short(self, locale: Locale) -> String {
        format!("{} {}", self.0.day(), &self.month_name(locale)[..3])
    }

    fn month_name(self, locale: Locale) -> &'static str {
        const INDONESIAN: [&str; 12] = [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ];
        const ENGLISH: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let index = usize::from(u8::from(self.0.month()) - 1);
        match locale {
            Locale::Id => INDONESIAN[index],
            Locale::En => ENGLISH[index],
        }
    }
}

/// `27–28 November 2026`, `30 November–2 Desember 2026`, or one date where both are the same.
#[must_use]
pub fn date_range(from: Date, to: Date, locale: Locale) -> String {
    let same_year = from.0.year() == to.0.year();
    if from == to {
        to.display(locale)
    } else if same_year && from.0.month() == to.0.month() {
        format!("{}–{}", from.0.day(), to.display(locale))
    } else if same_year {
        format!("{} {}–{}", from.0.day(), from.month_name(locale), to.display(locale))
    } else {
        format!("{}–{}", from.display(locale), to.display(locale))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' || !text.is_ascii() {
            return Err(ParseDateError);
        }
        let is_digits = [0..4, 5..7, 8..10].into_iter().flatten().all(|index| bytes[index].is_ascii_digit());
        if !is_digits {
            return Err(ParseDateError);
        }
        let number = |part: &str| part.parse::<u16>().map_err(|_| ParseDateError);
        let (year, month, day) = (number(&text[..4])?, number(&text[5..7])?, number(&text[8..])?);
        let small = |number: u16| u8::try_from(number).map_err(|_| ParseDateError);
        Self::from_ymd(i32::from(year), small(month)?, small(day)?).ok_or(ParseDateError)
    }
}

impl TryFrom<String> for Date {
    type Error = ParseDateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}
