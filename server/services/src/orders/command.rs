//! The one way in which an order changes: a command, planned by the state machines and carried out in one transaction.

use domain::{
    actor::Actor,
    fulfilment::{FulfilmentEvent, FulfilmentStatus},
    order::{OrderEvent, OrderStatus},
    payment::{PaymentEvent, PaymentMethod, PaymentStatus},
    state::InvalidTransition,
    time::{Date, Timestamp, Zone},
};
use store::{
    Tx,
    guard::{self, HoldMove},
    history::{self, History},
    orders::{OrderRow, OrderStates, OrderUpdate},
    payments::proofs::{self, NewProof},
};

use super::notices;
use crate::{
    Error, FieldError, RejectionCode, Result, Services, cards, ledger,
    refunds::{self, Asker},
};

/// A proof of payment whose photo is kept already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Proof {
    pub public_id: String,
    pub photo_key: String,
    pub photo_size: (i64, i64),
    /// JSON array.
    pub photo_widths: String,
    pub note: Option<String>,
}

/// What somebody wants to happen to an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    /// The buyer calls it off.
    CancelByBuyer,
    /// The buyer has it.
    Received,
    /// The seller accepts.
    Confirm,
    /// The seller refuses.
    Reject(String),
    /// The seller accepted, and cannot deliver after all.
    CallOff(String),
    /// The seller has seen the money, and accepts.
    ConfirmPayment,
    /// The seller has not found the money.
    RejectPayment(String),
    /// The buyer shows that it is paid.
    SubmitProof(Proof),
    /// Packed.
    Ready,
    /// Given to a courier or driver.
    Ship { courier: Option<String>, tracking: Option<String> },
    /// Handed over by the seller.
    Deliver,
    /// Against cash, and the buyer did not take it.
    Refused { reason: String, restock: bool },
    /// Not paid in time.
    ExpirePayment,
    /// The provider has the money of the whole checkout, which is captured.
    Paid,
    /// The provider takes no money for the checkout any more, whose payment is over.
    CloseUnpaid,
    /// The seller did not answer in time.
    GiveUp,
    /// The time to complain has passed.
    Complete,
}

impl Command {
    /// How the order's history calls it.
    pub const fn event_kind(&self) -> &'static str {
        match self {
            Self::CancelByBuyer => "cancelled",
            Self::Received => "received",
            Self::Confirm => "confirmed",
            Self::Reject(_) => "rejected",
            Self::CallOff(_) => "called_off",
            Self::ConfirmPayment => "payment_confirmed",
            Self::RejectPayment(_) => "payment_rejected",
            Self::SubmitProof(_) => "proof_submitted",
            Self::Ready => "ready",
            Self::Ship { .. } => "shipped",
            Self::Deliver => "delivered",
            Self::Refused { .. } => "refused",
            Self::ExpirePayment | Self::CloseUnpaid => "expired",
            Self::Paid => "paid",
            Self::GiveUp => "unanswered",
            Self::Complete => "completed",
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Reject(reason)
            | Self::RejectPayment(reason)
            | Self::CallOff(reason)
            | Self::Refused { reason, .. } => Some(reason),
            Self::SubmitProof(proof) => proof.note.as_deref(),
            _ => None,
        }
    }
}

/// The states after a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    pub status: OrderStatus,
    pub fulfilment: FulfilmentStatus,
    pub payment: PaymentStatus,
    pub stock: Option<HoldMove>,
}

