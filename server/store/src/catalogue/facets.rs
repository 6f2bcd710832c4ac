//! How many products of a search lie in which category.

use domain::locale::Locale;
use sea_orm::FromQueryResult;

use super::{
    VISIBLE,
    cards::{Filter, conditions},
};
use crate::{Db, Result, sql, sql::Fragment};

/// Products that are counted; where there are more, a count of so many means "and more".
pub const MAX_COUNTED: i64 = 2_000;

/// A category with the number of products found in it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CategoryFacet {
    /// Slug of the category.
    pub slug: String,
    /// Name in the language asked for.
    pub name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Products found.
    pub count: i64,
}

/// All categories with the number of products that fit the filter but for its sentra and category.
///
/// # Errors
/// Whatever the database says.
pub async fn facets(db: &impl Db, filter: &Filter, locale: Locale) -> Result<Vec<CategoryFacet>> {
    let wide = Filter { sentra: None, category: None, ..filter.clone() };
    let name = match locale {
        Locale::Id => "k.name_id",
        Locale::En => "k.name_en",
    };
    let mut sql = Fragment::default();
    sql.push(&format!(
        "SELECT k.slug, {name} AS name, t.slug AS sentra, t.name AS sentra_name, COALESCE(n.found, 0) AS count
         FROM category k JOIN sentra t ON t.id = k.sentra_id
         LEFT JOIN (SELECT hit.category_id, COUNT(*) AS found FROM (
             SELECT p.category_id FROM product p JOIN shop s ON s.id = p.shop_id
             JOIN category c ON c.id = p.category_id JOIN sentra se ON se.id = c.sentra_id"
    ));
    conditions(db, &wide, &mut sql);
    let limit = sql.bind(MAX_COUNTED);
    sql.push(&format!(
        " LIMIT {limit}) AS hit GROUP BY hit.category_id) AS n ON n.category_id = k.id ORDER BY t.position, k.position"
    ));
    sql::all(db, &sql.text, sql.values).await
}

/// A revision whose first photo stands for its category.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CategoryCover {
    /// Slug of the category.
    pub category: String,
    /// The latest published revision with a photo.
    pub revision_id: i64,
}

/// One revision with photos for each category of a sentra that has any.
///
/// # Errors
/// Whatever the database says.
pub async fn category_covers(db: &impl Db, sentra: &str) -> Result<Vec<CategoryCover>> {
    let text = format!(
        "SELECT k.slug AS category, MAX(p.published_revision_id) AS revision_id
         FROM product p JOIN shop s ON s.id = p.shop_id JOIN category k ON k.id = p.category_id
         JOIN sentra t ON t.id = k.sentra_id
         WHERE {VISIBLE} AND t.slug = $1
           AND EXISTS (SELECT 1 FROM product_photo f WHERE f.revision_id = p.published_revision_id)
         GROUP BY k.slug"
    );
    sql::all(db, &text, [sentra.into()]).await
}
