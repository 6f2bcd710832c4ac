//! What all state machines share.

/// An event that cannot happen in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this cannot happen in the present state")]
pub struct InvalidTransition;
