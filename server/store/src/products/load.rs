//! One product with the revision that its seller edits.

use domain::locale::Locale;
use sea_orm::{FromQueryResult, Value};

use super::list::LATEST;
use crate::{Db, Result, sql};

/// A product with its latest revision.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EditRow {
    /// Key.
    pub id: i64,
    /// `prd_…`
    pub public_id: String,
    /// Part of its address.
    pub slug: String,
    /// State of the product.
    pub status: String,
    /// Why it was suspended.
    pub status_reason: Option<String>,
    /// What a parcel has to survive.
    pub transport_class: String,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Made only when ordered.
    pub made_to_order: bool,
    /// Food only.
    pub shelf_life_days: Option<i64>,
    /// Lowest price in rupiah; 0 without a variant.
    pub price_from: i64,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// The revision on sale, when there is one.
    pub published_revision_id: Option<i64>,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Key of the sentra of its shop.
    pub sentra_id: i64,
    /// Time zone of that sentra.
    pub zone: String,
    /// Key of its category.
    pub category_id: i64,
    /// Slug of its category.
    pub category: String,
    /// Name of its category in the language asked for.
    pub category_name: String,
    /// `ceramic`, `food` or `experience`.
    pub kind: String,
    /// Latest revision.
    pub revision_id: i64,
    /// Its number, from 1.
    pub revision_number: i64,
    /// Its state.
    pub revision_status: String,
    /// The curator's words on it.
    pub note: Option<String>,
    /// JSON object.
    pub attributes: String,
}

/// Name and description in one language.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TextRow {
    /// Language.
    pub locale: String,
    /// Name.
    pub name: String,
    /// Description.
    pub description: String,
}

/// A variant that is not archived.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EditVariantRow {
    /// Key.
    pub id: i64,
    /// `var_…`
    pub public_id: String,
    /// Empty where a product has one variant only.
    pub name: String,
    /// Rupiah of one piece alone.
    pub price: i64,
    /// Price steps by quantity, as [`domain::tier::PriceTiers`] reads them.
    pub tiers: String,
    /// Packed, in grams.
    pub weight_g: i64,
    /// Packed, in millimetres; 0 where it is not known.
    pub length_mm: i64,
    /// Packed, in millimetres; 0 where it is not known.
    pub width_mm: i64,
    /// Packed, in millimetres; 0 where it is not known.
    pub height_mm: i64,
    /// Pieces a week that can be made; no limit where there is none.
    pub weekly_capacity: Option<i64>,
    /// Place among the variants.
    pub position: i64,
    /// Key of the picture that shows it.
    pub media_id: Option<i64>,
}

/// What lies on the shelf of a variant.
#[derive(Debug, Clone, FromQueryResult)]
pub struct StockOfVariantRow {
    /// Key of the variant.
    pub variant_id: i64,
    /// Code of the lot.
    pub lot_code: Option<String>,
    /// ISO date that the lot was made on.
    pub produced_on: Option<String>,
    /// ISO date of the lot.
    pub best_before: Option<String>,
    /// On the shelf.
    pub on_hand: i64,
    /// Promised.
    pub allocated: i64,
    /// Held.
    pub held: i64,
}

/// A category, with what a new product of it begins with.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CategoryRow {
    /// Key.
    pub id: i64,
    /// Slug.
    pub slug: String,
    /// Name in the language asked for.
    pub name: String,
    /// `ceramic`, `food` or `experience`.
    pub kind: String,
    /// Key of its sentra.
    pub sentra_id: i64,
    /// What a parcel has to survive.
    pub transport_class: String,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Food only.
    pub shelf_life_days: Option<i64>,
}

/// What can be said about goods of a kind.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DefinitionRow {
    /// Key in the JSON object.
    pub key: String,
    /// `text`, `number`, `choice` or `boolean`.
    pub value_kind: String,
    /// Whether a curator expects it.
    pub required: bool,
    /// What a number counts.
    pub unit: Option<String>,
    /// JSON array of `{"value","name_id","name_en"}`.
    pub choices: String,
    /// Name in the language asked for.
    pub name: String,
}

/// A shop of a seller.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ShopRow {
    /// Key.
    pub id: i64,
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Key of its sentra.
    pub sentra_id: i64,
}

