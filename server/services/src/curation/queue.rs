//! The queue, the oldest proposal first.

use std::collections::HashMap;

use domain::{locale::Locale, time::Timestamp};
use store::curation::{Place, QueueFilter, QueueRow, WaitingCategory};

use super::Page;
use crate::{
    Error, Result, Services,
    catalogue::{Photo, page_size, photo_of},
};

/// Days of decisions that the overview counts.
const RECENT_DAYS: i64 = 30;

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueItem {
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
    /// First of the proposed photos.
    pub photo: Option<Photo>,
    /// When it was proposed.
    pub proposed_at: Timestamp,
    /// `true` for a new product, `false` for a change of a published one.
    pub is_new: bool,
}

/// Numbers for the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Proposals that wait.
    pub waiting: i64,
    /// When the oldest of them was made.
    pub oldest_at: Option<Timestamp>,
    /// Products on sale.
    pub published: i64,
    /// Products taken off the shelf by a curator.
    pub suspended: i64,
    /// Shops that may sell.
    pub shops_open: i64,
    /// Shops that were stopped.
    pub shops_suspended: i64,
    /// Proposals decided in the last 30 days.
    pub decided: i64,
}

/// A page of the queue; 24 proposals when no `limit` is given.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor` or `limit`.
pub async fn queue(
    services: &Services,
    filter: &QueueFilter,
    cursor: Option<&str>,
    limit: Option<i64>,
    locale: Locale,
) -> Result<Page<QueueItem>> {
    let limit = page_size(limit)?;
    let after = cursor.map(place).transpose()?;
    let rows = store::curation::queue(services.store(), filter, after, limit + 1, locale).await?;
    let mut photos = first_photos(services, rows.iter().map(|row| row.revision_id), locale).await?;
    Ok(Page::of(rows, limit, cursor_of, |row| item(row, &mut photos)))
}

/// The product to look at after this one: the next in the queue, or else its first; `None` when nothing else waits.
///
/// # Errors
/// When the database is not available.
pub async fn next(services: &Services, id: &str, locale: Locale) -> Result<Option<String>> {
    let store = services.store();
    let place = store::curation::place_of(store, id).await?;
    let all = QueueFilter::default();
    let mut rows = store::curation::queue(store, &all, place, 1, locale).await?;
    if rows.is_empty() && place.is_some() {
        rows = store::curation::queue(store, &all, None, 1, locale).await?;
    }
    Ok(rows.into_iter().map(|row| row.id).find(|found| found != id))
}

/// The product that waits right before this one.
///
/// # Errors
/// When the database is not available.
pub async fn before(services: &Services, id: &str) -> Result<Option<String>> {
    match store::curation::place_of(services.store(), id).await? {
        Some(place) => Ok(store::curation::place_before(services.store(), place).await?),
        None => Ok(None),
    }
}

/// Categories in which something waits.
///
/// # Errors
/// When the database is not available.
pub async fn categories(services: &Services, locale: Locale) -> Result<Vec<WaitingCategory>> {
    Ok(store::curation::waiting_categories(services.store(), locale).await?)
}

/// Numbers for the overview.
///
/// # Errors
/// When the database is not available.
pub async fn counts(services: &Services) -> Result<Counts> {
    let since = services.now().plus_days(-RECENT_DAYS);
    let row = store::curation::counts(services.store(), since.millis()).await?;
    Ok(Counts {
        waiting: row.waiting,
        oldest_at: row.oldest_at.map(Timestamp::from_millis),
        published: row.published,
        suspended: row.suspended,
        shops_open: row.shops_open,
        shops_suspended: row.shops_suspended,
        decided: row.decided,
    })
}

/// First photos by revision, in one statement.
pub(super) async fn first_photos(
    services: &Services,
    revisions: impl Iterator<Item = i64>,
    locale: Locale,
) -> Result<HashMap<i64, Photo>> {
    let revisions: Vec<i64> = revisions.collect();
    let mut photos = HashMap::new();
    for row in store::catalogue::photos(services.store(), &revisions, locale).await? {
        photos.entry(row.revision_id).or_insert_with(|| photo_of(row));
    }
    Ok(photos)
}

fn item(row: QueueRow, photos: &mut HashMap<i64, Photo>) -> QueueItem {
    QueueItem {
        id: row.id,
        slug: row.slug,
        name: row.name,
        shop: row.shop,
        shop_name: row.shop_name,
        sentra: row.sentra,
        sentra_name: row.sentra_name,
        category: row.category,
        category_name: row.category_name,
        photo: photos.remove(&row.revision_id),
        proposed_at: Timestamp::from_millis(row.proposed_at),
        is_new: row.is_new,
    }
}

/// Places of the queue are no secret to a curator, so the cursor is one in plain hex.
fn cursor_of(row: &QueueRow) -> String {
    format!("{:x}-{:x}", row.proposed_at, row.revision_id)
}

fn place(cursor: &str) -> Result<Place> {
    let number = |text: &str| i64::from_str_radix(text, 16).ok();
    cursor
        .split_once('-')
        .and_then(|(at, id)| Some(Place { proposed_at: number(at)?, revision_id: number(id)? }))
        .ok_or_else(|| Error::invalid("cursor", "bad-cursor"))
}
