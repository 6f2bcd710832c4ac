//! The queue: proposed revisions, the oldest first.

use domain::locale::Locale;
use sea_orm::FromQueryResult;

use crate::{Db, Result, sql, sql::Fragment};

/// What waits for a decision; `r` is the revision, `p` its product, `s` its shop. What a suspended or given up product,
/// or a shop that may not sell, proposes cannot be decided and waits outside.
const WAITING: &str =
    "r.status = 'proposed' AND p.status IN ('proposed', 'published', 'hidden') AND s.status = 'approved'";

/// Which part of the queue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Slug of a sentra.
    pub sentra: Option<String>,
    /// Slug of a category.
    pub category: Option<String>,
}

/// A proposed revision.
#[derive(Debug, Clone, FromQueryResult)]
pub struct QueueRow {
    /// `prd_…`
    pub id: String,
    /// Part of the product's address.
    pub slug: String,
    /// Proposed name in the language asked for, else in Indonesian.
    pub name: String,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Slug of its category.
    pub category: String,
    /// Name of its category.
    pub category_name: String,
    /// Key of the revision.
    pub revision_id: i64,
    /// When it was proposed, in UTC milliseconds.
    pub proposed_at: i64,
    /// Whether nothing of the product was published before.
    pub is_new: bool,
}

/// Place of a revision in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct Place {
    /// When it was proposed, in UTC milliseconds.
    pub proposed_at: i64,
    /// Key of the revision.
    pub revision_id: i64,
}

/// A category with the number of revisions that wait in it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct WaitingCategory {
    /// Slug of the category.
    pub slug: String,
    /// Name in the language asked for.
    pub name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Revisions that wait.
    pub count: i64,
}

/// Numbers for the overview.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct CountsRow {
    /// Revisions that wait.
    pub waiting: i64,
    /// When the oldest of them was proposed, in UTC milliseconds.
    pub oldest_at: Option<i64>,
    /// Products on sale, those of stopped shops left out.
    pub published: i64,
    /// Products taken off the shelf by a curator.
    pub suspended: i64,
    /// Shops that may sell.
    pub shops_open: i64,
    /// Shops that were stopped.
    pub shops_suspended: i64,
    /// Revisions decided since the day asked for.
    pub decided: i64,
}

/// A page of the queue.
///
/// # Errors
/// Whatever the database says.
pub async fn queue(
    db: &impl Db,
    filter: &QueueFilter,
    after: Option<Place>,
    limit: i64,
    locale: Locale,
) -> Result<Vec<QueueRow>> {
    let mut sql = Fragment::default();
    let suffix = locale.as_str();
    let locale = sql.bind(suffix);
    sql.push(&format!(
        "SELECT p.public_id AS id, p.slug, COALESCE(tl.name, ti.name) AS name, s.slug AS shop, s.name AS shop_name,
             se.slug AS sentra, se.name AS sentra_name, c.slug AS category, c.name_{suffix} AS category_name,
             r.id AS revision_id, r.proposed_at, (p.published_revision_id IS NULL) AS is_new
         FROM product_revision r
         JOIN product p ON p.id = r.product_id
         JOIN shop s ON s.id = p.shop_id
         JOIN category c ON c.id = p.category_id
         JOIN sentra se ON se.id = c.sentra_id
         JOIN product_text ti ON ti.revision_id = r.id AND ti.locale = 'id'
         LEFT JOIN product_text tl ON tl.revision_id = r.id AND tl.locale = {locale}
         WHERE {WAITING}"
    ));
    for (column, value) in [("se.slug", &filter.sentra), ("c.slug", &filter.category)] {
        if let Some(value) = value {
            let value = sql.bind(value.as_str());
            sql.push(&format!(" AND {column} = {value}"));
        }
    }
    if let Some(place) = after {
        let (at, id) = (sql.bind(place.proposed_at), sql.bind(place.revision_id));
        sql.push(&format!(" AND (r.proposed_at > {at} OR (r.proposed_at = {at} AND r.id > {id}))"));
    }
    let limit = sql.bind(limit);
    sql.push(&format!(" ORDER BY r.proposed_at, r.id LIMIT {limit}"));
    sql::all(db, &sql.text, sql.values).await
}

/// Where the newest proposal of a product stands or stood in the queue.
///
/// # Errors
/// Whatever the database says.
pub async fn place_of(db: &impl Db, public_id: &str) -> Result<Option<Place>> {
    sql::one(
        db,
        "SELECT r.proposed_at, r.id AS revision_id FROM product_revision r JOIN product p ON p.id = r.product_id
         WHERE p.public_id = $1 AND r.proposed_at IS NOT NULL ORDER BY r.number DESC LIMIT 1",
        [public_id.into()],
    )
    .await
}

/// Public id of the product that waits right before a place.
///
/// # Errors
/// Whatever the database says.
pub async fn place_before(db: &impl Db, place: Place) -> Result<Option<String>> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: String,
    }
    let text = format!(
        "SELECT p.public_id AS id FROM product_revision r JOIN product p ON p.id = r.product_id
         JOIN shop s ON s.id = p.shop_id
         WHERE {WAITING} AND (r.proposed_at < $1 OR (r.proposed_at = $1 AND r.id < $2))
         ORDER BY r.proposed_at DESC, r.id DESC LIMIT 1"
    );
    let row: Option<IdRow> = sql::one(db, &text, [place.proposed_at.into(), place.revision_id.into()]).await?;
    Ok(row.map(|row| row.id))
}

/// Categories in which something waits, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting_categories(db: &impl Db, locale: Locale) -> Result<Vec<WaitingCategory>> {
    let text = format!(
        "SELECT c.slug, c.name_{} AS name, se.slug AS sentra, se.name AS sentra_name, w.count
         FROM category c JOIN sentra se ON se.id = c.sentra_id
         JOIN (SELECT p.category_id, COUNT(*) AS count FROM product_revision r JOIN product p ON p.id = r.product_id
             JOIN shop s ON s.id = p.shop_id WHERE {WAITING} GROUP BY p.category_id) AS w ON w.category_id = c.id
         ORDER BY se.position, c.position LIMIT 200",
        locale.as_str()
    );
    sql::all(db, &text, []).await
}

/// Numbers for the overview; `since` in UTC milliseconds.
///
/// # Errors
/// Whatever the database says.
pub async fn counts(db: &impl Db, since: i64) -> Result<CountsRow> {
    let waiting = format!(
        "FROM product_revision r JOIN product p ON p.id = r.product_id JOIN shop s ON s.id = p.shop_id WHERE {WAITING}"
    );
    let text = format!(
        "SELECT (SELECT COUNT(*) {waiting}) AS waiting, (SELECT MIN(r.proposed_at) {waiting}) AS oldest_at,
             (SELECT COUNT(*) FROM product p JOIN shop s ON s.id = p.shop_id WHERE {}) AS published,
             (SELECT COUNT(*) FROM product WHERE status = 'suspended') AS suspended,
             (SELECT COUNT(*) FROM shop WHERE status = 'approved') AS shops_open,
             (SELECT COUNT(*) FROM shop WHERE status = 'suspended') AS shops_suspended,
             (SELECT COUNT(*) FROM audit_event WHERE object_kind = 'product' AND at >= $1
                 AND action IN ('product_published', 'product_changes_requested', 'product_rejected')) AS decided",
        crate::catalogue::VISIBLE
    );
    Ok(sql::one(db, &text, [since.into()]).await?.unwrap_or_default())
}
