//! All products of a seller, and what a new one can be.

use std::collections::HashMap;

use domain::{
    limits,
    locale::Locale,
    product::{ProductStatus, RevisionStatus},
};
use serde::Serialize;
use store::products;
pub use store::products::SellerFilter as SellerTab;
use utoipa::ToSchema;

use super::view::{CategoryChoice, ShopChoice};
use crate::{
    Error, Result, Services,
    catalogue::{Photo, photo_of},
    fulfilment::SellerScope,
    orders,
};

/// A product in the list of its seller, as its latest revision has it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SellerItem {
    /// `prd_…`
    pub id: String,
    /// Part of its address.
    pub slug: String,
    /// Name in Indonesian.
    pub name: String,
    /// State of the product.
    pub status: ProductStatus,
    /// Why a curator suspended it.
    pub status_reason: Option<String>,
    /// State of its latest revision.
    pub revision_status: RevisionStatus,
    /// The curator's words, when changes are requested or it is rejected.
    pub note: Option<String>,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Slug of its category.
    pub category: String,
    /// Its cover.
    pub photo: Option<Photo>,
    /// Lowest price in rupiah; 0 without a variant.
    pub price_from: i64,
    /// Pieces that can be bought now; `None` for made to order.
    pub available: Option<i64>,
    /// Whether it can be bought now.
    pub in_stock: bool,
}

/// A page of the list.
#[derive(Debug, Clone, Serialize)]
pub struct SellerPage {
    /// The newest first.
    pub items: Vec<SellerItem>,
    /// Cursor of the next page, when there is one: pass it on as it is.
    pub next: Option<String>,
}

/// How many products are behind each tab.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TabCounts {
    /// All but the archived ones.
    pub current: i64,
    /// On sale.
    pub published: i64,
    /// Being written, or sent back.
    pub draft: i64,
    /// With the curator.
    pub waiting: i64,
    /// Off the shelf.
    pub hidden: i64,
    /// Given up.
    pub archived: i64,
}

/// Products of the shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn list(
    services: &Services,
    scope: SellerScope<'_>,
    tab: SellerTab,
    cursor: Option<&str>,
    limit: i64,
) -> Result<SellerPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let below = orders::below(cursor)?;
    let db = services.store();
    let mut rows = products::list(db, scope.shop_ids, tab, below, limit + 1, services.now()).await?;
    let wanted = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    let revisions: Vec<i64> = rows.iter().map(|row| row.revision_id).collect();
    let mut covers = HashMap::new();
    for photo in store::catalogue::photos(db, &revisions, Locale::Id).await? {
        covers.entry(photo.revision_id).or_insert(photo);
    }
    let items = rows
        .into_iter()
        .map(|row| {
            let corrupt = || Error::internal(format!("state of product {}", row.public_id));
            let status = row.status.parse().map_err(|_| corrupt())?;
            let revision_status = row.revision_status.parse().map_err(|_| corrupt())?;
            let is_answered = matches!(revision_status, RevisionStatus::ChangesRequested | RevisionStatus::Rejected);
            Ok(SellerItem {
                id: row.public_id,
                slug: row.slug,
                name: row.name,
                status,
                status_reason: row.status_reason,
                revision_status,
                note: row.note.filter(|_| is_answered),
                shop: row.shop,
                shop_name: row.shop_name,
                category: row.category,
                photo: covers.remove(&row.revision_id).map(photo_of),
                price_from: row.price_from,
                available: (!row.made_to_order).then_some(row.available),
                in_stock: row.in_stock,
            })
        })
        .collect::<Result<_>>()?;
    Ok(SellerPage { items, next })
}

/// How many products are behind each tab.
///
/// # Errors
/// When the database is not available.
pub async fn counts(services: &Services, scope: SellerScope<'_>) -> Result<TabCounts> {
    let mut counts = TabCounts::default();
    for row in products::counts(services.store(), scope.shop_ids).await? {
        let status = row.status.parse().map_err(|_| Error::internal("state of a product"))?;
        if status == ProductStatus::Archived {
            counts.archived += row.count;
            continue;
        }
        counts.current += row.count;
        if row.revision_status == RevisionStatus::Proposed.as_str() {
            counts.waiting += row.count;
        }
        match status {
            ProductStatus::Published => counts.published += row.count,
            ProductStatus::Draft | ProductStatus::ChangesRequested | ProductStatus::Rejected => {
                counts.draft += row.count;
            }
            ProductStatus::Hidden | ProductStatus::Suspended => counts.hidden += row.count,
            ProductStatus::Proposed | ProductStatus::Archived => {}
        }
    }
    Ok(counts)
}

/// The seller's shops with the categories of their sentra, for a new product.
///
/// # Errors
/// When the database is not available.
pub async fn shop_choices(services: &Services, scope: SellerScope<'_>, locale: Locale) -> Result<Vec<ShopChoice>> {
    let shops = products::shops(services.store(), scope.shop_ids).await?;
    let sentra: Vec<i64> = shops.iter().map(|shop| shop.sentra_id).collect();
    let categories = products::categories(services.store(), &sentra, locale).await?;
    Ok(shops
        .into_iter()
        .map(|shop| ShopChoice {
            slug: shop.slug,
            name: shop.name,
            categories: categories
                .iter()
                .filter(|category| category.sentra_id == shop.sentra_id)
                .map(|category| CategoryChoice { slug: category.slug.clone(), name: category.name.clone() })
                .collect(),
        })
        .collect())
}
