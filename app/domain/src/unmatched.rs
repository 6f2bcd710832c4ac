//! Money that came without an order that waits for it.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Where such money stands.
    UnmatchedStatus {
        /// Somebody has to deal with it.
        Open = "open",
        /// Sent back to whoever paid it.
        Returned = "returned",
        /// Taken for another order, named in words.
        Assigned = "assigned",
    }
}

impl UnmatchedStatus {
    /// The status after somebody dealt with it.
    ///
    /// # Errors
    /// When it was dealt with before, or `to` says that nobody did.
    pub const fn resolve(self, to: Self) -> Result<Self, InvalidTransition> {
        match (self, to) {
            (Self::Open, Self::Returned | Self::Assigned) => Ok(to),
            _ => Err(InvalidTransition),
        }
    }
}
