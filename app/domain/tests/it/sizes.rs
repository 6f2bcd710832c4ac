use domain::{
    locale::Locale,
    quantity::Quantity,
    weight::{Dimensions, Grams},
};
use proptest::prelude::*;

#[test]
fn a_weight_reads_well_in_both_languages() {
    let shown = |grams| Grams::new(grams).unwrap().display(Locale::Id);
    assert_eq!(shown(250), "250 g");
    assert_eq!(shown(999), "999 g");
    assert_eq!(shown(1_000), "1 kg");
    assert_eq!(shown(1_200), "1,2 kg");
    assert_eq!(shown(1_950), "2 kg");
    assert_eq!(Grams::new(1_200).unwrap().display(Locale::En), "1.2 kg");
}

#[test]
fn reads_grams_and_kilograms() {
    let grams = |text: &str| text.parse::<Grams>().ok().map(Grams::get);
    assert_eq!(grams("250"), Some(250));
    assert_eq!(grams(" 250 g"), Some(250));
    assert_eq!(grams("1,2 kg"), Some(1_200));
    assert_eq!(grams("1.25kg"), Some(1_250));
    assert_eq!(grams("1000 kg"), Some(1_000_000));
    for text in ["", "0", "-5", "g", "kg", ",5 kg", "1, kg", "1,2345 kg", "1,2 g", "1000,001 kg", "99999999999999 kg"] {
        assert_eq!(grams(text), None, "{text:?}");
    }
}

#[test]
fn sizes_are_bounded() {
    assert!(Grams::new(0).is_none() && Grams::new(Grams::MAX + 1).is_none());
    assert!(serde_json::from_str::<Grams>("0").is_err());
    assert!(Dimensions::new(0, 0, 0).is_some());
    assert!(Dimensions::new(-1, 10, 10).is_none());
    assert!(Dimensions::new(Dimensions::MAX_MM + 1, 10, 10).is_none());
}

#[test]
fn volume_counts_as_weight() {
    let box_of = |side| Dimensions::new(side, side, side).unwrap();
    // 30 × 30 × 30 cm ÷ 6000 = 4.5 kg
    assert_eq!(box_of(300).volumetric_grams(6_000), 4_500);
    assert_eq!(Dimensions::default().volumetric_grams(6_000), 0);
}

#[test]
fn a_quantity_is_one_to_9999() {
    assert!([0, -1, 10_000, i64::MAX, i64::MIN].iter().all(|&count| Quantity::try_from(count).is_err()));
    assert_eq!(Quantity::try_from(9_999).unwrap().get(), 9_999);
    assert!(serde_json::from_str::<Quantity>("0").is_err());
    assert!(serde_json::from_str::<Quantity>("1.5").is_err());
}

proptest! {
    #[test]
    fn grams_read_back(count in 1..=Grams::MAX) {
        let weight = Grams::new(count).unwrap();
        prop_assert_eq!(format!("{count} g").parse::<Grams>().unwrap(), weight);
        prop_assert_eq!(format!("{},{:03} kg", count / 1_000, count % 1_000).parse::<Grams>().unwrap(), weight);
    }
}
