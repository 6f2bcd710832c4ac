//! Products as their sellers see them; the API answers with the same.

use domain::{
    product::{ProductStatus, RevisionStatus},
    tier::PriceTier,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{FieldError, catalogue::Photo, stock::StockView};

/// A product with the revision that is being edited.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SellerProduct {
    /// `prd_…`
    pub id: String,
    /// Part of its address.
    pub slug: String,
    /// State of the product.
    pub status: ProductStatus,
    /// Why a curator suspended it.
    pub status_reason: Option<String>,
    /// The revision that is being edited.
    pub revision: RevisionView,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Slug of its category.
    pub category: String,
    /// Name of its category.
    pub category_name: String,
    /// `ceramic`, `food` or `experience`.
    pub kind: String,
    /// Name in Indonesian.
    pub name: String,
    /// Description in Indonesian.
    pub description: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// Description in English.
    pub description_en: Option<String>,
    /// Values by key.
    #[schema(value_type = Object)]
    pub attributes: serde_json::Map<String, serde_json::Value>,
    /// What a parcel has to survive.
    pub transport_class: String,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Made only when ordered; has no stock.
    pub made_to_order: bool,
    /// Food only: days from production to best before.
    pub shelf_life_days: Option<i64>,
    /// Lowest price in rupiah; 0 without a variant.
    pub price_from: i64,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// Variants that are not archived.
    pub variants: Vec<SellerVariant>,
    /// Photos; the first is the cover.
    pub photos: Vec<SellerPhoto>,
    /// What is missing before it can be proposed; empty when nothing is.
    #[serde(skip)]
    pub missing: Vec<FieldError>,
    /// Whether buyers see an earlier revision.
    #[serde(skip)]
    pub is_published_elsewhere: bool,
    /// What can be done with it now.
    #[serde(skip)]
    pub actions: Actions,
    /// What can be said about goods of its kind.
    #[serde(skip)]
    pub fields: Vec<AttributeField>,
    /// Categories that it may move to.
    #[serde(skip)]
    pub categories: Vec<CategoryChoice>,
}

/// Where the revision stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RevisionView {
    /// From 1.
    pub number: i64,
    /// Its state.
    pub status: RevisionStatus,
    /// The curator's words, when changes are requested or it is rejected.
    pub note: Option<String>,
}

/// A variant.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SellerVariant {
    /// `var_…`
    pub id: String,
    /// Empty where a product has one variant only.
    pub name: String,
    /// Rupiah of one piece alone.
    pub price: i64,
    /// What each piece costs where several are bought, the smallest number first.
    pub tiers: Vec<PriceTier>,
    /// Packed, in grams.
    pub weight_g: i64,
    /// Packed, in millimetres; 0 where it is not known.
    pub length_mm: i64,
    /// Packed, in millimetres; 0 where it is not known.
    pub width_mm: i64,
    /// Packed, in millimetres; 0 where it is not known.
    pub height_mm: i64,
    /// Pieces a week that can be made to order; null where there is no limit.
    pub weekly_capacity: Option<i64>,
    /// `pho_…` of the photo that shows it.
    pub photo: Option<String>,
    /// What lies on the shelf, the oldest lot first.
    pub stock: Vec<StockView>,
    /// Whether a number without a lot would make a new row: there is none yet, or for food none of today.
    #[serde(skip)]
    pub takes_new_stock: bool,
}

/// A photo.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SellerPhoto {
    /// `pho_…`
    pub id: String,
    /// What it shows, in English.
    pub alt_en: String,
    /// The picture with its description in Indonesian.
    #[serde(flatten)]
    pub photo: Photo,
}

/// What can be done with a product in its state; a page shows a button for nothing else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Actions {
    /// Names, texts, attributes and photos.
    pub edit: bool,
    /// Prices, variants and handling.
    pub trade: bool,
    /// Ask the curator.
    pub propose: bool,
    /// Take it off the shelf.
    pub hide: bool,
    /// Put it back.
    pub show: bool,
    /// Give it up.
    pub archive: bool,
}

/// Something that can be said about goods of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeField {
    /// Key in the attributes.
    pub key: String,
    /// What kind of value: `text`, `number`, `choice` or `boolean`.
    pub value_kind: String,
    /// Whether it is needed before the product can be proposed.
    pub required: bool,
    /// What a number counts.
    pub unit: Option<String>,
    /// Values of a choice.
    pub choices: Vec<AttributeChoice>,
    /// Its name.
    pub name: String,
}

/// A value of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeChoice {
    /// As stored.
    pub value: String,
    /// As shown.
    pub name: String,
}

/// A shop to begin a product in.
#[derive(Debug, Clone)]
pub struct ShopChoice {
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What it may sell.
    pub categories: Vec<CategoryChoice>,
}

/// A category to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryChoice {
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
}
