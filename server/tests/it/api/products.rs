use axum::body::Body;
use domain::role::Role;
use http::{
    Method, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use serde_json::{Value, json};
use testkit::{TestShop, World, on_both};

use crate::app::{Answer, App, picture, refusal, request};

const PRODUCTS: &str = "/api/v1/seller/products";

fn vase(shop: &TestShop) -> Value {
    json!({
        "shop": shop.slug, "category": "vas", "name": "Vas Silinder", "description": "Vas dengan glasir biru.",
        "attributes": {"material": "Stoneware", "size": "20 cm", "food_contact": "decorative"},
        "variants": [{"name": "", "price": 65_000, "weight_g": 1_100}],
    })
}

async fn upload(app: &App, token: &str, id: &str, field: &str, file: &[u8]) -> Answer {
    let head = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"a.jpg\"\r\n\r\n");
    let body = [head.as_bytes(), file, b"\r\n--x--\r\n"].concat();
    let request = request(Method::POST, &format!("{PRODUCTS}/{id}/photos"))
        .header(CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(AUTHORIZATION, format!("Bearer {token}"));
    app.send(request.body(Body::from(body)).unwrap()).await
}

/// A small JPEG whose frame header promises 20,000 × 20,000 pixels.
fn claiming_20_000_squared(mut jpeg: Vec<u8>) -> Vec<u8> {
    let frame = jpeg.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0x4e, 0x20, 0x4e, 0x20]);
    jpeg
}

/// A seller of the first shop, one of the second, a curator, and their tokens.
async fn people(world: World) -> (App, TestShop, [String; 3]) {
    let (shop, other) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
    let app = App::new(world);
    app.seller("penjual@contoh.test", &shop).await;
    app.seller("lain@contoh.test", &other).await;
    app.account("kurator@contoh.test", Role::Curator).await;
    let mut tokens = [const { String::new() }; 3];
    for (token, who) in tokens.iter_mut().zip(["penjual", "lain", "kurator"]) {
        *token = app.token(&format!("{who}@contoh.test")).await;
    }
    (app, shop, tokens)
}

