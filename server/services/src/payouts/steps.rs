//! The steps of a payout, each with who did it.

use domain::{
    actor::Actor,
    ledger::{self, LedgerTransaction},
    limits,
    money::Rupiah,
    payout::{PayoutEvent, PayoutStatus, may_approve},
    role::Role,
    state::InvalidTransition,
    time::Timestamp,
};
use store::{
    Tx, guard,
    history::{self, History},
    payouts::{PayoutRow, PayoutUpdate},
};

use super::PayoutView;
use crate::{Error, FieldError, RejectionCode, Result, Services, accounts::Identity, ledger::post_of_payout, reason};

/// Agrees to a payout that somebody else, or the nightly run, has put together.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`], at `form` (`payout-own`) for one's own.
pub async fn approve(services: &Services, person: &Identity, id: &str) -> Result<PayoutView> {
    let step = Step { approved_by: Some(person.id), ..Step::new(PayoutEvent::Approve, "approved") };
    one(services, person, id, step).await
}

/// The bank has confirmed it, with a number of its own.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`]; `reference`: `reference-missing`.
pub async fn pay(services: &Services, person: &Identity, id: &str, reference: &str) -> Result<PayoutView> {
    if !limits::fits(reference, &limits::BANK_REFERENCE) {
        return Err(Error::invalid("reference", "reference-missing"));
    }
    let step = Step { reference: Some(reference.trim().to_owned()), ..Step::new(PayoutEvent::Pay, "paid") };
    one(services, person, id, step).await
}

/// The bank refuses it, or it is given up before it is sent; its entries are free for the next one.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`]; `reason`: `reason-missing`, `too-long`.
pub async fn fail(services: &Services, person: &Identity, id: &str, why: &str) -> Result<PayoutView> {
    let reason = Some(reason::required("reason", "reason-missing", why)?);
    one(services, person, id, Step { reason, ..Step::new(PayoutEvent::Fail, "failed") }).await
}

/// The money came back after the bank had confirmed it; its entries are free for the next one, once.
///
/// # Errors
/// As [`fail`].
pub async fn returned(services: &Services, person: &Identity, id: &str, why: &str) -> Result<PayoutView> {
    let reason = Some(reason::required("reason", "reason-missing", why)?);
    one(services, person, id, Step { reason, ..Step::new(PayoutEvent::Return, "returned") }).await
}

/// What happens to a payout.
#[derive(Clone)]
pub(super) struct Step {
    pub event: PayoutEvent,
    pub kind: &'static str,
    pub approved_by: Option<i64>,
    pub sent_by: Option<i64>,
    pub batch: Option<String>,
    pub reference: Option<String>,
    pub reason: Option<String>,
}

impl Step {
    pub(super) const fn new(event: PayoutEvent, kind: &'static str) -> Self {
        Self { event, kind, approved_by: None, sent_by: None, batch: None, reference: None, reason: None }
    }
}

async fn one(services: &Services, person: &Identity, id: &str, step: Step) -> Result<PayoutView> {
    let tx = services.store().begin().await?;
    take(&tx, person, id, step, services.now()).await?;
    tx.commit().await?;
    super::find(services, id).await
}

/// Two people look at every payout: who agrees has not made it, and where the nightly run made it, who sends it has not
/// agreed to it.
fn second_person(row: &PayoutRow, event: PayoutEvent, person: i64) -> bool {
    match event {
        PayoutEvent::Approve => row.made_by.is_none_or(|maker| may_approve(maker, person)),
        PayoutEvent::Send if row.made_by.is_none() => {
            row.approved_by.is_some_and(|approver| may_approve(approver, person))
        }
        _ => true,
    }
}

/// Moves one payout on within a transaction: status, ledger, entries, history.
pub(super) async fn take(tx: &Tx, person: &Identity, id: &str, step: Step, now: Timestamp) -> Result<()> {
    let row = store::payouts::find(tx, id).await?.ok_or(Error::NotFound)?;
    guard::lock_payouts(tx, row.shop_id).await?;
    // Read again: who was before us at the lock may have moved it on.
    let row = store::payouts::find(tx, id).await?.ok_or(Error::NotFound)?;
    let before = row.status()?;
    let status = before.transition(step.event).map_err(|InvalidTransition| Error::invalid_state())?;
    if !second_person(&row, step.event, person.id) {
        return Err(Error::rejected(RejectionCode::InvalidState, vec![FieldError::new("form", "payout-own")]));
    }
    let update = PayoutUpdate {
        status,
        approved_by: step.approved_by,
        sent_by: step.sent_by,
        batch: step.batch,
        reference: step.reference,
    };
    if !store::payouts::update(tx, &row, &update, now).await? {
        return Err(Error::invalid_state());
    }
    if let Some(transaction) = posting(&row, before, status) {
        post_of_payout(tx, row.id, status.as_str(), transaction, person.id, now).await?;
    }
    if status.is_terminal() {
        store::payouts::free_entries(tx, row.id).await?;
    }
    let actor = if person.has(Role::Admin) { Actor::Admin } else { Actor::Curator };
    Ok(history::record(tx, History::Payout, row.id, step.kind, (actor, Some(person.id)), step.reason.as_deref(), now)
        .await?)
}

/// What a step means for the ledger: money leaves the shop's account when it goes to the bank.
fn posting(row: &PayoutRow, before: PayoutStatus, after: PayoutStatus) -> Option<LedgerTransaction> {
    let amount = Rupiah::new(row.amount);
    match (before, after) {
        (_, PayoutStatus::Sent) => ledger::payout(row.shop_id, amount),
        (_, PayoutStatus::Paid) => ledger::payout_settled(amount),
        (PayoutStatus::Sent, PayoutStatus::Failed) => ledger::payout_return(row.shop_id, amount, false),
        (_, PayoutStatus::Returned) => ledger::payout_return(row.shop_id, amount, true),
        _ => None,
    }
}
