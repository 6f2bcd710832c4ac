//! The addresses of the catalogue, for sitemaps.

use std::ops::RangeInclusive;

use domain::{
    locale::Locale,
    time::{Date, Timestamp, Zone},
};
use store::catalogue::{HighestKeys, ListedRow};

use super::card;
use crate::{Result, Services};

/// Rows that are read at once.
const PAGE: i64 = 500;

/// A page of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Path without the locale prefix.
    pub path: String,
    /// Day on which it last changed.
    pub changed_on: Date,
    /// Paths of its photos.
    pub photos: Vec<String>,
}

/// How far the keys of products and shops reach.
///
/// # Errors
/// When the database is not available.
pub async fn highest_keys(services: &Services) -> Result<HighestKeys> {
    Ok(store::catalogue::highest_keys(services.store()).await?)
}

/// The first pages of products with keys in that range, and where the next ones begin.
///
/// # Errors
/// When the database is not available.
pub async fn listed_products(services: &Services, keys: RangeInclusive<i64>) -> Result<(Vec<Listed>, Option<i64>)> {
    let rows = store::catalogue::listed_products(services.store(), keys, PAGE).await?;
    let revisions: Vec<i64> = rows.iter().filter_map(|row| row.revision_id).collect();
    let mut photos = card::photos(services, &revisions, Locale::Id).await?;
    Ok(listed(rows, "/produk/", |row| {
        let own = row.revision_id.and_then(|revision| photos.remove(&revision)).unwrap_or_default();
        own.into_iter().filter_map(|photo| photo.sources.into_iter().next_back()).map(|source| source.jpeg).collect()
    }))
}

/// The first pages of shops with keys in that range, and where the next ones begin.
///
/// # Errors
/// When the database is not available.
pub async fn listed_shops(services: &Services, keys: RangeInclusive<i64>) -> Result<(Vec<Listed>, Option<i64>)> {
    let rows = store::catalogue::listed_shops(services.store(), keys, PAGE).await?;
    Ok(listed(rows, "/toko/", |_| Vec::new()))
}

fn listed(
    rows: Vec<ListedRow>,
    folder: &str,
    mut photos: impl FnMut(&ListedRow) -> Vec<String>,
) -> (Vec<Listed>, Option<i64>) {
    let is_full = i64::try_from(rows.len()) == Ok(PAGE);
    let next = rows.last().filter(|_| is_full).map(|row| row.id + 1);
    let pages = rows
        .iter()
        .map(|row| Listed {
            path: format!("{folder}{}", row.slug),
            changed_on: Date::from_timestamp(Timestamp::from_millis(row.updated_at), Zone::Wib),
            photos: photos(row),
        })
        .collect();
    (pages, next)
}
