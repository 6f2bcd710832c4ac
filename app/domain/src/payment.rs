//! Payment ways and the state machine of a payment.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// How a buyer pays.
    PaymentMethod {
        /// Cash at hand-over: on delivery or at pick-up.
        Cod = "cod",
        /// Bank transfer with a unique code.
        Transfer = "transfer",
        /// QRIS with the amount filled in.
        Qris = "qris",
        /// Card through Stripe.
        Stripe = "stripe",
    }
}

impl PaymentMethod {
    /// Whether the buyer pays the shop itself; else the site collects and pays out later.
    #[must_use]
    pub const fn is_direct(self) -> bool {
        !matches!(self, Self::Stripe)
    }
}

text_enum! {
    /// Where a payment stands.
    PaymentStatus {
        /// Written down, not yet offered.
        Created = "created",
        /// The buyer has to pay.
        Pending = "pending",
        /// The buyer says it is paid and shows a proof; expiry waits.
        ProofSubmitted = "proof_submitted",
        /// The money is there.
        Captured = "captured",
        /// The provider refused.
        Failed = "failed",
        /// Not paid in time.
        Expired = "expired",
        /// Called off with its order.
        Cancelled = "cancelled",
    }
}

/// What can happen to a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaymentEvent {
    /// It is offered to the buyer.
    Offer,
    /// The buyer shows a proof.
    SubmitProof,
    /// The seller does not find the money.
    RejectProof,
    /// The money is there.
    Capture,
    /// The provider refuses.
    Fail,
    /// The time to pay has passed.
    Expire,
    /// Its order is called off.
    Cancel,
}

impl PaymentEvent {
    /// Every event.
    pub const ALL: &'static [Self] =
        &[Self::Offer, Self::SubmitProof, Self::RejectProof, Self::Capture, Self::Fail, Self::Expire, Self::Cancel];
}

impl PaymentStatus {
    /// Whether nothing changes any more. Money that arrives later is a new, unmatched payment.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Captured | Self::Failed | Self::Expired | Self::Cancelled)
    }

    /// The status after an event.
    ///
    /// # Errors
    /// When the event cannot happen in this status. A submitted proof pauses expiry until it is answered.
    pub const fn transition(self, event: PaymentEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Created, PaymentEvent::Offer) | (Self::ProofSubmitted, PaymentEvent::RejectProof) => {
                Ok(Self::Pending)
            }
            (Self::Pending, PaymentEvent::RejectProof) => Ok(Self::Pending),
            (Self::Pending, PaymentEvent::SubmitProof) => Ok(Self::ProofSubmitted),
            (Self::Created | Self::Pending | Self::ProofSubmitted, PaymentEvent::Capture) => Ok(Self::Captured),
            (Self::Created | Self::Pending, PaymentEvent::Fail) => Ok(Self::Failed),
            (Self::Created | Self::Pending, PaymentEvent::Expire) => Ok(Self::Expired),
            (Self::Created | Self::Pending | Self::ProofSubmitted, PaymentEvent::Cancel) => Ok(Self::Cancelled),
            _ => Err(InvalidTransition),
        }
    }
}
