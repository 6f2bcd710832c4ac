//! What vouchers take off.

use domain::{
    money::Rupiah,
    rate::BasisPoints,
    voucher::{LEAST_GOODS, VoucherCode, VoucherWorth},
};
use proptest::prelude::*;

fn rupiah(amounts: &[i64]) -> Vec<Rupiah> {
    amounts.iter().copied().map(Rupiah::new).collect()
}

#[test]
fn codes_are_read_as_people_type_them() {
    for text in ["LEBARAN25", "lebaran25", " lebaran-25 "] {
        assert_eq!(text.parse::<VoucherCode>().unwrap().as_str(), "LEBARAN25");
    }
    for text in ["", "ABC", "DUAPULUHSATUHURUFLEBIH", "KÖLN2026", "A B-C", "DROP;TABLE"] {
        assert!(text.parse::<VoucherCode>().is_err(), "{text}");
    }
}

#[test]
fn a_share_stops_at_its_limit_and_is_split_by_price() {
    let tenth = BasisPoints::new(1_000).unwrap();
    let goods = rupiah(&[60_000, 30_000]);
    assert_eq!(VoucherWorth::Percent(tenth, None).off_goods(&goods).iter().map(|off| off.get()).sum::<i64>(), 9_000);
    let limited = VoucherWorth::Percent(tenth, Some(Rupiah::new(4_000))).off_goods(&goods);
    assert_eq!(limited.iter().map(|off| off.get()).sum::<i64>(), 4_000);
    assert!(limited[0] > limited[1]);
    assert_eq!(VoucherWorth::FreeShipping(None).off_goods(&goods), rupiah(&[0, 0]));
}

#[test]
fn carriage_is_free_up_to_the_limit() {
    let carriage = Rupiah::new(18_000);
    assert_eq!(VoucherWorth::FreeShipping(None).off_carriage(carriage), carriage);
    assert_eq!(VoucherWorth::FreeShipping(Some(Rupiah::new(10_000))).off_carriage(carriage).get(), 10_000);
    assert_eq!(VoucherWorth::Amount(Rupiah::new(5_000)).off_carriage(carriage), Rupiah::ZERO);
}

proptest! {
    #[test]
    fn every_order_costs_something_and_the_parts_are_the_whole(
        goods in prop::collection::vec(100_i64..50_000_000, 1..6), amount in 1_i64..100_000_000, points in 1_u32..=10_000,
        limit in prop::option::of(1_i64..10_000_000)
    ) {
        let amounts = rupiah(&goods);
        let rate = BasisPoints::new(points).unwrap();
        let room: i64 = goods.iter().map(|price| (price - LEAST_GOODS.get()).max(0)).sum();
        let share = Rupiah::new(goods.iter().sum()).percent(rate).get();
        for (worth, wanted) in [
            (VoucherWorth::Amount(Rupiah::new(amount)), amount),
            (VoucherWorth::Percent(rate, limit.map(Rupiah::new)), limit.map_or(share, |limit| share.min(limit))),
        ] {
            let off = worth.off_goods(&amounts);
            prop_assert_eq!(off.len(), goods.len());
            prop_assert_eq!(off.iter().map(|off| off.get()).sum::<i64>(), wanted.min(room));
            for (off, price) in off.iter().zip(&goods) {
                prop_assert!(off.get() >= 0);
                prop_assert!(off.get() == 0 || price - off.get() >= LEAST_GOODS.get());
            }
        }
    }
}
