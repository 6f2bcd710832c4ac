//! One file per page.

pub mod account;
pub mod fault;
pub mod gaya;
pub mod shopping;
pub mod storefront;
