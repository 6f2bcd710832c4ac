//! What a search field offers while somebody types.

use domain::{limits, locale::Locale, words::normalised};
use serde::Serialize;
use store::{
    catalogue::{CategoryName, Filter, List},
    search::Terms,
};
use utoipa::ToSchema;

use crate::{Result, Services};

/// Most suggestions of each sort.
const MAX_WORDS: usize = 3;
const MAX_CATEGORIES: usize = 2;
const MAX_PRODUCTS: i64 = 5;
/// Shortest search that suggests something.
const SHORTEST: usize = 2;

/// What may be meant by the beginning of a search.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct Suggestions {
    /// Whole searches.
    pub words: Vec<String>,
    /// Categories whose names have the words.
    pub categories: Vec<CategorySuggestion>,
    /// Products, the best first.
    pub products: Vec<ProductSuggestion>,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CategorySuggestion {
    /// Slug.
    pub slug: String,
    /// Name in the language asked for.
    pub name: String,
    /// Name of its sentra.
    pub sentra: String,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProductSuggestion {
    /// Slug.
    pub slug: String,
    /// Name in the language asked for.
    pub name: String,
    /// Name of its shop.
    pub shop: String,
}

/// Suggestions for what was typed so far, in at most four statements; none for less than two characters.
///
/// # Errors
/// When the database is not available.
pub async fn suggest(services: &Services, typed: &str, locale: Locale) -> Result<Suggestions> {
    let text: String = typed.chars().take(*limits::SEARCH.end()).collect();
    let text = normalised(&text);
    if text.chars().count() < SHORTEST {
        return Ok(Suggestions::default());
    }
    let store = services.store();
    let terms = Terms::read(store, &text).await?;
    let mut words = terms.completions();
    words.truncate(MAX_WORDS);
    let names = store::catalogue::category_names(store, locale).await?;
    let categories = fitting(names, &text, &words);
    let filter = Filter { terms, ..Filter::default() };
    let list = |filter| List { sort: domain::listing::Sort::Relevance, ..List::newest(filter, MAX_PRODUCTS) };
    let mut cards = store::catalogue::cards(store, &list(&filter), locale).await?;
    if cards.is_empty() {
        words.extend(filter.terms.meant());
        if let Some(terms) = filter.terms.nearest() {
            let near = Filter { terms, ..Filter::default() };
            cards = store::catalogue::cards(store, &list(&near), locale).await?;
        }
    }
    words.dedup();
    let products = cards
        .into_iter()
        .map(|card| ProductSuggestion { slug: card.slug, name: card.name, shop: card.shop_name })
        .collect();
    Ok(Suggestions { words, categories, products })
}

/// Those in whose names a word begins as what was typed or completed.
fn fitting(names: Vec<CategoryName>, typed: &str, completed: &[String]) -> Vec<CategorySuggestion> {
    let wanted: Vec<String> =
        std::iter::once(typed).chain(completed.iter().map(String::as_str)).map(|text| format!(" {text}")).collect();
    names
        .into_iter()
        .filter(|category| {
            let own = format!(" {}", normalised(&category.name));
            wanted.iter().any(|text| own.contains(text.as_str()))
        })
        .take(MAX_CATEGORIES)
        .map(|category| CategorySuggestion { slug: category.slug, name: category.name, sentra: category.sentra_name })
        .collect()
}
