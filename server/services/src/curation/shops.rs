//! Shops: who may sell.

use domain::{
    curation::CurationAction,
    shop::{ShopEvent, ShopStatus},
};
use store::{
    audit::NewAuditEvent,
    curation::{self, ShopFilter, ShopRow},
};

use super::{Page, actor_of, notices, parsed, refused};
use crate::{Error, Result, Services, accounts::Identity, catalogue::page_size, reason};

/// Which shops.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShopQuery {
    /// Part of the name of the shop or of its owner.
    pub name: Option<String>,
    /// State.
    pub status: Option<ShopStatus>,
}

/// A shop in the curator's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopItem {
    /// Part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Name of the person behind it.
    pub owner: String,
    /// State.
    pub status: ShopStatus,
    /// Why it was stopped.
    pub reason: Option<String>,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Products on sale, or that would be.
    pub product_count: i64,
}

/// A page of shops by slug; the cursor is the slug of the last one.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `limit`.
pub async fn list_shops(
    services: &Services,
    query: &ShopQuery,
    cursor: Option<&str>,
    limit: Option<i64>,
) -> Result<Page<ShopItem>> {
    let limit = page_size(limit)?;
    let filter = ShopFilter { status: query.status, name: query.name.clone(), slug: None };
    let rows = curation::shops(services.store(), &filter, cursor, limit + 1).await?;
    Page::of(rows, limit, |row| row.slug.clone(), item).transposed()
}

/// A shop in any state.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find_shop(services: &Services, slug: &str) -> Result<ShopItem> {
    let filter = ShopFilter { slug: Some(slug.to_owned()), ..ShopFilter::default() };
    curation::shops(services.store(), &filter, None, 1).await?.pop().map(item).ok_or(Error::NotFound)?
}

/// Stops a shop: its goods are not shown and cannot be bought; orders already placed go on.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`]; `reason`: `reason-missing`, `too-long`.
pub async fn suspend_shop(services: &Services, curator: &Identity, slug: &str, reason: &str) -> Result<()> {
    let reason = reason::required("reason", "reason-missing", reason)?;
    change(services, curator, slug, ShopEvent::Suspend, Some(&reason)).await
}

/// Lets a stopped shop sell again.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it is not stopped.
pub async fn restore_shop(services: &Services, curator: &Identity, slug: &str) -> Result<()> {
    change(services, curator, slug, ShopEvent::Restore, None).await
}

async fn change(
    services: &Services,
    curator: &Identity,
    slug: &str,
    event: ShopEvent,
    reason: Option<&str>,
) -> Result<()> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let shop = curation::lock_shop(&tx, slug).await?.ok_or(Error::NotFound)?;
    let from: ShopStatus = parsed(&shop.status, "status of a shop")?;
    let to = from.transition(event).map_err(refused)?;
    if !curation::set_shop_status(&tx, shop.id, (from, to), reason, now).await? {
        return Err(Error::invalid_state());
    }
    let action = if reason.is_some() { CurationAction::SuspendShop } else { CurationAction::RestoreShop };
    let line = NewAuditEvent {
        account_id: Some(curator.id),
        actor: actor_of(curator),
        action: action.as_str(),
        object_kind: "shop",
        object_id: &shop.public_id,
        reason,
    };
    store::audit::record(&tx, &line, now).await?;
    notices::of_shop(services, &tx, &shop, reason, now).await?;
    Ok(tx.commit().await?)
}

fn item(row: ShopRow) -> Result<ShopItem> {
    Ok(ShopItem {
        status: parsed(&row.status, "status of a shop")?,
        slug: row.slug,
        name: row.name,
        owner: row.owner,
        reason: row.status_reason,
        sentra: row.sentra,
        sentra_name: row.sentra_name,
        product_count: row.product_count,
    })
}
