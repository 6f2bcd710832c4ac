//! The desk of sellers.

mod card;
mod frame;
pub mod order;
pub mod orders;
pub mod today;
