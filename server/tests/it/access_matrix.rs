//! Asks every route as everybody. A route that the table does not name fails the test.

mod doors;

use std::collections::BTreeMap;

use axum::body::{Body, Bytes};
use domain::{locale::Locale, role::Role};
use http::{
    Method, Request, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, SET_COOKIE},
};
use serde_json::json;
use server::http::router;
use services::{
    accounts, checkout, complaints,
    curation::{self, GoodsQuery},
    fulfilment::{self, SellerScope},
    refunds, reviews,
};
use testkit::{NEAR_VILLAGE, TestProduct, TestShop, on_both, on_sqlite};

use self::doors::{EVERYBODY, TABLE, Who};
use crate::app::{Answer, App, picture, request};

/// A site with one of everything, and the names of those things by what stands before them in a path.
async fn furnish(app: &App) -> BTreeMap<&'static str, String> {
    let world = &app.world;
    let (shop, other) = (world.shop("dinoyo").await, world.shop("sanan").await);
    let mug = world.product(&shop).price(30_000).stock(50).create().await;
    let slug = world.publish(&shop, &mug, "Cangkir", 1).await;
    let product = public_id(app).await;
    for (who, role) in [
        (Who::Buyer, Role::Buyer),
        (Who::OtherBuyer, Role::Buyer),
        (Who::Curator, Role::Curator),
        (Who::Mentor, Role::Mentor),
        (Who::Admin, Role::Admin),
    ] {
        app.account(who.email().unwrap(), role).await;
    }
    app.seller(Who::Seller.email().unwrap(), &shop).await;
    app.seller(Who::ForeignSeller.email().unwrap(), &other).await;
    let body = json!({
        "items": [{"variant": mug.variant, "quantity": 1}],
        "buyer": {"name": "Bu Ratna", "phone": "081234567890", "email": null},
        "address": {"region": NEAR_VILLAGE, "street": "Jalan Contoh 12"},
        "deliveries": [{"shop": shop.slug, "method": "pickup"}],
        "payment": "cod", "expected_total": 30_000, "locale": "id",
    });
    let checkout = request(Method::POST, "/api/v1/checkouts").header(CONTENT_TYPE, "application/json");
    let token = app.token(Who::Buyer.email().unwrap()).await;
    let checkout =
        checkout.header("idempotency-key", "kunci-tabel-izin").header(AUTHORIZATION, format!("Bearer {token}"));
    let placed = app.send(checkout.body(body.to_string().into()).unwrap()).await.json();
    furnish_payments(app, shop.id).await;
    let order = |key: &str| placed["orders"][0][key].as_str().unwrap().to_owned();
    let complained = complaint(app, &shop, &mug).await;
    let job = "INSERT INTO job (kind, payload, priority, run_at, max_attempts, created_at, state)
         VALUES ('greet', '', 0, 0, 8, 0, 'dead') RETURNING id";
    let job = world.sql(job, []).await.to_string();
    let lot = "INSERT INTO lot (code, variant_id, produced_on, best_before, created_at)
         VALUES ('L-SATU', $1, '2026-11-01', '2027-11-01', 0) RETURNING id";
    let lot = world.sql(lot, [mug.variant_id.into()]).await;
    let stock = "INSERT INTO stock (variant_id, lot_id, on_hand) VALUES ($1, $2, 9) RETURNING id";
    world.sql(stock, [mug.variant_id.into(), lot.into()]).await;
    let voucher =
        "INSERT INTO voucher (code, shop_id, kind, amount, minimum_goods, valid_from, valid_until, created_at)
         VALUES ($1, $2, 'amount', 5000, 0, 0, 4102444800000, 0) RETURNING id";
    world.sql(voucher, ["TOKO1".into(), shop.id.into()]).await;
    world.sql(voucher, ["SITUS1".into(), None::<i64>.into()]).await;
    let key = format!("{}/{}", PHOTO.0, PHOTO.1);
    world.services.ports().media.put(&key, Bytes::from_static(b"foto")).await.unwrap();
    BTreeMap::from([
        ("/seller/cases/", complained.case.clone()),
        ("/curation/cases/", complained.case.clone()),
        ("/jual/keluhan/", complained.case.clone()),
        ("/kurasi/keluhan/", complained.case.clone()),
        ("/keluhan/", complained.case.clone()),
        ("/cases/", complained.case),
        ("/foto/", complained.photo.clone()),
        ("/photos/", complained.photo),
        ("/seller/refunds/", complained.refund.clone()),
        ("/refunds/", complained.refund.clone()),
        ("/curation/refunds/", complained.refund.clone()),
        ("/pengembalian/", complained.refund),
        ("/reviews/", complained.review.clone()),
        ("/ulasan/", complained.review),
        ("/sitemap/", "halaman.xml".to_owned()),
        ("/og/", "produk".to_owned()),
        ("/sentra/", "dinoyo".to_owned()),
        ("/produk/", slug.clone()),
        ("/products/", slug),
        ("/toko/", shop.slug.clone()),
        ("/shops/", shop.slug.clone()),
        ("/orders/", order("token")),
        ("/seller/orders/", order("number")),
        ("/curation/orders/", order("number")),
        ("/pesanan/", order("token")),
        ("/jual/pesanan/", order("number")),
        ("/kurasi/antrean/", product.clone()),
        ("/kurasi/produk/", product.clone()),
        ("/jual/produk/", product.clone()),
        ("/jual/pembayaran/", shop.slug.clone()),
        ("/uang-masuk/", "unm_satu".to_owned()),
        ("/kartu/", "unm_kartu".to_owned()),
        ("/jual/uang/", shop.slug.clone()),
        ("/laporan/", "2026-01".to_owned()),
        ("/statements/", "2026-01".to_owned()),
        ("/curation/payouts/", "out_satu".to_owned()),
        ("/kurasi/uang/", "out_satu".to_owned()),
        ("/kurasi/uang/berkas/", "bat_satu".to_owned()),
        ("/kurasi/pembayaran/bukti/", "prf_satu".to_owned()),
        ("/kurasi/pembayaran/qris/", "qri_satu".to_owned()),
        ("/curation/payees/", "qri_satu".to_owned()),
        ("/seller/unmatched-payments/", "unm_satu".to_owned()),
        ("/kurasi/toko/", shop.slug.clone()),
        ("/kurasi/pekerjaan/", job.clone()),
        ("/curation/jobs/", job),
        ("/seller/products/", product.clone()),
        ("/curation/products/", product),
        ("/lot/", "L-SATU".to_owned()),
        ("/lots/", "L-SATU".to_owned()),
        ("/jual/voucher/", "TOKO1".to_owned()),
        ("/kurasi/voucher/", "SITUS1".to_owned()),
        ("/variants/", mug.variant),
        ("/sesi/", session_of(app, Who::Buyer).await),
        ("/media/", PHOTO.0.to_owned()),
        ("/media/aa/", PHOTO.1.to_owned()),
    ])
}

