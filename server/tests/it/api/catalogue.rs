use http::Method;
use serde_json::{Value, json};
use testkit::{NEAR_VILLAGE, on_both};

use super::OWN_DELIVERY;
use crate::app::{App, refusal};

#[tokio::test]
async fn products_are_listed_page_by_page_and_shown() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        for number in 1..=3 {
            let product = world.product(&shop).price(45_000).stock(number).create().await;
            world.publish(&shop, &product, &format!("Vas nomor {number}"), number).await;
        }
        let app = App::new(world);
        let mut found = Vec::new();
        let mut path = "/api/v1/products?sort=newest&limit=2".to_owned();
        loop {
            let page = app.get(&path).await.json();
            found.extend(page["items"].as_array().unwrap().clone());
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/api/v1/products?sort=newest&limit=2&cursor={next}");
        }
        let slugs: Vec<_> = found.iter().map(|item| item["slug"].as_str().unwrap()).collect();
        assert_eq!(slugs, ["vas-nomor-3", "vas-nomor-2", "vas-nomor-1"]);
        let product = app.get("/api/v1/products/vas-nomor-1").await.json();
        let Value::Object(item) = &found[2] else { panic!("an object") };
        for (key, value) in item {
            assert_eq!(&product[key], value, "{key} is as in the list");
        }
        assert_eq!(product["variants"][0]["available"], 1);
        assert_eq!(product["badges"], json!(["low_stock"]));
        assert_eq!(app.get("/api/v1/products/vas").await.problem(), refusal(404, "not_found", &[]));
    })
    .await;
}

#[tokio::test]
async fn paging_outside_of_the_bounds_is_refused_by_every_list() {
    on_both(async |world| {
        let app = App::new(world);
        for list in ["products", "sentras", "shops", "regions"] {
            for (query, field, code) in [
                ("limit=0", "limit", "bad_limit"),
                ("limit=101", "limit", "bad_limit"),
                ("limit=-1", "limit", "bad_limit"),
                ("limit=banyak", "limit", "value_wrong"),
                ("limit=99999999999999999999", "limit", "value_wrong"),
                ("cursor=bukan", "cursor", "bad_cursor"),
                ("cursor=%00", "cursor", "nul"),
                ("cursor=%FF%FE", "cursor", "bad_cursor"),
            ] {
                let answer = app.get(&format!("/api/v1/{list}?{query}")).await;
                assert_eq!(answer.problem(), refusal(400, "invalid_query", &[(field, code)]), "{list}?{query}");
            }
        }
        let unknown = app.get("/api/v1/products?sort=termurah").await.problem();
        assert_eq!(unknown, refusal(400, "invalid_query", &[("sort", "value_wrong")]));
    })
    .await;
}

#[tokio::test]
async fn shops_and_sentras_are_listed_page_by_page() {
    on_both(async |world| {
        let shops = [world.shop("dinoyo").await, world.shop("sanan").await];
        let app = App::new(world);
        let mut own = [shops[0].slug.as_str(), shops[1].slug.as_str()];
        own.sort_unstable();
        for (list, slugs) in [("shops", own), ("sentras", ["dinoyo", "sanan"])] {
            let first = app.get(&format!("/api/v1/{list}?limit=1")).await.json();
            let next = first["next"].as_str().unwrap();
            let second = app.get(&format!("/api/v1/{list}?limit=1&cursor={next}")).await.json();
            assert_eq!(first["items"][0]["slug"], slugs[0]);
            assert_eq!((&second["items"][0]["slug"], &second["next"]), (&json!(slugs[1]), &Value::Null));
        }
        let shop = app.get(&format!("/api/v1/shops/{}", shops[0].slug)).await.json();
        assert_eq!(shop["sentra"], "dinoyo");
    })
    .await;
}

#[tokio::test]
async fn a_quote_names_every_way_of_every_shop() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).stock(3).create().await;
        let app = App::new(world);
        let item = json!({"variant": mug.variant, "quantity": 1});
        let path = "/api/v1/shipping-quotes";
        let body = json!({"items": [item], "region": NEAR_VILLAGE});
        let quotes = app.json(Method::POST, path, None, &body).await.json();
        let own =
            &quotes["shops"][0]["options"].as_array().unwrap().iter().find(|way| way["method"] == "seller_delivery");
        assert_eq!(own.unwrap()["price"], OWN_DELIVERY);
        let wrong = json!({"items": [item, {"variant": "var_tidakada", "quantity": 1}], "region": null});
        let answer = app.json(Method::POST, path, None, &wrong).await;
        assert_eq!(answer.problem(), refusal(422, "invalid", &[("items[1]", "item_unavailable")]));
    })
    .await;
}
