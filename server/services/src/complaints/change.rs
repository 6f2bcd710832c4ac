//! How a case moves on. Whoever changes one has locked its order.

use domain::{
    actor::Actor,
    complaint::{CaseEvent, CaseResolution, CaseStatus},
    state::InvalidTransition,
    time::Timestamp,
};
use store::{
    Tx,
    complaints::{CaseRow, CaseUpdate},
    guard,
    history::{self, History},
    orders::OrderRow,
};

use crate::{Error, Result};

/// Who does something to a case.
pub(super) type By = (Actor, Option<i64>);

/// A case that is locked, with its order.
pub(super) struct Locked {
    pub order: OrderRow,
    pub row: CaseRow,
    pub status: CaseStatus,
}

/// Locks the order of a case and reads both.
pub(super) async fn lock(tx: &Tx, id: &str) -> Result<Locked> {
    let order_id = store::complaints::find(tx, id).await?.ok_or(Error::NotFound)?.order_id;
    guard::lock_order(tx, order_id).await?;
    let row = store::complaints::find(tx, id).await?.ok_or(Error::NotFound)?;
    let order = store::orders::find(tx, order_id).await?.ok_or(Error::NotFound)?;
    let status = row.status.parse().map_err(|_| Error::internal("an unknown status of a case"))?;
    Ok(Locked { order, row, status })
}

/// How a case stands after a step, beyond its status.
#[derive(Default)]
pub(super) struct Outcome {
    pub offer: Option<(CaseResolution, Option<i64>)>,
    pub resolution: Option<CaseResolution>,
    pub decision: Option<String>,
    pub refund_id: Option<i64>,
}

impl Locked {
    /// What the seller offers now.
    pub fn offer(&self) -> Result<Option<(CaseResolution, Option<i64>)>> {
        let Some(offer) = &self.row.offer else { return Ok(None) };
        let offer = offer.parse().map_err(|_| Error::internal("an unknown offer of a case"))?;
        Ok(Some((offer, self.row.offer_amount)))
    }

    /// Moves the case on by an event.
    pub async fn step(&self, tx: &Tx, event: CaseEvent, by: By, outcome: Outcome, now: Timestamp) -> Result<()> {
        let to = self.status.transition(event).map_err(|InvalidTransition| Error::invalid_state())?;
        let reason = outcome.decision.clone();
        self.write(tx, to, outcome, now).await?;
        let kind = match event {
            CaseEvent::SellerReplies => "replied",
            CaseEvent::Escalate => "escalated",
            CaseEvent::Resolve => "resolved",
            CaseEvent::Withdraw => "withdrawn",
            CaseEvent::ReplacementFails => "replacement_failed",
        };
        Ok(history::record(tx, History::Complaint, self.row.id, kind, by, reason.as_deref(), now).await?)
    }

    /// Changes the offer while the case stays where it is.
    pub async fn change_offer(&self, tx: &Tx, by: By, outcome: Outcome, now: Timestamp) -> Result<()> {
        self.write(tx, self.status, outcome, now).await?;
        Ok(history::record(tx, History::Complaint, self.row.id, "offer_changed", by, None, now).await?)
    }

    async fn write(&self, tx: &Tx, status: CaseStatus, outcome: Outcome, now: Timestamp) -> Result<()> {
        let update = CaseUpdate {
            status,
            offer: outcome.offer,
            resolution: outcome.resolution,
            decision: outcome.decision,
            refund_id: outcome.refund_id,
        };
        if store::complaints::update(tx, &self.row, &update, now).await? { Ok(()) } else { Err(Error::invalid_state()) }
    }
}
