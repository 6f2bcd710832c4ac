//! What people or programs send to forms that no page of ours would send.

use http::{
    Method, StatusCode,
    header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE},
};
use testkit::on_both;

use crate::app::{Answer, App, request};

const FORM: &str = "application/x-www-form-urlencoded";

async fn post(app: &App, path: &str, cookies: &str, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
    let request = request(Method::POST, path).header(CONTENT_TYPE, kind).header(COOKIE, cookies);
    app.send(request.body(body.into().into()).unwrap()).await
}

/// Whether the form is shown again, with what was wrong.
fn is_refused(answer: &Answer) -> bool {
    let to = answer.headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
    answer.status == StatusCode::SEE_OTHER && to.contains("ulang=1")
}

/// The cookies that an answer sets, as a browser sends them back.
fn jar(answer: &Answer) -> String {
    let set = answer.headers.get_all(SET_COOKIE).iter().map(|value| value.to_str().unwrap());
    set.map(|cookie| cookie.split(';').next().unwrap()).collect::<Vec<_>>().join("; ")
}

#[tokio::test]
async fn bodies_that_are_no_form_of_ours_are_refused() {
    on_both(async |world| {
        let app = App::new(world);
        let huge = format!("email={}", "a".repeat(300_000));
        assert_eq!(post(&app, "/masuk", "", FORM, huge).await.status, StatusCode::PAYLOAD_TOO_LARGE);
        let many = "a=1&".repeat(401);
        assert_eq!(post(&app, "/masuk", "", FORM, many).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let unreadable = [
            (FORM, &b"email=%FF%FE&password=x"[..]),
            (FORM, b"email=\xff\xfe&password=x"),
            (FORM, b"email=%&password=%zz"),
            (FORM, b"&&&==="),
            ("application/json", b"{\"email\":\"a@contoh.test\"}"),
            ("text/plain", b"a"),
            ("multipart/form-data; boundary=x", b"--x\r\n"),
        ];
        for (kind, body) in unreadable {
            let answer = post(&app, "/masuk", "", kind, body).await;
            assert!(is_refused(&answer) || answer.status.is_client_error(), "{kind} {body:?}: {}", answer.status);
        }
        assert_eq!(app.world.sql("SELECT COUNT(*) FROM session", []).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_cart_takes_whole_numbers_from_one_to_9999_of_what_there_is() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(20_000).create().await;
        let app = App::new(world);
        for quantity in ["", "0", "-1", "10000", "9223372036854775807", "99999999999999999999", "1.5", "1e3", "dua"] {
            let body = format!("variant={}&quantity={quantity}", mug.variant);
            let answer = post(&app, "/keranjang/tambah", "", FORM, body).await;
            assert!(is_refused(&answer), "{quantity}: {}", answer.status);
        }
        for variant in ["", "var_tidakada", "%F0%9F%8D%B5", &"a".repeat(10_000)] {
            let answer = post(&app, "/keranjang/tambah", "", FORM, format!("variant={variant}&quantity=1")).await;
            assert!(is_refused(&answer), "{variant}: {}", answer.status);
        }
        assert_eq!(app.world.sql("SELECT COUNT(*) FROM cart_line", []).await, 0, "nothing was written");
        let put = post(&app, "/keranjang/tambah", "", FORM, format!("variant={}&quantity=9999", mug.variant)).await;
        assert!(put.status == StatusCode::SEE_OTHER && !is_refused(&put));
        for quantity in ["-1", "10000", "dua"] {
            let body = format!("variant={}&quantity={quantity}", mug.variant);
            let answer = post(&app, "/keranjang/ubah", &jar(&put), FORM, body).await;
            assert!(is_refused(&answer), "{quantity}: {}", answer.status);
        }
        assert_eq!(app.world.sql("SELECT quantity FROM cart_line", []).await, 9_999);
    })
    .await;
}

#[tokio::test]
async fn a_tampered_checkout_form_orders_nothing() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let app = App::new(world);
        let good = [
            ("item", format!("{}:1", mug.variant)),
            ("buyer.name", "Bu Ratna".to_owned()),
            ("buyer.phone", "081234567890".to_owned()),
            ("delivery-SHOP", "pickup".to_owned()),
            ("payment-SHOP", "cod".to_owned()),
            ("expected_total", "30000".to_owned()),
        ];
        let send = async |changed: &str, value: &str| {
            let pairs = good.iter().map(|(name, typed)| {
                let typed = if *name == changed { value } else { typed };
                format!("{}={typed}", name.replace("SHOP", &shop.slug))
            });
            post(&app, "/checkout", "", FORM, pairs.collect::<Vec<_>>().join("&")).await
        };
        let tampered = [
            ("expected_total", "1"),
            ("expected_total", "-30000"),
            ("expected_total", ""),
            ("item", "var_tidakada:1"),
            ("item", &format!("{}:0", mug.variant)),
            ("item", &format!("{}:10000", mug.variant)),
            ("item", "tanpa-jumlah"),
            ("buyer.phone", "0812"),
            ("buyer.name", &"a".repeat(81)),
            ("delivery-SHOP", "kapal"),
            ("payment-SHOP", "emas"),
        ];
        for (field, value) in tampered {
            let answer = send(field, value).await;
            assert!(is_refused(&answer), "{field} {value}: {} {:?}", answer.status, answer.headers);
        }
        assert_eq!(app.world.sql("SELECT COUNT(*) FROM seller_order", []).await, 0, "nothing was written");
        let placed = send("", "").await;
        assert!(placed.headers[LOCATION].to_str().unwrap().starts_with("/pesanan/"), "{:?}", placed.headers);
    })
    .await;
}

#[tokio::test]
async fn unknown_addresses_and_secrets_open_nothing() {
    on_both(async |world| {
        let app = App::new(world);
        let long = "a".repeat(5_000);
        for path in ["/produk/tidak-ada", "/toko/tidak-ada", "/sentra/tidak-ada", "/pesanan/tidak-ada"] {
            assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for start in ["/produk/", "/toko/", "/pesanan/", "/media/aa/"] {
            assert_eq!(app.get(&format!("{start}{long}")).await.status, StatusCode::NOT_FOUND, "{start}");
        }
        for path in ["/atur-sandi/tidak-ada", "/daftar/konfirmasi/tidak-ada"] {
            let body = "password=tungku+menyala+malam";
            let answer = post(&app, path, "", FORM, body).await;
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
            assert!(!jar(&answer).contains("session"), "{path}");
        }
    })
    .await;
}
