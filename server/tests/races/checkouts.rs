//! More buyers than goods, and one buyer who is heard many times.

use std::collections::HashSet;

use testkit::{Reply, checkout};

use crate::venue::{DELIVERY, PRICE, Venue, at_once, count, key, race};

/// Buyers at once.
const BUYERS: usize = 200;
/// Pieces that they want.
const PIECES: usize = 50;
/// Times that one request is sent at once.
const TWINS: usize = 100;

async fn rush(venue: &Venue, bodies: impl IntoIterator<Item = (String, serde_json::Value)>) -> Vec<Reply> {
    let requests = bodies.into_iter().enumerate().map(|(turn, (key, body))| {
        let client = venue.client(turn);
        async move { client.place(&key, &body).await.unwrap() }
    });
    at_once(requests).await
}

#[tokio::test(flavor = "multi_thread")]
async fn exactly_as_many_checkouts_succeed_as_there_are_pieces() {
    race(async |venue| {
        let mug = venue.mug(50).await;
        let body = checkout(&[(&venue.shop, &mug, 1)], "cod", PRICE + DELIVERY);
        let replies = rush(venue, (0..BUYERS).map(|_| (key(), body.clone()))).await;
        assert_eq!((count(&replies, 201), count(&replies, 409)), (PIECES, BUYERS - PIECES));
        for reply in replies.iter().filter(|reply| reply.status == 409) {
            assert_eq!(reply.code(), "out_of_stock", "{}", reply.text);
        }
        assert_eq!(venue.available(&mug).await, 0);
        let kept = "SELECT CAST(COUNT(*) AS BIGINT) FROM payment WHERE status <> 'pending'";
        assert_eq!(venue.world.sql(kept, []).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn carts_that_cross_each_other_all_get_an_answer() {
    race(async |venue| {
        let (first, second) = (venue.mug(50).await, venue.mug(50).await);
        let total = 2 * PRICE + DELIVERY;
        let there = checkout(&[(&venue.shop, &first, 1), (&venue.shop, &second, 1)], "transfer", total);
        let back = checkout(&[(&venue.shop, &second, 1), (&venue.shop, &first, 1)], "transfer", total);
        let bodies = (0..BUYERS).map(|turn| (key(), if turn % 2 == 0 { &there } else { &back }.clone()));
        let replies = rush(venue, bodies).await;
        assert_eq!((count(&replies, 201), count(&replies, 409)), (PIECES, BUYERS - PIECES));
        assert_eq!((venue.available(&first).await, venue.available(&second).await), (0, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_key_gives_one_checkout_however_often_it_is_sent() {
    race(async |venue| {
        let mug = venue.mug(50).await;
        let body = checkout(&[(&venue.shop, &mug, 2)], "transfer", 2 * PRICE + DELIVERY);
        let same = key();
        let replies = rush(venue, (0..TWINS).map(|_| (same.clone(), body.clone()))).await;
        let answers: HashSet<(u16, &str)> = replies.iter().map(|reply| (reply.status, reply.text.as_str())).collect();
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!(replies[0].status, 201);
        assert_eq!(venue.world.sql("SELECT COUNT(*) FROM checkout_group", []).await, 1);
        assert_eq!(venue.available(&mug).await, 48);
        let other = checkout(&[(&venue.shop, &mug, 1)], "transfer", PRICE + DELIVERY);
        let replies = rush(venue, (0..10).map(|_| (same.clone(), other.clone()))).await;
        assert!(replies.iter().all(|reply| reply.status == 409 && reply.code() == "idempotency_conflict"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_changes_under_way_is_never_charged_unseen() {
    race(async |venue| {
        let mug = venue.mug(50).await;
        let body = checkout(&[(&venue.shop, &mug, 1)], "cod", PRICE + DELIVERY);
        let buying = rush(venue, (0..30).map(|_| (key(), body.clone())));
        let raise = venue
            .world
            .sql("UPDATE variant SET price = price + 1000 WHERE id = $1 RETURNING id", [mug.variant_id.into()]);
        let (replies, _) = tokio::join!(buying, raise);
        for reply in &replies {
            let is_seen = reply.status == 201 && reply.json()["total"] == PRICE + DELIVERY;
            assert!(is_seen || reply.code() == "price_changed", "{}", reply.text);
        }
        let dear =
            "SELECT COUNT(*) FROM seller_order o JOIN order_line l ON l.order_id = o.id WHERE l.unit_price <> $1";
        assert_eq!(venue.world.sql(dear, [PRICE.into()]).await, 0);
        venue
            .world
            .sql("UPDATE product SET price_from = price_from + 1000 WHERE id = $1 RETURNING id", [mug.id.into()])
            .await;
    })
    .await;
}
