//! Lists and search.

use domain::{limits, listing::Sort, locale::Locale};
use store::{
    catalogue::{CategoryFacet, Filter, MAX_COUNTED},
    search::Terms,
};

use super::{ProductItem, card, cursor};
use crate::{Error, Result, Services};

/// Products shown where a search found none.
const SUGGESTIONS: i64 = 8;

/// What is asked of a list.
#[derive(Debug, Clone, Default)]
pub struct ListQuery {
    /// Words to search for.
    pub q: Option<String>,
    /// Slug of a sentra.
    pub sentra: Option<String>,
    /// Slug of a category.
    pub category: Option<String>,
    /// Slug of a shop.
    pub shop: Option<String>,
    /// Order; by relevance where nothing was asked for.
    pub sort: Option<Sort>,
    /// Only what can be bought now.
    pub in_stock: bool,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Products per page, 1 to 100.
    pub limit: Option<i64>,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct ProductPage {
    /// The products.
    pub items: Vec<ProductItem>,
    /// Cursor of the next page; `None` at the end.
    pub next: Option<String>,
}

/// How many products were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// So many, or more.
    pub count: i64,
    /// Whether there are more.
    pub more: bool,
}

/// The list page: products, filters with counts, and something else where nothing was found.
#[derive(Debug, Clone)]
pub struct Browse {
    /// The products.
    pub page: ProductPage,
    /// All categories with the products found in them.
    pub categories: Vec<CategoryFacet>,
    /// How many products fit all filters.
    pub found: Found,
    /// Other products; empty where something was found.
    pub suggestions: Vec<ProductItem>,
}

/// A page of products.
///
/// # Errors
/// Invalid `cursor` or `limit`; or the database is not available.
pub async fn list(services: &Services, query: &ListQuery, locale: Locale) -> Result<ProductPage> {
    let filter = filter(services, query).await?;
    page(services, query, &filter, locale).await
}

/// A page of products with all that the list page shows around it.
///
/// # Errors
/// Invalid `cursor` or `limit`; or the database is not available.
pub async fn browse(services: &Services, query: &ListQuery, locale: Locale) -> Result<Browse> {
    let filter = filter(services, query).await?;
    let page = page(services, query, &filter, locale).await?;
    let categories = store::catalogue::facets(services.store(), &filter, locale).await?;
    let found = found(&categories, query);
    let suggestions = if page.items.is_empty() {
        let any = Filter::default();
        let cards = store::catalogue::cards(services.store(), &any, Sort::Newest, None, SUGGESTIONS, locale).await?;
        card::with_photos(services, cards, locale).await?
    } else {
        Vec::new()
    };
    Ok(Browse { page, categories, found, suggestions })
}

async fn filter(services: &Services, query: &ListQuery) -> Result<Filter> {
    let text: String = query.q.iter().flat_map(|q| q.chars()).take(*limits::SEARCH.end()).collect();
    Ok(Filter {
        terms: Terms::read(services.store(), &text).await?,
        sentra: query.sentra.clone(),
        category: query.category.clone(),
        shop: query.shop.clone(),
        in_stock: query.in_stock,
        except: None,
    })
}

async fn page(services: &Services, query: &ListQuery, filter: &Filter, locale: Locale) -> Result<ProductPage> {
    let sort = query.sort.unwrap_or(Sort::Relevance);
    let limit = page_size(query.limit)?;
    let after = query.cursor.as_deref().map(|text| cursor::decode(sort, text)).transpose()?;
    let mut cards = store::catalogue::cards(services.store(), filter, sort, after, limit + 1, locale).await?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = cards.len() > wanted;
    cards.truncate(wanted);
    let next = cards.last().filter(|_| has_more).map(|card| cursor::encode(sort, card.key()));
    Ok(ProductPage { items: card::with_photos(services, cards, locale).await?, next })
}

/// The size of a page.
///
/// # Errors
/// Outside of the bounds.
pub(crate) fn page_size(limit: Option<i64>) -> Result<i64> {
    let limit = limit.unwrap_or(limits::DEFAULT_PAGE_SIZE);
    if limits::PAGE_SIZE.contains(&limit) { Ok(limit) } else { Err(Error::invalid("limit", "bad-limit")) }
}

fn found(categories: &[CategoryFacet], query: &ListQuery) -> Found {
    let fits = |wanted: &Option<String>, own: &str| wanted.as_deref().is_none_or(|wanted| wanted == own);
    let counted: i64 = categories.iter().map(|category| category.count).sum();
    let count = categories
        .iter()
        .filter(|category| fits(&query.sentra, &category.sentra) && fits(&query.category, &category.slug))
        .map(|category| category.count)
        .sum();
    Found { count, more: counted >= MAX_COUNTED }
}
