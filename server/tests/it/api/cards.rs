//! Cards over the public surface: checkout, order, webhook, return.

use axum::body::Body;
use http::{Method, header::LOCATION};
use serde_json::{Value, json};
use testkit::{FakeStripe, TestProduct, TestShop, World, on_both, sign_as_stripe};

use super::{OWN_DELIVERY, checkout, place};
use crate::app::{App, request};

const TOTAL: i64 = 60_000 + OWN_DELIVERY;

fn body(shop: &TestShop, mug: &TestProduct) -> Value {
    let mut body = checkout(shop, mug, 2, TOTAL);
    body["payment"] = json!("stripe");
    body
}

async fn shelf(world: &World) -> (TestShop, TestProduct) {
    let shop = world.shop("dinoyo").await;
    let mug = world.product(&shop).price(30_000).stock(50).create().await;
    (shop, mug)
}

async fn tell(app: &App, signature: &str, body: &str) -> u16 {
    let told = request(Method::POST, "/webhooks/stripe").header("stripe-signature", signature);
    app.send(told.body(Body::from(body.to_owned())).unwrap()).await.status.as_u16()
}

fn session(stripe: &FakeStripe, url: &str) -> String {
    url.strip_prefix(&format!("{}/c/pay/", stripe.url())).unwrap().to_owned()
}

#[tokio::test]
async fn an_order_is_paid_by_card_over_the_public_surface() {
    on_both(async |mut world| {
        let stripe = world.take_cards().await;
        let (shop, mug) = shelf(&world).await;
        let app = App::new(world);
        let placed = place(&app, "kunci-kartu-di-api-1", &body(&shop, &mug)).await;
        assert_eq!(placed.status, 201);
        let placed = placed.json();
        let payment = &placed["orders"][0]["payment"];
        assert_eq!((&payment["method"], &payment["amount"]), (&json!("stripe"), &json!(TOTAL)));
        let url = payment["checkout_url"].as_str().unwrap();
        let token = placed["orders"][0]["token"].as_str().unwrap();
        let order = app.get(&format!("/api/v1/orders/{token}")).await.json();
        assert_eq!(&order["payment"], payment);

        let _ = stripe.pay(&session(&stripe, url));
        let told = stripe.events();
        let seconds = app.world.services.now().millis() / 1_000;
        assert_eq!(tell(&app, "", &told[0]).await, 400);
        assert_eq!(tell(&app, &sign_as_stripe("whsec_forged", seconds, &told[0]), &told[0]).await, 400);
        for body in told.iter().chain(&told) {
            assert_eq!(tell(&app, &stripe.sign(body), body).await, 200);
        }
        let back = app.get(&format!("/pesanan/{}/kembali", placed["token"].as_str().unwrap())).await;
        assert_eq!(back.status, 303);
        assert!(back.headers[LOCATION].to_str().unwrap().ends_with(placed["token"].as_str().unwrap()));
        let order = app.get(&format!("/api/v1/orders/{token}")).await.json();
        assert_eq!(
            (&order["status"], &order["payment"]["status"]),
            (&json!("awaiting_confirmation"), &json!("captured"))
        );
        assert_eq!(order["payment"]["checkout_url"], Value::Null);
        app.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn without_a_key_cards_are_refused_and_nobody_listens() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let app = App::new(world);
        let refused = place(&app, "kunci-kartu-di-api-2", &body(&shop, &mug)).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!("payment_unavailable")));
        assert_eq!(tell(&app, "t=1,v1=00", "{}").await, 404);
    })
    .await;
}
