//! Whether people find what they look for, however they spell it, among the goods of the demo.

use domain::{
    listing::{Making, Sort},
    locale::Locale,
};
use services::catalogue::{self, ListQuery};
use testkit::{World, on_both};

/// What is typed, and products of which one has to be among the first three; a dash at the end stands for any ending.
type Row = (&'static str, &'static [&'static str]);

const MISSPELLED: &[Row] = &[
    ("kripik", &["keripik-tempe-"]),
    ("kripik tempe pedes", &["keripik-tempe-pedas-manis"]),
    ("keripk tempe", &["keripik-tempe-"]),
    ("kerpik daun jeruk", &["keripik-tempe-daun-jeruk", "keripik-daun-sanan-150-g"]),
    ("pas bunga", &["vas-"]),
    ("vas bunga", &["vas-"]),
    ("vaas", &["vas-"]),
    ("mendhol", &["stik-mendol-150-g", "mendol-mentah-isi-10", "mendol-beku-isi-10"]),
    ("mendoll beku", &["mendol-beku-isi-10"]),
    ("tempeh", &["tempe-", "keripik-tempe-", "wisata-edukasi-tempe"]),
    ("tmpe daun", &["tempe-daun-"]),
    ("kramik", &["kelas-melukis-keramik", "jam-dinding-biru-25-cm"]),
    ("keramic lukis", &["kelas-melukis-keramik"]),
    ("tatakan gelaas", &["tatakan-gelas-set-4"]),
    ("celngan ayam", &["celengan-ayam", "celengan-ayam-jago-besar"]),
    ("clengan kucing", &["celengan-kucing"]),
    ("cankir", &["cangkir-lepek-krem"]),
    ("mangkok", &["mangkuk-sulur-biru", "suvenir-nikah-mangkuk-mini"]),
    ("mangkuuk sulur", &["mangkuk-sulur-biru"]),
    ("gcui", &["guci-"]),
    ("goeci kaligrafi", &["guci-kaligrafi-100-cm"]),
    ("sovenir nikah", &["suvenir-nikah-mangkuk-mini", "suvenir-nikah-vas-mini-nama"]),
    ("coklat tempe", &["cokelat-tempe-100-g"]),
    ("brownis", &["brownies-tempe-300-g"]),
    ("rempeyk", &["rempeyek-tempe-150-g"]),
    ("asbakk", &["asbak-daun-hijau"]),
    ("saladon", &["vas-mini-seladon", "teko-seladon-700-ml", "set-teko-seladon", "pot-sukulen-seladon"]),
    ("tenmokku", &["guci-tenmoku-40-cm"]),
    ("poto pigura", &["pigura-foto"]),
    ("nuget tempe", &["nugget-tempe-400-g"]),
    ("susu kedele", &["susu-kedelai-250-ml", "susu-kedelai-jahe-250-ml"]),
    ("hamper oleh2", &["hampers-oleh-oleh-malang", "hampers-keripik-6-rasa"]),
];

const PARTS: &[Row] = &[
    ("kerip", &["keripik-tempe-"]),
    ("krip", &["keripik-tempe-"]),
    ("celeng", &["celengan-"]),
    ("suv", &["suvenir-nikah-mangkuk-mini", "suvenir-nikah-vas-mini-nama"]),
    ("mend", &["mendol-mentah-isi-10", "mendol-beku-isi-10", "stik-mendol-150-g"]),
    ("brown", &["brownies-tempe-300-g"]),
    ("selad", &["vas-mini-seladon", "teko-seladon-700-ml", "set-teko-seladon", "pot-sukulen-seladon"]),
    ("kalig", &["guci-kaligrafi-100-cm"]),
    ("sukul", &["pot-sukulen-seladon"]),
    ("topeng mal", &["patung-topeng-malangan"]),
    ("gantung", &["gantungan-kunci-lonceng", "pot-gantung"]),
    ("aroma", &["tungku-aromaterapi"]),
    ("edukasi", &["wisata-edukasi-tempe", "paket-edukasi-membentuk-tanah-liat"]),
    ("kap lam", &["kap-lampu-kerawang"]),
    ("bala", &["keripik-tempe-balado"]),
    ("rumput", &["keripik-tempe-rumput-laut"]),
    ("gran", &["granola-tempe-200-g"]),
    ("tis", &["kotak-tisu-pirus-kawung"]),
];

const SYNONYMS: &[Row] = &[
    ("jambangan", &["vas-"]),
    ("gentong", &["guci-"]),
    ("poci", &["teko-seladon-700-ml", "set-teko-seladon"]),
    ("tabungan", &["celengan-"]),
    ("cendera mata", &["suvenir-", "magnet-singa-malang", "lonceng-mini", "gantungan-kunci-lonceng", "plakat-wisuda"]),
    ("tempat tisu", &["kotak-tisu-pirus-kawung"]),
    ("bingkai foto", &["pigura-foto"]),
    ("parsel", &["hampers-oleh-oleh-malang", "hampers-keripik-6-rasa"]),
    ("kado nikah", &["suvenir-nikah-mangkuk-mini", "suvenir-nikah-vas-mini-nama"]),
    ("peyek", &["rempeyek-tempe-150-g"]),
    ("lampion", &["lampu-corong-hijau", "kap-lampu-kerawang"]),
    ("keramik biru", &["jam-dinding-biru-25-cm", "pot-kaktus-biru", "mangkuk-sulur-biru", "vas-silinder-biru-20-cm"]),
    ("cemilan", &["keripik-tempe-", "stik-tempe-150-g", "stik-mendol-150-g"]),
    ("workshop keramik", &["kelas-melukis-keramik", "paket-edukasi-membentuk-tanah-liat"]),
];

const ENGLISH: &[Row] = &[
    ("blue vase", &["vas-silinder-biru-20-cm"]),
    ("vases", &["vas-"]),
    ("teapot", &["teko-seladon-700-ml", "set-teko-seladon"]),
    ("piggy bank", &["celengan-"]),
    ("tempe chips", &["keripik-tempe-"]),
    ("cheese chips", &["keripik-tempe-keju"]),
    ("soy milk", &["susu-kedelai-250-ml", "susu-kedelai-jahe-250-ml"]),
    ("wedding souvenir", &["suvenir-nikah-mangkuk-mini", "suvenir-nikah-vas-mini-nama"]),
    ("ashtray", &["asbak-daun-hijau"]),
    ("candle holder", &["tempat-lilin-krem", "tempat-lilin-teratai"]),
    ("wall clock", &["jam-dinding-biru-25-cm"]),
    ("pottery class", &["kelas-melukis-keramik", "paket-edukasi-membentuk-tanah-liat"]),
    ("plant pots", &["pot-"]),
    ("gift hamper", &["hampers-oleh-oleh-malang"]),
    ("lamp shade", &["kap-lampu-kerawang", "lampu-corong-hijau"]),
];

async fn first_three(world: &World, q: &str) -> Vec<String> {
    let query = ListQuery { q: Some(q.to_owned()), limit: Some(3), ..ListQuery::default() };
    let page = catalogue::list(&world.services, &query, Locale::Id).await.unwrap();
    page.items.into_iter().map(|item| item.slug).collect()
}

fn is_wanted(slug: &str, wanted: &[&str]) -> bool {
    wanted.iter().any(|own| if own.ends_with('-') { slug.starts_with(own) } else { slug == *own })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_type_finds_what_they_mean() {
    on_both(async |world| {
        world.demo_catalogue().await;
        let mut missed = Vec::new();
        for (sort, rows, least) in
            [("misspelled", MISSPELLED, 20), ("parts", PARTS, 15), ("synonyms", SYNONYMS, 10), ("English", ENGLISH, 10)]
        {
            assert!(rows.len() >= least, "{sort}");
            for (q, wanted) in rows {
                let found = first_three(&world, q).await;
                if !found.iter().any(|slug| is_wanted(slug, wanted)) {
                    missed.push(format!("{sort}: {q:?} found {found:?}"));
                }
            }
        }
        assert!(missed.is_empty(), "{}", missed.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_come_before_other_words_and_what_is_sold_out_comes_last() {
    on_both(async |world| {
        world.demo_catalogue().await;
        let query = ListQuery { q: Some("vas".to_owned()), limit: Some(100), ..ListQuery::default() };
        let page = catalogue::list(&world.services, &query, Locale::Id).await.unwrap();
        let place = |slug: &str| page.items.iter().position(|item| item.slug == slug).unwrap();
        assert!(place("vas-mini-seladon") < place("suvenir-nikah-vas-mini-nama"), "a name that begins so");
        assert!(place("suvenir-nikah-vas-mini-nama") < place("guci-segi-enam-40-cm"), "the category is called so");
        let sold_out = "UPDATE product SET in_stock = FALSE WHERE slug = 'vas-mini-seladon' RETURNING id";
        world.sql(sold_out, []).await;
        let page = catalogue::list(&world.services, &query, Locale::Id).await.unwrap();
        assert_eq!(page.items.last().map(|item| item.slug.as_str()), Some("vas-mini-seladon"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_without_success_offers_help_in_five_statements() {
    on_both(async |world| {
        world.demo_catalogue().await;
        let browse = async |query: ListQuery| {
            let before = world.store().statement_count();
            let found = catalogue::browse(&world.services, &query, Locale::Id).await.unwrap();
            assert!(world.store().statement_count() - before <= 5, "{query:?}");
            found
        };
        let asked = |q: &str| ListQuery { q: Some(q.to_owned()), ..ListQuery::default() };
        let found = browse(asked("celengn kucng")).await;
        assert_eq!(found.meant.as_deref(), Some("celengan kucing"));
        assert!(found.is_near && found.suggestions.is_empty());
        assert_eq!(found.page.items[0].slug, "celengan-kucing");
        let found = browse(asked("vas tempe")).await;
        assert_eq!((found.meant, found.is_near), (None, true), "no product is both");
        let found = browse(asked("xyzzy qwrtp")).await;
        assert_eq!((found.meant.as_deref(), found.is_near, found.found.count), (None, false, 0));
        assert!(found.page.items.is_empty() && found.suggestions.len() >= 4);
        let narrow = ListQuery { sentra: Some("sanan".to_owned()), ..asked("celengan") };
        let found = browse(narrow).await;
        assert!(found.page.items.is_empty() && found.suggestions.len() >= 4);
        assert!(found.suggestions[0].slug.starts_with("celengan"), "the same search without filters comes first");
        let found = browse(asked("keripik")).await;
        assert_eq!((found.meant, found.is_near), (None, false));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_nearest_has_pages_too() {
    on_both(async |world| {
        world.demo_catalogue().await;
        for sort in [Sort::Relevance, Sort::PriceAsc] {
            let mut query = ListQuery {
                q: Some("kerpik tidakada".to_owned()),
                sort: Some(sort),
                limit: Some(5),
                ..ListQuery::default()
            };
            let mut seen = Vec::new();
            loop {
                let page = catalogue::list(&world.services, &query, Locale::Id).await.unwrap();
                seen.extend(page.items.into_iter().map(|item| item.slug));
                query.cursor = match page.next {
                    Some(next) => Some(next),
                    None => break,
                };
            }
            let count = seen.len();
            seen.sort();
            seen.dedup();
            assert!(count > 15 && seen.len() == count, "{sort:?}: {count}, {} of them different", seen.len());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_are_counted_as_the_others_are_set() {
    on_both(async |world| {
        world.demo_catalogue().await;
        let browse = async |query: ListQuery| {
            let before = world.store().statement_count();
            let query = ListQuery { limit: Some(100), ..query };
            let found = catalogue::browse(&world.services, &query, Locale::Id).await.unwrap();
            assert!(world.store().statement_count() - before <= 5, "{query:?}");
            assert_eq!(found.found.count, found.page.items.len() as i64, "{query:?}");
            found
        };
        let sanan = ListQuery { sentra: Some("sanan".to_owned()), ..ListQuery::default() };
        let all = browse(ListQuery::default()).await.facets;
        let count = |slug: &str| all.categories.iter().find(|row| row.slug == slug).map(|row| row.count);
        assert_eq!(all.categories.iter().map(|row| row.count).sum::<i64>(), 100);
        assert_eq!((all.ready + all.made_to_order, all.is_capped), (100, false));
        assert_eq!(all.materials[0].name, "Stoneware");
        let found = browse(sanan.clone()).await;
        assert!(found.facets.materials.is_empty() && found.facets.tastes.len() >= 4);
        assert_eq!(found.facets.categories.len(), all.categories.len(), "the other sentra can still be chosen");
        let spicy = found.facets.tastes.iter().find(|taste| taste.value == "spicy").unwrap();
        assert_eq!(spicy.name, "Pedas");
        let found = browse(ListQuery { taste: Some("spicy".to_owned()), ..sanan.clone() }).await;
        assert_eq!(
            (found.found.count, found.facets.tastes.len()),
            (spicy.count, 5),
            "the other tastes can still be chosen"
        );
        let found = browse(ListQuery { category: Some("vas".to_owned()), ..ListQuery::default() }).await;
        assert_eq!(Some(found.found.count), count("vas"));
        let ordered = ListQuery { making: Some(Making::ToOrder), ..ListQuery::default() };
        let found = browse(ordered.clone()).await;
        assert_eq!((found.found.count, found.facets.ready), (all.made_to_order, all.ready));
        let (low, high) = all.prices.unwrap();
        let query = ListQuery { price_min: Some(low), price_max: Some(20_000), ..ListQuery::default() };
        let found = browse(query).await;
        assert!(found.page.items.iter().all(|item| (low..=20_000).contains(&item.price_from.get())));
        assert_eq!(found.facets.prices, Some((low, high)), "a price is asked for among all");
        let found = browse(ListQuery { q: Some("vas".to_owned()), in_stock: true, ..ordered }).await;
        assert!(found.facets.in_stock >= found.found.count);
        for odd in ["' OR 1=1 --", "\0", "%"] {
            let odd = Some(odd.replace('\0', ""));
            let query =
                ListQuery { material: odd.clone(), taste: odd, price_min: Some(i64::MIN), ..ListQuery::default() };
            assert_eq!(browse(query).await.found.count, 0);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_than_two_thousand_are_counted() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let product = world.product(&shop).stock(1).create().await;
        world.publish(&shop, &product, "Vas", 1).await;
        let copies =
            "INSERT INTO product (public_id, slug, shop_id, category_id, status, transport_class, lead_time_days,
                 made_to_order, price_from, in_stock, created_at, updated_at, published_at,
                 published_revision_id)
             SELECT 'prd_many_' || n, 'banyak-' || n, $1, (SELECT MIN(id) FROM category), 'published', 'dry', 1, FALSE,
                 n, TRUE, 0, 0, 0, (SELECT published_revision_id FROM product WHERE id = $2)
             FROM (WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 2100)
                 SELECT n FROM many) AS numbers";
        assert_eq!(world.change(copies, [shop.id.into(), product.id.into()]).await, 2_100);
        let browse = async |query| catalogue::browse(&world.services, &query, Locale::Id).await.unwrap();
        let found = browse(ListQuery::default()).await;
        assert_eq!((found.found.count, found.found.more, found.facets.is_capped), (2_000, true, true));
        assert_eq!(found.facets.ready, 2_000);
        let few = browse(ListQuery { price_min: Some(2_051), ..ListQuery::default() }).await;
        assert_eq!((few.found.count, few.found.more), (51, false), "what fits is counted by itself");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_beginning_of_a_search_suggests_its_end() {
    on_both(async |world| {
        world.demo_catalogue().await;
        let suggest = async |q: &str| {
            let before = world.store().statement_count();
            let found = catalogue::suggest(&world.services, q, Locale::Id).await.unwrap();
            assert!(world.store().statement_count() - before <= 4, "{q}");
            found
        };
        let found = suggest("Krip").await;
        assert!(found.words.contains(&"keripik".to_owned()), "{found:?}");
        assert_eq!(found.categories[0].slug, "keripik");
        assert!(found.products[0].slug.starts_with("keripik-tempe-"), "{found:?}");
        let found = suggest("susu kede").await;
        assert_eq!(found.words, ["susu kedelai"]);
        assert!(found.products[0].slug.starts_with("susu-kedelai-"));
        assert_eq!(suggest("celengn").await.words, ["celengan"], "what was meant");
        assert_eq!(suggest("pot").await.categories[0].slug, "pot");
        for q in ["", " k", "\"", "%%%", &"x".repeat(3_000)] {
            assert!(suggest(q).await.products.is_empty(), "{q}");
        }
    })
    .await;
}
