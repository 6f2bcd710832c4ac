//! The desk of sellers.

mod card;
pub mod cases;
mod frame;
pub mod ledger;
pub mod lots;
pub mod order;
pub mod orders;
pub mod payments;
pub mod products;
pub mod reviews;
pub mod today;
pub mod vouchers;
