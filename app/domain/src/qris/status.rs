//! The state machine of a code that a shop hands in.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Where the QRIS code of a shop stands.
    QrisStatus {
        /// Waits for a curator.
        Proposed = "proposed",
        /// Payee and merchant id were compared with the shop's papers.
        Verified = "verified",
        /// Not the shop's, or no longer to be used.
        Rejected = "rejected",
        /// The shop handed in another one before anybody looked.
        Replaced = "replaced",
    }
}

/// What can happen to a code that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QrisEvent {
    /// A curator finds that it is the shop's.
    Verify,
    /// A curator finds that it is not, before or after it was in use.
    Reject,
    /// The shop hands in another one.
    Replace,
}

impl QrisEvent {
    /// Every event.
    pub const ALL: &'static [Self] = &[Self::Verify, Self::Reject, Self::Replace];
}

impl QrisStatus {
    /// The status after an event.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: QrisEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Proposed, QrisEvent::Verify) => Ok(Self::Verified),
            (Self::Proposed | Self::Verified, QrisEvent::Reject) => Ok(Self::Rejected),
            (Self::Proposed, QrisEvent::Replace) => Ok(Self::Replaced),
            _ => Err(InvalidTransition),
        }
    }
}
