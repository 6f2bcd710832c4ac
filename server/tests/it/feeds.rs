//! What others who list our goods read of them.

use std::collections::HashMap;

use axum::http::{StatusCode, header};
use testkit::{on_both, on_sqlite};

use crate::{
    app::App,
    showcase::{COUNT, HOSTILE, Shown, furnish},
};

const SITE: &str = "http://127.0.0.1:3000";

async fn text(app: &App, path: &str, kind: &str) -> String {
    let answer = app.get(path).await;
    assert_eq!((answer.status, answer.headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, kind));
    String::from_utf8(answer.body.to_vec()).unwrap()
}

/// Items of a feed of Google: the first text of each element.
fn items(xml: &str) -> Vec<HashMap<String, String>> {
    let plain = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
        text.replace("&amp;", "&")
    };
    let item = |item: &str| {
        let mut found = HashMap::new();
        for element in item.split('<').filter(|element| !element.starts_with('/')) {
            if let Some((name, text)) = element.split_once('>') {
                found.entry(name.to_owned()).or_insert_with(|| plain(text));
            }
        }
        found
    };
    xml.split("<item>").skip(1).map(|rest| item(rest.split("</item>").next().unwrap())).collect()
}

fn check_google(item: &HashMap<String, String>, shown: &Shown, prefix: &str) {
    let get = |name: &str| item.get(name).unwrap_or_else(|| panic!("{name} of {item:?}")).as_str();
    assert_eq!((get("g:id"), get("g:title")), (shown.variant.as_str(), shown.name.as_str()));
    assert_eq!(get("g:link"), format!("{SITE}{prefix}/produk/{}?varian={}", shown.slug, shown.variant));
    assert!(get("g:image_link").starts_with(&format!("{SITE}/media/")) && get("g:image_link").ends_with(".jpg"));
    assert_eq!(get("g:availability"), if shown.sold_out { "out_of_stock" } else { "in_stock" });
    assert_eq!(get("g:price"), format!("{} IDR", shown.price));
    assert_eq!((get("g:condition"), get("g:identifier_exists")), ("new", "no"));
    assert_eq!((get("g:brand"), get("g:shipping_weight")), (shown.shop.as_str(), "350 g"));
    assert!(!get("g:description").is_empty() && get("g:product_type").contains(" > "));
}

#[tokio::test(flavor = "multi_thread")]
async fn google_reads_all_that_it_requires_in_both_languages() {
    on_both(async |world| {
        let app = App::new(world);
        let shown = furnish(&app).await;
        for prefix in ["", "/en"] {
            let xml = text(&app, &format!("{prefix}/feed/google.xml"), "application/xml; charset=utf-8").await;
            assert!(xml.starts_with("<?xml ") && xml.contains("xmlns:g=\"http://base.google.com/ns/1.0\""));
            assert!(xml.ends_with("</channel>\n</rss>\n"));
            let items = items(&xml);
            assert_eq!(items.len(), COUNT);
            for (item, shown) in items.iter().zip(&shown) {
                check_google(item, shown, prefix);
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn meta_reads_a_table_in_which_nothing_is_a_formula() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let shown = furnish(&app).await;
        let table = text(&app, "/feed/meta.csv", "text/csv; charset=utf-8").await;
        let mut table = csv::Reader::from_reader(table.as_bytes());
        let columns = table.headers().unwrap().clone();
        let rows: Vec<HashMap<String, String>> = table
            .records()
            .map(|row| columns.iter().zip(&row.unwrap()).map(|(c, v)| (c.to_owned(), v.to_owned())).collect())
            .collect();
        assert_eq!(rows.len(), COUNT);
        for (row, shown) in rows.iter().zip(&shown) {
            let title = if shown.name == HOSTILE { format!("'{HOSTILE}") } else { shown.name.clone() };
            assert_eq!((&row["id"], &row["title"]), (&shown.variant, &title));
            assert_eq!(row["availability"], if shown.sold_out { "out of stock" } else { "in stock" });
            assert_eq!(
                (row["condition"].as_str(), row["price"].as_str()),
                ("new", format!("{} IDR", shown.price).as_str())
            );
            assert_eq!(row["link"], format!("{SITE}/produk/{}?varian={}", shown.slug, shown.variant));
            assert!(row["image_link"].starts_with(&format!("{SITE}/media/")));
            assert_eq!(row["brand"], shown.shop);
            for (column, value) in row {
                assert!(!value.is_empty() && !value.starts_with(['=', '+', '-', '@']), "{column}: {value}");
            }
        }
    })
    .await;
}
