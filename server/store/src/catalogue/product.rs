//! One product with all that its page says.

use std::collections::HashMap;

use domain::{
    locale::Locale,
    time::{Date, Timestamp},
};
use sea_orm::FromQueryResult;

use super::{VISIBLE, availability};
use crate::{Db, Result, reviews::SpreadRow, sql};

/// A visible product with its shop and sentra.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ProductRow {
    /// Key inside the database.
    pub id: i64,
    /// Part of its address.
    pub slug: String,
    /// Name in the language asked for, else in Indonesian.
    pub name: String,
    /// Description in the same language as the name.
    pub description: String,
    /// Language of name and description.
    pub text_locale: String,
    /// JSON object.
    pub attributes: String,
    /// Its published revision.
    pub revision_id: i64,
    /// Lowest price of its variants, in rupiah.
    pub price_from: i64,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// The certificate that it cannot be sold without and does not have.
    pub lacking_certificate: Option<String>,
    /// Whether it is made when ordered.
    pub made_to_order: bool,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Food only: days from production to best before.
    pub shelf_life_days: Option<i64>,
    /// What a parcel has to survive.
    pub transport_class: String,
    /// Slug of its category.
    pub category: String,
    /// Name of its category.
    pub category_name: String,
    /// `ceramic`, `food` or `experience`.
    pub kind: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Time zone of its sentra.
    pub zone: String,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Name of the person behind it.
    pub shop_owner: String,
    /// Year that the shop began.
    pub shop_since: Option<i64>,
    /// One sentence about the shop.
    pub shop_tagline: String,
    /// Phone of the shop.
    pub shop_phone: String,
    /// Key of the shop's logo.
    pub shop_logo: Option<String>,
    /// JSON array of the widths of the logo.
    pub shop_logo_widths: Option<String>,
    /// Whether it is collected at the sentra.
    pub offers_pickup: bool,
    /// Whether couriers carry it.
    pub offers_courier: bool,
    /// Whether it is paid at hand-over.
    pub accepts_cod: bool,
    /// Its ratings.
    #[sea_orm(nested)]
    pub spread: SpreadRow,
}

/// A variant that is on sale.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VariantRow {
    /// Key of its product.
    pub product_id: i64,
    /// `var_…`
    pub public_id: String,
    /// Empty where a product has one variant only.
    pub name: String,
    /// Of one piece alone, in rupiah.
    pub price: i64,
    /// Price steps by quantity, as [`domain::tier::PriceTiers`] reads them.
    pub tiers: String,
    /// Packed, ready to ship.
    pub weight_g: i64,
    /// Longest side, packed; 0 where it is not known.
    pub length_mm: i64,
    /// Middle side.
    pub width_mm: i64,
    /// Height.
    pub height_mm: i64,
    /// Pieces that can be bought now; lots that are still sellable today only.
    pub available: i64,
    /// So many or fewer are little; a setting.
    pub low_mark: i64,
    /// Key of the photo that shows it.
    pub photo_key: Option<String>,
    /// ISO date of the lot that would be sold first.
    pub best_before: Option<String>,
    /// Whether only so many are made to order in a week.
    pub has_capacity: bool,
    /// ISO date of the Monday of the first week in which one more can be made.
    pub free_week: Option<String>,
}

/// What can be said about goods of a kind.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AttributeDefinition {
    /// Key in the JSON object.
    pub key: String,
    /// `text`, `number`, `choice` or `boolean`.
    pub value_kind: String,
    /// What a number counts.
    pub unit: Option<String>,
    /// JSON array of `{"value","name_id","name_en"}`.
    pub choices: String,
    /// Name in the language asked for.
    pub name: String,
}

/// Begins a question for visible products with their texts in the language `$1`.
fn select(locale: Locale) -> String {
    let suffix = locale.as_str();
    format!(
        "SELECT p.id, p.slug, COALESCE(tl.name, ti.name) AS name, COALESCE(tl.description, ti.description) AS description,
             COALESCE(tl.locale, ti.locale) AS text_locale, r.attributes, r.id AS revision_id, p.price_from, p.in_stock, p.lacking_certificate,
             p.made_to_order, p.lead_time_days, p.shelf_life_days, p.transport_class, c.slug AS category,
             c.name_{suffix} AS category_name, c.kind, se.slug AS sentra, se.name AS sentra_name, se.zone, s.slug AS shop,
             s.name AS shop_name, s.owner_name AS shop_owner, s.since_year AS shop_since,
             s.tagline_{suffix} AS shop_tagline, s.phone AS shop_phone, m.key AS shop_logo, m.widths AS shop_logo_widths, s.offers_pickup,
             s.offers_courier, s.accepts_cod, p.stars_1, p.stars_2, p.stars_3, p.stars_4, p.stars_5
         FROM product p
         JOIN shop s ON s.id = p.shop_id
         JOIN category c ON c.id = p.category_id
         JOIN sentra se ON se.id = c.sentra_id
         JOIN product_revision r ON r.id = p.published_revision_id
         JOIN product_text ti ON ti.revision_id = r.id AND ti.locale = 'id'
         LEFT JOIN product_text tl ON tl.revision_id = r.id AND tl.locale = $1
         LEFT JOIN media m ON m.id = s.logo_media_id
         WHERE {VISIBLE}"
    )
}

