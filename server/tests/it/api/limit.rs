//! How much one client may write.

use http::{Method, StatusCode, header::RETRY_AFTER};
use serde_json::json;
use testkit::on_both;

use super::{KEY, OWN_DELIVERY, checkout, place};
use crate::app::{App, refusal};

/// As if all tries of this minute but one had been made.
async fn use_up(app: &App) {
    let update = "UPDATE rate_limit SET hits = 600 WHERE action = 'api_write' RETURNING hits";
    assert_eq!(app.world.sql(update, []).await, 600);
}

#[tokio::test]
async fn checkouts_of_one_number_are_limited_and_open_again() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        let mut body = checkout(&shop, &mug, 1, 30_000 + OWN_DELIVERY);
        assert_eq!(place(&app, KEY, &body).await.status, StatusCode::CREATED);
        use_up(&app).await;
        body["buyer"]["phone"] = json!("+62 812-3456-7890");
        let closed = place(&app, "kunci-untuk-yang-kedua", &body).await;
        assert_eq!(closed.problem(), refusal(429, "too_many_requests", &[]), "however it is written");
        let seconds: i64 = closed.headers[RETRY_AFTER].to_str().unwrap().parse().unwrap();
        assert!((1..=60).contains(&seconds));
        assert_eq!(app.world.sql("SELECT COUNT(*) FROM seller_order", []).await, 1, "nothing was placed");
        body["buyer"]["phone"] = json!("081234567891");
        assert_eq!(place(&app, "kunci-untuk-yang-ketiga", &body).await.status, StatusCode::CREATED);
        app.world.clock.advance_millis(60_000);
        body["buyer"]["phone"] = json!("081234567890");
        assert_eq!(place(&app, "kunci-untuk-yang-keempat", &body).await.status, StatusCode::CREATED);
    })
    .await;
}

#[tokio::test]
async fn writes_of_one_account_are_limited_and_reading_is_not() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let app = App::new(world);
        app.seller("penjual@contoh.test", &shop).await;
        app.seller("rekan@contoh.test", &shop).await;
        let (token, other) = (app.token("penjual@contoh.test").await, app.token("rekan@contoh.test").await);
        let path = "/api/v1/seller/orders/tidak-ada/confirm";
        let confirm = async |token: &str| app.json(Method::POST, path, Some(token), &json!({})).await;
        assert_eq!(confirm(&token).await.status, StatusCode::NOT_FOUND);
        use_up(&app).await;
        let closed = confirm(&token).await;
        assert_eq!(closed.problem(), refusal(429, "too_many_requests", &[]));
        assert!(closed.headers.contains_key(RETRY_AFTER));
        assert_eq!(confirm(&other).await.status, StatusCode::NOT_FOUND, "each has their own");
        let read = app.json(Method::GET, "/api/v1/seller/orders", Some(&token), &json!({})).await;
        assert_eq!(read.status, StatusCode::OK);
    })
    .await;
}
