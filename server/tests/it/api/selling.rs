use http::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::on_both;

use super::{KEY, OWN_DELIVERY, checkout, place};
use crate::app::{App, refusal};

#[tokio::test]
async fn a_seller_takes_an_order_from_confirmation_to_hand_over() {
    on_both(async |world| {
        let (shop, other) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        app.seller("penjual@contoh.test", &shop).await;
        app.seller("lain@contoh.test", &other).await;
        let (own, foreign) = (app.token("penjual@contoh.test").await, app.token("lain@contoh.test").await);
        let placed = place(&app, KEY, &checkout(&shop, &mug, 1, 30_000 + OWN_DELIVERY)).await.json();
        let number = placed["orders"][0]["number"].as_str().unwrap().to_owned();
        let step = async |token: &str, step: &str, body: &Value| {
            let path = format!("/api/v1/seller/orders/{number}/{step}");
            app.json(Method::POST, &path, Some(token), body).await
        };
        let list = "/api/v1/seller/orders?status=awaiting_confirmation";
        let page = app.json(Method::GET, list, Some(&own), &Value::Null).await.json();
        assert_eq!(page["items"][0]["number"], number.as_str());
        let page = app.json(Method::GET, list, Some(&foreign), &Value::Null).await.json();
        assert_eq!(page, json!({"items": [], "next": null}));

        let reason = json!({"reason": "Habis"});
        let nothing = json!({"courier": null, "tracking": null});
        let steps = [
            ("confirm", &Value::Null),
            ("ready", &Value::Null),
            ("ship", &nothing),
            ("deliver", &Value::Null),
            ("reject", &reason),
            ("payment/confirm", &Value::Null),
            ("payment/reject", &reason),
        ];
        for (name, body) in steps {
            assert_eq!(step(&foreign, name, body).await.problem(), refusal(404, "not_found", &[]), "{name}");
        }
        let short = step(&own, "reject", &json!({"reason": "x"})).await.problem();
        assert_eq!(short, refusal(422, "invalid", &[("reason", "reason_missing")]));
        let early = step(&own, "deliver", &Value::Null).await.problem();
        assert_eq!(early, refusal(409, "invalid_state", &[]));
        for (name, body) in &steps[..4] {
            assert_eq!(step(&own, name, body).await.status, StatusCode::OK, "{name}");
        }
        for (name, body) in steps {
            let late = step(&own, name, body).await.problem();
            assert_eq!(late, refusal(409, "invalid_state", &[]), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn stock_is_set_but_not_below_what_is_promised() {
    on_both(async |world| {
        let (shop, other) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        app.seller("penjual@contoh.test", &shop).await;
        app.seller("lain@contoh.test", &other).await;
        let (own, foreign) = (app.token("penjual@contoh.test").await, app.token("lain@contoh.test").await);
        place(&app, KEY, &checkout(&shop, &mug, 2, 60_000 + OWN_DELIVERY)).await;
        let path = format!("/api/v1/seller/variants/{}/stock", mug.variant);
        let set = async |token: &str, on_hand: Value| {
            app.json(Method::PUT, &path, Some(token), &json!({"on_hand": on_hand, "lot": null})).await
        };
        let stock = set(&own, json!(7)).await.json();
        assert_eq!((&stock["lots"][0]["on_hand"], &stock["lots"][0]["held"]), (&json!(7), &json!(2)));
        assert_eq!(set(&foreign, json!(7)).await.problem(), refusal(404, "not_found", &[]));
        let below = set(&own, json!(1)).await.problem();
        assert_eq!(below, refusal(409, "invalid_state", &[("on_hand", "below_promised")]));
        for (value, code) in
            [(json!(-1), "on_hand_invalid"), (json!(i64::MAX), "on_hand_invalid"), (json!("7"), "value_wrong")]
        {
            assert_eq!(set(&own, value).await.problem(), refusal(422, "invalid", &[("on_hand", code)]));
        }
    })
    .await;
}
