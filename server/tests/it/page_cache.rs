//! What is kept of pages, for whom, and until when.

use axum::body::Body;
use domain::role::Role;
use http::{
    Method, StatusCode,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, COOKIE, ETAG, IF_NONE_MATCH},
};
use testkit::on_both;

use crate::app::{App, request};

/// Whether a page has that text.
fn says(body: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(body).contains(text)
}

/// A product that is on sale, and the path of its page.
async fn shelf(app: &App) -> (i64, String) {
    let shop = app.world.shop("dinoyo").await;
    let mug = app.world.product(&shop).price(30_000).stock(5).create().await;
    let slug = app.world.publish(&shop, &mug, "Cangkir", 1).await;
    (mug.id, format!("/produk/{slug}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_made_once_and_asks_only_whether_the_catalogue_changed() {
    on_both(async |world| {
        let app = App::new(world);
        let (_, path) = shelf(&app).await;
        let first = app.get(&path).await;
        let before = app.world.store().statement_count();
        let second = app.get(&path).await;
        assert_eq!(app.world.store().statement_count() - before, 1);
        assert_eq!((first.status, second.status, &first.body), (StatusCode::OK, StatusCode::OK, &second.body));
        let english = app.get(&format!("/en{path}")).await;
        assert_ne!(english.body, second.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_page_that_is_not_kept_costs_few_statements() {
    on_both(async |world| {
        let app = App::new(world);
        let (_, path) = shelf(&app).await;
        assert_eq!(app.get(&path).await.status, StatusCode::OK);
        let before = app.world.store().statement_count();
        let fresh = app.get(&format!("{path}?varian=lain")).await;
        assert_eq!(fresh.status, StatusCode::OK);
        // One more asks whether the catalogue changed, once a second at most.
        let spent = app.world.store().statement_count() - before;
        assert!(spent <= 6 + 1, "{spent} statements");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_is_taken_back_shows_at_once() {
    on_both(async |world| {
        let app = App::new(world);
        let shop = app.world.shop("sanan").await;
        let tempe = app.world.product(&shop).keeps(5).lot(9, "2099-12-24").create().await;
        let path = format!("/produk/{}", app.world.publish(&shop, &tempe, "Tempe papan", 1).await);
        let page = app.get(&path).await;
        assert!(says(&page.body, "ID35"), "the number of the halal certificate");
        let taken =
            "UPDATE certificate SET status = 'revoked', reason = 'Dicabut' WHERE shop_id = $1 AND kind = 'halal'
             RETURNING id";
        app.world.sql(taken, [shop.id.into()]).await;
        let tx = app.world.store().begin().await.unwrap();
        store::certificates::refresh_shop(&tx, shop.id, app.world.services.now()).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.get(&path).await;
        assert!(!says(&page.body, "ID35"), "the badge is gone");
        assert!(says(&page.body, "Sedang tidak dapat dibeli: Halal"), "and the page says why nothing can be bought");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_catalogue_shows_at_once() {
    on_both(async |world| {
        let app = App::new(world);
        let (product, path) = shelf(&app).await;
        assert_eq!(app.get(&path).await.status, StatusCode::OK);
        let hide = "UPDATE product SET status = 'suspended', epoch = epoch + 1 WHERE id = $1 RETURNING id";
        app.world.sql(hide, [product.into()]).await;
        assert_eq!(app.get(&path).await.status, StatusCode::NOT_FOUND);
        let show = "UPDATE product SET status = 'published', epoch = epoch + 1 WHERE id = $1 RETURNING id";
        app.world.sql(show, [product.into()]).await;
        assert_eq!(app.get(&path).await.status, StatusCode::OK, "what is not there is not kept");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_signed_in_gets_a_page_of_their_own() {
    on_both(async |world| {
        let app = App::new(world);
        let (_, path) = shelf(&app).await;
        app.account("pembeli@contoh.test", Role::Buyer).await;
        let cookie = app.cookie("pembeli@contoh.test").await;
        let own = request(Method::GET, &path).header(COOKIE, &cookie).body(Body::empty()).unwrap();
        let own = app.send(own).await;
        let anybodys = app.get(&path).await;
        assert!(!own.headers.contains_key(ETAG) && anybodys.headers.contains_key(ETAG));
        assert_ne!(own.body, anybodys.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_has_the_page_is_told_so_in_its_own_coding() {
    on_both(async |world| {
        let app = App::new(world);
        let (_, path) = shelf(&app).await;
        let ask = async |coding: &str, tag: Option<&http::HeaderValue>| {
            let mut ask = request(Method::GET, &path).header(ACCEPT_ENCODING, coding);
            if let Some(tag) = tag {
                ask = ask.header(IF_NONE_MATCH, tag);
            }
            app.send(ask.body(Body::empty()).unwrap()).await
        };
        let brotli = ask("gzip;q=0.5, br", None).await;
        assert_eq!(brotli.headers[CONTENT_ENCODING], "br");
        let gzip = ask("gzip, br;q=0", None).await;
        assert_eq!(gzip.headers[CONTENT_ENCODING], "gzip");
        let plain = ask("identity", None).await;
        assert!(!plain.headers.contains_key(CONTENT_ENCODING) && plain.body.len() > brotli.body.len());
        let known = ask("br", Some(&brotli.headers[ETAG])).await;
        assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0));
        let other = ask("gzip", Some(&brotli.headers[ETAG])).await;
        assert_eq!(other.status, StatusCode::OK);
    })
    .await;
}
