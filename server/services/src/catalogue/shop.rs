//! Shops.

use domain::{locale::Locale, phone::Phone, review::Spread};
use store::catalogue::ShopRow;

use super::{
    ListQuery, ProductPage, cursor,
    list::{list, page_size},
    photo,
    sentra::paragraphs,
};
use crate::{
    Error, Result, Services,
    certificates::{self, CertificateView},
};

/// An approved shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopView {
    /// Key inside the database.
    pub key: i64,
    /// Part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Name of the person behind it.
    pub owner: String,
    /// Year that it began.
    pub since_year: Option<i64>,
    /// One sentence.
    pub tagline: String,
    /// Paragraphs of its story.
    pub story: Vec<String>,
    /// Street address.
    pub street: String,
    /// Village, district, city, province.
    pub region: String,
    /// Phone number.
    pub phone: Option<Phone>,
    /// Address of its logo.
    pub logo: Option<String>,
    /// When it is open, as its owner wrote it.
    pub opening_hours: String,
    /// Whether goods can be collected there.
    pub offers_pickup: bool,
    /// Whether couriers carry its goods.
    pub offers_courier: bool,
    /// Whether it is paid at hand-over.
    pub accepts_cod: bool,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// Products on sale.
    pub product_count: i64,
    /// Ratings of its goods.
    pub spread: Spread,
}

/// The page of a shop.
#[derive(Debug, Clone)]
pub struct ShopPage {
    /// The shop.
    pub shop: ShopView,
    /// Its products.
    pub products: ProductPage,
    /// What public bodies and laboratories say of it and of its goods.
    pub certificates: Vec<CertificateView>,
}

impl From<ShopRow> for ShopView {
    fn from(row: ShopRow) -> Self {
        let logo = photo::logo_of(row.logo.as_deref(), row.logo_widths.as_deref());
        Self {
            key: row.id,
            slug: row.slug,
            name: row.name,
            owner: row.owner,
            since_year: row.since_year,
            tagline: row.tagline,
            story: paragraphs(&row.story),
            street: row.street,
            region: row.region,
            phone: row.phone.parse().ok(),
            logo,
            opening_hours: row.opening_hours,
            offers_pickup: row.offers_pickup,
            offers_courier: row.offers_courier,
            accepts_cod: row.accepts_cod,
            sentra: row.sentra,
            sentra_name: row.sentra_name,
            product_count: row.product_count,
            spread: row.spread.into(),
        }
    }
}

/// The page of a shop; the shop in `query` is replaced.
///
/// # Errors
/// Not found; an invalid `cursor`; or the database is not available.
pub async fn shop(services: &Services, slug: &str, query: &ListQuery, locale: Locale) -> Result<ShopPage> {
    let shop = find_shop(services, slug, locale).await?;
    let query = ListQuery { shop: Some(slug.to_owned()), ..query.clone() };
    let products = list(services, &query, locale).await?;
    let certificates = certificates::of_shop(services, slug).await?;
    Ok(ShopPage { shop, products, certificates })
}

/// An approved shop.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn find_shop(services: &Services, slug: &str, locale: Locale) -> Result<ShopView> {
    let row = store::catalogue::find_shop(services.store(), slug, locale).await?.ok_or(Error::NotFound)?;
    Ok(row.into())
}

/// Approved shops by slug, and the cursor of the next page.
///
/// # Errors
/// Invalid `cursor` or `limit`; or the database is not available.
pub async fn shops(
    services: &Services,
    sentra: Option<&str>,
    cursor: Option<&str>,
    limit: Option<i64>,
    locale: Locale,
) -> Result<(Vec<ShopView>, Option<String>)> {
    let limit = page_size(limit)?;
    let after = cursor.map(cursor::decode_slug).transpose()?;
    let mut rows = store::catalogue::shops(services.store(), sentra, after.as_deref(), limit + 1, locale).await?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows.last().filter(|_| has_more).map(|row| cursor::encode_slug(&row.slug));
    Ok((rows.into_iter().map(ShopView::from).collect(), next))
}
