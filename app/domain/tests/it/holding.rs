use domain::{
    cart_hold::HoldTime,
    making::{self, WeekRoom},
    time::{Date, Timestamp},
};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_row_of_holds_never_lasts_longer_than_twice_its_length(
        length in 1_i64..120, waits in prop::collection::vec(0_i64..200, 1..30)
    ) {
        let mut now = Timestamp::from_millis(1_795_485_600_000);
        let mut first = None;
        for wait in waits {
            now = now.plus_minutes(wait);
            if let Some(time) = HoldTime::taken(now, length, first) {
                prop_assert!(time.expires_at > now && time.expires_at <= now.plus_minutes(length));
                prop_assert!(time.expires_at <= time.first_at.plus_minutes(2 * length));
                // Whoever begins anew has left the goods alone for a whole length.
                let is_rested = |first: Timestamp| now >= first.plus_minutes(3 * length);
                let is_fair = first.is_none_or(|first| first == time.first_at || is_rested(first));
                prop_assert!(is_fair);
                first = Some(time.first_at);
            }
        }
    }

    #[test]
    fn weeks_are_filled_in_order_and_never_beyond_their_room(
        rooms in prop::collection::vec(-2_i64..9, 1..14), quantity in 1_i64..60, lead in 0_i64..40
    ) {
        let monday = Date::from_ymd(2026, 11, 23).unwrap();
        let rooms: Vec<WeekRoom> = (0..)
            .zip(rooms)
            .map(|(week, free)| WeekRoom { monday: monday.plus_days(7 * week), free })
            .collect();
        let earliest = monday.plus_days(1 + lead);
        let usable: i64 =
            rooms.iter().filter(|room| room.monday >= earliest.monday()).map(|room| room.free.max(0)).sum();
        match making::plan(&rooms, quantity, earliest) {
            Err(left) => {
                prop_assert_eq!(left, usable);
                prop_assert!(usable < quantity);
            }
            Ok(making) => {
                prop_assert_eq!(making.weeks.iter().map(|(_, pieces)| pieces).sum::<i64>(), quantity);
                for (index, pieces) in &making.weeks {
                    prop_assert!((1..=rooms[*index].free).contains(pieces));
                    prop_assert!(rooms[*index].monday >= earliest.monday());
                    prop_assert!(rooms[*index].monday <= making.ready_on);
                }
                prop_assert!(making.ready_on >= earliest);
            }
        }
    }
}

#[test]
fn a_week_is_named_by_its_monday() {
    for (day, monday) in [("2026-11-23", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("2027-01-01", "2026-12-28")] {
        assert_eq!(day.parse::<Date>().unwrap().monday().to_string(), monday);
    }
}
