use domain::{money::Rupiah, rate::BasisPoints};
use proptest::prelude::*;

fn rupiah(text: &str) -> Option<i64> {
    text.parse::<Rupiah>().ok().map(Rupiah::get)
}

#[test]
fn is_spelled_the_indonesian_way() {
    let spelled = |amount| Rupiah::new(amount).to_string();
    assert_eq!(spelled(0), "Rp0");
    assert_eq!(spelled(999), "Rp999");
    assert_eq!(spelled(12_500), "Rp12.500");
    assert_eq!(spelled(1_234_567), "Rp1.234.567");
    assert_eq!(spelled(-1_500), "\u{2212}Rp1.500");
    assert_eq!(spelled(i64::MIN), "\u{2212}Rp9.223.372.036.854.775.808");
}

#[test]
fn reads_what_people_type() {
    assert_eq!(rupiah("Rp1.234.567"), Some(1_234_567));
    assert_eq!(rupiah("1234567"), Some(1_234_567));
    assert_eq!(rupiah("1.234.567"), Some(1_234_567));
    assert_eq!(rupiah(" Rp 25.000 "), Some(25_000));
    assert_eq!(rupiah("-1.500"), Some(-1_500));
    assert_eq!(rupiah("\u{2212}Rp1.500"), Some(-1_500));
    assert_eq!(rupiah("999999999999999"), Some(999_999_999_999_999));
}

#[test]
fn refuses_what_is_no_amount() {
    for text in ["", " ", "Rp", "25,5", "25.000,00", "12.34", "1.2345", ".500", "1..000", "1e5", "+5", "--5", "٣"] {
        assert_eq!(rupiah(text), None, "{text:?}");
    }
    assert_eq!(rupiah("1000000000000000"), None, "16 digits");
}

#[test]
fn overflow_is_a_value() {
    let most = Rupiah::new(i64::MAX);
    assert_eq!(most.checked_add(Rupiah::new(1)), None);
    assert_eq!(Rupiah::new(i64::MIN).checked_sub(Rupiah::new(1)), None);
    assert_eq!(most.checked_mul(2), None);
    assert_eq!(Rupiah::checked_sum([most, most]), None);
    assert_eq!(Rupiah::checked_sum([]), Some(Rupiah::ZERO));
}

#[test]
fn a_percentage_rounds_half_up() {
    let percent = |amount, rate| Rupiah::new(amount).percent(BasisPoints::new(rate).unwrap()).get();
    assert_eq!(percent(10_000, 250), 250);
    assert_eq!(percent(1, 5_000), 1);
    assert_eq!(percent(1, 4_999), 0);
    assert_eq!(percent(-1, 5_000), -1);
    assert_eq!(percent(i64::MAX, 10_000), i64::MAX);
    assert_eq!(percent(i64::MIN, 10_000), i64::MIN);
    assert!(BasisPoints::new(10_001).is_none());
}

#[test]
fn the_largest_remainders_get_the_rest() {
    let split = |amount, weights: &[i64]| -> Vec<i64> {
        let parts = Rupiah::new(amount).split_by_largest_remainder(weights);
        parts.into_iter().map(Rupiah::get).collect()
    };
    assert_eq!(split(100, &[1, 1, 1]), [34, 33, 33]);
    assert_eq!(split(10, &[0, 3, 7]), [0, 3, 7]);
    assert_eq!(split(5, &[0, 0]), [3, 2]);
    assert_eq!(split(-100, &[1, 1, 1]), [-34, -33, -33]);
    assert_eq!(split(100, &[999, 1]), [100, 0]);
    assert!(split(5, &[]).is_empty());
}

#[test]
fn travels_as_a_plain_number() {
    assert_eq!(serde_json::to_string(&Rupiah::new(45_000)).unwrap(), "45000");
    assert_eq!(serde_json::from_str::<Rupiah>("45000").unwrap(), Rupiah::new(45_000));
    assert!(serde_json::from_str::<Rupiah>("45000.5").is_err());
    assert!(serde_json::from_str::<BasisPoints>("10001").is_err());
}

proptest! {
    #[test]
    fn reads_what_it_writes(amount in -999_999_999_999_999_i64..=999_999_999_999_999) {
        prop_assert_eq!(rupiah(&Rupiah::new(amount).to_string()), Some(amount));
    }

    #[test]
    fn parts_sum_to_the_whole(amount in any::<i64>(), weights in prop::collection::vec(any::<i64>(), 1..40)) {
        let parts = Rupiah::new(amount).split_by_largest_remainder(&weights);
        prop_assert_eq!(parts.len(), weights.len());
        prop_assert_eq!(parts.iter().map(|part| i128::from(part.get())).sum::<i128>(), i128::from(amount));
    }

    #[test]
    fn a_part_is_within_one_rupiah_of_its_share(amount in 0..1_000_000_000_i64, weights in prop::collection::vec(1..100_000_i64, 1..40)) {
        let total: i64 = weights.iter().sum();
        for (part, weight) in Rupiah::new(amount).split_by_largest_remainder(&weights).iter().zip(&weights) {
            let distance = i128::from(part.get()) * i128::from(total) - i128::from(amount) * i128::from(*weight);
            prop_assert!(distance.abs() < i128::from(total));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        let _ = rupiah(&text);
    }
}
