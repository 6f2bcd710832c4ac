//! Lists, search, product pages and regions.

use domain::{listing::Sort, locale::Locale, money::Rupiah};
use services::{
    Error, catalogue,
    catalogue::{ListQuery, ProductPage},
    regions,
};
use testkit::{World, on_both};

async fn found(world: &World, q: &str) -> Vec<String> {
    let query = ListQuery { q: Some(q.to_owned()), ..ListQuery::default() };
    slugs(&catalogue::list(&world.services, &query, Locale::Id).await.unwrap())
}

fn slugs(page: &ProductPage) -> Vec<String> {
    page.items.iter().map(|item| item.slug.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn search_finds_parts_synonyms_and_accents() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        for (place, name) in ["Vas Bunga Biru", "Keripik Tempe Pedas", "Tempat Lilin Pot"].iter().enumerate() {
            let product = world.product(&shop).stock(5).create().await;
            world.publish(&shop, &product, name, place as i64).await;
        }
        for q in ["kripik", "keri", "témpe pedes", "KERIPIK tempe"] {
            assert_eq!(found(&world, q).await, ["keripik-tempe-pedas"], "{q}");
        }
        // The category of all three is called "Vas": those named so come first.
        assert_eq!(found(&world, "pas bunga").await[0], "vas-bunga-biru");
        assert_eq!(found(&world, "vase blue").await, ["vas-bunga-biru"]);
        assert_eq!(found(&world, "stoneware").await.len(), 3);
        assert_eq!(found(&world, "li").await.len(), 1, "two letters are found too");
        for q in ["\" OR 1=1 --", "%", "*", "a\"b", "NEAR(", "body:vas)"] {
            let query = ListQuery { q: Some(q.to_owned()), ..ListQuery::default() };
            catalogue::list(&world.services, &query, Locale::Id).await.unwrap();
        }
        assert_eq!(catalogue::reindex(&world.services).await.unwrap(), 3);
        assert_eq!(found(&world, "kripik").await, ["keripik-tempe-pedas"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_published_products_of_approved_shops_are_visible() {
    on_both(async |world| {
        let (shop, other) = (world.shop("dinoyo").await, world.shop("dinoyo").await);
        let product = world.product(&shop).stock(5).create().await;
        let slug = world.publish(&shop, &product, "Vas Tampak", 1).await;
        let hidden = world.product(&other).stock(5).create().await;
        let hidden_slug = world.publish(&other, &hidden, "Vas Tersembunyi", 2).await;
        assert_eq!(found(&world, "vas").await.len(), 2);
        let suspend = "UPDATE shop SET status = 'suspended' WHERE id = $1 RETURNING id";
        world.sql(suspend, [other.id.into()]).await;
        assert_eq!(found(&world, "vas").await, std::slice::from_ref(&slug));
        let missing = catalogue::product(&world.services, &hidden_slug, Locale::Id).await;
        assert!(matches!(missing, Err(Error::NotFound)));
        let missing = catalogue::shop(&world.services, &other.slug, &ListQuery::default(), Locale::Id).await;
        assert!(matches!(missing, Err(Error::NotFound)));
        world.sql("UPDATE product SET status = 'draft' WHERE id = $1 RETURNING id", [product.id.into()]).await;
        assert!(found(&world, "vas").await.is_empty());
        assert!(matches!(catalogue::product(&world.services, &slug, Locale::Id).await, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_cover_every_product_once_in_every_order() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        for number in 0..11_i64 {
            // Equal prices and times, so that the key alone decides; every third one is sold out.
            let stock = if number % 3 == 0 { 0 } else { 4 };
            let product = world.product(&shop).price(10_000 + number % 2).stock(stock).create().await;
            world.publish(&shop, &product, &format!("Tempe {number}"), number / 4).await;
        }
        for sort in Sort::ALL {
            for q in [None, Some("tempe".to_owned())] {
                let mut query = ListQuery { q, sort: Some(*sort), limit: Some(2), ..ListQuery::default() };
                let mut seen = Vec::new();
                let mut stock = Vec::new();
                loop {
                    let page = catalogue::list(&world.services, &query, Locale::En).await.unwrap();
                    stock.extend(page.items.iter().map(|item| item.in_stock));
                    seen.extend(slugs(&page));
                    match page.next {
                        Some(next) => query.cursor = Some(next),
                        None => break,
                    }
                }
                let mut unique = seen.clone();
                unique.sort();
                unique.dedup();
                assert_eq!((seen.len(), unique.len()), (11, 11), "{sort:?}");
                assert!(stock.is_sorted_by(|a, b| a >= b), "sold out comes last: {sort:?}");
            }
        }
        for (cursor, limit) in [(Some("x".to_owned()), None), (None, Some(0)), (None, Some(101))] {
            let query = ListQuery { cursor, limit, ..ListQuery::default() };
            let refused = catalogue::list(&world.services, &query, Locale::Id).await;
            assert!(matches!(refused, Err(Error::Rejected(_))));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_says_what_can_be_bought_today() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let fresh = world.product(&shop).keeps(3).lot(7, "2026-11-24").lot(5, "2026-11-23").create().await;
        let slug = world.publish(&shop, &fresh, "Tempe Segar", 1).await;
        let shown = catalogue::product(&world.services, &slug, Locale::Id).await.unwrap();
        assert_eq!(shown.variants[0].available, Some(7), "yesterday's lot is not sold");
        assert_eq!(shown.price_from, Rupiah::new(45_000));
        world.clock.advance_hours(24);
        let shown = catalogue::product(&world.services, &slug, Locale::Id).await.unwrap();
        assert_eq!((shown.variants[0].available, shown.in_stock), (Some(0), false));
        let stale = store::catalogue::perished(world.store(), world.services.now(), 10).await.unwrap();
        assert_eq!(stale, [fresh.id]);
        let ordered = world.product(&shop).made_to_order().create().await;
        let slug = world.publish(&shop, &ordered, "Hampers Pesanan", 2).await;
        let shown = catalogue::product(&world.services, &slug, Locale::En).await.unwrap();
        assert_eq!((shown.variants[0].available, shown.in_stock), (None, true));
        assert_eq!(shown.text_locale, Locale::Id, "there is no English text");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_stay_within_their_statements() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        for number in 0..6 {
            let product = world.product(&shop).stock(5).create().await;
            world.publish(&shop, &product, &format!("Vas {number}"), number).await;
        }
        let (services, locale) = (&world.services, Locale::Id);
        let store = world.store();
        let before = store.statement_count();
        catalogue::product(services, "vas-1", locale).await.unwrap();
        assert!(store.statement_count() - before <= 6);
        for q in ["vas biru", "vas", "tidakada"] {
            let query = ListQuery { q: Some(q.to_owned()), ..ListQuery::default() };
            let before = store.statement_count();
            let found = catalogue::browse(services, &query, locale).await.unwrap();
            assert!(store.statement_count() - before <= 5, "{q}");
            assert!(!found.page.items.is_empty() || found.suggestions.len() >= 4, "{q}");
        }
        let before = store.statement_count();
        let home = catalogue::home(services, locale).await.unwrap();
        assert!(store.statement_count() - before <= 8);
        assert_eq!(home.sentra.len(), 2);
        assert_eq!(home.sentra[0].1.len(), 6);
        let page = catalogue::sentra(services, "dinoyo", locale).await.unwrap();
        assert_eq!((page.shops.len(), page.newest.len()), (1, 6));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn regions_are_found_by_words_and_postcode() {
    on_both(async |world| {
        for q in ["dinoyo", "Dinoyo Malang", "kel. dinoyo, kec. lowokwaru", "lowok din", "dinoyo 65144"] {
            let hits = regions::search(&world.services, q, 10).await.unwrap();
            assert_eq!(hits.first().map(|hit| hit.code.as_str()), Some("35.73.05.1004"), "{q}");
        }
        assert!(!regions::search(&world.services, "65144", 10).await.unwrap().is_empty());
        for q in ["", "\"", "dinoyo\" OR \"a", "':* & !x", "zzzz", "a"] {
            regions::search(&world.services, q, 10).await.unwrap();
        }
        let village = regions::find(&world.services, "35.73.05.1004").await.unwrap().unwrap();
        assert!(village.full_name.starts_with("Dinoyo, Lowokwaru, "), "{}", village.full_name);
        assert!(regions::find(&world.services, "35.73.05").await.unwrap().is_none());
    })
    .await;
}
