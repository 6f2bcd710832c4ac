//! The state machine of a case: a buyer's complaint about lines of one order.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Where a case stands.
    CaseStatus {
        /// The seller has to answer.
        Open = "open",
        /// The seller has answered; the buyer may agree or ask the curator.
        SellerReplied = "seller_replied",
        /// The curator has to decide.
        UnderReview = "under_review",
        /// Decided or agreed.
        Resolved = "resolved",
        /// The buyer takes it back.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What a buyer complains about.
    CaseReason {
        /// Broken on the way.
        Damaged = "damaged",
        /// Something else than was ordered.
        WrongItem = "wrong_item",
        /// Not as described.
        NotAsDescribed = "not_as_described",
        /// Spoiled, or past its date.
        Spoiled = "spoiled",
        /// Pieces are missing.
        Missing = "missing",
        /// Never arrived.
        NotArrived = "not_arrived",
        /// Something else, told in words.
        Other = "other",
    }
}

text_enum! {
    /// How a case ends.
    CaseResolution {
        /// Money back, in part or in full.
        Refund = "refund",
        /// The goods are sent again.
        Replacement = "replacement",
        /// The complaint is not upheld.
        Rejected = "rejected",
    }
}

/// What can happen to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseEvent {
    /// The seller answers.
    SellerReplies,
    /// The buyer asks the curator, or the seller's time is over.
    Escalate,
    /// Seller and buyer agree, or the curator decides.
    Resolve,
    /// The buyer takes it back.
    Withdraw,
    /// The goods that were to be sent again are called off or do not arrive.
    ReplacementFails,
}

impl CaseEvent {
    /// Every event.
    pub const ALL: &'static [Self] =
        &[Self::SellerReplies, Self::Escalate, Self::Resolve, Self::Withdraw, Self::ReplacementFails];
}

impl CaseStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Withdrawn)
    }

    /// Whether nobody has to answer or decide; only a replacement that fails takes such a case up again.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Resolved | Self::Withdrawn)
    }

    /// The status after an event. A seller who has not answered can give in at once; once the curator looks at it, only
    /// the curator ends it or the buyer takes it back. What was promised and did not come is the curator's to decide again.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: CaseEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Open, CaseEvent::SellerReplies) => Ok(Self::SellerReplied),
            (Self::Open | Self::SellerReplied, CaseEvent::Escalate) | (Self::Resolved, CaseEvent::ReplacementFails) => {
                Ok(Self::UnderReview)
            }
            (Self::Open | Self::SellerReplied | Self::UnderReview, CaseEvent::Resolve) => Ok(Self::Resolved),
            (Self::Open | Self::SellerReplied | Self::UnderReview, CaseEvent::Withdraw) => Ok(Self::Withdrawn),
            _ => Err(InvalidTransition),
        }
    }
}
