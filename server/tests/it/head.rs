//! What stands in the head of pages: for search engines, and for the cards that chat apps make of a link.

use axum::http::{StatusCode, header};
use testkit::{on_both, on_sqlite};

use crate::{
    app::App,
    showcase::{furnish, page},
};

const SITE: &str = "http://127.0.0.1:3000";

/// The head of a page.
fn head(html: &str) -> &str {
    let start = html.find("<head>").unwrap();
    &html[start..html.find("</head>").unwrap()]
}

/// The value of an attribute of the only element of that kind that has those words.
fn value(html: &str, kind: &str, words: &str, attribute: &str) -> String {
    let mut elements = head(html).split('<').filter(|element| element.starts_with(kind) && element.contains(words));
    let element = elements.next().unwrap_or_else(|| panic!("{words} in {}", head(html)));
    assert!(elements.next().is_none(), "{words} twice");
    let (_, rest) = element.split_once(&format!(" {attribute}=\"")).unwrap();
    rest.split('"').next().unwrap().replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
}

fn property(html: &str, name: &str) -> String {
    value(html, "meta", &format!("property=\"{name}\""), "content")
}

fn has(html: &str, text: &str) -> bool {
    head(html).contains(text)
}

/// Pages for everybody to find, as (path, path in its canonical address).
fn public(slug: &str, shop: &str) -> Vec<(String, String)> {
    let same = ["/", "/produk", "/sentra/dinoyo", "/syarat", "/privasi", "/bantuan"]
        .map(|path| (path.to_owned(), path.to_owned()));
    let mut pages = same.to_vec();
    pages.push((format!("/produk/{slug}?varian=x"), format!("/produk/{slug}")));
    pages.push((format!("/toko/{shop}"), format!("/toko/{shop}")));
    pages.push(("/produk?sentra=dinoyo&urut=price_asc".to_owned(), "/produk?sentra=dinoyo".to_owned()));
    pages
}

#[tokio::test(flavor = "multi_thread")]
async fn public_pages_name_themselves_and_their_other_language() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let shown = furnish(&app).await.remove(2);
        for (path, canonical) in public(&shown.slug, &shown.shop) {
            let english = if canonical == "/" { "/en".to_owned() } else { format!("/en{canonical}") };
            for (asked, own) in [(path.clone(), &canonical), (format!("/en{path}"), &english)] {
                let asked = if asked == "/en/" { "/en".to_owned() } else { asked };
                let html = page(&app, &asked).await;
                let own = format!("{SITE}{own}");
                assert_eq!(value(&html, "link", "rel=\"canonical\"", "href"), own, "{asked}");
                assert_eq!(property(&html, "og:url"), own);
                for (language, address) in [("id", &canonical), ("en", &english), ("x-default", &canonical)] {
                    let words = format!("hreflang=\"{language}\"");
                    assert_eq!(value(&html, "link", &words, "href"), format!("{SITE}{address}"), "{asked}");
                }
                assert!(!has(&html, "noindex"), "{asked}");
                for name in
                    ["og:title", "og:description", "og:type", "og:site_name", "og:locale", "og:locale:alternate"]
                {
                    assert!(!property(&html, name).is_empty(), "{name} of {asked}");
                }
                assert!(!value(&html, "meta", "name=\"description\"", "content").is_empty());
                assert!(!value(&html, "meta", "name=\"twitter:card\"", "content").is_empty());
                assert_eq!(head(&html).matches("<title>").count(), 1);
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn private_pages_ask_to_be_left_out() {
    on_sqlite(async |world| {
        let app = App::new(world);
        furnish(&app).await;
        for path in ["/keranjang", "/masuk", "/daftar", "/lupa-sandi", "/pesanan", "/produk?q=cangkir"] {
            let html = page(&app, path).await;
            assert!(has(&html, "<meta name=\"robots\" content=\"noindex\""), "{path}");
            for text in ["hreflang", "canonical", "og:url"] {
                assert!(!has(&html, text), "{text} on {path}");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn products_and_shops_have_a_picture_that_we_draw_once() {
    on_both(async |world| {
        let app = App::new(world);
        let shown = furnish(&app).await;
        for path in [
            format!("/produk/{}", shown[0].slug),
            format!("/en/produk/{}", shown[2].slug),
            format!("/toko/{}", shown[1].shop),
        ] {
            let html = page(&app, &path).await;
            assert_eq!(value(&html, "meta", "name=\"twitter:card\"", "content"), "summary_large_image");
            assert!(!property(&html, "og:image:alt").is_empty());
            let address = property(&html, "og:image");
            let picture = address.strip_prefix(SITE).unwrap();
            assert!(picture.contains("/og/"), "{picture}");
            let answer = app.get(picture).await;
            assert_eq!(
                (answer.status, answer.headers[header::CONTENT_TYPE].to_str().unwrap()),
                (StatusCode::OK, "image/jpeg")
            );
            assert!(answer.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
            let drawn = image::load_from_memory(&answer.body).unwrap();
            let size = [property(&html, "og:image:width"), property(&html, "og:image:height")];
            assert_eq!(size, [drawn.width().to_string(), drawn.height().to_string()]);
            assert_eq!(size, ["1200", "630"]);
            let before = app.world.store().statement_count();
            assert_eq!(app.get(picture).await.body, answer.body);
            assert_eq!(app.world.store().statement_count(), before, "it is kept under its own name");
        }
        assert_eq!(property(&page(&app, &format!("/produk/{}", shown[2].slug)).await, "og:type"), "product");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_picture_leads_to_the_one_of_today_and_others_are_not_there() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let shown = furnish(&app).await.remove(3);
        let path = format!("/produk/{}", shown.slug);
        let before = property(&page(&app, &path).await, "og:image");
        // Nobody asked for it before the name was changed.
        app.world.change("UPDATE product_text SET name = 'Cangkir baru'", []).await;
        app.world.change("UPDATE product SET epoch = epoch + 1", []).await;
        let old = app.get(before.strip_prefix(SITE).unwrap()).await;
        assert_eq!(old.status, StatusCode::TEMPORARY_REDIRECT);
        let now = property(&page(&app, &path).await, "og:image");
        assert_eq!(old.headers[header::LOCATION], now.strip_prefix(SITE).unwrap());
        for path in ["/og/produk/tidak-ada/x.jpg", "/og/lain/x/x.jpg", "/og/toko/tidak-ada/../x.jpg"] {
            assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}
