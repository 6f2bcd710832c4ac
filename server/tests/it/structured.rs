//! What search engines read of the pages: all that they require, of every product.

use serde_json::Value;
use testkit::{on_both, on_sqlite};

use crate::{
    app::App,
    showcase::{COUNT, HOSTILE, Shown, furnish, page, structured},
};

const SITE: &str = "http://127.0.0.1:3000";

fn only(html: &str, kind: &str) -> Value {
    let mut found: Vec<Value> =
        structured(html).into_iter().filter(|(name, _)| name == kind).map(|(_, thing)| thing).collect();
    assert_eq!(found.len(), 1, "{kind}");
    found.remove(0)
}

fn text<'a>(thing: &'a Value, pointer: &str) -> &'a str {
    let text = thing.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    assert!(!text.is_empty(), "{pointer} of {thing}");
    text
}

fn number(thing: &Value, pointer: &str) -> i64 {
    thing.pointer(pointer).and_then(Value::as_i64).unwrap_or_else(|| panic!("{pointer} of {thing}"))
}

/// What Google's guides on merchant listings and product snippets require and recommend, as far as we know it.
fn check_product(product: &Value, shown: &Shown, prefix: &str) {
    let url = format!("{SITE}{prefix}/produk/{}", shown.slug);
    assert_eq!((text(product, "/name"), text(product, "/url")), (shown.name.as_str(), url.as_str()));
    assert_eq!(text(product, "/brand/@type"), "Brand");
    for pointer in ["/description", "/brand/name", "/category"] {
        text(product, pointer);
    }
    assert!(text(product, "/image/0").starts_with(&format!("{SITE}/media/")));
    let offers = product["offers"].as_array().unwrap();
    assert_eq!(offers.len(), 1);
    let offer = &offers[0];
    assert_eq!(offer["@type"], "Offer");
    assert_eq!((number(offer, "/price"), text(offer, "/priceCurrency")), (shown.price, "IDR"));
    let availability = if shown.sold_out { "https://schema.org/OutOfStock" } else { "https://schema.org/InStock" };
    assert_eq!(text(offer, "/availability"), availability);
    assert_eq!(text(offer, "/url"), format!("{url}?varian={}", shown.variant));
    assert_eq!(text(offer, "/sku"), shown.variant);
    assert_eq!(text(offer, "/itemCondition"), "https://schema.org/NewCondition");
    assert_eq!((text(offer, "/seller/@type"), text(offer, "/seller/name")), ("Organization", shown.shop.as_str()));
    assert_eq!(offer.get("shippingDetails").is_some(), shown.sent_everywhere, "{offer}");
    if shown.sent_everywhere {
        assert_eq!(text(offer, "/shippingDetails/@type"), "OfferShippingDetails");
        assert_eq!(text(offer, "/shippingDetails/shippingDestination/addressCountry"), "ID");
        assert_eq!(text(offer, "/shippingDetails/shippingRate/currency"), "IDR");
        assert!(number(offer, "/shippingDetails/shippingRate/maxValue") > 0);
        for time in ["handlingTime", "transitTime"] {
            let time = format!("/shippingDetails/deliveryTime/{time}");
            assert!(number(offer, &format!("{time}/minValue")) <= number(offer, &format!("{time}/maxValue")));
            assert_eq!(text(offer, &format!("{time}/unitCode")), "DAY");
        }
    }
    let policy = &offer["hasMerchantReturnPolicy"];
    assert_eq!(text(policy, "/applicableCountry"), "ID");
    assert_eq!(text(policy, "/returnPolicyCategory"), "https://schema.org/MerchantReturnFiniteReturnWindow");
    assert_eq!(number(policy, "/merchantReturnDays"), 3);
    assert_eq!(text(policy, "/merchantReturnLink"), format!("{SITE}{prefix}/syarat#cancel"));
}

fn check_trail(html: &str) {
    let trail = only(html, "BreadcrumbList");
    let items = trail["itemListElement"].as_array().unwrap();
    assert!(items.len() >= 2);
    for (index, item) in items.iter().enumerate() {
        assert_eq!(item["@type"], "ListItem");
        assert_eq!(item["position"], index + 1);
        text(item, "/name");
        // Only the page itself may go without an address.
        assert!(index + 1 == items.len() || text(item, "/item").starts_with(SITE));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_product_says_what_is_required_of_it_in_both_languages() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let all = furnish(&app).await;
        assert_eq!(all.len(), COUNT);
        for shown in &all {
            for prefix in ["", "/en"] {
                let html = page(&app, &format!("{prefix}/produk/{}", shown.slug)).await;
                check_product(&only(&html, "Product"), shown, prefix);
                check_trail(&html);
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_text_ends_the_script() {
    on_sqlite(async |world| {
        let app = App::new(world);
        let all = furnish(&app).await;
        let hostile = &all[0];
        app.world.change("UPDATE shop SET name = $1, tagline_id = $1, owner_name = $1", [HOSTILE.into()]).await;
        for path in [format!("/produk/{}", hostile.slug), format!("/toko/{}", hostile.shop)] {
            let html = page(&app, &path).await;
            // Each is read up to the first end of a script, as browsers read it.
            let things = structured(&html);
            assert_eq!(things.len(), 2);
            assert_eq!(things[0].1["name"], HOSTILE);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn shops_places_lists_and_the_site_describe_themselves() {
    on_both(async |world| {
        let app = App::new(world);
        let all = furnish(&app).await;
        let shop = page(&app, &format!("/toko/{}", all[0].shop)).await;
        let store = only(&shop, "Store");
        assert_eq!(text(&store, "/url"), format!("{SITE}/toko/{}", all[0].shop));
        for pointer in ["/name", "/telephone", "/image/0", "/founder/name", "/address/streetAddress"] {
            text(&store, pointer);
        }
        assert_eq!(text(&store, "/address/addressCountry"), "ID");
        assert_eq!(text(&store, "/address/addressRegion"), "Jawa Timur");
        assert!(text(&store, "/telephone").starts_with("+62"));
        check_trail(&shop);
        for path in ["/sentra/dinoyo", "/en/sentra/sanan", "/produk", "/produk?sentra=dinoyo", "/en/produk?q=biru"] {
            check_trail(&page(&app, path).await);
        }
        for (path, list) in [("/", "/produk"), ("/en", "/en/produk")] {
            let home = page(&app, path).await;
            let site = only(&home, "WebSite");
            let search = site.pointer("/potentialAction").unwrap();
            assert_eq!(search["@type"], "SearchAction");
            assert_eq!(text(search, "/target/urlTemplate"), format!("{SITE}{list}?q={{search_term_string}}"));
            assert_eq!(search["query-input"], "required name=search_term_string");
            let organization = only(&home, "Organization");
            assert_eq!(site["publisher"]["@id"], organization["@id"]);
            for pointer in ["/name", "/url", "/logo"] {
                text(&organization, pointer);
            }
        }
    })
    .await;
}
