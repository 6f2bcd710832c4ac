//! What sitemaps list: visible products and shops, by ranges of their keys.

use std::ops::RangeInclusive;

use sea_orm::FromQueryResult;

use super::VISIBLE;
use crate::{Db, Result, sql};

/// A visible product or shop.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ListedRow {
    /// Key inside the database.
    pub id: i64,
    /// Part of its address.
    pub slug: String,
    /// When it last changed, in milliseconds.
    pub updated_at: i64,
    /// Published revision of a product.
    pub revision_id: Option<i64>,
}

/// The highest keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct HighestKeys {
    /// Of visible products; 0 where there is none.
    pub product: i64,
    /// Of approved shops.
    pub shop: i64,
}

/// How far the keys reach.
///
/// # Errors
/// Whatever the database says.
pub async fn highest_keys(db: &impl Db) -> Result<HighestKeys> {
    let text = "SELECT COALESCE((SELECT MAX(id) FROM product WHERE status = 'published'), 0) AS product,
        COALESCE((SELECT MAX(id) FROM shop WHERE status = 'approved'), 0) AS shop";
    Ok(sql::one(db, text, []).await?.unwrap_or(HighestKeys { product: 0, shop: 0 }))
}

/// Visible products with keys in that range, at most so many.
///
/// # Errors
/// Whatever the database says.
pub async fn listed_products(db: &impl Db, keys: RangeInclusive<i64>, limit: i64) -> Result<Vec<ListedRow>> {
    let text = format!(
        "SELECT p.id, p.slug, p.updated_at, p.published_revision_id AS revision_id
         FROM product p JOIN shop s ON s.id = p.shop_id
         WHERE p.id BETWEEN $1 AND $2 AND {VISIBLE} ORDER BY p.id LIMIT $3"
    );
    sql::all(db, &text, [(*keys.start()).into(), (*keys.end()).into(), limit.into()]).await
}

/// Approved shops with keys in that range, at most so many.
///
/// # Errors
/// Whatever the database says.
pub async fn listed_shops(db: &impl Db, keys: RangeInclusive<i64>, limit: i64) -> Result<Vec<ListedRow>> {
    let text = "SELECT s.id, s.slug, s.updated_at, CAST(NULL AS BIGINT) AS revision_id FROM shop s
        WHERE s.id BETWEEN $1 AND $2 AND s.status = 'approved' ORDER BY s.id LIMIT $3";
    sql::all(db, text, [(*keys.start()).into(), (*keys.end()).into(), limit.into()]).await
}
