use domain::qris::Qris;
use http::{Method, StatusCode, header::CONTENT_TYPE};
use serde_json::{Value, json};
use testkit::on_both;

use super::{KEY, OWN_DELIVERY, checkout, place};
use crate::app::{Answer, App, picture, refusal, request};

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
