//! Goods that were to be sent again and do not come: the curator decides the case once more.

use domain::{
    complaint::CaseEvent,
    fulfilment::{FulfilmentEvent, FulfilmentStatus},
    state::InvalidTransition,
    time::Timestamp,
};
use store::{
    Tx, guard,
    history::{self, History},
};

use super::{
    change::{By, Locked, Outcome},
    notices::{self, Told},
    replacement::status,
};
use crate::{Error, Result, Services};

/// Days, where the settings name none.
const WAIT_DAYS: i64 = 7;

/// How goods stand that do not come.
pub(super) struct Failure {
    /// Called off, or undeliverable.
    pub status: FulfilmentStatus,
    /// Whether they had been on their way.
    pub had_left: bool,
    /// Whether they came back whole.
    pub restock: bool,
}

/// Gives the case back to the curator, and the goods to the shelf where they never left or came back whole.
pub(super) async fn fail(
    services: &Services,
    tx: &Tx,
    case: &Locked,
    failure: &Failure,
    why: Option<&str>,
    by: By,
    now: Timestamp,
) -> Result<()> {
    let kind = format!("replacement_{}", failure.status);
    history::record(tx, History::Complaint, case.row.id, &kind, by, why, now).await?;
    if let Some(why) = why {
        store::complaints::insert_message(tx, case.row.id, by, why, now).await?;
    }
    if failure.restock || !failure.had_left {
        guard::put_again(tx, (case.order.id, case.row.id), failure.had_left, by, now).await?;
        let lines = store::orders::lines(tx, &[case.order.id]).await?;
        let products: Vec<i64> = lines.iter().map(|line| line.product_id).collect();
        store::catalogue::refresh_availability(tx, &products, now).await?;
    }
    case.step(tx, CaseEvent::ReplacementFails, by, Outcome::default(), now).await?;
    history::record(tx, History::Order, case.order.id, "case_reopened", by, None, now).await?;
    let told = Told::ReplacementFailed { why: why.unwrap_or_default() };
    notices::tell(services, tx, &case.order, &case.row.public_id, &told, now).await
}

/// How many days after the decision a buyer may ask the curator where the goods are.
///
/// # Errors
/// When the database is not available.
pub async fn wait_days(services: &Services) -> Result<i64> {
    Ok(store::settings::all(services.store()).await?.get("replacement_days", WAIT_DAYS))
}

/// A buyer has waited long enough: what has not left is called off, what is on its way counts as lost.
///
/// # Errors
/// [`crate::RejectionCode::InvalidState`] when nothing is sent again, or it is too early.
pub(super) async fn miss(services: &Services, tx: &Tx, case: &Locked, by: By, now: Timestamp) -> Result<()> {
    let row = store::complaints::replacements(tx, &[case.row.id]).await?.pop().ok_or_else(Error::invalid_state)?;
    let days = store::settings::all(tx).await?.get("replacement_days", WAIT_DAYS);
    if now < Timestamp::from_millis(row.begun_at).plus_days(days) {
        return Err(Error::invalid_state());
    }
    let before = status(&row)?;
    let had_left = before == FulfilmentStatus::Shipped;
    let event = if had_left { FulfilmentEvent::FailDelivery } else { FulfilmentEvent::Cancel };
    let method = case.order.states()?.delivery_method;
    let next = before.transition(event, method).map_err(|InvalidTransition| Error::invalid_state())?;
    if !store::complaints::move_replacement(tx, &row, next, (None, None), now).await? {
        return Err(Error::invalid_state());
    }
    let failure = Failure { status: next, had_left, restock: false };
    fail(services, tx, case, &failure, None, by, now).await
}
