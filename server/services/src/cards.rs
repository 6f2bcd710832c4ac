//! Payments by card: one for a whole checkout, collected by a provider and split into shares. The provider is never
//! asked inside a transaction; what it says is compared with our own row before any money moves.

mod asking;
mod events;
mod fee;
mod refund;
mod session;
mod settle;
mod timers;
mod unmatched;

use std::sync::Arc;

use domain::{payment::PaymentStatus, time::Timestamp};
use ports::{PaymentProvider, payment::ProviderError};
use store::{Tx, orders::OrderRow, payments::cards};

pub use self::{
    asking::come_back,
    events::{Told, receive},
    unmatched::{UnmatchedCard, resolve, unmatched},
};
pub(crate) use self::{session::offer, timers::enqueue_due};
use crate::{Error, Result, Services};

/// What is done for cards in the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardJob {
    /// Makes the session of a payment.
    Session,
    /// Looks at what the provider told.
    Event,
    /// Asks the provider about a payment.
    Ask,
    /// Has money given back.
    Refund,
    /// Asks what the provider keeps of a payment.
    Fee,
}

impl CardJob {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::Session, Self::Event, Self::Ask, Self::Refund, Self::Fee];

    /// Kind of its jobs in the queue.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Session => "card_session",
            Self::Event => "card_event",
            Self::Ask => "card_ask",
            Self::Refund => "card_refund",
            Self::Fee => "card_fee",
        }
    }

    /// Puts one into the queue. The same occasion is the same job.
    pub(crate) async fn enqueue(self, tx: &Tx, of: &str, occasion: &str, now: Timestamp) -> Result<()> {
        let key = format!("{}:{of}:{occasion}", self.kind());
        Ok(store::jobs::enqueue(tx, self.kind(), of.to_owned(), Some(key), now).await?)
    }

    /// The same once the checkout that waits for the answer has surely had its turn.
    pub(crate) async fn enqueue_later(self, tx: &Tx, of: &str, now: Timestamp) -> Result<()> {
        let key = format!("{}:{of}:placed", self.kind());
        Ok(store::jobs::enqueue_for(tx, self.kind(), of.to_owned(), key, now.plus_minutes(1), now).await?)
    }
}

/// Does a job; `of` is what it was put into the queue for.
///
/// # Errors
/// [`Error::Unavailable`] when the provider or the database cannot be reached now: it may be done again, however far it
/// came.
pub async fn run(services: &Services, job: CardJob, of: &str) -> Result<()> {
    match job {
        CardJob::Session => offer(services, of).await.map(|_| ()),
        CardJob::Event => events::process(services, of).await,
        CardJob::Ask => asking::ask(services, of).await,
        CardJob::Refund => refund::send(services, of).await,
        CardJob::Fee => fee::learn(services, of).await,
    }
}

/// Who collects.
fn provider(services: &Services) -> Result<&Arc<dyn PaymentProvider>> {
    let none = || Error::Unavailable("no payment provider is set".to_owned());
    services.ports().payments.as_ref().ok_or_else(none)
}

/// A failed call as a fault of ours.
fn fault(error: ProviderError) -> Error {
    match error {
        ProviderError::Passing(_) => Error::Unavailable(error.to_string()),
        ProviderError::Refused(_) | ProviderError::NotFound => Error::internal(error),
    }
}

/// What becomes of the payment of an order that is called off before its money came: nothing, while another order of the
/// checkout waits for it; else it is over, and its session has to be closed. All its orders are locked.
pub(crate) async fn called_off(
    tx: &Tx,
    order: &OrderRow,
    payment: PaymentStatus,
    now: Timestamp,
) -> Result<PaymentStatus> {
    if cards::others_wait(tx, order.payment_id, order.id).await? {
        return Ok(payment);
    }
    if let Some(row) = cards::of_group(tx, &order.group_token).await? {
        CardJob::Ask.enqueue(tx, &row.public_id, "closed", now).await?;
    }
    Ok(PaymentStatus::Cancelled)
}
