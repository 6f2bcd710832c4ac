//! Names and averages of reviews.

use domain::{
    fulfilment::FulfilmentStatus,
    order::OrderStatus,
    review::{AuthorName, Spread, can_review, shown_name},
};

#[test]
fn a_name_shows_no_number_and_no_address() {
    let cases = [
        ("Ratna Dewi", Some("Ratna"), Some("R.")),
        ("Bu Ratna", Some("Ratna"), Some("R.")),
        ("Hj. siti aminah", Some("Siti"), Some("S.")),
        ("Ibu", None, None),
        ("081234567890", None, None),
        ("0812-3456 Dimas", Some("Dimas"), Some("D.")),
        ("ratna@contoh.test", None, None),
        ("Nur’aini P.", Some("Nur’aini"), Some("N.")),
        ("", None, None),
    ];
    for (name, first, initial) in cases {
        assert_eq!(shown_name(name, AuthorName::FirstName).as_deref(), first, "{name}");
        assert_eq!(shown_name(name, AuthorName::Initial).as_deref(), initial, "{name}");
    }
}

#[test]
fn averages_are_of_all_ratings() {
    let none = Spread::default();
    assert_eq!((none.count(), none.tenths(), none.score(), none.percent(5)), (0, None, 0, 0));
    let some = Spread([0, 0, 1, 4, 27]);
    assert_eq!((some.count(), some.sum(), some.tenths()), (32, 154, Some(48)));
    assert_eq!([5, 4, 3, 2, 1].map(|stars| some.percent(stars)), [84, 13, 3, 0, 0]);
    let one_five = none.plus(Spread::one(5));
    assert!(some.score() > one_five.score() && one_five.score() > 4_000, "many good ones beat a single one");
    assert_eq!(one_five.minus(Spread::one(5)), none);
    assert_eq!((Spread::one(0), Spread::one(6)), (none, none));
}

#[test]
fn only_what_was_handed_over_is_reviewed() {
    for status in OrderStatus::ALL {
        for fulfilment in FulfilmentStatus::ALL {
            let expected = matches!(status, OrderStatus::Confirmed | OrderStatus::Completed)
                && *fulfilment == FulfilmentStatus::Delivered;
            assert_eq!(can_review(*status, *fulfilment), expected, "{status} {fulfilment}");
        }
    }
}
