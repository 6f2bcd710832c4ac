//! One file per page.

pub mod account;
pub mod curating;
pub mod fault;
pub mod gaya;
pub mod storefront;
