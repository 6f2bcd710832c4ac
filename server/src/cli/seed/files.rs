//! The seed files, as they are shipped in the binary.

use std::collections::HashMap;

use anyhow::Context as _;
use serde::Deserialize;

const SHOPS: &str = include_str!("../../../data/demo/shops.toml");
const CERTIFICATES: &str = include_str!("../../../data/demo/certificates.toml");
const PRODUCTS: &str = include_str!("../../../data/demo/products.toml");

#[derive(Debug, Deserialize)]
pub(super) struct Shop {
    pub(super) slug: String,
    pub(super) sentra: String,
    pub(super) name: String,
    pub(super) owner_name: String,
    pub(super) owner_account: Option<String>,
    pub(super) since_year: Option<i64>,
    pub(super) tagline_id: String,
    pub(super) tagline_en: String,
    pub(super) story_id: String,
    pub(super) story_en: String,
    pub(super) street: String,
    pub(super) region: String,
    pub(super) phone: String,
    pub(super) logo: Option<String>,
    pub(super) opening_hours: String,
    pub(super) offers_pickup: bool,
    pub(super) offers_courier: bool,
    pub(super) accepts_cod: bool,
    pub(super) bank_name: String,
    pub(super) bank_account: String,
    pub(super) bank_holder: String,
    #[serde(default)]
    pub(super) delivery_areas: Vec<DeliveryArea>,
}

#[derive(Debug, Deserialize)]
pub(super) struct DeliveryArea {
    pub(super) region_prefix: String,
    pub(super) fee_rupiah: i64,
    pub(super) days_min: i64,
    pub(super) days_max: i64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Product {
    pub(super) slug: String,
    pub(super) shop: String,
    pub(super) category: String,
    pub(super) status: String,
    pub(super) name_id: String,
    pub(super) name_en: String,
    pub(super) description_id: String,
    pub(super) description_en: String,
    pub(super) transport_class: String,
    pub(super) lead_time_days: i64,
    #[serde(default)]
    pub(super) made_to_order: bool,
    pub(super) shelf_life_days: Option<i64>,
    #[serde(default)]
    pub(super) photos: Vec<String>,
    #[serde(default)]
    pub(super) attributes: toml::Table,
    #[serde(rename = "variant")]
    pub(super) variants: Vec<Variant>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Variant {
    pub(super) name: String,
    pub(super) price_rupiah: i64,
    /// Price steps by quantity, as `domain::tier` reads them.
    #[serde(default)]
    pub(super) tiers: String,
    /// File of the photo that shows it.
    pub(super) photo: Option<String>,
    pub(super) weight_g: i64,
    pub(super) length_mm: i64,
    pub(super) width_mm: i64,
    pub(super) height_mm: i64,
    pub(super) stock: i64,
}

#[derive(Debug, Deserialize)]
struct ShopFile {
    shop: Vec<Shop>,
}

#[derive(Debug, Deserialize)]
struct ProductFile {
    product: Vec<Product>,
}

/// All shops.
pub(super) fn shops() -> anyhow::Result<Vec<Shop>> {
    Ok(toml::from_str::<ShopFile>(SHOPS).context("shops.toml")?.shop)
}

/// All products.
pub(super) fn products() -> anyhow::Result<Vec<Product>> {
    Ok(toml::from_str::<ProductFile>(PRODUCTS).context("products.toml")?.product)
}

/// A certificate of the demo.
#[derive(Debug, Deserialize)]
pub(super) struct Certificate {
    pub(super) shop: String,
    pub(super) kind: String,
    pub(super) number: String,
    pub(super) issuer: String,
    pub(super) issued_days_ago: i64,
    /// Days after today on which it still holds; without an end where there is none.
    pub(super) days_left: Option<i64>,
    /// Slugs of the goods that it names; all of the shop where there are none.
    #[serde(default)]
    pub(super) products: Vec<String>,
}

/// The certificates of the demo's shops.
pub(super) fn certificates() -> anyhow::Result<Vec<Certificate>> {
    #[derive(Deserialize)]
    struct File {
        certificate: Vec<Certificate>,
    }
    Ok(toml::from_str::<File>(CERTIFICATES).context("certificates.toml")?.certificate)
}

/// Descriptions of photos by file name: Indonesian, English.
pub(super) fn alt_texts(manifest: &str) -> anyhow::Result<HashMap<String, (String, String)>> {
    #[derive(Deserialize)]
    struct Row {
        file: String,
        alt_id: String,
        alt_en: String,
    }
    let mut texts = HashMap::new();
    for row in csv::Reader::from_reader(manifest.as_bytes()).deserialize() {
        let row: Row = row.context("manifest.csv")?;
        texts.insert(row.file, (row.alt_id, row.alt_en));
    }
    Ok(texts)
}
