use std::sync::Arc;

use http::{Method, StatusCode, header::ACCEPT_LANGUAGE};
use serde_json::{Value, json};
use testkit::on_both;

use super::{KEY, OWN_DELIVERY, checkout, place};
use crate::app::{App, refusal, request};

#[tokio::test]
async fn a_checkout_is_placed_shown_and_cancelled() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        let placed = place(&app, KEY, &checkout(&shop, &mug, 2, 60_000 + OWN_DELIVERY)).await;
        assert_eq!(placed.status, StatusCode::CREATED);
        let placed = placed.json();
        let order = &placed["orders"][0];
        assert_eq!((&order["items_total"], &order["total"]), (&json!(60_000), &json!(60_000 + OWN_DELIVERY)));
        assert_eq!(order["status"], "awaiting_confirmation");
        let path = format!("/api/v1/orders/{}", order["token"].as_str().unwrap());
        let shown = app.get(&path).await.json();
        for (key, value) in order.as_object().unwrap() {
            assert_eq!(&shown[key], value, "{key} is as in the 201");
        }
        assert_eq!((&shown["items"][0]["quantity"], &shown["events"][0]["kind"]), (&json!(2), &json!("placed")));
        let group = format!("/api/v1/orders/{}", placed["token"].as_str().unwrap());
        assert_eq!(app.get(&group).await.problem(), refusal(404, "not_found", &[]));
        let cancel = format!("{path}/cancel");
        let cancelled = app.json(Method::POST, &cancel, None, &Value::Null).await.json();
        assert_eq!(cancelled["status"], "cancelled");
        for again in [cancel, format!("{path}/received")] {
            let answer = app.json(Method::POST, &again, None, &Value::Null).await;
            assert_eq!(answer.problem(), refusal(409, "invalid_state", &[]));
        }
    })
    .await;
}

#[tokio::test]
async fn a_key_is_needed_and_answers_the_same_again() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        let body = checkout(&shop, &mug, 1, 30_000 + OWN_DELIVERY);
        for key in ["", "limabelashurufx", &"a".repeat(256), "tidak-boleh-sama-é"] {
            let (status, code, _) = place(&app, key, &body).await.problem();
            assert_eq!((status, code.as_str()), (400, "idempotency_key_required"), "{key}");
        }
        let without = app.json(Method::POST, "/api/v1/checkouts", None, &body).await.problem();
        assert_eq!((without.0, without.1.as_str()), (400, "idempotency_key_required"));
        let first = place(&app, KEY, &body).await;
        let second = place(&app, KEY, &body).await;
        assert_eq!((first.status, &first.body), (second.status, &second.body));
        let other = checkout(&shop, &mug, 2, 60_000 + OWN_DELIVERY);
        assert_eq!(place(&app, KEY, &other).await.problem(), refusal(409, "idempotency_conflict", &[]));
        assert_eq!(app.world.sql("SELECT COUNT(*) FROM seller_order", []).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twins_at_once_get_one_answer() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(1).create().await;
        let app = Arc::new(App::new(world));
        let body = Arc::new(checkout(&shop, &mug, 1, 30_000 + OWN_DELIVERY));
        let twins: Vec<_> = (0..20)
            .map(|_| {
                let (app, body) = (Arc::clone(&app), Arc::clone(&body));
                tokio::spawn(async move { place(&app, KEY, &body).await })
            })
            .collect();
        let mut answers = Vec::new();
        for twin in twins {
            let answer = twin.await.unwrap();
            assert_eq!(answer.status, StatusCode::CREATED);
            answers.push(answer.body);
        }
        answers.dedup();
        assert_eq!(answers.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_short_is_named_with_what_is_left() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let (mug, bowl) =
            (world.product(&shop).stock(5).create().await, world.product(&shop).price(20_000).stock(2).create().await);
        let app = App::new(world);
        let mut body = checkout(&shop, &mug, 1, 45_000 + 3 * 20_000 + OWN_DELIVERY);
        body["items"].as_array_mut().unwrap().push(json!({"variant": bowl.variant, "quantity": 3}));
        let request = request(Method::POST, "/api/v1/checkouts").header("content-type", "application/json");
        let request = request.header("idempotency-key", KEY).header(ACCEPT_LANGUAGE, "en-GB");
        let answer = app.send(request.body(body.to_string().into()).unwrap()).await;
        assert_eq!(answer.problem(), refusal(409, "out_of_stock", &[("items[1]", "out_of_stock")]));
        let error = &answer.json()["errors"][0];
        assert_eq!(error["params"]["available"], 2);
        assert_eq!(error["message"], "Not enough in stock, 2 left. Order fewer.");
    })
    .await;
}

