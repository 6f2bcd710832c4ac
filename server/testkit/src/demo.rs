//! The goods of the demo, without their photos.

use std::collections::HashMap;

use domain::id;
use sea_orm::Value;
use serde::Deserialize;
use store::seeding;

use crate::World;

const SHOPS: &str = include_str!("../../data/demo/shops.toml");
const PRODUCTS: &str = include_str!("../../data/demo/products.toml");

#[derive(Deserialize)]
struct Shops {
    shop: Vec<Shop>,
}

#[derive(Deserialize)]
struct Shop {
    slug: String,
    sentra: String,
    name: String,
}

#[derive(Deserialize)]
struct Products {
    product: Vec<Product>,
}

#[derive(Deserialize)]
struct Product {
    slug: String,
    shop: String,
    category: String,
    name_id: String,
    name_en: String,
    transport_class: String,
    lead_time_days: i64,
    #[serde(default)]
    made_to_order: bool,
    attributes: toml::Table,
    variant: Vec<Variant>,
}

#[derive(Deserialize)]
struct Variant {
    name: String,
    price_rupiah: i64,
    weight_g: i64,
    stock: i64,
}

impl World {
    /// Puts the demo's shops and products on sale; all of it keeps, whatever the day.
    pub async fn demo_catalogue(&self) {
        let shops: Shops = toml::from_str(SHOPS).expect("the demo's shops");
        let products: Products = toml::from_str(PRODUCTS).expect("the demo's products");
        let mut shop_ids = HashMap::new();
        for shop in &shops.shop {
            let made = self.shop(&shop.sentra).await;
            let text = "UPDATE shop SET slug = $2, name = $3 WHERE id = $1 RETURNING id";
            self.sql(text, [made.id.into(), shop.slug.as_str().into(), shop.name.as_str().into()]).await;
            shop_ids.insert(shop.slug.as_str(), made);
        }
        let now = self.services.now();
        let tx = self.store().begin().await.expect("a transaction");
        let mut ids = Vec::new();
        for (number, product) in (1_i64..).zip(&products.product) {
            let shop = &shop_ids[product.shop.as_str()];
            let category = seeding::key(&tx, "category", "slug", &product.category).await.expect("a category");
            let columns: Vec<(&str, Value)> = vec![
                ("public_id", public_id(id::PRODUCT, number).into()),
                ("slug", product.slug.as_str().into()),
                ("shop_id", shop.id.into()),
                ("category_id", category.into()),
                ("status", "published".into()),
                ("transport_class", product.transport_class.as_str().into()),
                ("lead_time_days", product.lead_time_days.into()),
                ("made_to_order", product.made_to_order.into()),
                ("created_at", number.into()),
                ("updated_at", number.into()),
                ("published_at", number.into()),
            ];
            let product_id = seeding::insert(&tx, "product", columns).await.expect("a product");
            let columns: Vec<(&str, Value)> = vec![
                ("public_id", public_id(id::REVISION, number).into()),
                ("product_id", product_id.into()),
                ("number", 1_i64.into()),
                ("status", "published".into()),
                ("attributes", serde_json::to_string(&product.attributes).expect("attributes").into()),
                ("created_by", shop.owner_id.into()),
                ("created_at", number.into()),
            ];
            let revision_id = seeding::insert(&tx, "product_revision", columns).await.expect("a revision");
            seeding::publish(&tx, product_id, revision_id).await.expect("a published revision");
            for (locale, name) in [("id", &product.name_id), ("en", &product.name_en)] {
                let columns: Vec<(&str, Value)> = vec![
                    ("revision_id", revision_id.into()),
                    ("locale", locale.into()),
                    ("name", name.as_str().into()),
                    ("description", "Satu.".into()),
                ];
                seeding::insert_plain(&tx, "product_text", columns).await.expect("a text");
            }
            for (place, variant) in (0_i64..).zip(&product.variant) {
                let columns: Vec<(&str, Value)> = vec![
                    ("public_id", public_id(id::VARIANT, number * 100 + place).into()),
                    ("product_id", product_id.into()),
                    ("name", variant.name.as_str().into()),
                    ("price", variant.price_rupiah.into()),
                    ("weight_g", variant.weight_g.into()),
                    ("position", place.into()),
                ];
                let variant_id = seeding::insert(&tx, "variant", columns).await.expect("a variant");
                if !product.made_to_order {
                    seeding::stock(&tx, variant_id, variant.stock, None, now).await.expect("stock");
                }
            }
            ids.push(product_id);
        }
        store::search::index_products(&tx, &ids).await.expect("an index");
        store::catalogue::refresh_availability(&tx, &ids, now).await.expect("the flags of lists");
        tx.commit().await.expect("a commit");
    }
}

fn public_id(prefix: &str, number: i64) -> String {
    let mut random = [0xde; 10];
    random[..8].copy_from_slice(&number.to_be_bytes());
    id::public_id(prefix, random)
}
