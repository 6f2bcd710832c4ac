//! Placing orders, on both databases.

use std::{collections::HashSet, sync::Arc};

use domain::{fulfilment::DeliveryMethod, money::Rupiah, order::OrderStatus, payment::PaymentMethod};
use services::{
    RejectionCode, cart,
    checkout::{self, IdempotencyKey, PlacedGroup},
    holds,
};
use testkit::{World, on_both};

use crate::shopping::{
    OWN_DELIVERY, assert_counters_fit, available, fields, item, place, place_with_key, rejection, request,
};

async fn orders(world: &World) -> i64 {
    world.sql("SELECT COUNT(*) FROM seller_order", []).await
}

#[tokio::test]
async fn a_cart_of_two_shops_becomes_two_orders_that_add_up() {
    on_both(async |world| {
        let (clay, tempe) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let vase = world.product(&clay).price(60_000).class("fragile").stock(3).create().await;
        let chips = world.product(&tempe).price(12_500).keeps(60).lot(10, "2027-01-20").create().await;
        let total = 60_000 + 3_000 + 4 * 12_500 + 2 * OWN_DELIVERY;
        let placed = place(&world, &request(&[(&vase, 1), (&chips, 4)], &[&clay, &tempe], total)).await.unwrap();
        assert_eq!(placed.total, Rupiah::new(total));
        assert_eq!(Rupiah::checked_sum(placed.orders.iter().map(|order| order.total)), Some(placed.total));
        let first = &placed.orders[0];
        assert_eq!(
            (first.items_total.get(), first.shipping_total.get(), first.discount_total.get()),
            (60_000, 3_000 + OWN_DELIVERY, 0)
        );
        assert_eq!((first.status, &first.shop), (OrderStatus::AwaitingConfirmation, &clay.slug));
        assert_eq!((available(&world, &vase).await, available(&world, &chips).await), (2, 6));
        let mails = world.sql("SELECT COUNT(*) FROM job WHERE kind = 'mail'", []).await;
        assert_eq!(mails, 3, "one for the buyer, one for each seller");
        let group = services::orders::group_by_token(&world.services, &placed.token).await.unwrap();
        let views: Vec<_> = group.orders.iter().map(|order| order.summary.clone()).collect();
        assert_eq!(views, placed.orders, "what was answered is what is stored");
        assert!(services::orders::by_token(&world.services, &placed.token).await.is_err(), "a group is not an order");
        assert_counters_fit(&world).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_buyers_of_fifty_pieces_get_exactly_fifty() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(50).create().await;
        let world = Arc::new(world);
        let request = Arc::new(request(&[(&mug, 1)], &[&shop], 30_000 + OWN_DELIVERY));
        let tasks: Vec<_> = (0..200)
            .map(|_| {
                let (world, request) = (Arc::clone(&world), Arc::clone(&request));
                tokio::spawn(async move { place(&world, &request).await })
            })
            .collect();
        let mut sold = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => sold += 1,
                Err(error) => assert_eq!(rejection(error).code, RejectionCode::OutOfStock),
            }
        }
        assert_eq!((sold, orders(&world).await, available(&world, &mug).await), (50, 50, 0));
        assert_counters_fit(&world).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_key_a_hundred_times_at_once_is_one_order() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(1).create().await;
        let world = Arc::new(world);
        let body = Arc::new(request(&[(&mug, 1)], &[&shop], 30_000 + OWN_DELIVERY));
        let tasks: Vec<_> = (0..100)
            .map(|_| {
                let (world, body) = (Arc::clone(&world), Arc::clone(&body));
                tokio::spawn(async move { place_with_key(&world, &body, "kunci-yang-sama-0001").await })
            })
            .collect();
        let mut answers: Vec<PlacedGroup> = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap().unwrap());
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(orders(&world).await, 1);
        let mut other = (*body).clone();
        other.buyer.name = "Orang lain".to_owned();
        let refused = place_with_key(&world, &other, "kunci-yang-sama-0001").await.unwrap_err();
        assert_eq!(rejection(refused).code, RejectionCode::IdempotencyConflict);
    })
    .await;
}

