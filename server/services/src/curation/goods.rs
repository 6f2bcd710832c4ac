//! Products that buyers see or saw: on sale, hidden by their shop, or suspended.

use domain::{locale::Locale, money::Rupiah, product::ProductStatus};
use store::{
    curation::{GoodsFilter, GoodsRow},
    search::Terms,
};

use super::{Page, parsed, queue::first_photos};
use crate::{
    Error, Result, Services,
    catalogue::{Photo, page_size},
    orders::below,
};

/// Which products.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoodsQuery {
    /// What was searched for.
    pub text: Option<String>,
    /// State: published, hidden or suspended; all three when there is none.
    pub status: Option<ProductStatus>,
    /// Slug of a shop.
    pub shop: Option<String>,
}

/// A product in the curator's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodsItem {
    /// `prd_…`
    pub id: String,
    /// Part of its address.
    pub slug: String,
    /// Name in the language asked for, else in Indonesian.
    pub name: String,
    /// State.
    pub status: ProductStatus,
    /// Why it was suspended.
    pub reason: Option<String>,
    /// Lowest price of its variants.
    pub price_from: Rupiah,
    /// Its first photo.
    pub photo: Option<Photo>,
    /// Slug of its shop.
    pub shop: String,
    /// Name of its shop.
    pub shop_name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
}

/// A page of products, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor` or `limit`.
pub async fn list_products(
    services: &Services,
    query: &GoodsQuery,
    cursor: Option<&str>,
    limit: Option<i64>,
    locale: Locale,
) -> Result<Page<GoodsItem>> {
    let limit = page_size(limit)?;
    let below = below(cursor)?;
    let terms = Terms::read(services.store(), query.text.as_deref().unwrap_or_default()).await?;
    let filter = GoodsFilter { status: query.status, shop: query.shop.clone(), terms, id: None };
    let rows = store::curation::goods(services.store(), &filter, below, limit + 1, locale).await?;
    page(services, rows, limit, locale).await
}

/// One of them by its public id.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find_product(services: &Services, id: &str, locale: Locale) -> Result<GoodsItem> {
    let filter = GoodsFilter { id: Some(id.to_owned()), ..GoodsFilter::default() };
    let rows = store::curation::goods(services.store(), &filter, i64::MAX, 1, locale).await?;
    page(services, rows, 1, locale).await?.items.pop().ok_or(Error::NotFound)
}

async fn page(services: &Services, rows: Vec<GoodsRow>, limit: i64, locale: Locale) -> Result<Page<GoodsItem>> {
    let mut photos = first_photos(services, rows.iter().map(|row| row.revision_id), locale).await?;
    let page = Page::of(
        rows,
        limit,
        |row| format!("{:x}", row.product_id),
        |row| {
            Ok(GoodsItem {
                id: row.id,
                slug: row.slug,
                name: row.name,
                status: parsed(&row.status, "status of a product")?,
                reason: row.status_reason,
                price_from: Rupiah::new(row.price_from),
                photo: photos.remove(&row.revision_id),
                shop: row.shop,
                shop_name: row.shop_name,
                sentra: row.sentra,
                sentra_name: row.sentra_name,
            })
        },
    );
    page.transposed()
}
