//! The front page.

use domain::locale::Locale;
use store::catalogue::{Filter, List};

use super::{ProductItem, SentraView, ShopView, card, sentra::sentra_list};
use crate::{Result, Services};

/// New products shown of each sentra.
const NEW_EACH: i64 = 8;
/// Products shown beside the maker's story.
const FEATURED: i64 = 4;

/// What the front page shows.
#[derive(Debug, Clone)]
pub struct HomeView {
    /// The sentra, each with its newest products.
    pub sentra: Vec<(SentraView, Vec<ProductItem>)>,
    /// One maker with their goods: whoever published last.
    pub featured: Option<(ShopView, Vec<ProductItem>)>,
}

/// The front page.
///
/// # Errors
/// When the database is not available.
pub async fn home(services: &Services, locale: Locale) -> Result<HomeView> {
    let store = services.store();
    let sentra = sentra_list(services, locale).await?;
    let slugs: Vec<String> = sentra.iter().map(|sentra| sentra.slug.clone()).collect();
    let ids = store::catalogue::newest_per_sentra(store, &slugs, NEW_EACH).await?;
    let mut newest = store::catalogue::cards_of(store, &ids, locale).await?;
    newest.sort_by_key(|card| std::cmp::Reverse((card.sort_value, card.id)));
    let featured = match newest.first() {
        Some(card) => store::catalogue::find_shop(store, &card.shop, locale).await?,
        None => None,
    };
    let goods = match &featured {
        Some(shop) => {
            let filter = Filter { shop: Some(shop.slug.clone()), ..Filter::default() };
            store::catalogue::cards(store, &List::newest(&filter, FEATURED), locale).await?
        }
        None => Vec::new(),
    };
    let revisions: Vec<i64> = newest.iter().chain(&goods).map(|card| card.revision_id).collect();
    let mut photos = card::photos(services, &revisions, locale).await?;
    // The featured goods are among the newest, so both lists want the same photos.
    let mut again = photos.clone();
    let goods = goods.into_iter().map(|row| card::item(row, &mut again)).collect();
    let items: Vec<ProductItem> = newest.into_iter().map(|row| card::item(row, &mut photos)).collect();
    let sentra = sentra
        .into_iter()
        .map(|sentra| {
            let own = items.iter().filter(|item| item.sentra == sentra.slug).cloned().collect();
            (sentra, own)
        })
        .collect();
    Ok(HomeView { sentra, featured: featured.map(|row| (ShopView::from(row), goods)) })
}