#[tokio::test]
async fn a_refused_request_does_not_use_up_its_key() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(1).create().await;
        let wrong = request(&[(&mug, 1)], &[&shop], 1);
        assert!(place_with_key(&world, &wrong, "kunci-berikutnya-01").await.is_err());
        let right = request(&[(&mug, 1)], &[&shop], 30_000 + OWN_DELIVERY);
        assert!(place_with_key(&world, &right, "kunci-berikutnya-01").await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn two_lines_of_one_variant_are_one_sum() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let refused = place(&world, &request(&[(&mug, 3), (&mug, 3)], &[&shop], 6 * 30_000 + OWN_DELIVERY)).await;
        let refused = rejection(refused.unwrap_err());
        assert_eq!(refused.code, RejectionCode::OutOfStock);
        assert_eq!(fields(&refused), [("items[0]", "out-of-stock"), ("items[1]", "out-of-stock")]);
        assert_eq!(refused.fields[0].args, [("available".to_owned(), "5".to_owned())]);
        assert_eq!((orders(&world).await, available(&world, &mug).await), (0, 5), "nothing is left behind");
        for table in ["checkout_group", "order_line", "stock_hold", "payment", "job", "idempotency_record"] {
            assert_eq!(world.sql(&format!("SELECT COUNT(*) FROM {table}"), []).await, 0, "{table}");
        }
        let placed = place(&world, &request(&[(&mug, 3), (&mug, 2)], &[&shop], 5 * 30_000 + OWN_DELIVERY)).await;
        assert_eq!(placed.unwrap().orders[0].items_total, Rupiah::new(150_000));
    })
    .await;
}

#[tokio::test]
async fn the_lot_that_spoils_first_is_sold_first_and_a_spoilt_one_never() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let tempe = world.product(&shop).price(8_000).keeps(5).class("fresh");
        let tempe = tempe.lot(4, "2026-12-01").lot(3, "2026-11-27").lot(9, "2026-11-23").create().await;
        let placed = place(&world, &request(&[(&tempe, 5)], &[&shop], 5 * 8_000 + OWN_DELIVERY)).await;
        placed.unwrap();
        let held = async |best_before: &str| {
            world
                .sql(
                    "SELECT k.held FROM stock k JOIN lot l ON l.id = k.lot_id WHERE l.best_before = $1",
                    [best_before.into()],
                )
                .await
        };
        assert_eq!((held("2026-11-27").await, held("2026-12-01").await, held("2026-11-23").await), (3, 2, 0));
        let refused = place(&world, &request(&[(&tempe, 3)], &[&shop], 3 * 8_000 + OWN_DELIVERY)).await;
        assert_eq!(rejection(refused.unwrap_err()).fields[0].args[0].1, "2");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn transfers_to_one_account_never_have_the_same_amount() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(60).create().await;
        let mut body = request(&[(&mug, 1)], &[&shop], 30_000 + OWN_DELIVERY);
        body.payment = PaymentMethod::Transfer;
        let world = Arc::new(world);
        let body = Arc::new(body);
        let tasks: Vec<_> = (0..60)
            .map(|_| {
                let (world, body) = (Arc::clone(&world), Arc::clone(&body));
                tokio::spawn(async move { place(&world, &body).await.unwrap() })
            })
            .collect();
        let mut amounts = HashSet::new();
        for task in tasks {
            let placed = task.await.unwrap();
            let order = &placed.orders[0];
            assert!((1..=499).contains(&order.discount_total.get()));
            assert_eq!(order.total.get(), 42_000 - order.discount_total.get());
            assert_eq!((order.payment.amount, placed.total), (order.total, order.total));
            assert_eq!(order.status, OrderStatus::AwaitingPayment);
            assert!(order.payment.bank.is_some() && order.payment.expires_at.is_some());
            assert!(amounts.insert(order.payment.amount), "amount used twice");
        }
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_wrong_is_named_at_once() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).stock(5).create().await;
        let mut body = request(&[(&mug, 0)], &[&shop], 0);
        body.items.push(item(&mug, 10_000));
        body.buyer.name = " ".to_owned();
        body.buyer.phone = "123".to_owned();
        body.buyer.email = Some("bukan email".to_owned());
        let address = body.address.as_mut().unwrap();
        address.region = "99.99.99.9999".to_owned();
        address.street = "x".to_owned();
        address.postal_code = Some("12".to_owned());
        let refused = rejection(place(&world, &body).await.unwrap_err());
        assert_eq!(refused.code, RejectionCode::Invalid);
        let named: Vec<&str> = refused.fields.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            named,
            [
                "items[0].quantity",
                "items[1].quantity",
                "buyer.name",
                "buyer.phone",
                "buyer.email",
                "address.street",
                "address.postal_code",
                "address.region",
            ]
        );
        let mut body = request(&[(&mug, 1)], &[], 0);
        body.items.push(services::shipping::ItemRequest { variant: "var_tidakada".to_owned(), quantity: 1 });
        assert_eq!(fields(&rejection(place(&world, &body).await.unwrap_err())), [("items[1]", "item-unavailable")]);
        let refused = rejection(place(&world, &request(&[(&mug, 1)], &[], 0)).await.unwrap_err());
        assert_eq!(fields(&refused), [("deliveries", "delivery-missing")]);
    })
    .await;
}

