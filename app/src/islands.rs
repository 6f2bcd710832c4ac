//! Islands: the few components that also run in the browser. Everything else is HTML from the server.
//!
//! Buyers and back offices get bundles of their own, so that neither carries the other's weight.

#[cfg(any(feature = "ssr", feature = "shop"))]
pub mod shop;
