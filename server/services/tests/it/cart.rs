//! Carts and quotes, on both databases.

use domain::{fulfilment::DeliveryMethod, locale::Locale, money::Rupiah, payment::PaymentMethod};
use services::{
    RejectionCode,
    cart::{self, LineProblem},
    checkout, shipping,
};
use testkit::{NEAR_VILLAGE, on_both};

use crate::shopping::{OWN_DELIVERY, item, rejection, request};

#[tokio::test]
async fn a_cart_is_sorted_by_shop_and_says_what_changed() {
    on_both(async |world| {
        let (clay, tempe) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let vase = world.product(&clay).price(60_000).stock(3).create().await;
        let mug = world.product(&clay).price(20_000).made_to_order().create().await;
        let chips = world.product(&tempe).price(10_000).stock(10).create().await;
        let services = &world.services;
        let token = cart::add(services, None, &vase.variant, 2).await.unwrap().token;
        cart::add(services, Some(&token), &chips.variant, 5).await.unwrap();
        let added = cart::add(services, Some(&token), &mug.variant, 7).await.unwrap();
        assert_eq!((added.quantity, added.piece_count), (7, 14));
        let before = world.store().statement_count();
        let view = cart::view(services, Some(&token), Locale::Id).await.unwrap();
        assert!(world.store().statement_count() - before <= 6);
        assert_eq!(view.shops.iter().map(|shop| shop.lines.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!((view.total, view.piece_count), (Rupiah::new(310_000), 14));

        world.sql("UPDATE variant SET price = 65000 WHERE id = $1 RETURNING id", [vase.variant_id.into()]).await;
        world.sql("UPDATE stock SET on_hand = 4 WHERE variant_id = $1 RETURNING id", [chips.variant_id.into()]).await;
        let view = cart::view(services, Some(&token), Locale::Id).await.unwrap();
        assert_eq!(view.shops[0].lines[0].price_changed_from, Some(Rupiah::new(60_000)));
        assert_eq!(view.shops[1].lines[0].problem, Some(LineProblem::NotEnough));
        assert!(!view.is_ready());

        let undo = cart::set_quantity(services, &token, &chips.variant, 0).await.unwrap();
        assert_eq!(undo.quantity_before, 5);
        cart::set_quantity(services, &token, &chips.variant, 4).await.unwrap();
        for quantity in [-1, 10_000, i64::MAX] {
            assert!(cart::set_quantity(services, &token, &mug.variant, quantity).await.is_err());
        }
        let short = cart::set_quantity(services, &token, &chips.variant, 5).await.unwrap_err();
        assert_eq!(rejection(short).code, RejectionCode::OutOfStock);
        assert!(cart::add(services, Some(&token), "var_tidakada", 1).await.is_err());
        assert!(cart::view(services, Some("lain"), Locale::Id).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_checkout_empties_the_cart_of_what_was_bought() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let vase = world.product(&shop).price(60_000).stock(3).create().await;
        let mug = world.product(&shop).price(20_000).stock(3).create().await;
        let services = &world.services;
        let token = cart::add(services, None, &vase.variant, 1).await.unwrap().token;
        cart::add(services, Some(&token), &mug.variant, 1).await.unwrap();
        let body = request(&[(&vase, 1)], &[&shop], 60_000 + OWN_DELIVERY);
        checkout::place(services, &body, None, Some(&token), None).await.unwrap();
        let left = cart::view(services, Some(&token), Locale::Id).await.unwrap();
        assert_eq!(left.piece_count, 1);
    })
    .await;
}

#[tokio::test]
async fn a_cart_counts_its_pieces_and_names_what_was_in_it() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let vase = world.product(&shop).price(60_000).stock(3).create().await;
        let services = &world.services;
        assert_eq!(cart::piece_count(services, None).await.unwrap(), 0);
        let token = cart::add(services, None, &vase.variant, 2).await.unwrap().token;
        assert_eq!(cart::piece_count(services, Some(&token)).await.unwrap(), 2);
        let view = cart::view(services, Some(&token), Locale::Id).await.unwrap();
        assert_eq!((view.shops[0].sentra.as_str(), view.shops[0].sentra_name.as_str()), ("dinoyo", "Dinoyo"));
        cart::remove(services, &token, &vase.variant).await.unwrap();
        assert_eq!(cart::piece_count(services, Some(&token)).await.unwrap(), 0);
        let name = cart::product_name(services, &vase.variant, Locale::Id).await.unwrap();
        assert_eq!(name.as_deref(), Some(view.shops[0].lines[0].product_name.as_str()));
        assert_eq!(cart::product_name(services, "var_tidakada", Locale::Id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn cash_goes_only_from_hand_to_hand() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let chips = world.product(&shop).weight(650).stock(9).create().await;
        let items = [item(&chips, 1)];
        let quotes = shipping::quote(&world.services, &items, Some(NEAR_VILLAGE), Locale::Id).await.unwrap();
        assert!(quotes[0].options.iter().any(|option| option.method == DeliveryMethod::Courier));
        for option in &quotes[0].options {
            let takes_cash = option.payments.contains(&PaymentMethod::Cod);
            assert_eq!(takes_cash, option.method != DeliveryMethod::Courier, "{:?}", option.method);
            assert!(option.payments.contains(&PaymentMethod::Transfer));
        }
    })
    .await;
}

#[tokio::test]
async fn quotes_follow_weight_class_and_place() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let chips = world.product(&shop).weight(650).stock(9).create().await;
        let tempe = world.product(&shop).weight(500).class("fresh").stock(9).create().await;
        let vase = world.product(&shop).weight(500).class("fragile").stock(9).create().await;
        let services = &world.services;
        let quote = async |product, quantity, region| {
            shipping::quote(services, &[item(product, quantity)], region, Locale::Id).await.unwrap().remove(0)
        };
        let near = quote(&chips, 2, Some(NEAR_VILLAGE)).await;
        assert_eq!(near.options[0].method, DeliveryMethod::Courier);
        assert_eq!(near.options[0].price, Rupiah::new(8_000), "1.30 kg is one kilogram");
        assert!(near.options.windows(2).all(|pair| pair[0].method != pair[1].method || pair[0].price <= pair[1].price));
        assert_eq!(near.options.last().unwrap().method, DeliveryMethod::Pickup);
        let fragile = quote(&vase, 2, Some(NEAR_VILLAGE)).await;
        assert_eq!(fragile.options[0].price, Rupiah::new(8_000 + 2 * 3_000));
        assert_eq!(fragile.options.last().unwrap().price, Rupiah::ZERO);
        let only_pickup = quote(&chips, 1, None).await;
        assert_eq!(only_pickup.options.len(), 1);
        let far = world.sql("SELECT COUNT(*) FROM region WHERE level = 'village' AND code LIKE '31.%'", []).await;
        assert!(far > 0);
        let jakarta = far_village(&world).await;
        let fresh = quote(&tempe, 1, Some(&jakarta)).await;
        assert!(fresh.options.iter().all(|option| option.method == DeliveryMethod::Pickup));
        assert!(shipping::quote(services, &[item(&chips, 1)], Some("35.73"), Locale::Id).await.is_err());
    })
    .await;
}

