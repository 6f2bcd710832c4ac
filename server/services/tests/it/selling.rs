//! Products as their sellers write them, on both databases.

mod drafts;
mod photos;
pub(crate) mod pictures;
mod revisions;
mod rules;
mod tiers;

use serde_json::json;
use services::selling::{self, NewPhoto, NewProduct, SellerProduct, VariantChange};
use testkit::{TestShop, World};

use crate::shopping::scope;

/// A vase with all that a curator asks for but a photo.
fn vase(shop: &TestShop) -> NewProduct {
    let attributes = json!({ "material": "Stoneware", "size": "20 cm", "food_contact": "decorative" });
    NewProduct {
        shop: shop.slug.clone(),
        category: "vas".to_owned(),
        name: "Vas Silinder 20 cm".to_owned(),
        description: "Vas dengan glasir biru.".to_owned(),
        attributes: attributes.as_object().unwrap().clone(),
        variants: vec![variant("", 65_000, 1_100)],
    }
}

fn variant(name: &str, price: i64, weight_g: i64) -> VariantChange {
    VariantChange {
        name: Some(name.to_owned()),
        price: Some(price),
        weight_g: Some(weight_g),
        ..VariantChange::default()
    }
}

/// Adds a photo of that colour.
async fn photograph(world: &World, shop: &TestShop, id: &str, shade: u8) -> String {
    let photo = NewPhoto { bytes: pictures::plain(shade), alt: "Tampak depan", alt_en: "Front" };
    selling::add_photo(&world.services, scope(shop), id, photo).await.unwrap().id
}

/// A vase that is on sale.
async fn published(world: &World, shop: &TestShop) -> SellerProduct {
    let product = selling::create(&world.services, scope(shop), &vase(shop)).await.unwrap();
    photograph(world, shop, &product.id, 10).await;
    selling::propose(&world.services, scope(shop), &product.id).await.unwrap();
    decide(world, &product.id, "published").await;
    world
        .sql(
            "UPDATE product SET status = 'published', published_at = 1, published_revision_id =
                 (SELECT MAX(r.id) FROM product_revision r WHERE r.product_id = product.id)
             WHERE public_id = $1 RETURNING id",
            [product.id.as_str().into()],
        )
        .await;
    product
}

/// The curator's answer to the proposed revision, as the other side writes it.
async fn decide(world: &World, id: &str, status: &str) {
    world
        .sql(
            "UPDATE product_revision SET status = $2, note = 'Tambahkan foto skala.', decided_at = 1
             WHERE status = 'proposed' AND product_id = (SELECT id FROM product WHERE public_id = $1) RETURNING id",
            [id.into(), status.into()],
        )
        .await;
}
