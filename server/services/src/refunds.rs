//! Money that goes back to buyers: asked for, approved, sent, arrived. One order's captured share is the ceiling.

mod account;
mod amounts;
mod by_hand;
mod change;
mod notices;
mod provider;
mod retry;
mod view;

pub use account::{account_given, give_account};
pub use amounts::{RefundLineRequest, RefundRequest};
pub(crate) use by_hand::keep_photo;
pub use by_hand::{Sending, confirm_received, mark_failed, mark_sent, proof, settle_due};
pub(crate) use change::{Asked, Asker, ask_for_pieces, give_back_rest};
pub use change::{approve, decline, request, request_as_curator};
pub use provider::{ProviderRefund, provider_due, provider_result, provider_sent};
pub use retry::{failed, retry};
pub use view::{OrderRefunds, RefundDetail, RefundItem, RefundPage, RefundView, RefundableItem};

use domain::limits;

use crate::{Error, Result, Services, fulfilment::SellerScope, orders};

/// Refunds of an order of the caller's shops, and what can still be given back.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub async fn of_order(services: &Services, scope: SellerScope<'_>, number: &str) -> Result<OrderRefunds> {
    let row = store::orders::find_of_shops(services.store(), number, scope.shop_ids).await?.ok_or(Error::NotFound)?;
    let refunds = view::of_order(services.store(), row.id).await?;
    Ok(OrderRefunds { account: account::of_order(services.store(), row.id).await?, ..refunds })
}

/// Refunds of any order, and what can still be given back, for a curator who does not pay by hand.
///
/// # Errors
/// [`Error::NotFound`] when there is none of that number.
pub async fn of_any_order(services: &Services, number: &str) -> Result<OrderRefunds> {
    let id = store::orders::id_of(services.store(), number).await?.ok_or(Error::NotFound)?;
    view::of_order(services.store(), id).await
}

/// Refunds of the order behind an unguessable token, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn by_token(services: &Services, token: &str) -> Result<Vec<RefundView>> {
    let row = orders::find(services, token).await?;
    let rows = store::refunds::of_orders(services.store(), &[row.id]).await?;
    view::views(services.store(), rows).await
}

/// Refunds that wait for a second person, the oldest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn waiting(services: &Services, cursor: Option<&str>, limit: i64) -> Result<RefundPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let above = orders::key_of(cursor, 0)?;
    let mut rows = store::refunds::waiting(services.store(), above, limit + 1).await?;
    let has_more = rows.len() > usize::try_from(limit).unwrap_or(0);
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    Ok(RefundPage { refunds: view::views(services.store(), rows).await?, next })
}

/// How many refunds wait for a second person.
///
/// # Errors
/// When the database is not available.
pub async fn count_waiting(services: &Services) -> Result<i64> {
    Ok(store::refunds::count_waiting(services.store()).await?)
}
