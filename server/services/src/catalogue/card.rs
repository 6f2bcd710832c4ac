//! Products in lists.

use std::collections::HashMap;

use domain::{certificate::CertificateKind, locale::Locale, money::Rupiah};
use serde::Serialize;
use store::catalogue::Card;
use utoipa::ToSchema;

use super::{Photo, photo_of};
use crate::{Result, Services, reviews::Rating};

/// A product in a list; serialises to the list item of the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProductItem {
    /// Part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Slug of its category.
    pub category: String,
    /// Lowest price of its variants.
    pub price_from: Rupiah,
    /// Who sells it.
    pub shop: ShopRef,
    /// Its first photo.
    pub photo: Option<Photo>,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// What buyers think of it; null until somebody has said so.
    pub rating: Option<Rating>,
    /// Highest price of its variants.
    #[serde(skip)]
    pub price_to: Rupiah,
    /// Name of its sentra.
    #[serde(skip)]
    pub sentra_name: String,
    /// Its second photo.
    #[serde(skip)]
    pub second_photo: Option<Photo>,
    /// Whether it is made when ordered.
    #[serde(skip)]
    pub made_to_order: bool,
    /// Days until it is handed over.
    #[serde(skip)]
    pub lead_time_days: i64,
    /// The certificate that a list shows.
    #[serde(skip)]
    pub badge: Option<CertificateKind>,
}

/// A shop by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShopRef {
    /// Part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// Photos by revision.
pub(super) type Photos = HashMap<i64, Vec<Photo>>;

/// Photos of all these revisions, in one statement.
pub(super) async fn photos(services: &Services, revision_ids: &[i64], locale: Locale) -> Result<Photos> {
    let mut photos = Photos::new();
    for row in store::catalogue::photos(services.store(), revision_ids, locale).await? {
        photos.entry(row.revision_id).or_default().push(photo_of(row));
    }
    Ok(photos)
}

/// Cards with their photos, in one statement.
pub(super) async fn with_photos(services: &Services, cards: Vec<Card>, locale: Locale) -> Result<Vec<ProductItem>> {
    let revisions: Vec<i64> = cards.iter().map(|card| card.revision_id).collect();
    let mut photos = photos(services, &revisions, locale).await?;
    Ok(cards.into_iter().map(|card| item(card, &mut photos)).collect())
}

/// A card with its photos, which are taken out of `photos`.
pub(super) fn item(card: Card, photos: &mut Photos) -> ProductItem {
    let mut own = photos.remove(&card.revision_id).unwrap_or_default().into_iter();
    ProductItem {
        slug: card.slug,
        name: card.name,
        sentra: card.sentra,
        category: card.category,
        price_from: Rupiah::new(card.price_from),
        shop: ShopRef { slug: card.shop, name: card.shop_name },
        photo: own.next(),
        in_stock: card.in_stock,
        rating: Rating::of(card.rating_count, card.rating_sum),
        price_to: Rupiah::new(card.price_to),
        sentra_name: card.sentra_name,
        second_photo: own.next(),
        made_to_order: card.made_to_order,
        lead_time_days: card.lead_time_days,
        badge: card.badge.and_then(|kind| kind.parse().ok()),
    }
}