/// A code that waits, money without an order, a payout, and a proof with its photo, of the only order.
async fn furnish_payments(app: &App, shop: i64) {
    let world = &app.world;
    let qris = "INSERT INTO shop_qris (public_id, shop_id, payload, payee, merchant_id, city, status, proposed_at, active_from)
         VALUES ('qri_satu', $1, $2, 'SATU', 'ID1099000000001', 'KOTA MALANG', 'proposed', 0, 0) RETURNING id";
    let payload = domain::qris::Qris::fictional("SATU", 1).unwrap().to_string();
    world.sql(qris, [shop.into(), payload.into()]).await;
    let money = "INSERT INTO unmatched_payment (public_id, shop_id, amount, received_on, status, recorded_at)
         VALUES ('unm_satu', $1, 5000, '2026-11-24', 'open', 0) RETURNING id";
    world.sql(money, [shop.into()]).await;
    let card = "INSERT INTO unmatched_card (public_id, provider, provider_payment, minor, currency, reason, status, recorded_at)
         VALUES ('unm_kartu', 'stripe', 'pi_satu', 500000, 'idr', 'unknown', 'open', 0) RETURNING id";
    world.sql(card, []).await;
    let payout = "INSERT INTO payout (public_id, shop_id, status, amount, bank_name, bank_account, bank_holder, batch, created_at)
         VALUES ('out_satu', $1, 'draft', 5000, 'Bank Jatim', '0000000001', 'Bu Sri', 'bat_satu', 0) RETURNING id";
    world.sql(payout, [shop.into()]).await;
    let proof = "INSERT INTO payment_proof (public_id, payment_id, photo_key, photo_width, photo_height, photo_widths,
            submitted_at, answer_by)
         VALUES ('prf_satu', (SELECT MIN(id) FROM payment), 'satu', 1, 1, '[1]', 0, 0) RETURNING id";
    world.sql(proof, []).await;
    world.services.ports().media.put("private/satu-1.jpg", "satu".into()).await.unwrap();
}

