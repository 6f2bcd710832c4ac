//! One file per page.

pub mod account;
pub mod fault;
pub mod gaya;
pub mod selling;
pub mod storefront;
