//! The state machine of a payout to a shop.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Where a payout stands.
    PayoutStatus {
        /// Put together from ledger entries.
        Draft = "draft",
        /// A second person has agreed.
        Approved = "approved",
        /// In a batch for the bank.
        Sent = "sent",
        /// The bank has a reference for it.
        Paid = "paid",
        /// The bank refused it; its entries are free for the next one.
        Failed = "failed",
        /// It came back later; its entries are free for the next one, once.
        Returned = "returned",
    }
}

/// What can happen to a payout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayoutEvent {
    /// Somebody who did not put it together agrees.
    Approve,
    /// It goes to the bank.
    Send,
    /// The bank confirms, with a reference.
    Pay,
    /// The bank refuses, or it is given up before it is sent.
    Fail,
    /// The money comes back.
    Return,
}

impl PayoutEvent {
    /// Every event.
    pub const ALL: &'static [Self] = &[Self::Approve, Self::Send, Self::Pay, Self::Fail, Self::Return];
}

impl PayoutStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Failed | Self::Returned)
    }

    /// Whether its ledger entries are spoken for, so that no other payout may take them.
    #[must_use]
    pub const fn is_live(self) -> bool {
        !self.is_terminal()
    }

    /// The status after an event.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: PayoutEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Draft, PayoutEvent::Approve) => Ok(Self::Approved),
            (Self::Approved, PayoutEvent::Send) => Ok(Self::Sent),
            (Self::Sent, PayoutEvent::Pay) => Ok(Self::Paid),
            (Self::Draft | Self::Approved | Self::Sent, PayoutEvent::Fail) => Ok(Self::Failed),
            (Self::Paid, PayoutEvent::Return) => Ok(Self::Returned),
            _ => Err(InvalidTransition),
        }
    }
}

/// Whether this account may agree to a payout: never the one who put it together.
#[must_use]
pub const fn may_approve(made_by: i64, approver: i64) -> bool {
    made_by != approver
}
