//! What the provider has, written down: money for orders that wait for it, money that came too late, money that fits
//! nothing, and sessions that ended without any.

use domain::{
    actor::Actor,
    payment::{PaymentEvent, PaymentStatus},
    time::Timestamp,
};
use ports::payment::{Charge, ProviderError, Session, SessionStatus};
use store::{
    Tx, guard,
    payments::{
        self,
        cards::{self, CardRow, ShareRow},
        unmatched_cards::{self, NewUnmatchedCard},
    },
};

use super::{CardJob, fault, provider};
use crate::{
    Error, Result, Services, ledger,
    orders::{Command, step},
    refunds::{self, Asker},
    secret,
};

/// Why money goes back that came when its orders were over.
const PAID_LATE: &str = "paid_late";

/// What became of what the provider told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The money is there, and the orders go on.
    Captured,
    /// The money came when its orders were over; it goes back.
    Late,
    /// Nobody can pay any more.
    Closed,
    /// Nothing to do yet.
    Waiting,
    /// It was known.
    Known,
    /// It fits nothing; people see it.
    Unmatched,
    /// The provider itself does not know it.
    Unknown,
}

impl Outcome {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Captured => "captured",
            Self::Late => "late",
            Self::Closed => "closed",
            Self::Waiting => "waiting",
            Self::Known => "known",
            Self::Unmatched => "unmatched",
            Self::Unknown => "unknown",
        }
    }
}

/// Asks for a session and acts on it.
pub(super) async fn settle_session(services: &Services, id: &str) -> Result<Outcome> {
    match provider(services)?.session(id).await {
        Ok(session) => settle(services, &session).await,
        Err(ProviderError::NotFound) => Ok(Outcome::Unknown),
        Err(error) => Err(fault(error)),
    }
}

/// Acts on a session as the provider sees it now.
pub(super) async fn settle(services: &Services, session: &Session) -> Result<Outcome> {
    match &session.payment {
        Some(payment) if session.is_paid => settle_money(services, payment).await,
        _ if session.status == SessionStatus::Expired => {
            let Some(reference) = session.reference.as_deref() else { return Ok(Outcome::Unknown) };
            let row = cards::find(services.store(), reference).await?;
            // Not one of an attempt that was given up.
            match row.filter(|row| row.session_id.as_deref() == Some(session.id.as_str())) {
                Some(row) => close(services, &row).await,
                None => Ok(Outcome::Unknown),
            }
        }
        _ => Ok(Outcome::Waiting),
    }
}