/// A case with a photo, and a refund, of another order.
struct Complained {
    case: String,
    photo: String,
    refund: String,
    review: String,
}

async fn complaint(app: &App, shop: &TestShop, mug: &TestProduct) -> Complained {
    let services = &app.world.services;
    let scope = SellerScope { account_id: shop.owner_id, shop_ids: std::slice::from_ref(&shop.id) };
    let body = json!({
        "items": [{"variant": mug.variant, "quantity": 1}],
        "buyer": {"name": "Bu Ratna", "phone": "081234567890", "email": null},
        "address": {"region": NEAR_VILLAGE, "street": "Jalan Contoh 12"},
        "deliveries": [{"shop": shop.slug, "method": "pickup"}],
        "payment": "cod", "expected_total": 30_000, "locale": "id",
    });
    let placed = checkout::place(services, &serde_json::from_value(body).unwrap(), None, None, None).await.unwrap();
    let order = &placed.orders[0];
    fulfilment::confirm(services, scope, &order.number).await.unwrap();
    fulfilment::ready(services, scope, &order.number).await.unwrap();
    fulfilment::deliver(services, scope, &order.number).await.unwrap();
    let review = json!({"stars": 4, "text": "Bagus", "name": "first_name"});
    let review = serde_json::from_value(review).unwrap();
    let review = reviews::write(services, &order.token, &mug.variant, &review, vec![], None).await.unwrap();
    let case = json!({"lines": [{"variant": mug.variant, "pieces": 1}], "reason": "damaged", "text": "Retak"});
    let case = complaints::open(services, &order.token, &serde_json::from_value(case).unwrap(), None).await.unwrap();
    let picture = picture().into();
    let case = complaints::add_photo(services, &order.token, &case.id, picture).await.unwrap();
    let refund = json!({"amount": 1_000, "reason": "Maaf"});
    let refund = serde_json::from_value(refund).unwrap();
    let refund = refunds::request(services, scope, &order.number, &refund).await.unwrap();
    Complained { case: case.id, photo: case.photos[0].id.clone(), refund: refund.id, review: review.review.id }
}

/// Folder and name of a photo in the store.
const PHOTO: (&str, &str) = ("aa", "aa000000000000000000000000000000-640.webp");

/// The public id of a new session.
async fn session_of(app: &App, who: Who) -> String {
    let cookie = app.cookie(who.email().unwrap()).await;
    let (_, token) = cookie.split_once('=').unwrap();
    let identity = accounts::identify_session(&app.world.services, token).await.unwrap().unwrap();
    accounts::list_sessions(&app.world.services, &identity).await.unwrap().remove(0).public_id
}

/// The public id of the only product.
async fn public_id(app: &App) -> String {
    let all = GoodsQuery::default();
    let page = curation::list_products(&app.world.services, &all, None, None, Locale::Id).await.unwrap();
    page.items[0].id.clone()
}

/// Fills in the parameters of a path; what there is no name for becomes one that nothing has.
fn fill(path: &str, names: &BTreeMap<&str, String>) -> String {
    let Some((before, rest)) = path.split_once('{') else { return path.to_owned() };
    let (_, after) = rest.split_once('}').unwrap();
    let known = names.iter().filter(|(prefix, _)| before.ends_with(**prefix)).max_by_key(|(prefix, _)| prefix.len());
    fill(&format!("{before}{}{after}", known.map_or("tidak-ada", |(_, name)| name.as_str())), names)
}

