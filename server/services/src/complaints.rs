//! Cases (the API's name for them): a buyer complains about lines of an order, the seller answers, a curator decides
//! where they do not agree. A case freezes its own lines only.

mod answer;
mod change;
mod decide;
mod failure;
mod notices;
mod open;
mod photos;
mod replacement;
mod view;

pub use answer::{Reply, reply, reply_as_curator};
pub use decide::{Decision, accept, decide, escalate, escalate_due, withdraw, write};
use domain::limits;
pub use failure::wait_days;
pub use open::{CaseLineRequest, CaseRequest, can_open, open};
pub use photos::{add_photo, photo_for_curator, photo_for_seller, photo_of_buyer};
pub use replacement::{ReplacementMove, ReplacementStep, ReplacementView, move_replacement, replacement_received};
pub use store::complaints::CaseFilter;
pub use view::{CaseDetail, CaseItem, CaseMessage, CasePhoto, CaseView, Offer};

use crate::{Error, Result, Services, fulfilment::SellerScope, orders};

/// A page of cases.
#[derive(Debug, Clone, Default)]
pub struct CasePage {
    /// For a seller the newest first, for a curator the oldest.
    pub cases: Vec<CaseView>,
    /// Cursor of the next page, when there is one.
    pub next: Option<String>,
}

/// Cases of the order behind an unguessable token, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn by_token(services: &Services, token: &str) -> Result<Vec<CaseView>> {
    let order = orders::find(services, token).await?;
    let rows = store::complaints::of_order(services.store(), order.id).await?;
    view::views(services.store(), rows).await
}

/// Cases of the caller's shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn of_shops(
    services: &Services,
    scope: SellerScope<'_>,
    filter: CaseFilter,
    cursor: Option<&str>,
    limit: i64,
) -> Result<CasePage> {
    let limit = page_size(limit);
    let below = orders::below(cursor)?;
    let rows = store::complaints::of_shops(services.store(), scope.shop_ids, filter, below, limit + 1).await?;
    page(services, rows, limit).await
}

/// Cases of all shops, the oldest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn all(services: &Services, filter: CaseFilter, cursor: Option<&str>, limit: i64) -> Result<CasePage> {
    let limit = page_size(limit);
    let rows = store::complaints::all(services.store(), filter, orders::key_of(cursor, 0)?, limit + 1).await?;
    page(services, rows, limit).await
}

/// One case of the caller's shops.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub async fn find_of_shops(services: &Services, scope: SellerScope<'_>, id: &str) -> Result<CaseView> {
    let row = store::complaints::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if !scope.shop_ids.contains(&row.shop_id) {
        return Err(Error::NotFound);
    }
    view::one(services.store(), row).await
}

/// One case.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(services: &Services, id: &str) -> Result<CaseView> {
    let row = store::complaints::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    view::one(services.store(), row).await
}

/// How many cases wait for an answer of the caller's shops.
///
/// # Errors
/// When the database is not available.
pub async fn count_open(services: &Services, scope: SellerScope<'_>) -> Result<i64> {
    Ok(store::complaints::count_open(services.store(), scope.shop_ids).await?)
}

/// How many cases wait for the curator.
///
/// # Errors
/// When the database is not available.
pub async fn count_under_review(services: &Services) -> Result<i64> {
    Ok(store::complaints::count_under_review(services.store()).await?)
}

fn page_size(limit: i64) -> i64 {
    limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end())
}

/// A page out of one row more than it holds.
async fn page(services: &Services, mut rows: Vec<store::complaints::CaseRow>, limit: i64) -> Result<CasePage> {
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    Ok(CasePage { cases: view::views(services.store(), rows).await?, next })
}