#[tokio::test]
async fn the_database_decides_the_price() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let refused = rejection(place(&world, &request(&[(&mug, 1)], &[&shop], 1_000)).await.unwrap_err());
        assert_eq!(refused.code, RejectionCode::PriceChanged);
        assert_eq!(refused.fields[0].args[0].1, "Rp42.000");
    })
    .await;
}

#[tokio::test]
async fn ways_that_a_shop_does_not_offer_are_refused_at_their_delivery() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let tempe = world.product(&shop).price(8_000).class("fresh").keeps(3).lot(50, "2026-12-01").create().await;
        let mut body = request(&[(&tempe, 1)], &[&shop], 0);
        for payment in [PaymentMethod::Stripe, PaymentMethod::Qris] {
            body.payment = payment;
            let refused = rejection(place(&world, &body).await.unwrap_err());
            assert_eq!(
                (refused.code, refused.fields[0].field.as_str()),
                (RejectionCode::PaymentUnavailable, "deliveries[0]")
            );
        }
        body.payment = PaymentMethod::Cod;
        body.deliveries[0].method = DeliveryMethod::Courier;
        assert_eq!(rejection(place(&world, &body).await.unwrap_err()).code, RejectionCode::PaymentUnavailable);
        body.payment = PaymentMethod::Transfer;
        body.deliveries[0].service = Some("TIDAK-ADA".to_owned());
        assert_eq!(rejection(place(&world, &body).await.unwrap_err()).code, RejectionCode::NotDeliverable);
    })
    .await;
}

#[tokio::test]
async fn a_checkout_takes_at_most_25_statements_whatever_the_number_of_lines() {
    on_both(async |world| {
        let shops = [world.shop("dinoyo").await, world.shop("sanan").await, world.shop("dinoyo").await];
        let mut goods = Vec::new();
        for number in 0..30 {
            let product = world.product(&shops[number % 3]).price(10_000);
            // Each line of food takes from two lots.
            let product = match number % 2 {
                0 => product.stock(9),
                _ => product.keeps(60).lot(1, "2027-01-01").lot(9, "2027-01-09"),
            };
            goods.push(product.create().await);
        }
        for count in [1_usize, 30] {
            let items: Vec<_> = goods.iter().take(count).map(|product| (product, 2)).collect();
            let used: Vec<_> = shops.iter().take(count).collect();
            let total = i64::try_from(count).unwrap() * 20_000 + i64::try_from(used.len()).unwrap() * OWN_DELIVERY;
            let mut body = request(&items, &used, total);
            body.payment = PaymentMethod::Transfer;
            // With a cart that holds what is ordered.
            let mut cart = None;
            for (product, quantity) in items {
                let added = cart::add(&world.services, cart.as_deref(), &product.variant, quantity).await.unwrap();
                cart = Some(added.token);
            }
            let cart = cart.unwrap();
            holds::begin(&world.services, &cart).await.unwrap().unwrap();
            let key = format!("kunci-hitung-{count:06}");
            let key = IdempotencyKey { key, body_hash: checkout::body_hash(&body).unwrap() };
            let before = world.store().statement_count();
            checkout::place(&world.services, &body, None, Some(&cart), Some(&key)).await.unwrap();
            let sent = world.store().statement_count() - before;
            assert!(sent <= 25, "{sent} statements for {count} lines on {:?}", world.database_url);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn mixed_carts_in_any_order_never_wait_in_a_circle_nor_oversell() {
    on_both(async |world| {
        let (clay, tempe) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let mug = world.product(&clay).price(30_000).stock(20).create().await;
        let vase = world.product(&clay).price(30_000).stock(20).create().await;
        let chips =
            world.product(&tempe).price(30_000).keeps(60).lot(9, "2027-01-01").lot(11, "2027-01-09").create().await;
        let world = Arc::new(world);
        let carts = [vec![&mug, &chips, &vase], vec![&vase, &chips, &mug], vec![&chips, &mug, &vase]];
        let tasks: Vec<_> = (0..60)
            .map(|number| {
                let items: Vec<_> = carts[number % 3].iter().map(|product| (*product, 1)).collect();
                let mut body = request(&items, &[&clay, &tempe], 90_000 + 2 * OWN_DELIVERY);
                body.payment = if number % 2 == 0 { PaymentMethod::Cod } else { PaymentMethod::Transfer };
                let world = Arc::clone(&world);
                tokio::spawn(async move { place(&world, &body).await })
            })
            .collect();
        let mut sold = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => sold += 1,
                Err(error) => assert_eq!(rejection(error).code, RejectionCode::OutOfStock),
            }
        }
        assert_eq!((sold, orders(&world).await), (20, 40));
        for product in [&mug, &vase, &chips] {
            assert_eq!(available(&world, product).await, 0);
        }
        assert_counters_fit(&world).await;
    })
    .await;
}