async fn far_village(world: &testkit::World) -> String {
    // Codes are digits and dots, so the number of one names it.
    let digits = world
        .sql(
            "SELECT CAST(REPLACE(MIN(code), '.', '') AS BIGINT) FROM region WHERE level = 'village' AND code LIKE '31.%'",
            [],
        )
        .await
        .to_string();
    format!("{}.{}.{}.{}", &digits[..2], &digits[2..4], &digits[4..6], &digits[6..])
}

#[tokio::test]
async fn an_order_is_put_in_again_once_and_as_far_as_it_can_be_bought() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let (mug, vase) = (
            world.product(&shop).price(30_000).stock(10).create().await,
            world.product(&shop).price(50_000).stock(1).create().await,
        );
        let gone = world.product(&shop).price(20_000).stock(0).create().await;
        let wanted = [(mug.variant.as_str(), 2), (vase.variant.as_str(), 3), (gone.variant.as_str(), 1)];
        let services = &world.services;
        let first = cart::add_again(services, None, &wanted).await.unwrap();
        assert_eq!((first.whole, first.short), (1, 2));
        let token = first.token.clone();
        assert_eq!(cart::add_again(services, token.as_deref(), &wanted).await.unwrap(), first, "a second tap");
        assert_eq!(cart::piece_count(services, token.as_deref()).await.unwrap(), 3, "two mugs and the last vase");
        let nothing = cart::add_again(services, None, &wanted[2..]).await.unwrap();
        assert_eq!((nothing.token, nothing.whole, nothing.short), (None, 0, 1));
    })
    .await;
}
