//! Products that were published once: on sale, hidden or suspended.

use domain::{locale::Locale, product::ProductStatus};
use sea_orm::FromQueryResult;

use crate::{Db, Result, search::Terms, sql, sql::Fragment};

/// Which products.
#[derive(Debug, Clone, Default)]
pub struct GoodsFilter {
    /// State; all three when there is none.
    pub status: Option<ProductStatus>,
    /// Slug of a shop.
    pub shop: Option<String>,
    /// What was searched for.
    pub terms: Terms,
    /// Public id of the one product.
    pub id: Option<String>,
}

/// A product in the curator's list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct GoodsRow {
    /// Key inside the database.
    pub product_id: i64,
    /// `prd_…`
    pub id: String,
    /// Part of its address.
    pub slug: String,
    /// Name in the language asked for, else in Indonesian.
    pub name: String,
    /// State.
    pub status: String,
    /// Why it was suspended.
    pub status_reason: Option<String>,
    /// Lowest price of its variants, in rupiah.
    pub price_from: i64,
    /// Revision that buyers see.
    pub revision_id: i64,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
}

/// A page of them, the newest first, with keys below `below`.
///
/// # Errors
/// Whatever the database says.
pub async fn goods(
    db: &impl Db,
    filter: &GoodsFilter,
    below: i64,
    limit: i64,
    locale: Locale,
) -> Result<Vec<GoodsRow>> {
    let mut sql = Fragment::default();
    let locale = sql.bind(locale.as_str());
    sql.push(&format!(
        "SELECT p.id AS product_id, p.public_id AS id, p.slug, COALESCE(tl.name, ti.name) AS name, p.status,
             p.status_reason, p.price_from, p.published_revision_id AS revision_id, s.slug AS shop, s.name AS shop_name,
             se.slug AS sentra, se.name AS sentra_name
         FROM product p
         JOIN shop s ON s.id = p.shop_id
         JOIN sentra se ON se.id = s.sentra_id
         JOIN product_text ti ON ti.revision_id = p.published_revision_id AND ti.locale = 'id'
         LEFT JOIN product_text tl ON tl.revision_id = p.published_revision_id AND tl.locale = {locale}"
    ));
    if !filter.terms.is_empty() {
        sql.push(" JOIN product_search ON product_search.rowid = p.id");
    }
    let below = sql.bind(below);
    sql.push(&format!(" WHERE p.id < {below} AND p.status IN ('published', 'hidden', 'suspended')"));
    filter.terms.condition(db.engine(), &mut sql);
    let status = filter.status.map(ProductStatus::as_str);
    for (column, value) in
        [("p.status", status), ("s.slug", filter.shop.as_deref()), ("p.public_id", filter.id.as_deref())]
    {
        if let Some(value) = value {
            let value = sql.bind(value);
            sql.push(&format!(" AND {column} = {value}"));
        }
    }
    let limit = sql.bind(limit);
    sql.push(&format!(" ORDER BY p.id DESC LIMIT {limit}"));
    sql::all(db, &sql.text, sql.values).await
}
