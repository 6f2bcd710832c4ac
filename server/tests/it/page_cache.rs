//! What is kept of pages, for whom, and until when.

use axum::body::Body;
use domain::role::Role;
use http::{
    Method, StatusCode,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, COOKIE, ETAG, IF_NONE_MATCH},
};
use testkit::on_both;

use crate::app::{App, request};

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
