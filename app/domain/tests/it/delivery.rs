use domain::{
    money::Rupiah,
    shelf_life,
    shipping::{ArrivalWindow, CourierRule, PackingFees, ParcelItem, price},
    time::Date,
    transport::TransportClass,
    weight::{Dimensions, Grams},
};
use proptest::prelude::*;

const REGULAR: CourierRule = CourierRule { divisor: 6_000, round_tolerance_g: 300, min_kg: 1, max_kg: 30 };
const FEES: PackingFees = PackingFees {
    small_max_g: 1_000,
    medium_max_g: 5_000,
    small: Rupiah::new(3_000),
    medium: Rupiah::new(10_000),
    large: Rupiah::new(25_000),
};

fn piece(grams: i64, side_mm: i64, transport_class: TransportClass, quantity: i64) -> ParcelItem {
    ParcelItem {
        quantity,
        weight: Grams::new(grams).unwrap(),
        dimensions: Dimensions::new(side_mm, side_mm, side_mm).unwrap(),
        transport_class,
    }
}

fn charged(grams: i64) -> Option<i64> {
    REGULAR.chargeable_kg(&[piece(grams, 0, TransportClass::Dry, 1)])
}

#[test]
fn rounds_with_the_couriers_tolerance() {
    assert_eq!(charged(1), Some(1));
    assert_eq!(charged(1_300), Some(1));
    assert_eq!(charged(1_301), Some(2));
    assert_eq!(charged(1_310), Some(2));
    assert_eq!(charged(30_300), Some(30));
    assert_eq!(charged(30_301), None);
}

#[test]
fn the_greater_of_weight_and_volume_counts() {
    // 30 × 30 × 30 cm ÷ 6000 = 4.5 kg against 700 g on the scale
    assert_eq!(REGULAR.chargeable_kg(&[piece(700, 300, TransportClass::Fragile, 1)]), Some(5));
    assert_eq!(REGULAR.chargeable_kg(&[piece(6_000, 300, TransportClass::Fragile, 1)]), Some(6));
    assert_eq!(
        REGULAR.chargeable_kg(&[piece(500, 0, TransportClass::Dry, 3), piece(900, 0, TransportClass::Dry, 1)]),
        Some(3)
    );
}

#[test]
fn absurd_parcels_are_refused_not_wrapped() {
    assert_eq!(REGULAR.chargeable_kg(&[piece(1_000_000, 3_000, TransportClass::Dry, i64::MAX)]), None);
    assert_eq!(FEES.of(&[piece(1, 0, TransportClass::Fragile, i64::MAX)]), None);
    assert_eq!(price(Rupiah::new(i64::MAX), 2), None);
    assert_eq!(price(Rupiah::new(8_000), 3), Some(Rupiah::new(24_000)));
}

#[test]
fn only_fragile_pieces_pay_for_padding() {
    let fee = |item| FEES.of(&[item]).unwrap().get();
    assert_eq!(fee(piece(1_000, 0, TransportClass::Fragile, 2)), 6_000);
    assert_eq!(fee(piece(1_001, 0, TransportClass::Fragile, 1)), 10_000);
    assert_eq!(fee(piece(5_001, 0, TransportClass::Fragile, 1)), 25_000);
    assert_eq!(fee(piece(5_001, 0, TransportClass::Dry, 9)), 0);
    assert_eq!(FEES.of(&[]), Some(Rupiah::ZERO));
}

#[test]
fn wet_food_stays_near() {
    use TransportClass::{Dry, Fragile, Fresh, Frozen};
    assert!(Fresh.may_travel(0, false) && Fresh.may_travel(1, false));
    assert!(Fresh.may_travel(2, true) && !Fresh.may_travel(2, false) && !Fresh.may_travel(3, true));
    assert!(Frozen.may_travel(1, false) && !Frozen.may_travel(2, true));
    assert!(Dry.may_travel(11, false) && Fragile.may_travel(11, false));
}

#[test]
fn food_keeps_long_enough() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let best_before = shelf_life::best_before(day("2026-11-24"), 5);
    assert_eq!(best_before, day("2026-11-29"));
    assert!(shelf_life::is_sellable(best_before, best_before));
    assert!(!shelf_life::is_sellable(best_before, day("2026-11-30")));
    assert!(shelf_life::arrives_in_time(best_before, day("2026-11-27"), 2));
    assert!(!shelf_life::arrives_in_time(best_before, day("2026-11-28"), 2));
    assert_eq!(shelf_life::sellable_until(best_before, 2, 2), day("2026-11-25"));
}

#[test]
fn arrival_counts_from_leaving() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let window = ArrivalWindow::after(day("2026-11-26"), 1, 2);
    assert_eq!((window.from, window.to), (day("2026-11-27"), day("2026-11-28")));
}

proptest! {
    #[test]
    fn more_never_costs_less(grams in 1..20_000_i64, more in 0..5_000_i64) {
        let (less, more) = (charged(grams), charged(grams + more));
        prop_assert!(less <= more || more.is_none());
    }

    #[test]
    fn sellable_until_agrees_with_arrival(left in 0..400_i64, travel in 0..30_i64, minimum in 0..90_i64) {
        let today = Date::from_ymd(2026, 11, 24).unwrap();
        let best_before = today.plus_days(left);
        prop_assert_eq!(
            today <= shelf_life::sellable_until(best_before, travel, minimum),
            shelf_life::arrives_in_time(best_before, today.plus_days(travel), minimum)
        );
    }
}
