//! The craft villages.

use std::collections::HashMap;

use domain::locale::Locale;
use store::catalogue::{CategoryFacet, Filter, List, SentraRow};

use super::{Photo, ProductItem, ShopView, card};
use crate::{Error, Result, Services};

/// Makers on the page of a sentra; the rest is found by search.
const MAX_SHOPS: i64 = 100;
const NEWEST: i64 = 8;

/// A sentra.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentraView {
    /// Part of its address.
    pub slug: String,
    /// Name of the place.
    pub name: String,
    /// What is made there.
    pub craft: String,
    /// Where it lies.
    pub place: String,
    /// One sentence.
    pub tagline: String,
    /// Paragraphs of its story.
    pub story: Vec<String>,
    /// Shops that sell here.
    pub shop_count: i64,
}

/// The page of a sentra.
#[derive(Debug, Clone)]
pub struct SentraPage {
    /// The place.
    pub sentra: SentraView,
    /// Its makers.
    pub shops: Vec<ShopView>,
    /// Its categories with the number of products.
    pub categories: Vec<CategoryFacet>,
    /// A photo for each category that has one, by slug.
    pub covers: HashMap<String, Photo>,
    /// Its newest products.
    pub newest: Vec<ProductItem>,
}

impl From<SentraRow> for SentraView {
    fn from(row: SentraRow) -> Self {
        Self {
            slug: row.slug,
            name: row.name,
            craft: row.craft,
            place: row.place,
            tagline: row.tagline,
            story: paragraphs(&row.story),
            shop_count: row.shop_count,
        }
    }
}

/// All sentra in their order.
///
/// # Errors
/// When the database is not available.
pub async fn sentra_list(services: &Services, locale: Locale) -> Result<Vec<SentraView>> {
    let rows = store::catalogue::sentra(services.store(), locale).await?;
    Ok(rows.into_iter().map(SentraView::from).collect())
}

/// The page of one sentra.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn sentra(services: &Services, slug: &str, locale: Locale) -> Result<SentraPage> {
    let store = services.store();
    let mut all = sentra_list(services, locale).await?.into_iter();
    let sentra = all.find(|sentra| sentra.slug == slug).ok_or(Error::NotFound)?;
    let shops = store::catalogue::shops(store, Some(slug), None, MAX_SHOPS, locale).await?;
    let filter = Filter { sentra: Some(slug.to_owned()), ..Filter::default() };
    let mut categories = store::catalogue::facets(store, &filter, Some(0), locale).await?.categories;
    categories.retain(|category| category.sentra == slug);
    let cards = store::catalogue::cards(store, &List::newest(&filter, NEWEST), locale).await?;
    let newest = card::with_photos(services, cards, locale).await?;
    let covers = covers(services, slug, locale).await?;
    let shops = shops.into_iter().map(ShopView::from).collect();
    Ok(SentraPage { sentra, shops, categories, covers, newest })
}

async fn covers(services: &Services, sentra: &str, locale: Locale) -> Result<HashMap<String, Photo>> {
    let covers = store::catalogue::category_covers(services.store(), sentra).await?;
    let revisions: Vec<i64> = covers.iter().map(|cover| cover.revision_id).collect();
    let mut photos = card::photos(services, &revisions, locale).await?;
    let mut first = |revision| photos.remove(&revision).and_then(|own| own.into_iter().next());
    Ok(covers.into_iter().filter_map(|cover| Some((cover.category, first(cover.revision_id)?))).collect())
}

/// Texts are stored with an empty line between paragraphs.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let unix = text.replace("\r\n", "\n");
    unix.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