/// The states after a command, when the present ones allow it.
pub(crate) fn plan(now: OrderStates, command: &Command) -> Result<Plan, InvalidTransition> {
    let method = now.delivery_method;
    let mut next = Plan { status: now.status, fulfilment: now.fulfilment, payment: now.payment, stock: None };
    let is_open = matches!(now.status, OrderStatus::AwaitingPayment | OrderStatus::AwaitingConfirmation);
    let is_confirmed = now.status == OrderStatus::Confirmed;
    match command {
        Command::CancelByBuyer | Command::Reject(_) | Command::GiveUp => {
            let is_timer = *command == Command::GiveUp;
            if !is_open || (is_timer && now.status != OrderStatus::AwaitingConfirmation) {
                return Err(InvalidTransition);
            }
            next.status = now.status.transition(OrderEvent::Cancel)?;
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::Cancel, method)?;
            next.payment = called_off(now.payment)?;
            next.stock = Some(HoldMove::Release);
        }
        Command::CallOff(_) if is_confirmed => {
            next.status = now.status.transition(OrderEvent::Cancel)?;
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::Cancel, method)?;
            next.payment = called_off(now.payment)?;
            next.stock = Some(HoldMove::Release);
        }
        Command::Confirm => {
            next.status = now.status.transition(OrderEvent::Confirm)?;
            next.stock = Some(HoldMove::Allocate);
        }
        Command::ConfirmPayment if now.payment_method.is_direct() => {
            next.status = now.status.transition(OrderEvent::ConfirmPayment)?;
            next.payment = now.payment.transition(PaymentEvent::Capture)?;
            next.stock = Some(HoldMove::Allocate);
        }
        Command::RejectPayment(_) => {
            if now.status != OrderStatus::AwaitingPayment || !now.payment_method.is_direct() {
                return Err(InvalidTransition);
            }
            next.payment = now.payment.transition(PaymentEvent::RejectProof)?;
        }
        Command::SubmitProof(_) => {
            if now.status != OrderStatus::AwaitingPayment || !now.payment_method.is_direct() {
                return Err(InvalidTransition);
            }
            next.payment = now.payment.transition(PaymentEvent::SubmitProof)?;
        }
        Command::Refused { restock, .. } if is_confirmed && now.payment_method == PaymentMethod::Cod => {
            next.status = now.status.transition(OrderEvent::Cancel)?;
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::FailDelivery, method)?;
            next.payment = now.payment.transition(PaymentEvent::Cancel)?;
            // What waited at the sentra never left the shelf.
            next.stock = match now.fulfilment {
                FulfilmentStatus::AwaitingPickup => Some(HoldMove::Release),
                _ => restock.then_some(HoldMove::Restock),
            };
        }
        Command::Ready if is_confirmed => {
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::Ready, method)?;
        }
        Command::Ship { .. } if is_confirmed => {
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::Ship, method)?;
            next.stock = Some(HoldMove::Ship);
        }
        Command::Deliver | Command::Received if is_confirmed => {
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::Deliver, method)?;
            if now.payment_method == PaymentMethod::Cod {
                next.payment = now.payment.transition(PaymentEvent::Capture)?;
            }
            next.stock = Some(HoldMove::Ship);
        }
        Command::ExpirePayment => {
            next.status = now.status.transition(OrderEvent::Expire)?;
            next.payment = now.payment.transition(PaymentEvent::Expire)?;
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::Cancel, method)?;
            next.stock = Some(HoldMove::Expire);
        }
        Command::Paid if now.payment == PaymentStatus::Captured => {
            next.status = now.status.transition(OrderEvent::Captured)?;
        }
        Command::CloseUnpaid if now.payment == PaymentStatus::Expired => {
            next.status = now.status.transition(OrderEvent::Expire)?;
            next.fulfilment = now.fulfilment.transition(FulfilmentEvent::Cancel, method)?;
            next.stock = Some(HoldMove::Expire);
        }
        Command::Complete if now.fulfilment == FulfilmentStatus::Delivered => {
            next.status = now.status.transition(OrderEvent::Complete)?;
        }
        Command::CallOff(_)
        | Command::ConfirmPayment
        | Command::Paid
        | Command::CloseUnpaid
        | Command::Ready
        | Command::Ship { .. }
        | Command::Deliver
        | Command::Refused { .. }
        | Command::Received
        | Command::Complete => {
            return Err(InvalidTransition);
        }
    }
    Ok(next)
}

/// What a payment is when its order is called off: money that came in stays on record, and goes back as a refund.
fn called_off(payment: PaymentStatus) -> Result<PaymentStatus, InvalidTransition> {
    match payment {
        PaymentStatus::Captured => Ok(payment),
        other => other.transition(PaymentEvent::Cancel),
    }
}

/// Carries a command out: states, stock, history and mails, all or nothing.
pub(crate) async fn apply(
    services: &Services,
    order_id: i64,
    command: &Command,
    actor: Actor,
    account_id: Option<i64>,
) -> Result<()> {
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_paid_together(&tx, order_id).await?;
    step(services, &tx, order_id, command, (actor, account_id), now).await?;
    Ok(tx.commit().await?)
}

