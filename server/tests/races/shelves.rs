//! Sellers who count and answer while others buy.

use serde_json::{Value, json};
use testkit::checkout;

use crate::venue::{DELIVERY, PRICE, Venue, at_once, count, key, race};

#[tokio::test(flavor = "multi_thread")]
async fn a_count_never_takes_what_is_promised() {
    race(async |venue| {
        let mug = venue.mug(15).await;
        let body = checkout(&[(&venue.shop, &mug, 1)], "cod", PRICE + DELIVERY);
        let buy = (0..20).map(|turn| {
            let (client, body) = (venue.client(turn), body.clone());
            async move { client.place(&key(), &body).await.unwrap() }
        });
        let set = (0..10_usize).map(|turn| {
            let (client, token) = (venue.client(turn), venue.seller.clone());
            let path = format!("/api/v1/seller/variants/{}/stock", mug.variant);
            async move {
                let on_hand = if turn % 2 == 0 { 10 } else { 12 };
                client.put(&path, Some(&token), &json!({"on_hand": on_hand, "lot": null})).await.unwrap()
            }
        });
        let (bought, counted) = tokio::join!(at_once(buy), at_once(set));
        assert_eq!(count(&bought, 201) + count(&bought, 409), 20);
        assert_eq!(count(&counted, 200) + count(&counted, 409), 10);
        assert!(counted.iter().all(|reply| reply.status == 200 || reply.code() == "invalid_state"));
        let sold = i64::try_from(count(&bought, 201)).unwrap();
        let held = "SELECT held FROM stock WHERE variant_id = $1";
        assert_eq!(venue.world.sql(held, [mug.variant_id.into()]).await, sold);
        assert!((10..=15).contains(&sold), "{sold} sold");
    })
    .await;
}

/// Two sorts of one product have a shelf each, so their buyers wait for each other nowhere else.
async fn second_sort(venue: &Venue, product_id: i64, turn: i64) -> String {
    let name = format!("var_kedua{turn:015}");
    let insert = "INSERT INTO variant (public_id, product_id, name, price, weight_g, position)
                  VALUES ($1, $2, 'Besar', $3, 400, 2) RETURNING id";
    let variant = venue.world.sql(insert, [name.as_str().into(), product_id.into(), PRICE.into()]).await;
    venue.world.sql("INSERT INTO stock (variant_id, on_hand) VALUES ($1, 1) RETURNING id", [variant.into()]).await;
    name
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_pieces_of_two_sorts_take_the_product_off_the_lists() {
    race(async |venue| {
        for turn in 0..10 {
            let mug = venue.mug(1).await;
            let small = checkout(&[(&venue.shop, &mug, 1)], "cod", PRICE + DELIVERY);
            let mut big = small.clone();
            big["items"][0]["variant"] = json!(second_sort(venue, mug.id, turn).await);
            let buy = [small, big].into_iter().enumerate().map(|(turn, body)| {
                let client = venue.client(turn);
                async move { client.place(&key(), &body).await.unwrap() }
            });
            let replies = at_once(buy).await;
            assert_eq!(count(&replies, 201), 2, "{replies:?}");
            let listed = "SELECT COUNT(*) FROM product WHERE id = $1 AND in_stock = TRUE";
            assert_eq!(venue.world.sql(listed, [mug.id.into()]).await, 0, "round {turn}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seller_who_rejects_leaves_the_other_order_of_the_checkout_alone() {
    race(async |venue| {
        let other = venue.world.shop("sanan").await;
        let other_seller = venue.world.seller_token(&other).await;
        let mug = venue.mug(100).await;
        let chips = venue.world.product(&other).price(PRICE).stock(100).create().await;
        let items = [(&venue.shop, &mug, 1), (&other, &chips, 2)];
        for _ in 0..6 {
            let body = checkout(&items, "cod", 3 * PRICE + 2 * DELIVERY);
            let placed = venue.client(0).place(&key(), &body).await.unwrap().json();
            let orders = placed["orders"].as_array().unwrap();
            let of = |shop: &str| orders.iter().find(|order| order["shop"] == shop).unwrap();
            let number = |order: &Value| order["number"].as_str().unwrap().to_owned();
            let (mine, theirs) = (of(&venue.shop.slug), of(&other.slug));
            let reject = json!({"reason": "Pecah saat dibakar"});
            let acts = [
                (venue.client(0), venue.seller.clone(), number(mine), "reject", reject),
                (venue.client(1), other_seller.clone(), number(theirs), "confirm", Value::Null),
            ];
            let replies = at_once(acts.into_iter().map(|(client, token, number, step, body)| async move {
                client.seller(&token, &number, step, &body).await.unwrap()
            }))
            .await;
            assert_eq!(count(&replies, 200), 2, "{replies:?}");
            let accepted = replies[1].json();
            assert_eq!(accepted["status"], "confirmed");
            for money in ["items_total", "shipping_total", "discount_total", "total"] {
                assert_eq!(accepted[money], theirs[money], "{money}");
            }
        }
        assert_eq!((venue.available(&mug).await, venue.available(&chips).await), (100, 88));
    })
    .await;
}
