//! How long ago something was, as people say it.

use domain::time::{Date, Timestamp, Zone};
use text::Tr;

const HOUR: i64 = 3_600_000;

/// "3 jam lalu", "kemarin", "5 hari lalu"; a date after a week. Days are those of the two sentra.
pub(super) fn ago(at: Timestamp, now: Timestamp, tr: Tr) -> String {
    let passed = (now.millis() - at.millis()).max(0);
    let (day, today) = (Date::from_timestamp(at, Zone::Wib), Date::from_timestamp(now, Zone::Wib));
    if passed < HOUR {
        return tr.count("curating-ago-minutes", (passed / 60_000).max(1));
    }
    if day == today || passed < 12 * HOUR {
        return tr.count("curating-ago-hours", passed / HOUR);
    }
    match (1..=7).find(|days| day.plus_days(*days) == today) {
        Some(1) => tr.t("curating-ago-yesterday"),
        Some(days) => tr.count("curating-ago-days", days),
        None => tr.date(day),
    }
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;

    use super::*;

    #[test]
    fn time_is_told_in_the_largest_fitting_unit() {
        // Tuesday, 24 November 2026, 09.00 WIB.
        let now = Timestamp::from_millis(1_795_485_600_000);
        let told = |hours: i64| ago(now.plus_millis(-hours * HOUR), now, Tr::new(Locale::Id));
        assert_eq!(told(0), "1 menit lalu");
        assert_eq!(told(3), "3 jam lalu");
        assert_eq!(told(20), "kemarin");
        assert_eq!(told(50), "2 hari lalu");
        assert_eq!(told(24 * 30), "25 Oktober 2026");
        assert_eq!(ago(now.plus_hours(1), now, Tr::new(Locale::Id)), "1 menit lalu");
    }
}
