//! Asks every route as everybody. A route that the table does not name fails the test.

use std::collections::BTreeMap;

use axum::body::Body;
use domain::{locale::Locale, role::Role};
use http::{
    Method, Request,
    header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION},
};
use serde_json::json;
use server::http::router;
use services::{
    checkout, complaints,
    curation::{self, GoodsQuery},
    fulfilment::{self, SellerScope},
    refunds,
};
use testkit::{NEAR_VILLAGE, TestProduct, TestShop, on_sqlite};

use crate::app::{Answer, App, picture, request};

/// Whom a route lets through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    /// Everybody.
    Open,
    /// Everybody who knows a secret; without it there is nothing.
    Secret,
    /// Who is signed in.
    SignedIn,
    /// Who is signed in, for their own; what is nobody's is not there.
    Own,
    /// Sellers, each with their own.
    Sellers,
    /// The seller whose it is; for others it is not there.
    Owner,
    /// The seller whose it is, of which that part is not there.
    OwnersPart,
    /// Curators, and who runs the site.
    Curators,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Anonymous,
    Buyer,
    ForeignSeller,
    Seller,
    Curator,
    Mentor,
    Admin,
}

/// What happens at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Let through, whatever the answer then is.
    Passed,
    /// Asked to sign in.
    SignIn,
    Forbidden,
    NotFound,
    /// A fault of ours.
    Broken,
}

