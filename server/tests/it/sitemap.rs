//! What crawlers are told to read, and what not.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use testkit::on_both;

use crate::{
    app::App,
    showcase::{COUNT, furnish, page},
};

const SITE: &str = "http://127.0.0.1:3000";

/// What stands between `<name>` and `</name>`.
fn texts<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(open.as_str()).skip(1).map(|rest| rest.split(close.as_str()).next().unwrap()).collect()
}

async fn xml(app: &App, path: &str) -> String {
    let answer = app.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/xml; charset=utf-8");
    let text = String::from_utf8(answer.body.to_vec()).unwrap();
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"), "{path}");
    text
}

/// All files that the index names.
async fn files(app: &App) -> Vec<String> {
    let index = xml(app, "/sitemap.xml").await;
    let mut files = Vec::new();
    for address in texts(&index, "loc") {
        files.push(xml(app, address.strip_prefix(SITE).unwrap()).await);
    }
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_is_listed_once_in_each_language_and_is_there() {
    on_both(async |world| {
        let app = App::new(world);
        let shown = furnish(&app).await;
        let files = files(&app).await;
        let all: Vec<String> =
            files.iter().flat_map(|file| texts(file, "loc")).map(|address| address.replace("&amp;", "&")).collect();
        let distinct: BTreeSet<&String> = all.iter().collect();
        assert_eq!(distinct.len(), all.len(), "nothing twice");
        for shown in &shown {
            for address in [format!("{SITE}/produk/{}", shown.slug), format!("{SITE}/en/toko/{}", shown.shop)] {
                assert!(distinct.contains(&address), "{address}");
            }
        }
        for address in &all {
            let html = page(&app, address.strip_prefix(SITE).unwrap()).await;
            assert!(!html.contains("content=\"noindex\""), "{address}");
            // The address of the list is its own canonical one, and so is every other.
            assert!(html.replace("&amp;", "&").contains(&format!("href=\"{address}\" rel=\"canonical\"")), "{address}");
        }
        for file in &files {
            assert_eq!(file.matches("<url>").count() * 3, file.matches("<xhtml:link ").count());
            assert!(texts(file, "url").len() <= 50_000);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn products_come_with_their_day_and_pictures_and_only_while_they_are_on_sale() {
    on_both(async |world| {
        let app = App::new(world);
        let shown = furnish(&app).await;
        let file = xml(&app, "/sitemap/produk-0.xml").await;
        assert_eq!(texts(&file, "url").len(), 2 * COUNT);
        for entry in texts(&file, "url") {
            assert_eq!(texts(entry, "lastmod").len(), 1, "{entry}");
            assert_eq!(texts(entry, "lastmod")[0].len(), "2026-11-24".len());
            assert!(texts(entry, "image:loc")[0].starts_with(&format!("{SITE}/media/")), "{entry}");
        }
        let hide = "UPDATE product SET status = 'hidden' WHERE slug = $1";
        app.world.change(hide, [shown[0].slug.as_str().into()]).await;
        app.world.change("UPDATE shop SET status = 'suspended' WHERE slug = $1", [shown[1].shop.as_str().into()]).await;
        let file = xml(&app, "/sitemap/produk-0.xml").await;
        assert_eq!(texts(&file, "url").len(), COUNT - 2, "half of them are of the other shop");
        assert_eq!(texts(&xml(&app, "/sitemap/produk-7.xml").await, "url").len(), 0);
        for path in ["/sitemap/produk-00.xml", "/sitemap/produk-x.xml", "/sitemap/jual.xml", "/sitemap/produk-0"] {
            assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_are_kept_from_what_is_nobodys_to_find() {
    on_both(async |world| {
        let app = App::new(world);
        let answer = app.get("/robots.txt").await;
        assert_eq!(
            (answer.status, answer.headers[header::CONTENT_TYPE].to_str().unwrap()),
            (StatusCode::OK, "text/plain; charset=utf-8")
        );
        let text = String::from_utf8(answer.body.to_vec()).unwrap();
        let refused: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("Disallow: ")).collect();
        let is_refused = |path: &str| refused.iter().any(|start| path.starts_with(start));
        for path in ["/jual/produk", "/kurasi", "/akun", "/en/keranjang", "/pesanan/x", "/api/v1/products", "/checkout"]
        {
            assert!(is_refused(path), "{path}");
        }
        for path in ["/", "/en", "/produk/x", "/toko/x", "/en/sentra/dinoyo", "/og/produk/x/y.jpg", "/media/aa/b.jpg"] {
            assert!(!is_refused(path), "{path}");
        }
        assert!(text.ends_with(&format!("\nSitemap: {SITE}/sitemap.xml\n")));
    })
    .await;
}