#[tokio::test]
async fn a_product_goes_from_its_seller_over_the_curator_to_the_buyers() {
    on_both(async |world| {
        let (app, shop, [own, _, curator]) = people(world).await;
        let created = app.json(Method::POST, PRODUCTS, Some(&own), &vase(&shop)).await;
        assert_eq!(created.status, StatusCode::CREATED);
        let created = created.json();
        assert_eq!((&created["slug"], &created["status"]), (&json!("vas-silinder"), &json!("draft")));
        assert_eq!(created["missing"][0]["field"], "photos");
        let id = created["id"].as_str().unwrap();
        let photo = upload(&app, &own, id, "photo", &picture()).await;
        assert_eq!((photo.status, &photo.json()["alt"]), (StatusCode::CREATED, &json!("Vas Silinder")));
        let path = format!("{PRODUCTS}/{id}");
        let changed = app.json(Method::PATCH, &path, Some(&own), &json!({"name": "Vas Silinder Biru"})).await;
        assert_eq!((changed.status, &changed.json()["missing"]), (StatusCode::OK, &json!([])));
        let propose = format!("{path}/propose");
        let decide = async |step: &str, body: Value| {
            let path = format!("/api/v1/curation/products/{id}/{step}");
            app.json(Method::POST, &path, Some(&curator), &body).await
        };
        let early = decide("publish", Value::Null).await.problem();
        assert_eq!(early, refusal(409, "invalid_state", &[]), "nobody has proposed it");
        assert_eq!(app.json(Method::POST, &propose, Some(&own), &Value::Null).await.json()["status"], "proposed");
        let queue = app.json(Method::GET, "/api/v1/curation/queue", Some(&curator), &Value::Null).await.json();
        assert_eq!((&queue["items"][0]["id"], &queue["next"]), (&json!(id), &Value::Null));
        let short = decide("request-changes", json!({"note": ""})).await.problem();
        assert_eq!(short, refusal(422, "invalid", &[("note", "note_missing")]));
        assert_eq!(
            decide("request-changes", json!({"note": "Foto gelap"})).await.json()["status"],
            "changes_requested"
        );
        assert_eq!(app.json(Method::POST, &propose, Some(&own), &Value::Null).await.status, StatusCode::OK);
        assert_eq!(decide("publish", Value::Null).await.json()["status"], "published");
        assert_eq!(decide("publish", Value::Null).await.problem(), refusal(409, "invalid_state", &[]));
        let page = "/api/v1/products/vas-silinder";
        assert_eq!(app.get(page).await.json()["name"], "Vas Silinder Biru");
        assert_eq!(decide("suspend", json!({"reason": "Foto orang lain"})).await.json()["status"], "suspended");
        assert_eq!(app.get(page).await.status, StatusCode::NOT_FOUND);
        assert_eq!(decide("restore", Value::Null).await.json()["status"], "published");
        assert_eq!(app.get(page).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn others_products_are_not_there() {
    on_both(async |world| {
        let (app, shop, [own, foreign, curator]) = people(world).await;
        let new = vase(&shop);
        assert_eq!(app.json(Method::POST, PRODUCTS, Some(&foreign), &new).await.problem().0, 404);
        assert_eq!(app.json(Method::POST, PRODUCTS, Some(&curator), &new).await.problem().0, 403);
        let created = app.json(Method::POST, PRODUCTS, Some(&own), &new).await.json();
        let id = created["id"].as_str().unwrap();
        let path = format!("{PRODUCTS}/{id}");
        for (method, path) in
            [(Method::GET, path.clone()), (Method::PATCH, path.clone()), (Method::POST, format!("{path}/propose"))]
        {
            let answer = app.json(method, &path, Some(&foreign), &json!({"name": "Milik saya"})).await;
            assert_eq!(answer.problem(), refusal(404, "not_found", &[]), "{path}");
        }
        assert_eq!(upload(&app, &foreign, id, "photo", &picture()).await.problem().0, 404);
        let list = app.json(Method::GET, PRODUCTS, Some(&foreign), &Value::Null).await.json();
        assert_eq!(list, json!({"items": [], "next": null}));
    })
    .await;
}

#[tokio::test]
async fn uploads_that_are_no_photo_are_refused() {
    on_both(async |world| {
        let (app, shop, [own, ..]) = people(world).await;
        let created = app.json(Method::POST, PRODUCTS, Some(&own), &vase(&shop)).await.json();
        let id = created["id"].as_str().unwrap();
        let text = upload(&app, &own, id, "photo", b"bukan foto").await.problem();
        assert_eq!(text, refusal(422, "invalid", &[("photo", "photo_not_image")]));
        let whole = picture();
        let cut_off = upload(&app, &own, id, "photo", &whole[..whole.len() / 2]).await.problem();
        assert_eq!(cut_off, refusal(422, "invalid", &[("photo", "photo_damaged")]));
        let bomb = upload(&app, &own, id, "photo", &claiming_20_000_squared(whole)).await.problem();
        assert_eq!(bomb, refusal(422, "invalid", &[("photo", "photo_too_many_pixels")]));
        let other = upload(&app, &own, id, "gambar", &picture()).await.problem();
        assert_eq!(other, refusal(422, "invalid", &[("photo", "missing")]));
        let huge = upload(&app, &own, id, "photo", &vec![0; 17 * 1024 * 1024]).await.problem();
        assert_eq!(huge, refusal(413, "too_large", &[]));
        let json = app.json(Method::POST, &format!("{PRODUCTS}/{id}/photos"), Some(&own), &json!({})).await.problem();
        assert_eq!(json, refusal(415, "unsupported_media_type", &[]));
        assert_eq!(app.world.sql("SELECT COUNT(*) FROM media", []).await, 0, "nothing was kept");
    })
    .await;
}
