//! Prices by quantity.

use domain::{
    money::Rupiah,
    tier::{PriceTier, PriceTiers, TierError},
};
use proptest::prelude::*;

fn tier(from: i64, price: i64) -> PriceTier {
    PriceTier { from, price: Rupiah::new(price) }
}

#[test]
fn a_step_holds_from_its_first_piece_on() {
    let tiers = PriceTiers::new(Rupiah::new(10_000), vec![tier(12, 9_000), tier(50, 8_000)]).unwrap();
    for (quantity, price) in [(1, 10_000), (11, 10_000), (12, 9_000), (49, 9_000), (50, 8_000), (9_999, 8_000)] {
        assert_eq!(tiers.unit_price(Rupiah::new(10_000), quantity).get(), price, "{quantity}");
    }
    assert_eq!(tiers.to_string(), "12:9000,50:8000");
}

#[test]
fn steps_that_make_no_sense_are_named() {
    let single = Rupiah::new(10_000);
    for (steps, error) in [
        (vec![tier(1, 9_000)], TierError::From(0)),
        (vec![tier(10_000, 9_000)], TierError::From(0)),
        (vec![tier(12, 9_000), tier(12, 8_000)], TierError::From(1)),
        (vec![tier(12, 10_000)], TierError::Price(0)),
        (vec![tier(12, 0)], TierError::Price(0)),
        (vec![tier(12, 9_000), tier(24, 9_500)], TierError::Price(1)),
        ((2..8).map(|from| tier(from, 9_000 - from)).collect(), TierError::TooMany),
    ] {
        assert_eq!(PriceTiers::new(single, steps.clone()), Err(error), "{steps:?}");
    }
    for text in ["12", "12:", ":9", "a:b", "12:9000;50:1"] {
        assert!(text.parse::<PriceTiers>().is_err(), "{text}");
    }
    assert!("".parse::<PriceTiers>().unwrap().is_empty());
}

proptest! {
    #[test]
    fn more_pieces_never_cost_more_each_and_steps_are_read_as_they_are_written(
        single in 1_000_i64..10_000_000, cuts in prop::collection::vec((1_i64..500, 1_i64..200), 0..=4), at in 1_i64..5_000
    ) {
        let (mut from, mut price, mut steps) = (1, single, Vec::new());
        for (more, less) in cuts {
            from += more;
            price -= less;
            steps.push(tier(from, price));
        }
        let tiers = PriceTiers::new(Rupiah::new(single), steps.clone()).unwrap();
        prop_assert_eq!(tiers.to_string().parse::<PriceTiers>(), Ok(tiers.clone()));
        let each = |quantity: i64| tiers.unit_price(Rupiah::new(single), quantity);
        prop_assert!(each(at + 1) <= each(at) && each(at) <= Rupiah::new(single));
        let expected = steps.iter().filter(|step| step.from <= at).map(|step| step.price.get()).min().unwrap_or(single);
        prop_assert_eq!(each(at).get(), expected);
    }
}
