//! One file per page.

pub mod account;
mod cases;
pub mod curating;
pub mod fault;
pub mod gaya;
pub mod legal;
mod lots;
pub mod order;
pub mod reviews;
pub mod selling;
pub mod shopping;
pub mod storefront;
mod vouchers;