/// A product of one of these shops.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str, shop_ids: &[i64], locale: Locale) -> Result<Option<EditRow>> {
    if shop_ids.is_empty() {
        return Ok(None);
    }
    let text = format!(
        "SELECT p.id, p.public_id, p.slug, p.status, p.status_reason, p.transport_class, p.lead_time_days,
             p.made_to_order, p.shelf_life_days, p.price_from, p.in_stock, p.published_revision_id, s.slug AS shop,
             s.name AS shop_name, s.sentra_id, t.zone, c.id AS category_id, c.slug AS category,
             c.name_{} AS category_name, c.kind, r.id AS revision_id, r.number AS revision_number,
             r.status AS revision_status, r.note, r.attributes
         FROM product p
         JOIN shop s ON s.id = p.shop_id
         JOIN sentra t ON t.id = s.sentra_id
         JOIN category c ON c.id = p.category_id
         {LATEST}
         WHERE p.public_id = $1 AND p.shop_id IN ({})",
        locale.as_str(),
        sql::placeholders(2, shop_ids.len())
    );
    let values = std::iter::once(Value::from(public_id)).chain(shop_ids.iter().map(|&id| id.into()));
    sql::one(db, &text, values).await
}

/// Texts of a revision.
///
/// # Errors
/// Whatever the database says.
pub async fn texts(db: &impl Db, revision_id: i64) -> Result<Vec<TextRow>> {
    let text = "SELECT locale, name, description FROM product_text WHERE revision_id = $1 ORDER BY locale";
    sql::all(db, text, [revision_id.into()]).await
}

/// Variants of a product that are not archived, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn variants(db: &impl Db, product_id: i64) -> Result<Vec<EditVariantRow>> {
    let text = "SELECT id, public_id, name, price, tiers, weight_g, length_mm, width_mm, height_mm, weekly_capacity, position, media_id FROM variant
         WHERE product_id = $1 AND archived_at IS NULL ORDER BY position, id";
    sql::all(db, text, [product_id.into()]).await
}

/// Stock of all variants of a product; lots that are empty and past their day are left out.
///
/// # Errors
/// Whatever the database says.
pub async fn stock(db: &impl Db, product_id: i64, today: &str) -> Result<Vec<StockOfVariantRow>> {
    let text = "SELECT k.variant_id, l.code AS lot_code, l.produced_on, l.best_before, k.on_hand, k.allocated, k.held
         FROM stock k JOIN variant v ON v.id = k.variant_id LEFT JOIN lot l ON l.id = k.lot_id
         WHERE v.product_id = $1 AND v.archived_at IS NULL AND k.week IS NULL
             AND (l.id IS NULL OR k.on_hand > 0 OR l.best_before >= $2)
         ORDER BY k.variant_id, COALESCE(l.best_before, ''), k.id LIMIT 1000";
    sql::all(db, text, [product_id.into(), today.into()]).await
}

/// Categories of these sentra, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn categories(db: &impl Db, sentra_ids: &[i64], locale: Locale) -> Result<Vec<CategoryRow>> {
    if sentra_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT id, slug, name_{} AS name, kind, sentra_id, transport_class, lead_time_days, shelf_life_days
         FROM category WHERE sentra_id IN ({}) ORDER BY sentra_id, position, id",
        locale.as_str(),
        sql::placeholders(1, sentra_ids.len())
    );
    sql::all(db, &text, sentra_ids.iter().map(|&id| id.into())).await
}

/// A category of a sentra.
///
/// # Errors
/// Whatever the database says.
pub async fn find_category(db: &impl Db, slug: &str, sentra_id: i64) -> Result<Option<CategoryRow>> {
    let text = "SELECT id, slug, name_id AS name, kind, sentra_id, transport_class, lead_time_days, shelf_life_days
         FROM category WHERE slug = $1 AND sentra_id = $2";
    sql::one(db, text, [slug.into(), sentra_id.into()]).await
}

/// What can be said about goods of a kind, in order.
///
/// # Errors
/// Whatever the database says.
pub async fn definitions(db: &impl Db, kind: &str, locale: Locale) -> Result<Vec<DefinitionRow>> {
    let text = format!(
        "SELECT key, value_kind, required, unit, choices, name_{} AS name FROM attribute_definition WHERE kind = $1
         ORDER BY position, id",
        locale.as_str()
    );
    sql::all(db, &text, [kind.into()]).await
}

/// These shops, by name.
///
/// # Errors
/// Whatever the database says.
pub async fn shops(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<ShopRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT id, slug, name, sentra_id FROM shop WHERE id IN ({}) ORDER BY name, id",
        sql::placeholders(1, shop_ids.len())
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}

/// One of these shops by its slug.
///
/// # Errors
/// Whatever the database says.
pub async fn find_shop(db: &impl Db, slug: &str, shop_ids: &[i64]) -> Result<Option<ShopRow>> {
    if shop_ids.is_empty() {
        return Ok(None);
    }
    let text = format!(
        "SELECT id, slug, name, sentra_id FROM shop WHERE slug = $1 AND id IN ({})",
        sql::placeholders(2, shop_ids.len())
    );
    let values = std::iter::once(Value::from(slug)).chain(shop_ids.iter().map(|&id| id.into()));
    sql::one(db, &text, values).await
}
