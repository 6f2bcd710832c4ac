use domain::{qris::Qris, role::Role};
use http::{Method, StatusCode, header::CONTENT_TYPE};
use serde_json::{Value, json};
use testkit::on_both;

use super::{KEY, OWN_DELIVERY, checkout, place};
use crate::app::{Answer, App, PASSWORD, picture, refusal, request};

async fn show_proof(app: &App, token: &str, photo: &[u8]) -> Answer {
    let mut body = b"--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n".to_vec();
    body.extend_from_slice(photo);
    body.extend_from_slice(b"\r\n--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nLewat BCA\r\n--x--\r\n");
    let request = request(Method::POST, &format!("/api/v1/orders/{token}/payment-proof"));
    app.send(request.header(CONTENT_TYPE, "multipart/form-data; boundary=x").body(body.into()).unwrap()).await
}

#[tokio::test]
async fn a_qris_order_is_shown_to_be_paid_and_confirmed() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        app.seller("penjual@contoh.test", &shop).await;
        let seller = app.token("penjual@contoh.test").await;
        let mut body = checkout(&shop, &mug, 1, 30_000 + OWN_DELIVERY);
        body["payment"] = json!("qris");
        let none = place(&app, KEY, &body).await.problem();
        assert_eq!(none, refusal(422, "payment_unavailable", &[("deliveries[0]", "payment_no_qris")]));
        let code = Qris::fictional("TOKO SATU", 1).unwrap();
        let insert = "INSERT INTO shop_qris (public_id, shop_id, payload, payee, merchant_id, city, status, proposed_at,
                active_from) VALUES ('qri_satu', $1, $2, 'TOKO SATU', $3, 'KOTA MALANG', 'verified', 0, 0) RETURNING id";
        app.world.sql(insert, [shop.id.into(), code.to_string().into(), code.merchant_id().into()]).await;

        let placed = place(&app, KEY, &body).await.json();
        let order = &placed["orders"][0];
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (number, token) = (text(&order["number"]), text(&order["token"]));
        let asked: Qris = text(&order["payment"]["qris_payload"]).parse().unwrap();
        assert_eq!((asked.amount().map(|amount| amount.get()), asked.reference()), (Some(42_000), Some(&*number)));

        let bad = show_proof(&app, &token, b"bukan foto").await.problem();
        assert_eq!(bad, refusal(422, "invalid", &[("photo", "photo_not_image")]));
        let shown = show_proof(&app, &token, &picture()).await.json();
        assert_eq!(shown["payment"]["status"], "proof_submitted");
        let twice = show_proof(&app, &token, &picture()).await.problem();
        assert_eq!(twice, refusal(409, "invalid_state", &[]));
        let path = format!("/api/v1/seller/orders/{number}/payment/confirm");
        let paid = app.json(Method::POST, &path, Some(&seller), &Value::Null).await;
        assert_eq!((paid.status, paid.json()["status"].clone()), (StatusCode::OK, json!("confirmed")));
    })
    .await;
}

#[tokio::test]
async fn a_shop_says_how_it_is_paid_with_its_password() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let app = App::new(world);
        app.seller("penjual@contoh.test", &shop).await;
        app.account("kurator@contoh.test", Role::Curator).await;
        let (seller, curator) = (app.token("penjual@contoh.test").await, app.token("kurator@contoh.test").await);
        let put = async |what: &str, body: Value| {
            app.json(Method::PUT, &format!("/api/v1/seller/shops/{}/{what}", shop.slug), Some(&seller), &body).await
        };
        let bank = |account: &str, password: &str| {
            json!({"bank": "Bank Jatim", "account": account, "holder": "Bu Sri", "password_current": password})
        };
        let refused = put("bank", bank("00-12 345 678", "salah")).await.problem();
        assert_eq!(refused, refusal(422, "invalid", &[("password_current", "password_wrong")]));
        for account in ["12345", "123456789012345678901", "1234x678"] {
            let refused = put("bank", bank(account, PASSWORD)).await.problem();
            assert_eq!(refused, refusal(422, "invalid", &[("account", "bank_account_invalid")]), "{account}");
        }
        assert_eq!(put("bank", bank("00-12 345 678", PASSWORD)).await.status, StatusCode::NO_CONTENT);
        assert_eq!(put("cash", json!({"takes_cash": false})).await.status, StatusCode::NO_CONTENT);
        let code = Qris::fictional("TOKO SATU", 1).unwrap().to_string();
        let qris = json!({"payload": code, "password_current": PASSWORD});
        assert_eq!(put("qris", qris).await.status, StatusCode::NO_CONTENT);
        let ways = async || app.json(Method::GET, "/api/v1/seller/payment-ways", Some(&seller), &json!(null)).await.json();
        let standing = ways().await;
        assert_eq!(standing[0]["bank"]["account"], "0012345678");
        assert_eq!((&standing[0]["takes_cash"], &standing[0]["qris"]), (&json!(false), &json!(null)));
        let id = standing[0]["qris_latest"]["id"].as_str().unwrap().to_owned();

        let decide = async |step: &str| {
            let path = format!("/api/v1/curation/payees/{id}/{step}");
            app.json(Method::POST, &path, Some(&curator), &json!({"reason": "Bukan milik toko"})).await
        };
        assert_eq!(decide("verify").await.status, StatusCode::NO_CONTENT);
        assert_eq!(ways().await[0]["qris"]["id"], id.as_str());
        assert_eq!(decide("verify").await.problem(), refusal(409, "invalid_state", &[]));
        assert_eq!(decide("reject").await.status, StatusCode::NO_CONTENT);
        assert_eq!(ways().await[0]["qris"], json!(null));
    })
    .await;
}

#[tokio::test]
async fn money_without_an_order_is_written_down_and_dealt_with() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let app = App::new(world);
        app.seller("penjual@contoh.test", &shop).await;
        let seller = app.token("penjual@contoh.test").await;
        let path = "/api/v1/seller/unmatched-payments";
        let record = async |amount: i64| {
            let body = json!({"shop": shop.slug, "order": null, "amount": amount, "received_on": null, "note": "BCA"});
            app.json(Method::POST, path, Some(&seller), &body).await
        };
        for outside in [0, 1_000_000_001] {
            let refused = record(outside).await.problem();
            assert_eq!(refused, refusal(422, "invalid", &[("amount", "amount_invalid")]), "{outside}");
        }
        assert_eq!(record(1_000_000_000).await.status, StatusCode::CREATED);
        let money = record(25_000).await.json();
        let list = app.json(Method::GET, path, Some(&seller), &json!(null)).await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 2);
        let resolve = format!("{path}/{}/resolve", money["id"].as_str().unwrap());
        let body = json!({"status": "returned", "reference": "BCA 0001"});
        let done = app.json(Method::POST, &resolve, Some(&seller), &body).await.json();
        assert_eq!((&done["status"], &done["reference"]), (&json!("returned"), &json!("BCA 0001")));
        let again = app.json(Method::POST, &resolve, Some(&seller), &body).await.problem();
        assert_eq!(again, refusal(409, "invalid_state", &[]));
    })
    .await;
}
