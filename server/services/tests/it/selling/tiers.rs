//! Prices by quantity: from the seller's form to the order's line, on both databases.

use domain::{locale::Locale, money::Rupiah, tier::PriceTier};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{
    cart, catalogue,
    selling::{self, ProductChange, VariantChange},
};
use testkit::{TestProduct, TestShop, World, on_both};

use crate::shopping::{OWN_DELIVERY, fields, place, rejection, request, scope};

const SINGLE: i64 = 10_000;

fn tier(from: i64, price: i64) -> PriceTier {
    PriceTier { from, price: Rupiah::new(price) }
}

fn change(product: &TestProduct, price: Option<i64>, tiers: Option<Vec<PriceTier>>) -> ProductChange {
    let variant = VariantChange { id: Some(product.variant.clone()), price, tiers, ..VariantChange::default() };
    ProductChange { variants: vec![variant], ..ProductChange::default() }
}

async fn goods(world: &World) -> (TestShop, TestProduct) {
    let shop = world.shop("dinoyo").await;
    let magnet = world.product(&shop).price(SINGLE).weight(10).stock(2_000_000).status("published").create().await;
    (shop, magnet)
}

async fn update(
    world: &World,
    shop: &TestShop,
    product: &TestProduct,
    change: &ProductChange,
) -> Vec<(String, String)> {
    match selling::update(&world.services, scope(shop), &product.public_id, change).await {
        Ok(_) => Vec::new(),
        Err(error) => {
            let rejection = rejection(error);
            fields(&rejection).into_iter().map(|(field, code)| (field.to_owned(), code.to_owned())).collect()
        }
    }
}

#[tokio::test]
async fn steps_are_kept_shown_and_refused_where_they_make_no_sense() {
    on_both(async |world| {
        let (shop, magnet) = goods(&world).await;
        let steps = vec![tier(12, 9_000), tier(50, 8_000)];
        assert!(update(&world, &shop, &magnet, &change(&magnet, None, Some(steps.clone()))).await.is_empty());
        let found = selling::find(&world.services, scope(&shop), &magnet.public_id, Locale::Id).await.unwrap();
        assert_eq!(found.variants[0].tiers, steps);
        let shown = catalogue::product(&world.services, &magnet.slug, Locale::Id).await.unwrap();
        assert_eq!(shown.variants[0].tiers.steps(), steps);

        let wrong = change(&magnet, None, Some(vec![tier(12, 9_000), tier(5, 8_000)]));
        let refused = update(&world, &shop, &magnet, &wrong).await;
        assert_eq!(refused, [("variants[0].tiers[1].from".to_owned(), "tier-from".to_owned())]);
        // A new price of one piece has to fit the steps that there are.
        let refused = update(&world, &shop, &magnet, &change(&magnet, Some(9_000), None)).await;
        assert_eq!(refused, [("variants[0].tiers[0].price".to_owned(), "tier-price".to_owned())]);
        assert!(update(&world, &shop, &magnet, &change(&magnet, None, Some(Vec::new()))).await.is_empty());
        let history = world
            .texts("SELECT tiers FROM price_change WHERE variant_id = $1 ORDER BY id", [magnet.variant_id.into()])
            .await;
        assert_eq!(history, ["12:9000,50:8000", ""], "every change is kept");
    })
    .await;
}

#[tokio::test]
async fn cart_checkout_and_line_agree_for_any_number_of_pieces() {
    on_both(async |world| {
        let (shop, magnet) = goods(&world).await;
        let steps = vec![tier(12, 9_000), tier(50, 8_000), tier(300, 7_500)];
        assert!(update(&world, &shop, &magnet, &change(&magnet, None, Some(steps.clone()))).await.is_empty());
        let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let near = prop_oneof![1_i64..1_000, prop::sample::select(vec![1_i64, 11, 12, 13, 49, 50, 299, 300, 301])];
        for _ in 0..25 {
            let quantity = near.new_tree(&mut runner).unwrap().current();
            let each = steps.iter().filter(|step| step.from <= quantity).map(|step| step.price.get()).min();
            let each = each.unwrap_or(SINGLE);
            let added = cart::add(&world.services, None, &magnet.variant, quantity).await.unwrap();
            let shown = cart::view(&world.services, Some(&added.token), Locale::Id).await.unwrap();
            assert_eq!(shown.total.get(), quantity * each, "{quantity}");
            let line = &shown.shops[0].lines[0];
            assert_eq!((line.unit_price.get(), line.single_price.get(), line.price_changed_from), (each, SINGLE, None));
            // What it costs to bring so many is what the refusal of a wrong total says beyond the goods.
            let wrong = rejection(place(&world, &request(&[(&magnet, quantity)], &[&shop], 1)).await.unwrap_err());
            let total: String = wrong.fields[0].args[0].1.chars().filter(char::is_ascii_digit).collect();
            let total: i64 = total.parse().unwrap();
            assert!(total > quantity * each, "{quantity}");
            let placed = place(&world, &request(&[(&magnet, quantity)], &[&shop], total)).await.unwrap();
            assert_eq!(placed.orders[0].items_total.get(), quantity * each, "{quantity}");
        }
        let wrong = "SELECT COUNT(*) FROM order_line WHERE line_total <> unit_price * quantity";
        assert_eq!(world.sql(wrong, []).await, 0);
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn two_items_of_one_variant_reach_a_step_together_and_orders_keep_their_price() {
    on_both(async |world| {
        let (shop, magnet) = goods(&world).await;
        let steps = vec![tier(12, 9_000)];
        assert!(update(&world, &shop, &magnet, &change(&magnet, None, Some(steps))).await.is_empty());
        let body = request(&[(&magnet, 6), (&magnet, 6)], &[&shop], 12 * 9_000 + OWN_DELIVERY);
        let placed = place(&world, &body).await.unwrap();
        assert_eq!(placed.orders[0].items_total.get(), 108_000);
        assert!(update(&world, &shop, &magnet, &change(&magnet, None, Some(vec![tier(12, 5_000)]))).await.is_empty());
        let line = "SELECT unit_price FROM order_line WHERE variant_id = $1";
        assert_eq!(world.sql(line, [magnet.variant_id.into()]).await, 9_000, "what was ordered stays as it was");
        let stale = rejection(place(&world, &body).await.unwrap_err());
        assert_eq!(fields(&stale), [("expected_total", "price-changed")]);
    })
    .await;
}
