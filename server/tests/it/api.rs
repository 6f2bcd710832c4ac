//! The HTTP API.

mod bounds;
mod cards;
mod catalogue;
mod checkout;
mod document;
mod limit;
mod malformed;
mod payments;
mod products;
mod selling;

use http::{Method, header::CONTENT_TYPE};
use serde_json::{Value, json};
use testkit::{NEAR_VILLAGE, TestProduct, TestShop};

use crate::app::{Answer, App, request};

const KEY: &str = "kunci-untuk-satu-pesanan";
/// What the seller's own delivery costs in the test's shops.
const OWN_DELIVERY: i64 = 12_000;

/// A cash checkout of one shop by its own delivery.
fn checkout(shop: &TestShop, product: &TestProduct, quantity: i64, expected_total: i64) -> Value {
    json!({
        "items": [{"variant": product.variant, "quantity": quantity}],
        "buyer": {"name": "Bu Ratna", "phone": "081234567890", "email": null},
        "address": {"region": NEAR_VILLAGE, "street": "Jalan Contoh 12", "landmark": null, "postal_code": null},
        "deliveries": [{"shop": shop.slug, "method": "seller_delivery", "service": null, "payment": null}],
        "payment": "cod", "expected_total": expected_total, "locale": "id",
    })
}

async fn place(app: &App, key: &str, body: &Value) -> Answer {
    let request = request(Method::POST, "/api/v1/checkouts").header(CONTENT_TYPE, "application/json");
    app.send(request.header("Idempotency-Key", key).body(body.to_string().into()).unwrap()).await
}