/// The visible product with that slug.
///
/// # Errors
/// Whatever the database says.
pub async fn find_product(db: &impl Db, slug: &str, locale: Locale) -> Result<Option<ProductRow>> {
    let text = format!("{} AND p.slug = $2", select(locale));
    sql::one(db, &text, [locale.as_str().into(), slug.into()]).await
}

/// Visible products with higher keys than that one, in the order of their keys.
///
/// # Errors
/// Whatever the database says.
pub async fn products_after(db: &impl Db, after: i64, limit: i64, locale: Locale) -> Result<Vec<ProductRow>> {
    let text = format!("{} AND p.id > $2 ORDER BY p.id LIMIT $3", select(locale));
    sql::all(db, &text, [locale.as_str().into(), after.into(), limit.into()]).await
}

/// Variants of products, each product's in their order; weeks that make them count from the one that begins on the day
/// beside the product.
///
/// # Errors
/// Whatever the database says.
pub async fn variants(db: &impl Db, products: &[(i64, Date)], now: Timestamp) -> Result<Vec<VariantRow>> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let dates = availability::dates(now);
    let places: Vec<usize> = (0..products.len()).map(|index| dates.len() + 1 + 2 * index).collect();
    let keys: Vec<String> = places.iter().map(|place| format!("${place}")).collect();
    let weeks: Vec<String> = places.iter().map(|place| format!("WHEN ${place} THEN ${}", place + 1)).collect();
    let text = format!(
        "SELECT v.product_id, v.public_id, v.name, v.price, v.tiers, v.weight_g, v.length_mm, v.width_mm, v.height_mm,
             COALESCE((SELECT CAST(SUM(st.on_hand - st.allocated - st.held) AS BIGINT)
                 FROM stock st LEFT JOIN lot l ON l.id = st.lot_id
                 WHERE st.variant_id = v.id AND st.week IS NULL AND {}), 0) AS available,
             COALESCE((SELECT value FROM setting WHERE key = 'low_stock_units'), 0) AS low_mark,
             (SELECT m.key FROM media m WHERE m.id = v.media_id) AS photo_key,
             (SELECT MIN(l.best_before) FROM stock st JOIN lot l ON l.id = st.lot_id
                 WHERE st.variant_id = v.id AND st.on_hand - st.allocated - st.held > 0 AND {}) AS best_before,
             v.weekly_capacity IS NOT NULL AS has_capacity,
             (SELECT MIN(st.week) FROM stock st WHERE st.variant_id = v.id
                 AND st.week >= CASE v.product_id {} END AND st.on_hand - st.allocated - st.held > 0) AS free_week
         FROM variant v
         JOIN product p ON p.id = v.product_id
         JOIN shop s ON s.id = p.shop_id
         JOIN sentra se ON se.id = s.sentra_id
         WHERE v.product_id IN ({}) AND v.archived_at IS NULL ORDER BY v.product_id, v.position, v.id",
        availability::SELLABLE,
        availability::SELLABLE,
        weeks.join(" "),
        keys.join(", ")
    );
    let values = products.iter().flat_map(|(product, week)| [(*product).into(), week.to_string().into()]);
    sql::all(db, &text, dates.into_iter().chain(values)).await
}

/// Attributes of a kind of goods, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn attribute_definitions(db: &impl Db, kind: &str, locale: Locale) -> Result<Vec<AttributeDefinition>> {
    let text = format!(
        "SELECT key, value_kind, unit, choices, name_{} AS name FROM attribute_definition WHERE kind = $1
         ORDER BY position, id",
        locale.as_str()
    );
    sql::all(db, &text, [kind.into()]).await
}

/// Attributes of all kinds of goods, by kind, each kind's in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn all_attribute_definitions(
    db: &impl Db,
    locale: Locale,
) -> Result<HashMap<String, Vec<AttributeDefinition>>> {
    #[derive(FromQueryResult)]
    struct Row {
        kind: String,
        #[sea_orm(nested)]
        definition: AttributeDefinition,
    }
    let text = format!(
        "SELECT kind, key, value_kind, unit, choices, name_{} AS name FROM attribute_definition
         ORDER BY kind, position, id LIMIT 1000",
        locale.as_str()
    );
    let mut kinds: HashMap<String, Vec<AttributeDefinition>> = HashMap::new();
    for row in sql::all::<Row>(db, &text, []).await? {
        kinds.entry(row.kind).or_default().push(row.definition);
    }
    Ok(kinds)
}