/// The same in a transaction in which the order is locked, with all that are paid together with it.
pub(crate) async fn step(
    services: &Services,
    tx: &Tx,
    order_id: i64,
    command: &Command,
    (actor, account_id): (Actor, Option<i64>),
    now: Timestamp,
) -> Result<()> {
    let row = store::orders::find(tx, order_id).await?.ok_or(Error::NotFound)?;
    let states = row.states()?;
    if !is_due(&row, command, now) {
        return Err(Error::invalid_state());
    }
    // Nothing is over while somebody complains.
    if *command == Command::Complete && store::complaints::has_live(tx, order_id).await? {
        return Err(Error::invalid_state());
    }
    // Nothing of a lot that was called back leaves the shelf.
    if matches!(command, Command::Ship { .. } | Command::Deliver) && store::lots::is_recalled_for(tx, order_id).await? {
        let field = FieldError::new("form", "lot-recalled");
        return Err(Error::rejected(RejectionCode::InvalidState, vec![field]));
    }
    let mut next = plan(states, command).map_err(|InvalidTransition| Error::invalid_state())?;
    if next.payment == PaymentStatus::Cancelled && !states.payment_method.is_direct() {
        next.payment = cards::called_off(tx, &row, states.payment, now).await?;
    }
    let is_handed_over =
        next.fulfilment == FulfilmentStatus::Delivered && states.fulfilment != FulfilmentStatus::Delivered;
    let (courier, tracking) = match command {
        Command::Ship { courier, tracking } => (courier.clone(), tracking.clone()),
        _ => (None, None),
    };
    let update = OrderUpdate {
        status: next.status,
        fulfilment: next.fulfilment,
        courier,
        tracking,
        cancel_reason: match command {
            Command::CancelByBuyer => Some("buyer_cancelled".to_owned()),
            Command::GiveUp => Some("seller_no_answer".to_owned()),
            Command::Reject(reason) | Command::CallOff(reason) | Command::Refused { reason, .. } => {
                Some(reason.clone())
            }
            _ => None,
        },
        confirm_by: if *command == Command::Paid {
            let hours = store::settings::all(tx).await?.get("seller_accept_hours", 24);
            Some(now.plus_hours(hours))
        } else {
            None
        },
        confirmed_at: (next.status == OrderStatus::Confirmed && states.status != OrderStatus::Confirmed).then_some(now),
        delivered_at: is_handed_over.then_some(now),
        complete_at: if is_handed_over { Some(completes_at(tx, &row, now).await?) } else { None },
    };
    if !store::orders::update(tx, &row, &update).await? {
        return Err(Error::invalid_state());
    }
    if next.payment != states.payment
        && !store::payments::update_status(tx, row.payment_id, states.payment, next.payment, now).await?
    {
        return Err(Error::invalid_state());
    }
    note_proof(tx, &row, command, (states.payment, next.payment), now).await?;
    let is_captured = next.payment == PaymentStatus::Captured && states.payment != PaymentStatus::Captured;
    if is_captured || *command == Command::Paid {
        ledger::record_capture(tx, row.id, now).await?;
    }
    if let Some(step) = next.stock {
        guard::move_holds(tx, row.id, step, actor, account_id, now).await?;
        let lines = store::orders::lines(tx, &[row.id]).await?;
        let products: Vec<i64> = lines.iter().map(|line| line.product_id).collect();
        store::catalogue::refresh_availability(tx, &products, now).await?;
    }
    if next.status == OrderStatus::Cancelled && next.payment == PaymentStatus::Captured {
        let asker = Asker { actor, account_id };
        let why = update.cancel_reason.as_deref().unwrap_or_default();
        refunds::give_back_rest(services, tx, &row, why, asker, now).await?;
    }
    history::record(tx, History::Order, row.id, command.event_kind(), (actor, account_id), command.reason(), now)
        .await?;
    notices::changed(services, tx, &row, command, now).await
}

/// Keeps a proof that is shown, and notes when one needs no answer any more. Whoever is told that the money did not come
/// has time to look for it.
async fn note_proof(
    tx: &Tx,
    row: &OrderRow,
    command: &Command,
    (before, after): (PaymentStatus, PaymentStatus),
    now: Timestamp,
) -> Result<()> {
    match command {
        Command::SubmitProof(proof) => {
            let hours = store::settings::all(tx).await?.get("proof_review_hours", 72);
            let new = NewProof {
                public_id: &proof.public_id,
                payment_id: row.payment_id,
                photo_key: &proof.photo_key,
                photo_size: proof.photo_size,
                photo_widths: &proof.photo_widths,
                note: proof.note.as_deref(),
                answer_by: now.plus_hours(hours),
            };
            proofs::insert(tx, &new, now).await?;
        }
        Command::RejectPayment(_) => {
            proofs::answer(tx, row.payment_id, now).await?;
            let hours = store::settings::all(tx).await?.get("payment_retry_hours", 12);
            store::payments::extend(tx, row.payment_id, now.plus_hours(hours)).await?;
        }
        _ if before == PaymentStatus::ProofSubmitted && after != before => {
            proofs::answer(tx, row.payment_id, now).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Whether a timer's time has come; people need none.
fn is_due(row: &OrderRow, command: &Command, now: Timestamp) -> bool {
    let by = match command {
        Command::ExpirePayment => row.expires_at,
        Command::GiveUp => row.confirm_by,
        Command::Complete => row.complete_at,
        _ => return true,
    };
    by.is_some_and(|by| by <= now.millis())
}

/// Food spoils and is judged within working days; craft within plain ones.
pub(crate) async fn completes_at(tx: &Tx, row: &OrderRow, now: Timestamp) -> Result<Timestamp> {
    let settings = store::settings::all(tx).await?;
    if !row.only_food {
        return Ok(now.plus_days(settings.get("auto_complete_craft_days", 7)));
    }
    let zone: Zone = row.zone.parse().map_err(|_| Error::internal(format!("zone of order {}", row.number)))?;
    let today = Date::from_timestamp(now, zone);
    let holidays = store::shipping::holidays_from(tx, today).await?;
    let last = today.plus_working_days(settings.get("auto_complete_food_working_days", 3), &holidays);
    Ok(last.plus_days(1).start_of_day(zone))
}