/// Asks for a payment and acts on it.
pub(super) async fn settle_money(services: &Services, id: &str) -> Result<Outcome> {
    let charge = match provider(services)?.charge(id).await {
        Ok(charge) => charge,
        Err(ProviderError::NotFound) => return Ok(Outcome::Unknown),
        Err(error) => return Err(fault(error)),
    };
    if !charge.is_paid {
        return Ok(Outcome::Waiting);
    }
    let row = match charge.reference.as_deref() {
        Some(reference) => cards::find(services.store(), reference).await?,
        None => None,
    };
    let tx = services.store().begin().await?;
    let outcome = receive(services, &tx, row.as_ref(), &charge).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Writes money down that the provider has.
async fn receive(services: &Services, tx: &Tx, row: Option<&CardRow>, charge: &Charge) -> Result<Outcome> {
    let now = services.now();
    let Some(row) = row else { return set_aside(services, tx, None, charge, "unknown", now).await };
    let expected = provider(services)?.money(domain::money::Rupiah::new(row.amount));
    let expected = expected.ok_or_else(|| Error::internal(format!("amount of {}", row.public_id)))?;
    if charge.money.currency != expected.currency {
        return set_aside(services, tx, Some(row), charge, "currency", now).await;
    }
    if charge.money.minor != expected.minor {
        return set_aside(services, tx, Some(row), charge, "amount", now).await;
    }
    guard::lock_orders_of_payment(tx, row.id).await?;
    if cards::of_money(tx, &charge.id).await?.is_some() {
        return Ok(Outcome::Known);
    }
    let row = cards::find(tx, &row.public_id).await?.ok_or(Error::NotFound)?;
    let state = row.state()?;
    if state == PaymentStatus::Captured {
        return set_aside(services, tx, Some(&row), charge, "twice", now).await;
    }
    match state.transition(PaymentEvent::Capture) {
        Ok(to) => {
            if !payments::update_status(tx, row.id, state, to, now).await? {
                return Err(Error::Unavailable(format!("{} is being changed", row.public_id)));
            }
            cards::set_money(tx, row.id, &charge.id).await?;
            for share in cards::shares(tx, row.id).await? {
                if share.is_alive {
                    step(services, tx, share.order_id, &Command::Paid, (Actor::System, None), now).await?;
                } else {
                    take_back(services, tx, &share, now).await?;
                }
            }
            CardJob::Fee.enqueue(tx, &row.public_id, "captured", now).await?;
            Ok(Outcome::Captured)
        }
        // What is over stays over: the money is a payment of its own.
        Err(_) => {
            let public_id = secret::public_id(domain::id::PAYMENT)?;
            let Some(late) = cards::insert_late(tx, &row, &public_id, &charge.id, now).await? else {
                return set_aside(services, tx, Some(&row), charge, "twice", now).await;
            };
            for share in cards::shares(tx, late).await? {
                take_back(services, tx, &share, now).await?;
            }
            CardJob::Fee.enqueue(tx, &public_id, "captured", now).await?;
            Ok(Outcome::Late)
        }
    }
}

/// Money for an order that is over: it came in, and goes back.
async fn take_back(services: &Services, tx: &Tx, share: &ShareRow, now: Timestamp) -> Result<()> {
    ledger::record_capture(tx, share.order_id, now).await?;
    let order = store::orders::find(tx, share.order_id).await?.ok_or(Error::NotFound)?;
    let asker = Asker { actor: Actor::System, account_id: None };
    refunds::give_back_rest(services, tx, &order, PAID_LATE, asker, now).await?;
    Ok(())
}

/// Money that fits nothing moves nothing of ours; a curator sees it.
async fn set_aside(
    services: &Services,
    tx: &Tx,
    row: Option<&CardRow>,
    charge: &Charge,
    reason: &str,
    now: Timestamp,
) -> Result<Outcome> {
    let new = NewUnmatchedCard {
        public_id: &secret::public_id(domain::id::UNMATCHED)?,
        provider: provider(services)?.name(),
        provider_payment: &charge.id,
        payment_id: row.map(|row| row.id),
        minor: charge.money.minor,
        currency: &charge.money.currency,
        reason,
    };
    if unmatched_cards::insert(tx, &new, now).await? {
        tracing::warn!(payment = charge.id, reason, "money at the provider fits no payment");
    }
    Ok(Outcome::Unmatched)
}

/// Ends a payment that nobody can pay any more, with all orders that wait for it.
pub(super) async fn close(services: &Services, row: &CardRow) -> Result<Outcome> {
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_orders_of_payment(&tx, row.id).await?;
    let row = cards::find(&tx, &row.public_id).await?.ok_or(Error::NotFound)?;
    let state = row.state()?;
    let Ok(to) = state.transition(PaymentEvent::Expire) else { return Ok(Outcome::Known) };
    if !payments::update_status(&tx, row.id, state, to, now).await? {
        return Err(Error::Unavailable(format!("{} is being changed", row.public_id)));
    }
    for share in cards::shares(&tx, row.id).await?.into_iter().filter(|share| share.is_alive) {
        step(services, &tx, share.order_id, &Command::CloseUnpaid, (Actor::System, None), now).await?;
    }
    tx.commit().await?;
    Ok(Outcome::Closed)
}
