//! Orders as their buyers see and change them.

mod assemble;
mod command;
mod notices;
mod view;

pub(crate) use assemble::views;
pub(crate) use command::{Command, Proof, apply, completes_at, step};
use domain::{actor::Actor, limits};
pub(crate) use notices::{Placed, PlacedGroup as PlacedMail, placed as placed_mails};
pub use view::{
    BankView, Contact, LineLot, OrderDetail, OrderEventView, OrderItem, OrderSummary, OrderView, OrderVoucher,
    PaymentView, ProofView,
};

use crate::{Error, Result, Services};

/// A page of orders.
#[derive(Debug, Clone, Default)]
pub struct OrderPage {
    /// The newest first.
    pub orders: Vec<OrderView>,
    /// Cursor of the next page, when there is one: pass it on as it is.
    pub next: Option<String>,
}

/// All orders of one checkout.
#[derive(Debug, Clone)]
pub struct GroupView {
    /// `grp_…`
    pub group: String,
    /// What the buyer pays in all.
    pub total: domain::money::Rupiah,
    /// One a shop.
    pub orders: Vec<OrderView>,
}

/// The order behind an unguessable token.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn by_token(services: &Services, token: &str) -> Result<OrderView> {
    let row = find(services, token).await?;
    views(services.store(), vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// All orders of the checkout behind an unguessable token.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn group_by_token(services: &Services, token: &str) -> Result<GroupView> {
    if !domain::id::is_token(token) {
        return Err(Error::NotFound);
    }
    let rows = store::orders::of_group(services.store(), token).await?;
    let group = rows.first().ok_or(Error::NotFound)?.group_public_id.clone();
    let orders = views(services.store(), rows).await?;
    let total = domain::money::Rupiah::checked_sum(orders.iter().map(|order| order.summary.total));
    Ok(GroupView { group, total: total.ok_or_else(|| Error::internal("a total is out of range"))?, orders })
}

/// Whether there is an order or a checkout behind an unguessable token.
pub(crate) async fn exists(services: &Services, token: &str) -> Result<()> {
    match find(services, token).await {
        Err(Error::NotFound) => group_by_token(services, token).await.map(|_| ()),
        found => found.map(|_| ()),
    }
}

/// Orders of a signed-in buyer, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn of_account(services: &Services, account_id: i64, cursor: Option<&str>, limit: i64) -> Result<OrderPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let rows = store::orders::of_account(services.store(), account_id, below(cursor)?, limit + 1).await?;
    page(services, rows, limit).await
}

/// Calls an order off; free until the seller has accepted.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] after that.
pub async fn cancel(services: &Services, token: &str, account_id: Option<i64>) -> Result<OrderView> {
    change(services, token, Command::CancelByBuyer, account_id).await
}

/// The buyer has the goods.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when they are not on their way.
pub async fn received(services: &Services, token: &str, account_id: Option<i64>) -> Result<OrderView> {
    change(services, token, Command::Received, account_id).await
}

async fn change(services: &Services, token: &str, command: Command, account_id: Option<i64>) -> Result<OrderView> {
    let row = find(services, token).await?;
    apply(services, row.id, &command, Actor::Buyer, account_id).await?;
    by_token(services, token).await
}

/// The row of the order behind an unguessable token.
pub(crate) async fn find(services: &Services, token: &str) -> Result<store::orders::OrderRow> {
    if !domain::id::is_token(token) {
        return Err(Error::NotFound);
    }
    store::orders::find_by_token(services.store(), token).await?.ok_or(Error::NotFound)
}

/// The key below which a page begins. Keys of orders are no secret to their owner, so the cursor is one in plain hex.
pub(crate) fn below(cursor: Option<&str>) -> Result<i64> {
    key_of(cursor, i64::MAX)
}

/// The key that a cursor names; `otherwise` without one.
pub(crate) fn key_of(cursor: Option<&str>, otherwise: i64) -> Result<i64> {
    cursor.map_or(Ok(otherwise), |text| {
        i64::from_str_radix(text, 16).ok().filter(|key| *key > 0).ok_or_else(|| Error::invalid("cursor", "bad-cursor"))
    })
}

/// A page out of one row more than it holds.
pub(crate) async fn page(services: &Services, mut rows: Vec<store::orders::OrderRow>, limit: i64) -> Result<OrderPage> {
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    Ok(OrderPage { orders: views(services.store(), rows).await?, next })
}
