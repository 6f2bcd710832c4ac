//! Invariant 21: what cannot be sold without a certificate is not bought without it.

use domain::{
    certificate::CertificateKind as Kind,
    listing::Sort,
    locale::Locale,
    time::{Date, Zone},
};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{
    cart::{self, LineProblem},
    catalogue::{self, ListQuery},
    certificates, shipping,
};
use testkit::{World, on_both};

use super::{bare_shop, cycle, kept, lacking, move_to, request, submit};
use crate::{
    curation::curator,
    shopping::{OWN_DELIVERY, fields, place, rejection},
};

const PRICE: i64 = 15_000;

#[tokio::test]
async fn each_kind_of_goods_needs_its_own_certificates() {
    on_both(async |world| {
        let (shop, studio) = (bare_shop(&world).await, world.shop("dinoyo").await);
        let fresh = world.product(&shop).class("fresh").keeps(2).create().await;
        let week = world.product(&shop).keeps(7).create().await;
        let chips = world.product(&shop).keeps(60).create().await;
        let frozen = world.product(&shop).class("frozen").keeps(60).create().await;
        let vase = world.product(&studio).class("fragile").stock(1).create().await;
        let cup = world.product(&studio).class("fragile").stock(1).create().await;
        world.publish(&studio, &cup, "Cangkir uji", 1).await;
        let wulan = curator(&world, "Wulan").await;
        for (kind, number, lacks) in [
            (None, 0, [Some("halal"), Some("halal"), Some("halal"), Some("halal")]),
            (Some(Kind::Halal), 11, [None, None, Some("pirt"), Some("bpom_md")]),
            (Some(Kind::Pirt), 12, [None, None, None, Some("bpom_md")]),
            (Some(Kind::BpomMd), 13, [None; 4]),
        ] {
            if let Some(kind) = kind {
                let id = submit(&world, &shop, &request(kind, number, None)).await;
                certificates::verify(&world.services, &wulan, &id).await.unwrap();
            }
            for (product, lacks) in [&fresh, &week, &chips, &frozen].into_iter().zip(lacks) {
                assert_eq!(lacking(&world, &shop, product).await.as_deref(), lacks, "{kind:?}");
            }
        }
        assert_eq!(lacking(&world, &studio, &vase).await, None);
        assert_eq!(lacking(&world, &studio, &cup).await, None, "it says that it is for decoration");
        world
            .change(
                "UPDATE product_revision SET attributes = '{\"food_contact\":\"food_safe_proven\"}' WHERE product_id = $1",
                [cup.id.into()],
            )
            .await;
        assert_eq!(lacking(&world, &studio, &cup).await.as_deref(), Some("food_contact_test"));
        let mut test = request(Kind::FoodContact, 14, None);
        test.products = vec![vase.public_id.clone()];
        let id = submit(&world, &studio, &test).await;
        certificates::verify(&world.services, &wulan, &id).await.unwrap();
        assert_eq!(kept(&world, &cup).await.as_deref(), Some("food_contact_test"), "the test is of another piece");
        let mut test = request(Kind::FoodContact, 15, None);
        test.products = vec![cup.public_id.clone()];
        let id = submit(&world, &studio, &test).await;
        certificates::verify(&world.services, &wulan, &id).await.unwrap();
        assert_eq!(kept(&world, &cup).await, None);
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_cart_is_told_why_and_a_checkout_is_refused() {
    on_both(async |world| {
        let shop = bare_shop(&world).await;
        let tempe = world.product(&shop).price(PRICE).keeps(5).lot(9, "2027-12-24").create().await;
        world.publish(&shop, &tempe, "Tempe papan", 1).await;
        let wulan = curator(&world, "Wulan").await;
        let services = &world.services;
        let id = submit(&world, &shop, &request(Kind::Halal, 21, None)).await;
        certificates::verify(services, &wulan, &id).await.unwrap();
        let added = cart::add(services, None, &tempe.variant, 2).await.unwrap();
        let order = crate::shopping::request(&[(&tempe, 1)], &[&shop], PRICE + OWN_DELIVERY);
        place(&world, &order).await.unwrap();

        certificates::revoke(services, &wulan, &id, "Dicabut penerbit").await.unwrap();
        let shown = cart::view(services, Some(&added.token), Locale::Id).await.unwrap();
        assert_eq!(shown.shops[0].lines[0].problem, Some(LineProblem::Uncertified(Kind::Halal)));
        assert!(!shown.is_ready() && shown.total.get() == 0);
        let more = cart::add(services, Some(&added.token), &tempe.variant, 1).await.unwrap_err();
        assert_eq!(fields(&rejection(more)), [("variant", "item-uncertified")]);
        let refused = place(&world, &order).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("items[0]", "item-uncertified")]);
        let item = shipping::ItemRequest { variant: tempe.variant.clone(), quantity: 1 };
        let refused = shipping::quote(services, &[item], None, Locale::Id).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("items[0]", "item-uncertified")]);
        let held = services::holds::begin(services, &added.token).await.unwrap_err();
        assert_eq!(rejection(held).fields[0].code, "item-uncertified");
        let query = ListQuery { shop: Some(shop.slug.clone()), sort: Some(Sort::Newest), ..ListQuery::default() };
        let list = catalogue::list(services, &query, Locale::Id).await.unwrap();
        assert!(list.items.iter().all(|item| !item.in_stock && item.badge.is_none()));

        let id = submit(&world, &shop, &request(Kind::Halal, 22, None)).await;
        certificates::verify(services, &wulan, &id).await.unwrap();
        let shown = cart::view(services, Some(&added.token), Locale::Id).await.unwrap();
        assert!(shown.is_ready(), "what was in the cart is bought on");
        place(&world, &order).await.unwrap();
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_by_certificate_and_count_it() {
    on_both(async |world| {
        let (bare, shop) = (bare_shop(&world).await, world.shop("sanan").await);
        let one = world.product(&shop).stock(3).create().await;
        let two = world.product(&shop).stock(3).create().await;
        let without = world.product(&bare).stock(3).create().await;
        let slug = world.publish(&shop, &one, "Tempe satu", 1).await;
        world.publish(&shop, &two, "Tempe dua", 2).await;
        world.publish(&bare, &without, "Tempe tiga", 3).await;
        let wulan = curator(&world, "Wulan").await;
        let mut mark = request(Kind::Trademark, 31, None);
        mark.products = vec![one.public_id.clone()];
        let id = submit(&world, &shop, &mark).await;
        certificates::verify(&world.services, &wulan, &id).await.unwrap();
        let found = async |certificate| {
            let query = ListQuery { certificate, ..ListQuery::default() };
            let browse = catalogue::browse(&world.services, &query, Locale::Id).await.unwrap();
            let counts: Vec<(String, i64)> =
                browse.facets.certificates.into_iter().map(|facet| (facet.value, facet.count)).collect();
            (browse.page.items, counts)
        };
        let (all, counts) = found(None).await;
        assert_eq!(all.len(), 3);
        let of = |kind: &str| counts.iter().find(|(value, _)| value == kind).map(|(_, count)| *count);
        assert_eq!((of("halal"), of("merek"), of("sni")), (Some(2), Some(1), None));
        assert_eq!(all.iter().filter(|item| item.badge == Some(Kind::Halal)).count(), 2);
        let (marked, _) = found(Some(Kind::Trademark)).await;
        assert_eq!(marked.iter().map(|item| item.slug.as_str()).collect::<Vec<_>>(), [slug.as_str()]);
        assert!(found(Some(Kind::Sni)).await.0.is_empty());
    })
    .await;
}

/// What is done next to the one permit that the goods need.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// A new one that holds for so many days.
    Renew(i64),
    /// The newest one is taken back.
    Revoke,
    /// So many days pass.
    Wait(i64),
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0_i64..40).prop_map(Step::Renew),
        2 => Just(Step::Revoke),
        4 => (1_i64..30).prop_map(Step::Wait),
    ]
}

