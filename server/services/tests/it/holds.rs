//! What a cart holds while its owner pays, on both databases.

use std::sync::Arc;

use domain::locale::Locale;
use services::{RejectionCode, cart, checkout, holds, timers};
use testkit::{TestProduct, World, on_both};

use crate::shopping::{OWN_DELIVERY, assert_counters_fit, available, fields, place, rejection, request};

/// States of all holds, in the order they were taken.
async fn states(world: &World) -> Vec<String> {
    world.texts("SELECT state FROM cart_hold ORDER BY id", []).await
}

async fn filled(world: &World, product: &TestProduct, quantity: i64) -> String {
    cart::add(&world.services, None, &product.variant, quantity).await.unwrap().token
}

#[tokio::test]
async fn what_a_cart_holds_is_there_for_its_owner_only() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(3).create().await;
        let (mine, theirs) = (filled(&world, &mug, 2).await, filled(&world, &mug, 2).await);
        let until = holds::begin(services, &mine).await.unwrap().unwrap();
        assert_eq!(until, services.now().plus_minutes(15));
        assert_eq!(holds::live_until(services, Some(&mine)).await.unwrap(), Some(until));
        assert_eq!(available(&world, &mug).await, 1);
        assert!(cart::view(services, Some(&mine), Locale::Id).await.unwrap().is_ready());
        assert!(!cart::view(services, Some(&theirs), Locale::Id).await.unwrap().is_ready());
        let refused = rejection(holds::begin(services, &theirs).await.unwrap_err());
        assert_eq!(
            (refused.code, fields(&refused)),
            (RejectionCode::OutOfStock, vec![(mug.variant.as_str(), "out-of-stock")])
        );
        let order = request(&[(&mug, 2)], &[&shop], 60_000 + OWN_DELIVERY);
        assert_eq!(rejection(place(&world, &order).await.unwrap_err()).code, RejectionCode::OutOfStock);

        checkout::place(services, &order, None, Some(&mine), None).await.unwrap();
        assert_eq!((states(&world).await, available(&world, &mug).await), (vec!["consumed".to_owned()], 1));
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_hold_ends_once_by_time_by_change_or_by_order() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let (first, second) = (filled(&world, &mug, 2).await, filled(&world, &mug, 1).await);
        holds::begin(services, &first).await.unwrap();
        holds::begin(services, &second).await.unwrap();
        assert_eq!(available(&world, &mug).await, 2);
        cart::set_quantity(services, &second, &mug.variant, 2).await.unwrap();
        assert_eq!((states(&world).await, available(&world, &mug).await), (vec!["held".into(), "released".into()], 3));
        world.clock.advance_millis(14 * 60_000);
        timers::run_due(services).await.unwrap();
        assert_eq!(available(&world, &mug).await, 3);
        world.clock.advance_millis(60_000);
        assert_eq!(holds::live_until(services, Some(&first)).await.unwrap(), None);
        timers::run_due(services).await.unwrap();
        timers::run_due(services).await.unwrap();
        assert_eq!(
            (states(&world).await, available(&world, &mug).await),
            (vec!["expired".into(), "released".into()], 5)
        );
        // Without a hold it is first come, first served.
        let order = request(&[(&mug, 2)], &[&shop], 60_000 + OWN_DELIVERY);
        checkout::place(services, &order, None, Some(&first), None).await.unwrap();
        assert_eq!(available(&world, &mug).await, 3);
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_hold_is_renewed_up_to_twice_its_length_and_then_others_come_first() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(2).create().await;
        let token = filled(&world, &mug, 2).await;
        let began = services.now();
        let begin = async || holds::begin(services, &token).await.unwrap();
        assert_eq!(begin().await, Some(began.plus_minutes(15)));
        world.clock.advance_millis(10 * 60_000);
        assert_eq!(begin().await, Some(began.plus_minutes(25)));
        world.clock.advance_millis(10 * 60_000);
        assert_eq!(begin().await, Some(began.plus_minutes(30)));
        assert_eq!(available(&world, &mug).await, 0);
        world.clock.advance_millis(10 * 60_000);
        assert_eq!((begin().await, available(&world, &mug).await), (None, 2));
        world.clock.advance_millis(14 * 60_000);
        assert_eq!(begin().await, None);
        world.clock.advance_millis(60_000);
        assert_eq!(begin().await, Some(began.plus_minutes(60)));
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn carts_and_strangers_never_get_the_same_piece() {
    on_both(async |world| {
        let (clay, tempe) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let mug = world.product(&clay).price(30_000).stock(12).create().await;
        let chips =
            world.product(&tempe).price(30_000).keeps(60).lot(5, "2027-01-01").lot(7, "2027-01-09").create().await;
        let mut carts = Vec::new();
        for _ in 0..20 {
            let token = filled(&world, &mug, 1).await;
            cart::add(&world.services, Some(&token), &chips.variant, 1).await.unwrap();
            carts.push(token);
        }
        let order = request(&[(&mug, 1), (&chips, 1)], &[&clay, &tempe], 60_000 + 2 * OWN_DELIVERY);
        let world = Arc::new(world);
        let mut tasks = Vec::new();
        for token in carts {
            let (mine, order) = (Arc::clone(&world), order.clone());
            tasks.push(tokio::spawn(async move {
                let held = holds::begin(&mine.services, &token).await.is_ok();
                let _ = holds::begin(&mine.services, &token).await;
                let placed = checkout::place(&mine.services, &order, None, Some(&token), None).await;
                assert!(placed.is_ok() || !held, "who holds gets it: {placed:?}");
                i64::from(placed.is_ok())
            }));
            let (world, order) = (Arc::clone(&world), request(&[(&chips, 1)], &[&tempe], 30_000 + OWN_DELIVERY));
            tasks.push(tokio::spawn(async move {
                match place(&world, &order).await {
                    Ok(_) => 1,
                    Err(error) => {
                        assert_eq!(rejection(error).code, RejectionCode::OutOfStock);
                        0
                    }
                }
            }));
        }
        let mut sold = 0;
        for task in tasks {
            sold += task.await.unwrap();
        }
        assert_eq!(sold, 12);
        assert_eq!(available(&world, &chips).await, 0);
        assert_counters_fit(&world).await;
        world.assert_invariants().await;
    })
    .await;
}
