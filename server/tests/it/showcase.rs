//! Twenty products of two shops, of every sort: for tests of what search engines and others read of the catalogue.

use axum::http::StatusCode;
use serde_json::Value;
use testkit::TestShop;

use crate::app::{App, picture};

/// Products of [`furnish`].
pub(crate) const COUNT: usize = 20;

/// A name that would end a script, a cell and an element.
pub(crate) const HOSTILE: &str = "=Cangkir </script><b>\"&'; ]]> , 1";

/// A product on sale.
#[derive(Debug)]
pub(crate) struct Shown {
    pub slug: String,
    pub name: String,
    pub price: i64,
    pub variant: String,
    pub shop: String,
    pub sold_out: bool,
    /// Whether a courier takes it to the whole country.
    pub sent_everywhere: bool,
}

/// Fills the catalogue; every product has a photo.
pub(crate) async fn furnish(app: &App) -> Vec<Shown> {
    let (pots, tempe) = (app.world.shop("dinoyo").await, app.world.shop("sanan").await);
    app.world.change("UPDATE shop SET tagline_id = 'Buatan tangan', tagline_en = 'Made by hand'", []).await;
    let mut shown = Vec::new();
    for number in 0..COUNT {
        let shop = if number % 2 == 0 { &pots } else { &tempe };
        shown.push(product(app, shop, number).await);
    }
    shown
}

async fn product(app: &App, shop: &TestShop, number: usize) -> Shown {
    let world = &app.world;
    let (price, sold_out) = (10_000 + 500 * i64::try_from(number).unwrap(), number % 5 == 4);
    let class = ["fragile", "dry", "dry", "fresh"][number % 4];
    let mut product = world.product(shop).price(price).weight(350).class(class);
    if number % 7 == 6 {
        product = product.made_to_order();
    } else if !sold_out {
        product = product.stock(3);
    }
    let product = product.create().await;
    let name = if number == 0 { HOSTILE.to_owned() } else { format!("Cangkir biru nomor {number}") };
    let slug = world.publish(shop, &product, &name, 1 + i64::try_from(number).unwrap()).await;
    let photo = world.services.ports().photos.process(picture().into()).await.unwrap();
    let media = "INSERT INTO media (key, width, height, thumbhash, widths, created_at) VALUES ($1, $2, $3, $4, $5, 0)
        ON CONFLICT (key) DO UPDATE SET width = excluded.width RETURNING id";
    let widths = serde_json::to_string(&photo.widths).unwrap();
    let values = [photo.key.into(), photo.width.into(), photo.height.into(), photo.thumbhash.into(), widths.into()];
    let media = world.sql(media, values).await;
    let photo = "INSERT INTO product_photo (public_id, revision_id, media_id, alt_id, alt_en, position)
        VALUES ($1, (SELECT published_revision_id FROM product WHERE id = $2), $3, 'Cangkir', 'A mug', 1) RETURNING id";
    world.sql(photo, [format!("pho_{number}").into(), product.id.into(), media.into()]).await;
    let sold_out = sold_out && number % 7 != 6;
    Shown {
        slug,
        name,
        price,
        variant: product.variant,
        shop: shop.slug.clone(),
        sold_out,
        sent_everywhere: class != "fresh",
    }
}

/// A page that is there.
pub(crate) async fn page(app: &App, path: &str) -> String {
    let answer = app.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    String::from_utf8(answer.body.to_vec()).unwrap()
}

/// What a page tells search engines: its JSON-LD, by type.
pub(crate) fn structured(html: &str) -> Vec<(String, Value)> {
    html.split("<script type=\"application/ld+json\">")
        .skip(1)
        .map(|rest| {
            let thing: Value = serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap();
            assert_eq!(thing["@context"], "https://schema.org");
            (thing["@type"].as_str().unwrap().to_owned(), thing)
        })
        .collect()
}
