//! More buyers than a voucher is good for.

use serde_json::json;
use testkit::checkout;

use crate::venue::{DELIVERY, PRICE, Venue, at_once, count, key, race};

/// Buyers at once.
const BUYERS: usize = 300;
/// Checkouts that the voucher is good for.
const USES: usize = 10;
const OFF: i64 = 5_000;

async fn voucher(venue: &Venue, per_buyer: Option<i64>) {
    let made = "INSERT INTO voucher (code, shop_id, kind, amount, minimum_goods, valid_from, valid_until, most_uses,
            most_uses_per_buyer, created_at)
         VALUES ('BALAPAN', NULL, 'amount', 5000, 0, 0, 4102444800000, $1, $2, 0) RETURNING id";
    let uses = if per_buyer.is_some() { None } else { i64::try_from(USES).ok() };
    venue.world.sql(made, [uses.into(), per_buyer.into()]).await;
}

/// How many were let through; the others were told why not, by the voucher.
async fn rush(venue: &Venue, phone: impl Fn(usize) -> String) -> usize {
    let mug = venue.mug(1_000).await;
    let bodies = (0..BUYERS).map(|buyer| {
        let mut body = checkout(&[(&venue.shop, &mug, 1)], "cod", PRICE + DELIVERY - OFF);
        body["voucher"] = json!("balapan");
        body["buyer"]["phone"] = json!(phone(buyer));
        body
    });
    let requests = bodies.enumerate().map(|(turn, body)| {
        let client = venue.client(turn);
        async move { client.place(&key(), &body).await.unwrap() }
    });
    let replies = at_once(requests).await;
    for reply in replies.iter().filter(|reply| reply.status != 201) {
        assert_eq!(reply.status, 422, "{}", reply.text);
        assert!(reply.text.contains("voucher_used"), "{}", reply.text);
    }
    count(&replies, 201)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_checkouts_use_a_voucher_than_may() {
    race(async |venue| {
        voucher(venue, None).await;
        assert_eq!(rush(venue, |buyer| format!("0812-1111-{buyer:04}")).await, USES);
        assert_eq!(venue.world.sql("SELECT COUNT(*) FROM voucher_use", []).await, 10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_buyer_uses_a_voucher_as_often_as_one_may() {
    race(async |venue| {
        voucher(venue, Some(1)).await;
        assert_eq!(rush(venue, |buyer| format!("0812-2222-{:04}", buyer % 3)).await, 3, "one each");
    })
    .await;
}
