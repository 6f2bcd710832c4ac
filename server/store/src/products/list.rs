//! All products of some shops.

use domain::time::Timestamp;
use sea_orm::{FromQueryResult, Value};

use crate::{
    Db, Result,
    goods::{sellable_sql, today_sql, todays},
    sql,
};

/// Which products a seller looks at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SellerFilter {
    /// All but the archived ones.
    #[default]
    Current,
    /// On sale.
    Published,
    /// Being written, or sent back by the curator.
    Draft,
    /// The curator has them, or a revision of them.
    Waiting,
    /// Off the shelf.
    Hidden,
    /// Given up.
    Archived,
}

impl SellerFilter {
    const fn condition(self) -> &'static str {
        match self {
            Self::Current => "p.status <> 'archived'",
            Self::Published => "p.status = 'published'",
            Self::Draft => "p.status IN ('draft', 'changes_requested', 'rejected')",
            Self::Waiting => "p.status <> 'archived' AND r.status = 'proposed'",
            Self::Hidden => "p.status IN ('hidden', 'suspended')",
            Self::Archived => "p.status = 'archived'",
        }
    }
}

/// A product in the list of its seller, as its latest revision has it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SellerRow {
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
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Slug of its category.
    pub category: String,
    /// Made only when ordered.
    pub made_to_order: bool,
    /// Lowest price in rupiah; 0 without a variant.
    pub price_from: i64,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// Latest revision.
    pub revision_id: i64,
    /// State of that revision.
    pub revision_status: String,
    /// The curator's words on it.
    pub note: Option<String>,
    /// Name in Indonesian.
    pub name: String,
    /// Pieces that can be bought now.
    pub available: i64,
}

/// How many products have a pair of states.
#[derive(Debug, Clone, FromQueryResult)]
pub struct StatusCount {
    /// State of the product.
    pub status: String,
    /// State of its latest revision.
    pub revision_status: String,
    /// How many.
    pub count: i64,
}

/// The latest revision `r` of the product `p`.
pub(super) const LATEST: &str = "JOIN product_revision r ON r.id = (SELECT x.id FROM product_revision x
    WHERE x.product_id = p.id ORDER BY x.number DESC LIMIT 1)";

/// Products of these shops below a key, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(
    db: &impl Db,
    shop_ids: &[i64],
    filter: SellerFilter,
    below: i64,
    limit: i64,
    now: Timestamp,
) -> Result<Vec<SellerRow>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT p.id, p.public_id, p.slug, p.status, p.status_reason, s.slug AS shop, s.name AS shop_name,
             c.slug AS category, p.made_to_order, p.price_from, p.in_stock, r.id AS revision_id,
             r.status AS revision_status, r.note, x.name,
             CAST(COALESCE((SELECT SUM(k.on_hand - k.allocated - k.held) FROM stock k
                 JOIN variant v ON v.id = k.variant_id LEFT JOIN lot l ON l.id = k.lot_id
                 WHERE v.product_id = p.id AND v.archived_at IS NULL
                     AND k.week IS NULL AND {}), 0) AS BIGINT) AS available
         FROM product p
         JOIN shop s ON s.id = p.shop_id
         JOIN sentra t ON t.id = s.sentra_id
         JOIN category c ON c.id = p.category_id
         {LATEST}
         JOIN product_text x ON x.revision_id = r.id AND x.locale = 'id'
         WHERE p.shop_id IN ({}) AND p.id < $4 AND {} ORDER BY p.id DESC LIMIT $5",
        sellable_sql(&today_sql(1)),
        sql::placeholders(6, shop_ids.len()),
        filter.condition()
    );
    let values =
        todays(now).into_iter().chain([below.into(), limit.into()]).chain(shop_ids.iter().map(|&id| Value::from(id)));
    sql::all(db, &text, values).await
}

/// How many products of these shops are in each state.
///
/// # Errors
/// Whatever the database says.
pub async fn counts(db: &impl Db, shop_ids: &[i64]) -> Result<Vec<StatusCount>> {
    if shop_ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT p.status, r.status AS revision_status, COUNT(*) AS count FROM product p {LATEST}
         WHERE p.shop_id IN ({}) GROUP BY p.status, r.status",
        sql::placeholders(1, shop_ids.len())
    );
    sql::all(db, &text, shop_ids.iter().map(|&id| id.into())).await
}