#[tokio::test]
async fn tampered_values_are_refused_at_their_fields() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        let total = 30_000 + OWN_DELIVERY;
        let good = checkout(&shop, &mug, 1, total);
        let cases = [
            ("/expected_total", json!(total - 1), 409, "price_changed", "expected_total", "price_changed"),
            ("/expected_total", json!(-5), 409, "price_changed", "expected_total", "price_changed"),
            ("/expected_total", json!("42000"), 422, "invalid", "expected_total", "value_wrong"),
            ("/items/0/quantity", json!(0), 422, "invalid", "items[0].quantity", "quantity_invalid"),
            ("/items/0/quantity", json!(-1), 422, "invalid", "items[0].quantity", "quantity_invalid"),
            ("/items/0/quantity", json!(i64::MAX), 422, "invalid", "items[0].quantity", "quantity_invalid"),
            ("/items/0/quantity", json!(u64::MAX), 422, "invalid", "items[0].quantity", "value_wrong"),
            ("/items/0/quantity", json!(1.5), 422, "invalid", "items[0].quantity", "value_wrong"),
            ("/items/0/variant", json!("var_tidakada"), 422, "invalid", "items[0]", "item_unavailable"),
            ("/items/0/variant", json!("var\u{0}"), 422, "invalid", "items[0].variant", "nul"),
            ("/items", json!([]), 422, "invalid", "items", "items_missing"),
            ("/buyer/phone", json!("0812"), 422, "invalid", "buyer.phone", "phone_invalid"),
            ("/buyer", json!(null), 422, "invalid", "buyer", "value_wrong"),
            ("/address", json!(null), 422, "invalid", "address", "address_missing"),
            ("/address/region", json!("99.99.99.9999"), 422, "invalid", "address.region", "region_unknown"),
            ("/deliveries/0/method", json!("kapal"), 422, "invalid", "deliveries[0].method", "value_wrong"),
            ("/deliveries/0/service", json!("x"), 422, "not_deliverable", "deliveries[0]", "not_deliverable"),
            (
                "/deliveries/0/payment",
                json!("stripe"),
                422,
                "payment_unavailable",
                "deliveries[0]",
                "payment_unavailable",
            ),
            ("/payment", json!("emas"), 422, "invalid", "payment", "value_wrong"),
            ("/locale", json!("jv"), 422, "invalid", "locale", "value_wrong"),
        ];
        for (pointer, value, status, code, field, field_code) in cases {
            let mut body = good.clone();
            *body.pointer_mut(pointer).unwrap() = value.clone();
            let answer = place(&app, KEY, &body).await;
            let (actual_status, actual_code, errors) = answer.problem();
            assert_eq!((actual_status, actual_code.as_str()), (status, code), "{pointer} {value}");
            let expected = (field.to_owned(), field_code.to_owned());
            assert!(errors.contains(&expected), "{pointer} {value}: {errors:?}");
        }
        let mut body = good;
        body.as_object_mut().unwrap().remove("expected_total");
        let missing = place(&app, KEY, &body).await.problem();
        assert_eq!(missing, refusal(422, "invalid", &[("expected_total", "missing")]));
    })
    .await;
}
