//! The trail of what was decided about products and shops.

use domain::curation::CurationAction;
use sea_orm::FromQueryResult;

use crate::{Db, Result, sql, sql::Fragment};

/// Which lines.
#[derive(Debug, Clone, Default)]
pub struct TrailFilter {
    /// What was done.
    pub action: Option<CurationAction>,
    /// Public id of the product or shop, or code of the lot.
    pub object: Option<String>,
}

/// A line of the trail.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TrailRow {
    /// Key inside the database.
    pub id: i64,
    /// When, in UTC milliseconds.
    pub at: i64,
    /// What was done.
    pub action: String,
    /// In which capacity.
    pub actor: String,
    /// Name of whoever did it.
    pub who: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// `product`, `shop` or `lot`.
    pub object_kind: String,
    /// Public id of it.
    pub object_id: String,
    /// Its name now.
    pub object_name: Option<String>,
    /// Part of its address.
    pub object_slug: Option<String>,
}

/// A page of the trail, the latest first, with keys below `below`.
///
/// # Errors
/// Whatever the database says.
pub async fn trail(db: &impl Db, filter: &TrailFilter, below: i64, limit: i64) -> Result<Vec<TrailRow>> {
    let mut sql = Fragment::default();
    sql.push(
        "SELECT e.id, e.at, e.action, e.actor, a.name AS who, e.reason, e.object_kind, e.object_id,
             COALESCE(s.name, (SELECT t.name FROM product_revision r JOIN product_text t ON t.revision_id = r.id
                 WHERE r.product_id = p.id AND t.locale = 'id' AND r.status <> 'draft' ORDER BY r.number DESC LIMIT 1),
                 p.slug) AS object_name,
             COALESCE(s.slug, p.slug) AS object_slug
         FROM audit_event e
         LEFT JOIN account a ON a.id = e.account_id
         LEFT JOIN product p ON e.object_kind = 'product' AND p.public_id = e.object_id
         LEFT JOIN shop s ON e.object_kind = 'shop' AND s.public_id = e.object_id",
    );
    let below = sql.bind(below);
    sql.push(&format!(" WHERE e.id < {below} AND e.action IN ("));
    let actions: Vec<&str> = match filter.action {
        Some(action) => vec![action.as_str()],
        None => CurationAction::ALL.iter().map(|action| action.as_str()).collect(),
    };
    let actions: Vec<String> = actions.into_iter().map(|action| sql.bind(action)).collect();
    sql.push(&format!("{})", actions.join(", ")));
    if let Some(object) = &filter.object {
        // The kind is named so that the index of objects is used.
        let object = sql.bind(object.as_str());
        sql.push(&format!(" AND e.object_kind IN ('product', 'shop', 'lot') AND e.object_id = {object}"));
    }
    let limit = sql.bind(limit);
    sql.push(&format!(" ORDER BY e.id DESC LIMIT {limit}"));
    sql::all(db, &sql.text, sql.values).await
}
