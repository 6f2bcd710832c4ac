//! Lists of reviews: of a product, of a shop, for the shop's people and for curators.

use domain::{limits, locale::Locale, review::Spread};
use store::reviews::{Narrowing, Page, ReportCounts, ReviewWithPhotos, Subject, Which};

use super::view::{self, ModeratedReview, ReviewList, ReviewView};
use crate::{
    Error, Result, Services,
    catalogue::{ProductView, ShopView},
    fulfilment::SellerScope,
    orders::below,
};

/// What is asked of a public list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewQuery {
    /// Only those with so many stars.
    pub stars: Option<i64>,
    /// Only those with photos.
    pub with_photos: bool,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

impl ReviewQuery {
    /// Whether it is the first page of all.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// Reviews on the page of what they are about.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// All ratings.
    pub spread: Spread,
    /// How many reviews have photos.
    pub with_photos: i64,
    /// What was asked for.
    pub query: ReviewQuery,
    /// A page of them.
    pub list: ReviewList,
}

/// Reviews of the shops of a seller.
#[derive(Debug, Clone, Default)]
pub struct DeskReviews {
    /// Ratings of all the shops.
    pub spread: Spread,
    /// How many have no reply.
    pub unanswered: i64,
    /// A page of them.
    pub list: ReviewList,
}

/// Which reviews a curator looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModerationFilter {
    /// Those with reports that wait.
    Reported,
    /// Those that are hidden.
    Hidden,
    /// All.
    All,
}

/// A page for curators.
#[derive(Debug, Clone, Default)]
pub struct ModerationPage {
    /// The newest first.
    pub items: Vec<ModeratedReview>,
    /// Cursor of the next page, when there is one.
    pub next: Option<String>,
}

/// Reviews of a visible product, the newest first.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::Invalid`] at `cursor` or `stars`.
pub async fn of_product(
    services: &Services,
    slug: &str,
    query: &ReviewQuery,
    limit: i64,
    locale: Locale,
) -> Result<ReviewList> {
    let id = store::reviews::key_of(services.store(), Subject::Product(slug)).await?.ok_or(Error::NotFound)?;
    Ok(public(services, Which::Product(id), query, (limit, false), locale).await?.0)
}

/// Reviews of the goods of an approved shop, the newest first.
///
/// # Errors
/// As [`of_product`].
pub async fn of_shop(
    services: &Services,
    slug: &str,
    query: &ReviewQuery,
    limit: i64,
    locale: Locale,
) -> Result<ReviewList> {
    let id = store::reviews::key_of(services.store(), Subject::Shop(slug)).await?.ok_or(Error::NotFound)?;
    Ok(public(services, Which::Shop(id), query, (limit, false), locale).await?.0)
}

/// Reviews on the page of a product, in one statement; in none where nobody has rated it.
///
/// # Errors
/// As [`of_product`].
pub async fn shown_of_product(
    services: &Services,
    product: &ProductView,
    query: ReviewQuery,
    limit: i64,
    locale: Locale,
) -> Result<Shown> {
    shown(services, Which::Product(product.key), product.spread, query, (limit, locale)).await
}

/// The same on the page of a shop.
///
/// # Errors
/// As [`of_product`].
pub async fn shown_of_shop(
    services: &Services,
    shop: &ShopView,
    query: ReviewQuery,
    limit: i64,
    locale: Locale,
) -> Result<Shown> {
    shown(services, Which::Shop(shop.key), shop.spread, query, (limit, locale)).await
}

async fn shown(
    services: &Services,
    which: Which<'_>,
    spread: Spread,
    query: ReviewQuery,
    (limit, locale): (i64, Locale),
) -> Result<Shown> {
    // Also where nothing is read: a bad cursor is one whatever there is.
    below(query.cursor.as_deref())?;
    check_stars(&query)?;
    let (list, with_photos) = match spread.count() {
        0 => (ReviewList::default(), 0),
        _ => public(services, which, &query, (limit, true), locale).await?,
    };
    Ok(Shown { spread, with_photos, query, list })
}

