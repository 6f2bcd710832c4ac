//! One product with all that a curator judges it by.

use domain::locale::Locale;
use sea_orm::FromQueryResult;

use crate::{Db, Result, sql};

/// A product in any state, with its shop.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReviewRow {
    /// Key inside the database.
    pub product_id: i64,
    /// `prd_…`
    pub id: String,
    /// Part of its address.
    pub slug: String,
    /// State of the product.
    pub status: String,
    /// Why it was suspended.
    pub status_reason: Option<String>,
    /// Revision that buyers see.
    pub published_revision_id: Option<i64>,
    /// What a parcel has to survive.
    pub transport_class: String,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Whether it is made when ordered.
    pub made_to_order: bool,
    /// Food only: days from production to best before.
    pub shelf_life_days: Option<i64>,
    /// Name of its category.
    pub category_name: String,
    /// `ceramic`, `food` or `experience`.
    pub kind: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Key of its shop.
    pub shop_id: i64,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Name of the person behind it.
    pub shop_owner: String,
    /// Year that the shop began.
    pub shop_since: Option<i64>,
    /// State of the shop.
    pub shop_status: String,
}

/// A revision of a product.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RevisionRow {
    /// Key inside the database.
    pub id: i64,
    /// `rev_…`
    pub public_id: String,
    /// 1 for the first.
    pub number: i64,
    /// Where it stands.
    pub status: String,
    /// JSON object.
    pub attributes: String,
    /// The curator's words.
    pub note: Option<String>,
    /// Name of whoever wrote it.
    pub author: String,
    /// When it was proposed, in UTC milliseconds.
    pub proposed_at: Option<i64>,
}

/// Name and description in one language.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TextRow {
    /// Revision that it belongs to.
    pub revision_id: i64,
    /// Language.
    pub locale: String,
    /// Name of the product.
    pub name: String,
    /// Paragraphs, parted by empty lines.
    pub description: String,
}

/// What became of a shop's products so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct ShopRecordRow {
    /// Products on sale.
    pub published: i64,
    /// Revisions that wait for a decision.
    pub waiting: i64,
    /// Times that changes were asked for.
    pub changes_requested: i64,
    /// Times that something was refused.
    pub rejected: i64,
}

/// The product with that public id.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, public_id: &str, locale: Locale) -> Result<Option<ReviewRow>> {
    let text = format!(
        "SELECT p.id AS product_id, p.public_id AS id, p.slug, p.status, p.status_reason, p.published_revision_id,
             p.transport_class, p.lead_time_days, p.made_to_order, p.shelf_life_days, c.name_{} AS category_name, c.kind,
             se.slug AS sentra, se.name AS sentra_name, s.id AS shop_id, s.slug AS shop, s.name AS shop_name,
             s.owner_name AS shop_owner, s.since_year AS shop_since, s.status AS shop_status
         FROM product p
         JOIN shop s ON s.id = p.shop_id
         JOIN category c ON c.id = p.category_id
         JOIN sentra se ON se.id = c.sentra_id
         WHERE p.public_id = $1",
        locale.as_str()
    );
    sql::one(db, &text, [public_id.into()]).await
}

/// Revisions of a product but drafts, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn revisions(db: &impl Db, product_id: i64, limit: i64) -> Result<Vec<RevisionRow>> {
    sql::all(
        db,
        "SELECT r.id, r.public_id, r.number, r.status, r.attributes, r.note, a.name AS author, r.proposed_at
         FROM product_revision r JOIN account a ON a.id = r.created_by
         WHERE r.product_id = $1 AND r.status <> 'draft' ORDER BY r.number DESC LIMIT $2",
        [product_id.into(), limit.into()],
    )
    .await
}

/// Texts of revisions.
///
/// # Errors
/// Whatever the database says.
pub async fn texts(db: &impl Db, revision_ids: &[i64]) -> Result<Vec<TextRow>> {
    if revision_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT revision_id, locale, name, description FROM product_text WHERE revision_id IN ({})
         ORDER BY revision_id, locale DESC",
        sql::placeholders(1, revision_ids.len())
    );
    sql::all(db, &text, revision_ids.iter().map(|id| (*id).into())).await
}

/// What became of a shop's products so far; `since` in UTC milliseconds.
///
/// # Errors
/// Whatever the database says.
pub async fn shop_record(db: &impl Db, shop_id: i64, since: i64) -> Result<ShopRecordRow> {
    let decided = "SELECT COUNT(*) FROM audit_event e JOIN product p ON p.public_id = e.object_id
        WHERE e.object_kind = 'product' AND p.shop_id = $1 AND e.at >= $2 AND e.action =";
    let text = format!(
        "SELECT (SELECT COUNT(*) FROM product WHERE shop_id = $1 AND status = 'published') AS published,
             (SELECT COUNT(*) FROM product_revision r JOIN product p ON p.id = r.product_id
                 WHERE p.shop_id = $1 AND r.status = 'proposed') AS waiting,
             ({decided} 'product_changes_requested') AS changes_requested, ({decided} 'product_rejected') AS rejected"
    );
    Ok(sql::one(db, &text, [shop_id.into(), since.into()]).await?.unwrap_or_default())
}
