//! The desk of sellers.

mod card;
mod frame;
pub mod order;
pub mod orders;
pub mod payments;
pub mod products;
pub mod today;
