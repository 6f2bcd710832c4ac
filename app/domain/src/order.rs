//! The state machine of a seller order.

use crate::{actor::Actor, state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Where an order stands between buyer and seller.
    OrderStatus {
        /// The buyer has to pay.
        AwaitingPayment = "awaiting_payment",
        /// The seller has to accept.
        AwaitingConfirmation = "awaiting_confirmation",
        /// The seller has accepted.
        Confirmed = "confirmed",
        /// Done; nothing changes any more.
        Completed = "completed",
        /// Called off, with a reason and an actor.
        Cancelled = "cancelled",
        /// Not paid in time.
        Expired = "expired",
    }
}

text_enum! {
    /// Why an order was called off.
    CancelReason {
        /// The buyer does not want it any more.
        BuyerChangedMind = "buyer_changed_mind",
        /// The seller does not take it on.
        SellerRejected = "seller_rejected",
        /// The goods are not there.
        OutOfStock = "out_of_stock",
        /// The seller did not answer in time.
        SellerTimeout = "seller_timeout",
        /// Something else, told in words.
        Other = "other",
    }
}

/// What can happen to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrderEvent {
    /// Money arrived.
    Captured,
    /// The seller accepts.
    Confirm,
    /// The seller saw the money and accepts at once.
    ConfirmPayment,
    /// Everything was handed over and the time to complain has passed.
    Complete,
    /// Buyer, seller, curator or timer calls it off.
    Cancel,
    /// The time to pay has passed.
    Expire,
}

impl OrderEvent {
    /// Every event.
    pub const ALL: &'static [Self] =
        &[Self::Captured, Self::Confirm, Self::ConfirmPayment, Self::Complete, Self::Cancel, Self::Expire];
}

impl OrderStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled | Self::Expired)
    }

    /// Whether that actor may call it off now: the buyer until the seller has accepted, everybody else as long as the
    /// order is open.
    #[must_use]
    pub const fn is_cancellable_by(self, actor: Actor) -> bool {
        match actor {
            Actor::Buyer => matches!(self, Self::AwaitingPayment | Self::AwaitingConfirmation),
            Actor::Seller | Actor::Curator | Actor::Admin | Actor::System => !self.is_terminal(),
        }
    }

    /// The status after an event.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: OrderEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::AwaitingPayment, OrderEvent::Captured) => Ok(Self::AwaitingConfirmation),
            (Self::AwaitingPayment, OrderEvent::ConfirmPayment) | (Self::AwaitingConfirmation, OrderEvent::Confirm) => {
                Ok(Self::Confirmed)
            }
            (Self::AwaitingPayment, OrderEvent::Expire) => Ok(Self::Expired),
            (Self::AwaitingPayment | Self::AwaitingConfirmation | Self::Confirmed, OrderEvent::Cancel) => {
                Ok(Self::Cancelled)
            }
            (Self::Confirmed, OrderEvent::Complete) => Ok(Self::Completed),
            _ => Err(InvalidTransition),
        }
    }
}
