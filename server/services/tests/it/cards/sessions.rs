use domain::{money::Rupiah, order::OrderStatus, payment::PaymentMethod};
use services::{RejectionCode, orders, shipping, timers};
use testkit::{Fault, on_both};

use super::{CHIPS, CUP, TOTAL, on_both_with_cards};
use crate::shopping::{OWN_DELIVERY, available, fields, place, place_with_key, rejection, request};

const MINUTE_MILLIS: i64 = 60_000;

#[tokio::test]
async fn without_a_provider_cards_are_not_spoken_of() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(CUP).stock(5).create().await;
        let mut body = request(&[(&mug, 1)], &[&shop], CUP + OWN_DELIVERY);
        body.payment = PaymentMethod::Stripe;
        let refused = rejection(place(&world, &body).await.unwrap_err());
        assert_eq!(refused.code, RejectionCode::PaymentUnavailable);
        assert_eq!(fields(&refused), [("deliveries[0]", "payment-unavailable")]);
        let quotes = shipping::quote(&world.services, &body.items, None, body.locale).await.unwrap();
        let named = quotes[0].options.iter().any(|option| option.payments.contains(&PaymentMethod::Stripe));
        assert!(!named);
        assert_eq!(available(&world, &mug).await, 5);
    })
    .await;
}

#[tokio::test]
async fn a_card_pays_for_all_shops_or_for_none_and_no_trifles() {
    on_both_with_cards(async |scene| {
        let mut mixed = scene.request();
        mixed.deliveries[0].payment = Some(PaymentMethod::Transfer);
        let refused = rejection(place(&scene.world, &mixed).await.unwrap_err());
        assert_eq!(refused.code, RejectionCode::PaymentUnavailable);
        assert_eq!(fields(&refused), [("deliveries[1]", "payment-card-all")]);

        let nail = scene.world.product(&scene.shops[0]).price(500).weight(10).stock(5).create().await;
        let mut small = request(&[(&nail, 1)], &[&scene.shops[0]], 500);
        small.payment = PaymentMethod::Stripe;
        small.deliveries[0].method = domain::fulfilment::DeliveryMethod::Pickup;
        let refused = rejection(place(&scene.world, &small).await.unwrap_err());
        assert_eq!(fields(&refused), [("deliveries[0]", "payment-card-least")]);
        assert_eq!(scene.count("checkout_group").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_order_stands_when_the_provider_cannot_be_reached_and_is_paid_later() {
    on_both_with_cards(async |scene| {
        for fault in [Fault::Before, Fault::After] {
            scene.stripe.fail(fault, 1);
            let placed = scene.place().await;
            assert!(placed.orders.iter().all(|order| order.payment.checkout_url.is_none()));
            let waiting = orders::by_token(scene.services(), &placed.orders[0].token).await.unwrap();
            assert_eq!(waiting.summary.payment.checkout_url, None);
            scene.world.clock.advance_millis(MINUTE_MILLIS);
            scene.work().await;
            let ready = orders::by_token(scene.services(), &placed.orders[0].token).await.unwrap();
            assert!(ready.summary.payment.checkout_url.is_some(), "{fault:?}");
            assert_eq!(scene.stripe.sessions_of(&scene.payment(&placed).await).len(), 1, "{fault:?}");
            let _ = scene.stripe.pay(&scene.session(&placed).await);
            scene.tell().await;
            assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingConfirmation; 2]);
        }
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn the_same_key_gets_the_same_page_to_pay_on() {
    on_both_with_cards(async |scene| {
        let body = scene.request();
        let first = place_with_key(&scene.world, &body, "kunci-kartu-00001").await.unwrap();
        let again = place_with_key(&scene.world, &body, "kunci-kartu-00001").await.unwrap();
        assert_eq!(first, again);
        assert!(first.orders[0].payment.checkout_url.is_some());
        assert_eq!((scene.count("payment").await, first.total), (1, Rupiah::new(TOTAL)));

        scene.stripe.fail(Fault::After, 1);
        let lost = place_with_key(&scene.world, &body, "kunci-kartu-00002").await.unwrap();
        let found = place_with_key(&scene.world, &body, "kunci-kartu-00002").await.unwrap();
        assert_eq!(lost.orders[0].payment.checkout_url, None);
        assert!(found.orders[0].payment.checkout_url.is_some());
        assert_eq!(scene.stripe.sessions_of(&scene.payment(&found).await).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_is_away_long_gets_a_few_more_tries_and_then_the_order_ends() {
    on_both_with_cards(async |scene| {
        scene.stripe.fail(Fault::Before, 1);
        let placed = scene.place().await;
        scene.world.clock.advance_millis(20 * MINUTE_MILLIS);
        scene.work().await;
        let payment = scene.payment(&placed).await;
        assert_eq!(scene.count("payment WHERE session_attempt = 2 AND session_id IS NOT NULL").await, 1);
        assert_eq!(scene.stripe.sessions_of(&payment).len(), 1);
        // Its own time, and the pieces are kept for ten minutes more.
        scene.world.clock.advance_millis(35 * MINUTE_MILLIS);
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingPayment; 2]);

        scene.stripe.fail(Fault::Before, u32::MAX);
        let lost = scene.place().await;
        for _ in 0..40 {
            scene.world.clock.advance_millis(5 * MINUTE_MILLIS);
            timers::run_due(scene.services()).await.unwrap();
            scene.work().await;
        }
        assert_eq!(scene.statuses(&lost).await, [OrderStatus::Expired; 2]);
        assert_eq!(available(&scene.world, &scene.goods[1]).await, 10_000);
        assert_eq!(CHIPS + CUP, 65_000);
    })
    .await;
}
