//! Lists and search.

use std::collections::HashSet;

use domain::{
    certificate::CertificateKind,
    limits,
    listing::{Making, Sort},
    locale::Locale,
};
use store::{
    catalogue::{Card, Facets, Filter, Key, List, MAX_RANKED},
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
    /// Only what is ready, or what is made to order.
    pub making: Option<Making>,
    /// Only what has a verified certificate of that kind.
    pub certificate: Option<CertificateKind>,
    /// What it is made of, as the facets name it.
    pub material: Option<String>,
    /// What it tastes of, as the facets name it.
    pub taste: Option<String>,
    /// Lowest price, in rupiah.
    pub price_min: Option<i64>,
    /// Highest price, in rupiah.
    pub price_max: Option<i64>,
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
    /// What the filters offer, with counts.
    pub facets: Facets,
    /// How many products fit all filters.
    pub found: Found,
    /// Other products; empty where something was found.
    pub suggestions: Vec<ProductItem>,
    /// Whether nothing has all the words, so that these come nearest.
    pub is_near: bool,
    /// Where nothing has all the words: those that were probably meant.
    pub meant: Option<String>,
}

/// A page of products.
///
/// # Errors
/// Invalid `cursor` or `limit`; or the database is not available.
pub async fn list(services: &Services, query: &ListQuery, locale: Locale) -> Result<ProductPage> {
    let asked = Asked::read(services, query).await?;
    let mut cards = store::catalogue::cards(services.store(), &asked.list(&asked.filter), locale).await?;
    if cards.is_empty()
        && let Some(near) = asked.near()
    {
        cards = store::catalogue::cards(services.store(), &asked.list(&near), locale).await?;
    }
    let next = asked.cut(&mut cards);
    Ok(ProductPage { items: card::with_photos(services, cards, locale).await?, next })
}

/// A page of products with all that the list page shows around it, in five statements.
///
/// # Errors
/// Invalid `cursor` or `limit`; or the database is not available.
pub async fn browse(services: &Services, query: &ListQuery, locale: Locale) -> Result<Browse> {
    let asked = Asked::read(services, query).await?;
    let store = services.store();
    let mut cards = store::catalogue::cards(store, &asked.list(&asked.filter), locale).await?;
    let mut filter = asked.filter.clone();
    let (mut is_near, mut others) = (false, Vec::new());
    let has_none = cards.is_empty();
    if has_none {
        let near = asked.near();
        // Lists that are not wanted are asked for nothing, so that one statement is enough.
        let first = near.as_ref().map_or(List { limit: 0, ..asked.list(&filter) }, |near| asked.list(near));
        let wide = Filter { terms: near.as_ref().unwrap_or(&filter).terms.clone(), ..Filter::default() };
        let is_narrowed = asked.is_narrowed && !wide.terms.is_empty();
        let second = List { sort: Sort::Relevance, ..List::newest(&wide, if is_narrowed { SUGGESTIONS } else { 0 }) };
        let any = Filter::default();
        let [found, elsewhere, newest] =
            store::catalogue::several(store, [first, second, List::newest(&any, SUGGESTIONS)], locale).await?;
        is_near = !found.is_empty();
        cards = found;
        if is_near {
            filter = near.unwrap_or(filter);
        } else {
            others = elsewhere;
            others.extend(newest);
        }
    }
    let shown = i64::try_from(cards.len()).unwrap_or(i64::MAX);
    let known = (asked.after.is_none() && shown <= asked.limit).then_some(shown);
    let facets = store::catalogue::facets(store, &filter, known, locale).await?;
    let found = Found { count: facets.found, more: facets.found >= MAX_RANKED };
    let next = asked.cut(&mut cards);
    let (has_cards, shown) = (!cards.is_empty(), if cards.is_empty() { distinct(others) } else { cards });
    let items = card::with_photos(services, shown, locale).await?;
    let (items, suggestions) = if has_cards { (items, Vec::new()) } else { (Vec::new(), items) };
    Ok(Browse {
        page: ProductPage { items, next },
        facets,
        found,
        suggestions,
        is_near,
        meant: has_none.then(|| asked.filter.terms.meant()).flatten(),
    })
}

/// The first so many, each once.
fn distinct(cards: Vec<Card>) -> Vec<Card> {
    let mut seen = HashSet::new();
    let wanted = usize::try_from(SUGGESTIONS).unwrap_or(usize::MAX);
    cards.into_iter().filter(|card| seen.insert(card.id)).take(wanted).collect()
}

/// A query, read and checked.
struct Asked {
    filter: Filter,
    /// Whether anything but the words narrows it.
    is_narrowed: bool,
    sort: Sort,
    after: Option<Key>,
    limit: i64,
}

impl Asked {
    async fn read(services: &Services, query: &ListQuery) -> Result<Self> {
        let sort = query.sort.unwrap_or(Sort::Relevance);
        let limit = page_size(query.limit)?;
        let after = query.cursor.as_deref().map(|text| cursor::decode(sort, text)).transpose()?;
        let filter = filter(services, query).await?;
        let is_narrowed =
            filter.sentra.is_some() || filter.category.is_some() || filter.shop.is_some() || filter.in_stock;
        Ok(Self { filter, is_narrowed, sort, after, limit })
    }

    /// The page of that list, and one product more to know of the next page.
    fn list<'a>(&self, filter: &'a Filter) -> List<'a> {
        List { filter, sort: self.sort, after: self.after, limit: self.limit + 1 }
    }

    /// What comes nearest where nothing fits.
    fn near(&self) -> Option<Filter> {
        self.filter.terms.nearest().map(|terms| Filter { terms, ..self.filter.clone() })
    }

    /// Takes off what is on the next page; its cursor.
    fn cut(&self, cards: &mut Vec<Card>) -> Option<String> {
        let wanted = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let has_more = cards.len() > wanted;
        cards.truncate(wanted);
        cards.last().filter(|_| has_more).map(|card| cursor::encode(self.sort, card.key()))
    }
}

async fn filter(services: &Services, query: &ListQuery) -> Result<Filter> {
    let text: String = query.q.iter().flat_map(|q| q.chars()).take(*limits::SEARCH.end()).collect();
    Ok(Filter {
        terms: Terms::read(services.store(), &text).await?,
        sentra: query.sentra.clone(),
        category: query.category.clone(),
        shop: query.shop.clone(),
        in_stock: query.in_stock,
        making: query.making,
        certificate: query.certificate,
        material: query.material.clone(),
        taste: query.taste.clone(),
        price_min: query.price_min,
        price_max: query.price_max,
        except: None,
    })
}

/// The size of a page.
///
/// # Errors
/// Outside of the bounds.
pub(crate) fn page_size(limit: Option<i64>) -> Result<i64> {
    let limit = limit.unwrap_or(limits::DEFAULT_PAGE_SIZE);
    if limits::PAGE_SIZE.contains(&limit) { Ok(limit) } else { Err(Error::invalid("limit", "bad-limit")) }
}
