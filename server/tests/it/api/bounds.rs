//! Lengths and numbers at and beyond their bounds: the last one inside passes, the first one outside is refused.

use domain::limits;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::on_both;

use super::{KEY, OWN_DELIVERY, checkout, place};
use crate::app::{App, refusal};

fn long(length: usize) -> Value {
    json!("é".repeat(length))
}

#[tokio::test]
async fn a_checkout_keeps_its_bounds() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(10_000).create().await;
        let app = App::new(world);
        let good = checkout(&shop, &mug, 1, 30_000 + OWN_DELIVERY);
        let (name, street) = (limits::PERSON_NAME_MAX, *limits::STREET.end());
        let (landmark, note) = (*limits::LANDMARK.end(), *limits::NOTE.end());
        let cases = [
            ("/items/0/quantity", json!(10_000), "items[0].quantity", "quantity_invalid"),
            ("/buyer/name", long(name + 1), "buyer.name", "name_invalid"),
            ("/buyer/name", json!("a"), "buyer.name", "name_invalid"),
            ("/address/street", long(street + 1), "address.street", "street_invalid"),
            ("/address/street", long(limits::STREET.start() - 1), "address.street", "street_invalid"),
            ("/address/landmark", long(landmark + 1), "address.landmark", "too_long"),
            ("/address/postal_code", json!("6514"), "address.postal_code", "postal_code_invalid"),
            ("/deliveries/0/note", long(note + 1), "deliveries[0].note", "too_long"),
        ];
        for (pointer, value, field, code) in cases {
            let mut body = good.clone();
            body["deliveries"][0]["note"] = Value::Null;
            *body.pointer_mut(pointer).unwrap() = value;
            assert_eq!(place(&app, KEY, &body).await.problem(), refusal(422, "invalid", &[(field, code)]), "{pointer}");
        }
        let mut many = good.clone();
        many["items"] = vec![json!({"variant": mug.variant, "quantity": 1}); limits::MAX_LINES + 1].into();
        let refused = place(&app, KEY, &many).await.problem();
        assert_eq!(refused, refusal(422, "invalid", &[("items", "items_too_many")]));
        assert_eq!(app.world.sql("SELECT COUNT(*) FROM seller_order", []).await, 0, "nothing was written");

        let mut most = good;
        most["buyer"]["name"] = long(name);
        most["address"]["street"] = long(street);
        most["address"]["landmark"] = long(landmark);
        most["deliveries"][0] = json!({"shop": shop.slug, "method": "pickup", "note": long(note).as_str().unwrap()});
        most["items"][0]["quantity"] = json!(9_999);
        most["expected_total"] = json!(9_999 * 30_000);
        let placed = place(&app, KEY, &most).await;
        assert_eq!(placed.status, StatusCode::CREATED, "{:?}", placed.body);
    })
    .await;
}

#[tokio::test]
async fn what_a_seller_writes_keeps_its_bounds() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        app.seller("penjual@contoh.test", &shop).await;
        let token = app.token("penjual@contoh.test").await;
        let stock = format!("/api/v1/seller/variants/{}/stock", mug.variant);
        let set = async |on_hand: i64| {
            app.json(Method::PUT, &stock, Some(&token), &json!({"on_hand": on_hand, "lot": null})).await
        };
        let refused = refusal(422, "invalid", &[("on_hand", "on_hand_invalid")]);
        assert_eq!(set(limits::ON_HAND.end() + 1).await.problem(), refused);
        for inside in [0, *limits::ON_HAND.end()] {
            assert_eq!(set(inside).await.status, StatusCode::OK, "{inside}");
        }
        let placed = place(&app, KEY, &checkout(&shop, &mug, 1, 30_000 + OWN_DELIVERY)).await.json();
        let number = placed["orders"][0]["number"].as_str().unwrap().to_owned();
        let reject = format!("/api/v1/seller/orders/{number}/reject");
        for length in [limits::REASON.start() - 1, limits::REASON.end() + 1] {
            let answer = app.json(Method::POST, &reject, Some(&token), &json!({"reason": long(length)})).await;
            let (status, code, errors) = answer.problem();
            assert_eq!((status, code.as_str(), errors[0].0.as_str()), (422, "invalid", "reason"), "{length}");
        }
        let reason = json!({"reason": long(*limits::REASON.end())});
        assert_eq!(app.json(Method::POST, &reject, Some(&token), &reason).await.status, StatusCode::OK);
    })
    .await;
}
