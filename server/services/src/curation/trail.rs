//! The trail: who decided what, when, and why.

use domain::{actor::Actor, curation::CurationAction, time::Timestamp};
use store::curation::TrailFilter;

use super::{Page, parsed};
use crate::{Result, Services, catalogue::page_size, orders::below};

/// Which lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrailQuery {
    /// What was done.
    pub action: Option<CurationAction>,
    /// Public id of a product or shop, or code of a lot.
    pub object: Option<String>,
}

/// A line of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailItem {
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub action: CurationAction,
    /// In which capacity.
    pub actor: Actor,
    /// Name of whoever did it.
    pub who: String,
    /// Note or reason.
    pub reason: Option<String>,
    /// What it was done to.
    pub object: TrailObject,
    /// Its name now; its id where it has none.
    pub name: String,
}

/// What a decision was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrailObject {
    /// A product by its public id.
    Product(String),
    /// A shop by its slug.
    Shop(String),
    /// A lot by its code.
    Lot(String),
}

/// A page of the trail, the latest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor` or `limit`.
pub async fn audit_trail(
    services: &Services,
    query: &TrailQuery,
    cursor: Option<&str>,
    limit: Option<i64>,
) -> Result<Page<TrailItem>> {
    let limit = page_size(limit)?;
    let filter = TrailFilter { action: query.action, object: query.object.clone() };
    let rows = store::curation::trail(services.store(), &filter, below(cursor)?, limit + 1).await?;
    Page::of(
        rows,
        limit,
        |row| format!("{:x}", row.id),
        |row| {
            Ok(TrailItem {
                at: Timestamp::from_millis(row.at),
                action: parsed(&row.action, "action")?,
                actor: parsed(&row.actor, "actor")?,
                who: row.who.unwrap_or_default(),
                reason: row.reason,
                name: row.object_name.unwrap_or_else(|| row.object_id.clone()),
                object: match row.object_slug {
                    Some(slug) if row.object_kind == "shop" => TrailObject::Shop(slug),
                    _ if row.object_kind == "lot" => TrailObject::Lot(row.object_id),
                    _ => TrailObject::Product(row.object_id),
                },
            })
        },
    )
    .transposed()
}
