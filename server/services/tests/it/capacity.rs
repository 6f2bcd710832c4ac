//! What is made to order has room by the week, on both databases.

use std::sync::Arc;

use domain::{locale::Locale, payment::PaymentMethod, time::Date};
use services::{Error, RejectionCode, capacity, cart, fulfilment, holds, orders, shipping, timers};
use testkit::{NEAR_VILLAGE, TestProduct, World, on_both};

use crate::shopping::{OWN_DELIVERY, fields, item, place, rejection, request, scope};

/// Pieces that the weeks of a variant are promised for.
async fn taken(world: &World, vase: &TestProduct) -> Vec<i64> {
    let text = "SELECT CAST(allocated + held AS TEXT) FROM stock WHERE variant_id = $1 ORDER BY week";
    let rows = world.texts(text, [vase.variant_id.into()]).await;
    rows.iter().map(|row| row.parse().unwrap()).collect()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test]
async fn full_weeks_push_the_promise_on_and_orders_that_end_give_them_back() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("dinoyo").await;
        let vase = world.product(&shop).price(30_000).made_to_order().create().await;
        let weeks = capacity::set(services, scope(&shop), &vase.variant, Some(5)).await.unwrap();
        assert_eq!((weeks.len(), weeks[0].monday, weeks[0].free), (12, day("2026-11-23"), 5));
        let arrives = async |quantity| {
            let quotes = shipping::quote(services, &[item(&vase, quantity)], Some(NEAR_VILLAGE), Locale::Id).await;
            let own = quotes.unwrap().remove(0).options.into_iter().find(|option| option.service.is_none()).unwrap();
            (own.arrives_from, own.arrives_to)
        };
        assert_eq!(arrives(5).await, (day("2026-11-25"), day("2026-11-26")));
        assert_eq!(arrives(6).await, (day("2026-12-06"), day("2026-12-07")));
        let four = request(&[(&vase, 4)], &[&shop], 120_000 + OWN_DELIVERY);
        let first = place(&world, &four).await.unwrap().orders.remove(0);
        let second = place(&world, &four).await.unwrap().orders.remove(0);
        assert_eq!(taken(&world, &vase).await[..3], [5, 3, 0]);
        let promised = "SELECT arrives_to FROM seller_order ORDER BY id";
        assert_eq!(world.texts(promised, []).await, ["2026-11-26", "2026-12-07"]);

        let refused = capacity::set(services, scope(&shop), &vase.variant, Some(4)).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("per_week", "below-promised")]);
        orders::cancel(services, &first.token, None).await.unwrap();
        assert_eq!(taken(&world, &vase).await[..3], [1, 3, 0]);
        fulfilment::confirm(services, scope(&shop), &second.number).await.unwrap();
        fulfilment::call_off(services, scope(&shop), &second.number, "Tungku rusak").await.unwrap();
        assert_eq!(taken(&world, &vase).await[..3], [0, 0, 0]);

        let most = request(&[(&vase, 61)], &[&shop], 61 * 30_000 + OWN_DELIVERY);
        let refused = rejection(place(&world, &most).await.unwrap_err());
        assert_eq!((refused.code, fields(&refused)), (RejectionCode::OutOfStock, vec![("items[0]", "out-of-stock")]));
        capacity::set(services, scope(&shop), &vase.variant, None).await.unwrap();
        place(&world, &most).await.unwrap();
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn weeks_come_into_sight_and_full_ones_take_a_product_off_the_lists() {
    on_both(async |world| {
        let services = &world.services;
        let (shop, stranger) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
        let vase = world.product(&shop).price(30_000).made_to_order().create().await;
        let mug = world.product(&shop).stock(3).create().await;
        let foreign = capacity::set(services, scope(&stranger), &vase.variant, Some(5)).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        let refused = rejection(capacity::set(services, scope(&shop), &mug.variant, Some(5)).await.unwrap_err());
        assert_eq!(fields(&refused), [("per_week", "not-made-to-order")]);
        let refused = rejection(capacity::set(services, scope(&shop), &vase.variant, Some(-1)).await.unwrap_err());
        assert_eq!(fields(&refused), [("per_week", "capacity-invalid")]);
        capacity::set(services, scope(&shop), &vase.variant, Some(1)).await.unwrap();
        let in_stock =
            async || world.sql("SELECT COUNT(*) FROM product WHERE in_stock AND id = $1", [vase.id.into()]).await;
        place(&world, &request(&[(&vase, 12)], &[&shop], 12 * 30_000 + OWN_DELIVERY)).await.unwrap();
        assert_eq!(in_stock().await, 0);
        assert_eq!(taken(&world, &vase).await.len(), 12);
        world.clock.advance_hours(7 * 24);
        timers::run_due(services).await.unwrap();
        timers::run_due(services).await.unwrap();
        assert_eq!((taken(&world, &vase).await.len(), in_stock().await), (13, 1));
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_week_is_never_promised_twice() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let vase = world.product(&shop).price(30_000).made_to_order().create().await;
        capacity::set(&world.services, scope(&shop), &vase.variant, Some(1)).await.unwrap();
        let world = Arc::new(world);
        let tasks: Vec<_> = (0..30)
            .map(|turn| {
                let mut body = request(&[(&vase, 1)], &[&shop], 30_000 + OWN_DELIVERY);
                body.payment = if turn % 2 == 0 { PaymentMethod::Cod } else { PaymentMethod::Transfer };
                let (world, variant) = (Arc::clone(&world), vase.variant.clone());
                tokio::spawn(async move {
                    let token = cart::add(&world.services, None, &variant, 1).await.map(|added| added.token);
                    let token = token.unwrap_or_default();
                    if turn % 3 == 0 {
                        let _ = holds::begin(&world.services, &token).await;
                    }
                    services::checkout::place(&world.services, &body, None, Some(&token), None).await
                })
            })
            .collect();
        let mut sold = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => sold += 1,
                Err(error) => assert_eq!(rejection(error).code, RejectionCode::OutOfStock),
            }
        }
        assert_eq!((sold, taken(&world, &vase).await), (12, vec![1; 12]));
        world.assert_invariants().await;
    })
    .await;
}