#[tokio::test]
async fn within_one_cycle_goods_are_bought_exactly_while_a_certificate_holds() {
    on_both(async |world| {
        let shop = bare_shop(&world).await;
        let tempe = world.product(&shop).price(PRICE).keeps(5).lot(1_000, "2099-12-24").create().await;
        world.publish(&shop, &tempe, "Tempe papan", 1).await;
        lacking(&world, &shop, &tempe).await;
        let wulan = curator(&world, "Wulan").await;
        let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let mut live: Vec<(String, Date)> = Vec::new();
        for number in 0..60 {
            let step = steps().new_tree(&mut runner).unwrap().current();
            let today = Date::from_timestamp(world.services.now(), Zone::Wib);
            match step {
                Step::Renew(days) => {
                    let last_day = today.plus_days(days);
                    let id = submit(&world, &shop, &request(Kind::Halal, 1_000 + number, Some(last_day))).await;
                    certificates::verify(&world.services, &wulan, &id).await.unwrap();
                    live.push((id, last_day));
                }
                Step::Revoke => {
                    if let Some((id, _)) = live.pop() {
                        certificates::revoke(&world.services, &wulan, &id, "Dicabut penerbit").await.unwrap();
                    }
                }
                Step::Wait(days) => {
                    move_to(&world, world.services.now().plus_days(days));
                    cycle(&world).await;
                }
            }
            let today = Date::from_timestamp(world.services.now(), Zone::Wib);
            live.retain(|(_, last_day)| *last_day >= today);
            let bought = cart::add(&world.services, None, &tempe.variant, 1).await;
            assert_eq!(bought.is_ok(), !live.is_empty(), "{number}: {step:?} {live:?} {bought:?}");
            world.assert_invariants().await;
        }
    })
    .await;
}

#[tokio::test]
async fn checkouts_that_meet_the_end_of_a_certificate_are_placed_or_refused_for_it() {
    on_both(async |world: World| {
        let shop = bare_shop(&world).await;
        let tempe = world.product(&shop).price(PRICE).keeps(5).lot(100, "2099-12-24").create().await;
        let wulan = curator(&world, "Wulan").await;
        let id = submit(&world, &shop, &request(Kind::Halal, 41, None)).await;
        certificates::verify(&world.services, &wulan, &id).await.unwrap();
        let order = crate::shopping::request(&[(&tempe, 1)], &[&shop], PRICE + OWN_DELIVERY);
        let orders = eight(&world, &order);
        let (placed, revoked) =
            tokio::join!(orders, certificates::revoke(&world.services, &wulan, &id, "Dicabut penerbit"));
        revoked.unwrap();
        for code in placed.into_iter().flatten() {
            assert_eq!(code, "item-uncertified");
        }
        let refused = place(&world, &order).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("items[0]", "item-uncertified")]);
        world.assert_invariants().await;
    })
    .await;
}

/// Eight checkouts at once; the code of each that was refused.
async fn eight(world: &World, order: &services::checkout::CheckoutRequest) -> Vec<Option<String>> {
    let one = async || place(world, order).await.err().map(|error| rejection(error).fields[0].code.clone());
    let (a, b, c, d, e, f, g, h) = tokio::join!(one(), one(), one(), one(), one(), one(), one(), one());
    vec![a, b, c, d, e, f, g, h]
}