const TABLE: &[(&str, &str, Door)] = &[
    ("GET", "/", Door::Open),
    ("GET", "/sentra/{slug}", Door::Open),
    ("GET", "/produk", Door::Open),
    ("GET", "/produk/{slug}", Door::Open),
    ("GET", "/toko/{slug}", Door::Open),
    ("GET", "/masuk", Door::Open),
    ("POST", "/masuk", Door::Open),
    ("POST", "/keluar", Door::Open),
    ("GET", "/daftar", Door::Open),
    ("POST", "/daftar", Door::Open),
    ("GET", "/daftar/cek-email", Door::Open),
    ("GET", "/daftar/konfirmasi/{token}", Door::Secret),
    ("POST", "/daftar/konfirmasi/{token}", Door::Secret),
    ("GET", "/lupa-sandi", Door::Open),
    ("POST", "/lupa-sandi", Door::Open),
    ("GET", "/lupa-sandi/cek-email", Door::Open),
    ("GET", "/atur-sandi/{token}", Door::Secret),
    ("POST", "/atur-sandi/{token}", Door::Secret),
    ("GET", "/akun", Door::SignedIn),
    ("POST", "/akun", Door::SignedIn),
    ("GET", "/akun/keamanan", Door::SignedIn),
    ("POST", "/akun/keamanan", Door::SignedIn),
    ("POST", "/akun/keamanan/sesi-lain/akhiri", Door::SignedIn),
    ("POST", "/akun/keamanan/sesi/{session}/akhiri", Door::Own),
    ("GET", "/keranjang", Door::Open),
    ("POST", "/keranjang/tambah", Door::Open),
    ("POST", "/keranjang/ubah", Door::Open),
    ("POST", "/keranjang/hapus", Door::Open),
    ("POST", "/keranjang/kembalikan", Door::Open),
    ("GET", "/checkout", Door::Open),
    ("POST", "/checkout", Door::Open),
    ("GET", "/syarat", Door::Open),
    ("GET", "/privasi", Door::Open),
    ("GET", "/bantuan", Door::Open),
    ("GET", "/akun/pesanan", Door::SignedIn),
    ("GET", "/pesanan", Door::Open),
    ("GET", "/pesanan/{token}", Door::Secret),
    ("POST", "/pesanan/{token}/batalkan", Door::Secret),
    ("POST", "/pesanan/{token}/terima", Door::Secret),
    ("GET", "/pesanan/{token}/bukti", Door::Secret),
    ("POST", "/pesanan/{token}/bukti", Door::Secret),
    ("GET", "/jual", Door::Sellers),
    ("GET", "/jual/pesanan", Door::Sellers),
    ("GET", "/jual/pesanan/{number}", Door::Owner),
    ("POST", "/jual/pesanan/{number}/konfirmasi", Door::Owner),
    ("POST", "/jual/pesanan/{number}/tolak", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pembayaran/konfirmasi", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pembayaran/tolak", Door::Owner),
    ("POST", "/jual/pesanan/{number}/siap", Door::Owner),
    ("POST", "/jual/pesanan/{number}/kirim", Door::Owner),
    ("POST", "/jual/pesanan/{number}/serahkan", Door::Owner),
    ("GET", "/jual/pesanan/{number}/bukti", Door::Owner),
    ("POST", "/jual/pesanan/{number}/tidak-diterima", Door::Owner),
    ("GET", "/jual/pembayaran", Door::Sellers),
    ("POST", "/jual/pembayaran/{slug}/rekening", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/qris", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/tunai", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/uang-masuk", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/uang-masuk/{id}", Door::Owner),
    ("GET", "/jual/produk", Door::Sellers),
    ("GET", "/jual/produk/baru", Door::Sellers),
    ("POST", "/jual/produk/baru", Door::Sellers),
    ("GET", "/jual/produk/{id}", Door::Owner),
    ("POST", "/jual/produk/{id}", Door::Owner),
    ("POST", "/jual/produk/{id}/ajukan", Door::Owner),
    ("POST", "/jual/produk/{id}/arsipkan", Door::Owner),
    ("POST", "/jual/produk/{id}/sembunyikan", Door::Owner),
    ("POST", "/jual/produk/{id}/tampilkan", Door::Owner),
    ("POST", "/jual/produk/{id}/stok", Door::Owner),
    ("POST", "/jual/produk/{id}/foto", Door::Owner),
    ("POST", "/jual/produk/{id}/foto/keterangan", Door::Owner),
    ("POST", "/jual/produk/{id}/foto/{photo}/maju", Door::OwnersPart),
    ("POST", "/jual/produk/{id}/foto/{photo}/mundur", Door::OwnersPart),
    ("POST", "/jual/produk/{id}/foto/{photo}/hapus", Door::OwnersPart),
    ("GET", "/kurasi", Door::Curators),
    ("GET", "/kurasi/antrean", Door::Curators),
    ("GET", "/kurasi/antrean/{id}", Door::Curators),
    ("POST", "/kurasi/antrean/{id}/terbitkan", Door::Curators),
    ("POST", "/kurasi/antrean/{id}/minta-ubah", Door::Curators),
    ("POST", "/kurasi/antrean/{id}/tolak", Door::Curators),
    ("GET", "/kurasi/produk", Door::Curators),
    ("POST", "/kurasi/produk/{id}/tangguhkan", Door::Curators),
    ("POST", "/kurasi/produk/{id}/pulihkan", Door::Curators),
    ("GET", "/kurasi/toko", Door::Curators),
    ("POST", "/kurasi/toko/{slug}/tangguhkan", Door::Curators),
    ("POST", "/kurasi/toko/{slug}/pulihkan", Door::Curators),
    ("GET", "/kurasi/pembayaran", Door::Curators),
    ("GET", "/kurasi/pembayaran/bukti/{id}", Door::Curators),
    ("POST", "/kurasi/pembayaran/qris/{id}/setujui", Door::Curators),
    ("POST", "/kurasi/pembayaran/qris/{id}/tolak", Door::Curators),
    ("GET", "/kurasi/jejak", Door::Curators),
    ("GET", "/pesanan/{token}/keluhan", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/foto", Door::Secret),
    ("GET", "/pesanan/{token}/keluhan/{id}/foto/{photo}", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/pesan", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/setuju", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/kurator", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/tarik", Door::Secret),
    ("POST", "/pesanan/{token}/pengembalian/{id}/terima", Door::Secret),
    ("GET", "/pesanan/{token}/pengembalian/{id}/bukti", Door::Secret),
    ("GET", "/jual/keluhan", Door::Sellers),
    ("GET", "/jual/keluhan/{id}", Door::Owner),
    ("POST", "/jual/keluhan/{id}", Door::Owner),
    ("GET", "/jual/keluhan/{id}/foto/{photo}", Door::Owner),
    ("POST", "/jual/pesanan/{number}/batalkan", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pengembalian", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pengembalian/{id}/kirim", Door::OwnersPart),
    ("POST", "/jual/pesanan/{number}/pengembalian/{id}/gagal", Door::Owner),
    ("GET", "/kurasi/keluhan", Door::Curators),
    ("GET", "/kurasi/keluhan/{id}", Door::Curators),
    ("POST", "/kurasi/keluhan/{id}", Door::Curators),
    ("POST", "/kurasi/keluhan/{id}/pesan", Door::Curators),
    ("GET", "/kurasi/keluhan/{id}/foto/{photo}", Door::Curators),
    ("GET", "/kurasi/pengembalian", Door::Curators),
    ("POST", "/kurasi/pengembalian/{id}/setujui", Door::Curators),
    ("POST", "/kurasi/pengembalian/{id}/tolak", Door::Curators),
    ("POST", "/kurasi/pengembalian/{id}/ulangi", Door::Curators),
    ("GET", "/api/v1/orders/{token}/cases", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/photos", Door::Secret),
    ("GET", "/api/v1/orders/{token}/cases/{id}/photos/{photo}", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/accept", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/escalate", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/withdraw", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/messages", Door::Secret),
    ("GET", "/api/v1/seller/cases", Door::Sellers),
    ("POST", "/api/v1/seller/cases/{id}/reply", Door::Owner),
    ("GET", "/api/v1/seller/orders/{number}/refunds", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/refunds", Door::Owner),
    ("POST", "/api/v1/seller/refunds/{id}/sent", Door::Owner),
    ("POST", "/api/v1/seller/refunds/{id}/failed", Door::Owner),
    ("GET", "/api/v1/curation/cases", Door::Curators),
    ("POST", "/api/v1/curation/cases/{id}/decide", Door::Curators),
    ("POST", "/api/v1/curation/cases/{id}/messages", Door::Curators),
    ("GET", "/api/v1/curation/refunds", Door::Curators),
    ("POST", "/api/v1/curation/refunds/{id}/approve", Door::Curators),
    ("POST", "/api/v1/curation/refunds/{id}/decline", Door::Curators),
    ("GET", "/api/v1/openapi.json", Door::Open),
    ("GET", "/api/v1/products", Door::Open),
    ("GET", "/api/v1/products/{slug}", Door::Open),
    ("GET", "/api/v1/sentras", Door::Open),
    ("GET", "/api/v1/shops", Door::Open),
    ("GET", "/api/v1/shops/{slug}", Door::Open),
    ("GET", "/api/v1/regions", Door::Open),
    ("POST", "/api/v1/shipping-quotes", Door::Open),
    ("POST", "/api/v1/checkouts", Door::Open),
    ("GET", "/api/v1/orders/{token}", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cancel", Door::Secret),
    ("POST", "/api/v1/orders/{token}/payment-proof", Door::Secret),
    ("POST", "/api/v1/orders/{token}/received", Door::Secret),
    ("GET", "/api/v1/seller/products", Door::Sellers),
    ("POST", "/api/v1/seller/products", Door::Owner),
    ("GET", "/api/v1/seller/products/{id}", Door::Owner),
    ("PATCH", "/api/v1/seller/products/{id}", Door::Owner),
    ("POST", "/api/v1/seller/products/{id}/propose", Door::Owner),
    ("POST", "/api/v1/seller/products/{id}/photos", Door::Sellers),
    ("GET", "/api/v1/seller/orders", Door::Sellers),
    ("GET", "/api/v1/seller/orders/{number}", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/confirm", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/reject", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/ready", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/ship", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/deliver", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/payment/confirm", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/payment/reject", Door::Owner),
    ("PUT", "/api/v1/seller/variants/{id}/stock", Door::Owner),
    ("GET", "/api/v1/curation/queue", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/publish", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/request-changes", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/reject", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/suspend", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/restore", Door::Curators),
];

const EVERYBODY: [Who; 7] =
    [Who::Anonymous, Who::Buyer, Who::ForeignSeller, Who::Seller, Who::Curator, Who::Mentor, Who::Admin];

impl Door {
    fn expects(self, who: Who) -> Outcome {
        match (self, who) {
            (Self::Open | Self::Secret, _) => Outcome::Passed,
            (_, Who::Anonymous) => Outcome::SignIn,
            (Self::SignedIn, _) | (Self::Sellers, Who::Seller | Who::ForeignSeller) | (Self::Owner, Who::Seller) => {
                Outcome::Passed
            }
            (Self::Curators, Who::Curator | Who::Admin) => Outcome::Passed,
            (Self::Own, _)
            | (Self::Owner, Who::ForeignSeller)
            | (Self::OwnersPart, Who::ForeignSeller | Who::Seller) => Outcome::NotFound,
            (Self::Sellers | Self::Owner | Self::OwnersPart | Self::Curators, _) => Outcome::Forbidden,
        }
    }

    fn outcome(self, answer: &Answer) -> Outcome {
        let to = answer.headers.get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match answer.status.as_u16() {
            401 => Outcome::SignIn,
            // Its own form leads back to the page of signing in as well, with what was wrong.
            303 if to.starts_with("/masuk?lanjut") || (to == "/masuk" && self != Self::Open) => Outcome::SignIn,
            403 => Outcome::Forbidden,
            404 if self == Self::Secret => Outcome::Passed,
            404 => Outcome::NotFound,
            500.. => Outcome::Broken,
            _ => Outcome::Passed,
        }
    }
}

impl Who {
    fn email(self) -> Option<&'static str> {
        match self {
            Self::Anonymous => None,
            Self::Buyer => Some("pembeli@contoh.test"),
            Self::ForeignSeller => Some("lain@contoh.test"),
            Self::Seller => Some("penjual@contoh.test"),
            Self::Curator => Some("kurator@contoh.test"),
            Self::Mentor => Some("pendamping@contoh.test"),
            Self::Admin => Some("admin@contoh.test"),
        }
    }
}

/// A site with one of everything, and the names of those things by what stands before them in a path.
async fn furnish(app: &App) -> BTreeMap<&'static str, String> {
    let world = &app.world;
    let (shop, other) = (world.shop("dinoyo").await, world.shop("sanan").await);
    let mug = world.product(&shop).price(30_000).stock(50).create().await;
    let slug = world.publish(&shop, &mug, "Cangkir", 1).await;
    let product = public_id(app).await;
    for (who, role) in [
        (Who::Buyer, Role::Buyer),
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
    let checkout = checkout.header("idempotency-key", "kunci-tabel-izin");
    let placed = app.send(checkout.body(body.to_string().into()).unwrap()).await.json();
    furnish_payments(app, shop.id).await;
    let order = |key: &str| placed["orders"][0][key].as_str().unwrap().to_owned();
    let complained = complaint(app, &shop, &mug).await;
    BTreeMap::from([
        ("/seller/cases/", complained.case.clone()),
        ("/curation/cases/", complained.case.clone()),
        ("/jual/keluhan/", complained.case.clone()),
        ("/kurasi/keluhan/", complained.case),
        ("/foto/", complained.photo),
        ("/seller/refunds/", complained.refund.clone()),
        ("/curation/refunds/", complained.refund.clone()),
        ("/pengembalian/", complained.refund),
        ("/sentra/", "dinoyo".to_owned()),
        ("/produk/", slug.clone()),
        ("/products/", slug),
        ("/toko/", shop.slug.clone()),
        ("/shops/", shop.slug.clone()),
        ("/orders/", order("token")),
        ("/seller/orders/", order("number")),
        ("/pesanan/", order("token")),
        ("/jual/pesanan/", order("number")),
        ("/kurasi/antrean/", product.clone()),
        ("/kurasi/produk/", product.clone()),
        ("/jual/produk/", product.clone()),
        ("/jual/pembayaran/", shop.slug.clone()),
        ("/uang-masuk/", "unm_satu".to_owned()),
        ("/kurasi/pembayaran/bukti/", "prf_satu".to_owned()),
        ("/kurasi/pembayaran/qris/", "qri_satu".to_owned()),
        ("/kurasi/toko/", shop.slug.clone()),
        ("/seller/products/", product.clone()),
        ("/curation/products/", product),
        ("/variants/", mug.variant),
    ])
}

/// A code that waits, money without an order, and a proof with its photo, of the only order.
async fn furnish_payments(app: &App, shop: i64) {
    let world = &app.world;
    let qris = "INSERT INTO shop_qris (public_id, shop_id, payload, payee, merchant_id, city, status, proposed_at, active_from)
         VALUES ('qri_satu', $1, $2, 'SATU', 'ID1099000000001', 'KOTA MALANG', 'proposed', 0, 0) RETURNING id";
    let payload = domain::qris::Qris::fictional("SATU", 1).unwrap().to_string();
    world.sql(qris, [shop.into(), payload.into()]).await;
    let money = "INSERT INTO unmatched_payment (public_id, shop_id, amount, received_on, status, recorded_at)
         VALUES ('unm_satu', $1, 5000, '2026-11-24', 'open', 0) RETURNING id";
    world.sql(money, [shop.into()]).await;
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
    let case = json!({"lines": [{"variant": mug.variant, "pieces": 1}], "reason": "damaged", "text": "Retak"});
    let case = complaints::open(services, &order.token, &serde_json::from_value(case).unwrap(), None).await.unwrap();
    let picture = picture().into();
    let case = complaints::add_photo(services, &order.token, &case.id, picture).await.unwrap();
    let refund = json!({"amount": 1_000, "reason": "Maaf"});
    let refund = serde_json::from_value(refund).unwrap();
    let refund = refunds::request(services, scope, &order.number, &refund).await.unwrap();
    Complained { case: case.id, photo: case.photos[0].id.clone(), refund: refund.id }
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
        // Questions first: what is done afterwards may hide things.
        records.sort_by_key(|record| record.method != "GET");
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
