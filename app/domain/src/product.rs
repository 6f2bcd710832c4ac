//! The state machines of a product and of its revisions.

use crate::{state::InvalidTransition, text_enum::text_enum};

text_enum! {
    /// Whether a product is on sale, and why not.
    ProductStatus {
        /// Being written.
        Draft = "draft",
        /// Waiting for the curator.
        Proposed = "proposed",
        /// On sale.
        Published = "published",
        /// The curator asks for changes.
        ChangesRequested = "changes_requested",
        /// The curator refuses it.
        Rejected = "rejected",
        /// Taken off the shelf by the seller.
        Hidden = "hidden",
        /// Taken off the shelf by the curator.
        Suspended = "suspended",
        /// Given up.
        Archived = "archived",
    }
}

text_enum! {
    /// Where a revision of a product's curated fields stands.
    RevisionStatus {
        /// Being written.
        Draft = "draft",
        /// Waiting for the curator.
        Proposed = "proposed",
        /// What buyers see.
        Published = "published",
        /// The curator asks for changes.
        ChangesRequested = "changes_requested",
        /// The curator refuses it.
        Rejected = "rejected",
        /// A later revision was published.
        Superseded = "superseded",
    }
}

/// What can happen to a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProductEvent {
    /// The seller proposes it.
    Propose,
    /// The curator publishes it.
    Publish,
    /// The curator asks for changes.
    RequestChanges,
    /// The curator refuses it.
    Reject,
    /// The seller takes it off the shelf.
    Hide,
    /// The seller puts it back.
    Show,
    /// The curator takes it off the shelf.
    Suspend,
    /// The curator puts it back.
    Restore,
    /// The seller gives it up.
    Archive,
}

impl ProductEvent {
    /// Every event.
    pub const ALL: &'static [Self] = &[
        Self::Propose,
        Self::Publish,
        Self::RequestChanges,
        Self::Reject,
        Self::Hide,
        Self::Show,
        Self::Suspend,
        Self::Restore,
        Self::Archive,
    ];
}

impl ProductStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Archived)
    }

    /// The status after an event. A published product stays so while a revision of it is reviewed.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: ProductEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Draft | Self::ChangesRequested | Self::Rejected, ProductEvent::Propose) => Ok(Self::Proposed),
            (Self::Published, ProductEvent::Propose) => Ok(Self::Published),
            (Self::Hidden, ProductEvent::Propose) => Ok(Self::Hidden),
            (Self::Proposed | Self::Published, ProductEvent::Publish) => Ok(Self::Published),
            (Self::Hidden, ProductEvent::Publish) => Ok(Self::Hidden),
            (Self::Proposed, ProductEvent::RequestChanges) => Ok(Self::ChangesRequested),
            (Self::Proposed, ProductEvent::Reject) => Ok(Self::Rejected),
            (Self::Published | Self::Hidden, ProductEvent::RequestChanges | ProductEvent::Reject) => Ok(self),
            (Self::Published, ProductEvent::Hide) => Ok(Self::Hidden),
            (Self::Hidden, ProductEvent::Show) => Ok(Self::Published),
            (Self::Published | Self::Hidden, ProductEvent::Suspend) => Ok(Self::Suspended),
            (Self::Suspended, ProductEvent::Restore) => Ok(Self::Published),
            (Self::Archived, _) => Err(InvalidTransition),
            (_, ProductEvent::Archive) => Ok(Self::Archived),
            _ => Err(InvalidTransition),
        }
    }
}

impl RevisionStatus {
    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Rejected | Self::Superseded)
    }

    /// The status after the curator's decision or the seller's proposal.
    ///
    /// # Errors
    /// When the event cannot happen in this status.
    pub const fn transition(self, event: ProductEvent) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Draft | Self::ChangesRequested, ProductEvent::Propose) => Ok(Self::Proposed),
            (Self::Proposed, ProductEvent::Publish) => Ok(Self::Published),
            (Self::Proposed, ProductEvent::RequestChanges) => Ok(Self::ChangesRequested),
            (Self::Proposed, ProductEvent::Reject) => Ok(Self::Rejected),
            _ => Err(InvalidTransition),
        }
    }
    /// The status of a published revision after a later one was published.
    ///
    /// # Errors
    /// When this revision is not the published one.
    pub const fn supersede(self) -> Result<Self, InvalidTransition> {
        match self {
            Self::Published => Ok(Self::Superseded),
            _ => Err(InvalidTransition),
        }
    }
}
