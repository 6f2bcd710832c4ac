//! Whether people find what they look for, however they spell it, among the goods of the demo.

use domain::{listing::Sort, locale::Locale};
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