fn check_stars(query: &ReviewQuery) -> Result<()> {
    match query.stars {
        Some(stars) if !(1..=5).contains(&stars) => Err(Error::invalid("stars", "value-wrong")),
        _ => Ok(()),
    }
}

async fn public(
    services: &Services,
    which: Which<'_>,
    query: &ReviewQuery,
    (limit, count_photos): (i64, bool),
    locale: Locale,
) -> Result<(ReviewList, i64)> {
    check_stars(query)?;
    let narrowing = Narrowing { stars: query.stars, with_photos: query.with_photos };
    let page = Page { below: below(query.cursor.as_deref())?, limit, count_photos };
    let (rows, next, with_photos) = rows(services, which, narrowing, page, locale).await?;
    Ok((ReviewList { items: views(&rows, locale)?, next }, with_photos))
}

fn views(rows: &[ReviewWithPhotos], locale: Locale) -> Result<Vec<ReviewView>> {
    rows.iter().map(|row| view::view(row, locale)).collect()
}

/// Reviews of the caller's shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn of_shops(
    services: &Services,
    scope: SellerScope<'_>,
    unanswered: bool,
    cursor: Option<&str>,
    limit: i64,
    locale: Locale,
) -> Result<DeskReviews> {
    let which = if unanswered { Which::Unanswered(scope.shop_ids) } else { Which::Shops(scope.shop_ids) };
    let page = Page { below: below(cursor)?, limit, count_photos: false };
    let (rows, next, _) = rows(services, which, Narrowing::default(), page, locale).await?;
    Ok(DeskReviews {
        spread: store::reviews::spread_of_shops(services.store(), scope.shop_ids).await?.into(),
        unanswered: waiting_of_shops(services, scope).await?,
        list: ReviewList { items: views(&rows, locale)?, next },
    })
}

/// How many reviews of the caller's shops have no reply.
///
/// # Errors
/// When the database is not available.
pub async fn waiting_of_shops(services: &Services, scope: SellerScope<'_>) -> Result<i64> {
    Ok(store::reviews::count_unanswered(services.store(), scope.shop_ids).await?)
}

/// Reviews for curators, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn for_curators(
    services: &Services,
    filter: ModerationFilter,
    cursor: Option<&str>,
    limit: i64,
    locale: Locale,
) -> Result<ModerationPage> {
    let which = match filter {
        ModerationFilter::Reported => Which::Reported,
        ModerationFilter::Hidden => Which::Hidden,
        ModerationFilter::All => Which::All,
    };
    let page = Page { below: below(cursor)?, limit, count_photos: false };
    let (rows, next, _) = rows(services, which, Narrowing::default(), page, locale).await?;
    let ids: Vec<i64> = rows.iter().map(|found| found.row.id).collect();
    let reports = store::reviews::open_reports(services.store(), &ids).await?;
    let items = rows.iter().map(|row| view::moderated(row, &reports, locale));
    Ok(ModerationPage { items: items.collect::<Result<_>>()?, next })
}

/// How much waits for curators.
///
/// # Errors
/// When the database is not available.
pub async fn counts(services: &Services) -> Result<ReportCounts> {
    Ok(store::reviews::report_counts(services.store()).await?)
}

/// A page of rows, the cursor of the next one, and how many of all have photos where that was asked.
async fn rows(
    services: &Services,
    which: Which<'_>,
    narrowing: Narrowing,
    page: Page,
    locale: Locale,
) -> Result<(Vec<ReviewWithPhotos>, Option<String>, i64)> {
    let limit = page.limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let one_more = Page { limit: limit + 1, ..page };
    let (mut rows, with_photos) = store::reviews::list(services.store(), which, narrowing, one_more, locale).await?;
    let wanted = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows.last().filter(|_| has_more).map(|found| format!("{:x}", found.row.id));
    Ok((rows, next, with_photos))
}
