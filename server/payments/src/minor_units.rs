//! How many decimal places a currency has *at Stripe*, as a hard table: neither what daily life nor what ICU thinks of a
//! currency decides about money. A currency that is not here is not converted.

use domain::money::Rupiah;
use ports::payment::ProviderMoney;

/// Code of the rupiah.
const RUPIAH: &str = "idr";

/// Smallest units in one unit of the currency.
const MINOR_UNITS: [(&str, i64); 24] = [
    (RUPIAH, 100),
    ("aud", 100),
    ("eur", 100),
    ("gbp", 100),
    ("myr", 100),
    ("sgd", 100),
    ("thb", 100),
    ("usd", 100),
    // The list of currencies without decimals.
    ("bif", 1),
    ("clp", 1),
    ("djf", 1),
    ("gnf", 1),
    ("jpy", 1),
    ("kmf", 1),
    ("krw", 1),
    ("mga", 1),
    ("pyg", 1),
    ("rwf", 1),
    ("ugx", 1),
    ("vnd", 1),
    ("vuv", 1),
    ("xaf", 1),
    ("xof", 1),
    ("xpf", 1),
];

/// Smallest units in one unit of a currency.
pub(crate) fn units(currency: &str) -> Option<i64> {
    MINOR_UNITS.iter().find(|(code, _)| *code == currency).map(|(_, units)| *units)
}

/// Rupiah as Stripe counts them.
pub(crate) fn of_rupiah(amount: Rupiah) -> Option<ProviderMoney> {
    let minor = amount.get().checked_mul(units(RUPIAH)?)?;
    Some(ProviderMoney { minor, currency: RUPIAH.to_owned() })
}

/// What Stripe counts, in rupiah, half a rupiah rounded up; `None` for another currency.
pub(crate) fn to_rupiah(money: &ProviderMoney) -> Option<Rupiah> {
    if money.currency != RUPIAH {
        return None;
    }
    let units = units(RUPIAH)?;
    Some(Rupiah::new(money.minor.checked_add(units / 2)?.div_euclid(units)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_rupiah_is_a_hundred_units_and_a_yen_is_one() {
        assert_eq!(of_rupiah(Rupiah::new(12_500)).map(|money| money.minor), Some(1_250_000));
        assert_eq!((units("idr"), units("jpy"), units("usd"), units("xyz")), (Some(100), Some(1), Some(100), None));
        assert_eq!(of_rupiah(Rupiah::new(i64::MAX)), None);
        assert_eq!(to_rupiah(&ProviderMoney { minor: 100, currency: "usd".to_owned() }), None);
    }

    #[test]
    fn no_currency_is_named_twice() {
        let mut codes: Vec<&str> = MINOR_UNITS.iter().map(|(code, _)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), MINOR_UNITS.len());
    }

    #[test]
    fn parts_of_a_rupiah_are_rounded_half_up() {
        let rupiah = |minor| to_rupiah(&ProviderMoney { minor, currency: "idr".to_owned() }).map(Rupiah::get);
        assert_eq!([rupiah(149), rupiah(150), rupiah(-50)], [Some(1), Some(2), Some(0)]);
    }

    proptest! {
        #[test]
        fn rupiah_round_trip(amount in -90_000_000_000_000_000_i64..90_000_000_000_000_000) {
            let amount = Rupiah::new(amount);
            let money = of_rupiah(amount);
            prop_assert_eq!(money.as_ref().and_then(to_rupiah), Some(amount));
            prop_assert_eq!(money.map(|money| money.minor / 100), Some(amount.get()));
        }
    }
}
