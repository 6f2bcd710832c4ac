//! What sellers ask for.

use domain::tier::PriceTier;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A product to begin.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewProduct {
    /// Slug of the shop.
    pub shop: String,
    /// Slug of the category.
    pub category: String,
    /// Name in Indonesian.
    pub name: String,
    /// Description in Indonesian.
    pub description: String,
    /// Values by the keys of the category's attributes; may be incomplete until the product is proposed.
    #[schema(value_type = Object)]
    pub attributes: serde_json::Map<String, serde_json::Value>,
    /// Variants; a product without one cannot be proposed.
    pub variants: Vec<VariantChange>,
}

/// What is to be different; whatever is `None` stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ProductChange {
    /// Slug of another category of the same kind.
    pub category: Option<String>,
    /// Name in Indonesian.
    pub name: Option<String>,
    /// Description in Indonesian.
    pub description: Option<String>,
    /// Name in English; empty together with the description takes the English text away.
    pub name_en: Option<String>,
    /// Description in English.
    pub description_en: Option<String>,
    /// Values by key; null or an empty text takes a value away, keys that are not named stay.
    #[schema(value_type = Option<Object>)]
    pub attributes: Option<serde_json::Map<String, serde_json::Value>>,
    /// What a parcel has to survive.
    pub transport_class: Option<String>,
    /// Days until it is handed over.
    pub lead_time_days: Option<i64>,
    /// Made only when ordered.
    pub made_to_order: Option<bool>,
    /// Food only: days from production to best before.
    pub shelf_life_days: Option<i64>,
    /// Variants to change, add or archive; the others stay.
    pub variants: Vec<VariantChange>,
    /// Descriptions of photos.
    pub photos: Vec<PhotoChange>,
}

/// A variant to add, or one to change.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct VariantChange {
    /// `var_…` of the one to change; without it one is added.
    pub id: Option<String>,
    /// Empty where a product has one variant only.
    pub name: Option<String>,
    /// Rupiah a piece; a new variant needs it.
    pub price: Option<i64>,
    /// Price steps by quantity, the smallest first; an empty list takes them away.
    pub tiers: Option<Vec<PriceTier>>,
    /// Packed, in grams; a new variant needs it.
    pub weight_g: Option<i64>,
    /// Packed, in millimetres.
    pub length_mm: Option<i64>,
    /// Packed, in millimetres.
    pub width_mm: Option<i64>,
    /// Packed, in millimetres.
    pub height_mm: Option<i64>,
    /// `pho_…` of the photo that shows it; an empty text takes it away.
    pub photo: Option<String>,
    /// Takes it out of the assortment.
    pub archived: bool,
}

/// Other descriptions of a photo.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct PhotoChange {
    /// `pho_…`
    pub id: String,
    /// What it shows, in Indonesian.
    pub alt: Option<String>,
    /// What it shows, in English.
    pub alt_en: Option<String>,
}

/// A photo to add.
#[derive(Debug, Clone)]
pub struct NewPhoto<'a> {
    /// The file as it was uploaded.
    pub bytes: bytes::Bytes,
    /// What it shows, in Indonesian; the name of the product when empty.
    pub alt: &'a str,
    /// What it shows, in English; may be empty.
    pub alt_en: &'a str,
}

/// Where a photo goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveTo {
    /// One place to the front.
    Earlier,
    /// One place to the back.
    Later,
    /// To the front: the cover.
    First,
}
