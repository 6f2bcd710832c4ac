//! Orders as their sellers see and move them. `shop_ids` are the shops that the caller works for; others' orders are
//! not found.

use domain::{actor::Actor, limits};
pub use store::orders::{OrderCounts, OrderFilter};

use crate::{
    Error, FieldError, Result, Services, check,
    orders::{self, Command, OrderPage, OrderView},
    reason,
};

/// Who acts for which shops.
#[derive(Debug, Clone, Copy)]
pub struct SellerScope<'a> {
    /// Key of the account.
    pub account_id: i64,
    /// Shops that the account works for.
    pub shop_ids: &'a [i64],
}

/// Orders of the shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn list(
    services: &Services,
    scope: SellerScope<'_>,
    filter: OrderFilter,
    cursor: Option<&str>,
    limit: i64,
) -> Result<OrderPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let below = orders::below(cursor)?;
    let rows = store::orders::of_shops(services.store(), scope.shop_ids, filter, below, limit + 1).await?;
    orders::page(services, rows, limit).await
}

/// How many orders are in each tab.
///
/// # Errors
/// When the database is not available.
pub async fn counts(services: &Services, scope: SellerScope<'_>) -> Result<OrderCounts> {
    Ok(store::orders::counts(services.store(), scope.shop_ids).await?)
}

/// One order of the shops.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub async fn find(services: &Services, scope: SellerScope<'_>, number: &str) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    orders::views(services.store(), vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// Accepts an order that waits for it.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`].
pub async fn confirm(services: &Services, scope: SellerScope<'_>, number: &str) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::Confirm).await
}

/// Refuses an order that is not accepted yet.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`]; `reason`: `reason-missing`, `too-long`.
pub async fn reject(services: &Services, scope: SellerScope<'_>, number: &str, reason: &str) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::Reject(valid_reason(reason)?)).await
}

/// Calls off an order that was accepted and has not left; what the buyer paid goes back.
///
/// # Errors
/// As [`reject`].
pub async fn call_off(services: &Services, scope: SellerScope<'_>, number: &str, reason: &str) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::CallOff(valid_reason(reason)?)).await
}

/// The money is there: captures and accepts at once.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`].
pub async fn payment_confirm(services: &Services, scope: SellerScope<'_>, number: &str) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::ConfirmPayment).await
}

/// The money is not there: the payment waits for the buyer again.
///
/// # Errors
/// As [`reject`].
pub async fn payment_reject(
    services: &Services,
    scope: SellerScope<'_>,
    number: &str,
    reason: &str,
) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::RejectPayment(valid_reason(reason)?)).await
}

/// Packed; for pick-up it waits for the buyer then.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`].
pub async fn ready(services: &Services, scope: SellerScope<'_>, number: &str) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::Ready).await
}

/// On its way. A courier needs a name and a tracking number, the seller's own delivery neither.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`]; `courier`: `courier-missing`, `tracking`:
/// `tracking-missing`.
pub async fn ship(
    services: &Services,
    scope: SellerScope<'_>,
    number: &str,
    courier: Option<&str>,
    tracking: Option<&str>,
) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    let by_courier = row.states()?.delivery_method == domain::fulfilment::DeliveryMethod::Courier;
    let [courier, tracking] =
        [courier, tracking].map(|text| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned));
    let mut errors = Vec::new();
    let fits = |value: &Option<String>, bounds| value.as_deref().map_or(!by_courier, |text| limits::fits(text, bounds));
    if !fits(&courier, &limits::COURIER) {
        errors.push(FieldError::new("courier", "courier-missing"));
    }
    if !fits(&tracking, &limits::TRACKING) {
        errors.push(FieldError::new("tracking", "tracking-missing"));
    }
    check(errors)?;
    step(services, scope, row, Command::Ship { courier, tracking }).await
}

/// Against cash, and not taken: the buyer refused the parcel, or never came. Nothing is owed then. What had left goes back
/// on the shelf only where somebody says so, and never food.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`]; `reason`: `reason-missing`, `too-long`.
pub async fn refused(
    services: &Services,
    scope: SellerScope<'_>,
    number: &str,
    reason: &str,
    restock: bool,
) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::Refused { reason: valid_reason(reason)?, restock }).await
}

/// Handed over; cash is taken with it.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`].
pub async fn deliver(services: &Services, scope: SellerScope<'_>, number: &str) -> Result<OrderView> {
    let row = find_row(services, scope, number).await?;
    step(services, scope, row, Command::Deliver).await
}

async fn step(
    services: &Services,
    scope: SellerScope<'_>,
    row: store::orders::OrderRow,
    command: Command,
) -> Result<OrderView> {
    orders::apply(services, row.id, &command, Actor::Seller, Some(scope.account_id)).await?;
    find(services, scope, &row.number).await
}

pub(crate) async fn find_row(
    services: &Services,
    scope: SellerScope<'_>,
    number: &str,
) -> Result<store::orders::OrderRow> {
    store::orders::find_of_shops(services.store(), number, scope.shop_ids).await?.ok_or(Error::NotFound)
}

fn valid_reason(text: &str) -> Result<String> {
    reason::required("reason", "reason-missing", text)
}
