use domain::{
    locale::Locale::{En, Id},
    time::{Date, Timestamp, Zone, date_range},
};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn instants_follow_rfc_3339() {
    let instant = Timestamp::parse_rfc3339("2026-11-24T05:00:00Z").unwrap();
    assert_eq!(instant.to_rfc3339(), "2026-11-24T05:00:00Z");
    assert_eq!(Timestamp::parse_rfc3339("2026-11-24T12:00:00+07:00").unwrap(), instant);
    assert_eq!(instant.plus_millis(7).to_rfc3339(), "2026-11-24T05:00:00.007Z");
    assert_eq!(Timestamp::from_millis(-1).to_rfc3339(), "1969-12-31T23:59:59.999Z");
    for text in ["", "2026-11-24", "2026-13-01T00:00:00Z", "2026-11-24T05:00:00"] {
        assert!(Timestamp::parse_rfc3339(text).is_err(), "{text:?}");
    }
}

#[test]
fn instants_read_well_in_both_languages() {
    let instant = Timestamp::parse_rfc3339("2026-10-17T07:30:00Z").unwrap();
    assert_eq!(instant.display(Id, Zone::Wib), "17 Oktober 2026 pukul 14.30 WIB");
    assert_eq!(instant.display(En, Zone::Wib), "17 October 2026, 14:30 WIB");
    assert_eq!(instant.display(Id, Zone::Wit), "17 Oktober 2026 pukul 16.30 WIT");
}

#[test]
fn a_day_begins_at_local_midnight() {
    let evening = Timestamp::parse_rfc3339("2026-10-17T17:00:00Z").unwrap();
    assert_eq!(Date::from_timestamp(evening, Zone::Wib), day("2026-10-18"));
    assert_eq!(day("2026-10-18").start_of_day(Zone::Wib), evening);
    assert_eq!(Date::from_timestamp(evening.plus_millis(-1), Zone::Wib), day("2026-10-17"));
}

#[test]
fn dates_read_well_in_both_languages() {
    assert_eq!(day("2026-10-17").display(Id), "17 Oktober 2026");
    assert_eq!(day("2026-10-17").display(En), "17 October 2026");
    assert_eq!(day("2026-10-17").display_short(Id), "17 Okt");
    assert_eq!(date_range(day("2026-11-27"), day("2026-11-28"), Id), "27–28 November 2026");
    assert_eq!(date_range(day("2026-11-30"), day("2026-12-02"), Id), "30 November–2 Desember 2026");
    assert_eq!(date_range(day("2026-12-31"), day("2027-01-02"), En), "31 December 2026–2 January 2027");
    assert_eq!(date_range(day("2026-12-31"), day("2026-12-31"), En), "31 December 2026");
}

#[test]
fn refuses_what_is_no_date() {
    for text in [
        "",
        "2026-02-29",
        "2026-13-01",
        "26-01-01",
        "2026-1-01",
        "+026-01-01",
        "2026-+1-01",
        "2026/01/01",
        "2026-01-0é",
    ] {
        assert!(text.parse::<Date>().is_err(), "{text:?}");
    }
}

#[test]
fn working_days_leave_out_weekends_and_holidays() {
    // 2026-11-27 is a Friday.
    assert_eq!(day("2026-11-27").plus_working_days(1, &[]), day("2026-11-30"));
    assert_eq!(day("2026-11-27").plus_working_days(1, &[day("2026-11-30")]), day("2026-12-01"));
    assert_eq!(day("2026-11-24").plus_working_days(3, &[]), day("2026-11-27"));
    assert_eq!(day("2026-11-28").plus_working_days(0, &[]), day("2026-11-28"));
}

#[test]
fn the_ends_of_time_hold() {
    for instant in [Timestamp::from_millis(i64::MAX), Timestamp::from_millis(i64::MIN)] {
        let _ = (instant.to_rfc3339(), instant.display(Id, Zone::Wit), instant.plus_days(i64::MAX));
    }
    let _ = Date::from_days(i64::MAX).plus_working_days(i64::MAX, &[]);
}

proptest! {
    #[test]
    fn instants_round_trip(millis in 0..4_000_000_000_000_i64) {
        let instant = Timestamp::from_millis(millis);
        prop_assert_eq!(Timestamp::parse_rfc3339(&instant.to_rfc3339()).unwrap(), instant);
    }

    #[test]
    fn dates_round_trip(days in 0..40_000_i64) {
        let date = Date::from_days(days);
        prop_assert_eq!(date.days(), days);
        prop_assert_eq!(date.to_string().parse::<Date>().unwrap(), date);
        prop_assert_eq!(Date::from_timestamp(date.start_of_day(Zone::Wita), Zone::Wita), date);
    }
}