async fn ask(app: &App, who: Who, method: &str, path: &str, shop: &str) -> Answer {
    let is_api = path.starts_with("/api/");
    let mut request: http::request::Builder = Request::builder().method(method).uri(path);
    match who.email() {
        None => {}
        Some(email) if is_api => {
            request = request.header(AUTHORIZATION, format!("Bearer {}", app.token(email).await));
        }
        // A session for each, since some forms end it.
        Some(email) => request = request.header(COOKIE, app.cookie(email).await),
    }
    let body = match (method, is_api) {
        ("GET", _) => Body::empty(),
        (_, true) => {
            request = request.header(CONTENT_TYPE, "application/json");
            let values = json!({
                "reason": "Tidak sanggup", "note": "Foto gelap", "courier": null, "tracking": null, "on_hand": 40,
                "shop": shop, "text": "Kami periksa", "resolution": "rejected", "reference": "BCA 0001",
                "kind": "greet", "bank": "BCA", "account": "0000000001", "holder": "Bu Sri", "password_current": "salah",
                "payload": "000201", "takes_cash": true, "amount": 5_000, "status": "returned", "pieces": 1,
                "step": "ready", "stars": 3, "name": "initial",
            });
            values.to_string().into()
        }
        (_, false) => {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            Body::empty()
        }
    };
    app.send(request.body(body).unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_lets_through_whom_it_should_and_nobody_else() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let names = furnish(&app).await;
        let mut wrong = Vec::new();
        let mut records = router::records(&app.state);
        // Questions first: what is done afterwards may hide things. Ending all other sessions hides one.
        records.sort_by_key(|record| (record.method != "GET", record.path.ends_with("/sesi-lain/akhiri")));
        for record in records {
            let row = TABLE.iter().find(|(method, path, _)| (*method, *path) == (record.method, record.path.as_str()));
            let Some((method, path, door)) = row else {
                wrong.push(format!("{} {} is not in the table", record.method, record.path));
                continue;
            };
            for who in EVERYBODY {
                let answer = ask(&app, who, method, &fill(path, &names), &names["/shops/"]).await;
                let (expected, actual) = (door.expects(who), door.outcome(&answer));
                if expected != actual {
                    wrong.push(format!("{method} {path} as {who:?}: {actual:?} ({}), not {expected:?}", answer.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_one_order_is_not_there_below_another() {
    on_sqlite(async |world| {
        let app = App::new(world);
        // The case and the refund are of another order than the token.
        let names = furnish(&app).await;
        let mut wrong = Vec::new();
        for record in router::records(&app.state) {
            let Some((_, part)) = record.path.split_once("/{token}/") else { continue };
            if !part.contains('{') {
                continue;
            }
            let answer = ask(&app, Who::OtherBuyer, record.method, &fill(&record.path, &names), "").await;
            // An upload that is none is refused before anything is looked for.
            if ![StatusCode::NOT_FOUND, StatusCode::UNSUPPORTED_MEDIA_TYPE].contains(&answer.status) {
                wrong.push(format!("{} {}: {}", record.method, record.path, answer.status));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_buyer_sees_nothing_of_the_first() {
    on_both(async |world| {
        let app = App::new(world);
        let names = furnish(&app).await;
        let theirs = app.cookie(Who::Buyer.email().unwrap()).await;
        let mine = app.cookie(Who::OtherBuyer.email().unwrap()).await;
        let number = &names["/seller/orders/"];
        let page = async |cookie: &str, path: &str| {
            let answer = app.send(request(Method::GET, path).header(COOKIE, cookie).body(Body::empty()).unwrap()).await;
            (answer.status.as_u16(), String::from_utf8(answer.body.to_vec()).unwrap())
        };
        assert!(page(&theirs, "/akun/pesanan").await.1.contains(number.as_str()));
        assert!(!page(&mine, "/akun/pesanan").await.1.contains(number.as_str()));
        assert_eq!(page(&mine, &format!("/pesanan/{number}")).await.0, 404, "a number opens no order");
        let put = request(Method::POST, "/keranjang/tambah").header(COOKIE, &theirs);
        let put = put.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let put = app.send(put.body(format!("variant={}&quantity=3", names["/variants/"]).into()).unwrap()).await;
        assert!(put.status.is_redirection());
        let jar: Vec<_> = put.headers.get_all(SET_COOKIE).iter().map(|value| value.to_str().unwrap()).collect();
        let cart = jar.iter().map(|cookie| cookie.split(';').next().unwrap()).collect::<Vec<_>>().join("; ");
        assert!(page(&format!("{theirs}; {cart}"), "/keranjang").await.1.contains(&names["/variants/"]));
        assert!(!page(&mine, "/keranjang").await.1.contains(&names["/variants/"]));
    })
    .await;
}
