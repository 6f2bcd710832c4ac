//! Shops in any state.

use domain::shop::ShopStatus;
use sea_orm::FromQueryResult;

use crate::{Db, Result, sql, sql::Fragment};

/// Which shops.
#[derive(Debug, Clone, Default)]
pub struct ShopFilter {
    /// State.
    pub status: Option<ShopStatus>,
    /// Part of the name of the shop or of its owner.
    pub name: Option<String>,
    /// Slug of the one shop.
    pub slug: Option<String>,
}

/// A shop in the curator's list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ShopRow {
    /// `shp_…`
    pub id: String,
    /// Part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Name of the person behind it.
    pub owner: String,
    /// State.
    pub status: String,
    /// Why it was stopped.
    pub status_reason: Option<String>,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Products on sale, or that would be.
    pub product_count: i64,
}

/// A page of shops by slug; it begins after one.
///
/// # Errors
/// Whatever the database says.
pub async fn shops(db: &impl Db, filter: &ShopFilter, after: Option<&str>, limit: i64) -> Result<Vec<ShopRow>> {
    let mut sql = Fragment::default();
    sql.push(
        "SELECT s.public_id AS id, s.slug, s.name, s.owner_name AS owner, s.status, s.status_reason, se.slug AS sentra,
             se.name AS sentra_name,
             (SELECT COUNT(*) FROM product p WHERE p.shop_id = s.id AND p.status = 'published') AS product_count
         FROM shop s JOIN sentra se ON se.id = s.sentra_id WHERE 1 = 1",
    );
    let status = filter.status.map(ShopStatus::as_str);
    for (condition, value) in [("s.status =", status), ("s.slug =", filter.slug.as_deref()), ("s.slug >", after)] {
        if let Some(value) = value {
            let value = sql.bind(value);
            sql.push(&format!(" AND {condition} {value}"));
        }
    }
    if let Some(name) = &filter.name {
        let pattern = sql.bind(format!("%{}%", sql::literal(&name.to_lowercase())));
        sql.push(&format!(
            r" AND (LOWER(s.name) LIKE {pattern} ESCAPE '\' OR LOWER(s.owner_name) LIKE {pattern} ESCAPE '\')"
        ));
    }
    let limit = sql.bind(limit);
    sql.push(&format!(" ORDER BY s.slug LIMIT {limit}"));
    sql::all(db, &sql.text, sql.values).await
}
