//! The state machine of a shop.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Whether a shop may sell.
    ShopStatus {
        /// Asked to join.
        Applied = "applied",
        /// Sells.
        Approved = "approved",
        /// Was refused.
        Rejected = "rejected",
        /// Was stopped by the curator, with a reason.
        Suspended = "suspended",
    }
}

/// What a curator can decide about a shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShopEvent {
    /// Let it sell.
    Approve,
    /// Refuse it.
    Reject,
    /// Stop it.
    Suspend,
    /// Let it sell again.
    Restore,
}

impl ShopEvent {
    /// Every decision.
    pub const ALL: &'static [Self] = &[Self::Approve, Self::Reject, Self::Suspend, Self::Restore];
}

impl ShopStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Rejected)
    }

    /// The status after a decision.
    ///
    /// # Errors
    /// When the decision cannot be made in this status.
    pub const fn transition(self, event: ShopEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Applied, ShopEvent::Approve) | (Self::Suspended, ShopEvent::Restore) => Ok(Self::Approved),
            (Self::Applied, ShopEvent::Reject) => Ok(Self::Rejected),
            (Self::Approved, ShopEvent::Suspend) => Ok(Self::Suspended),
            _ => Err(InvalidTransition),
        }
    }
}
