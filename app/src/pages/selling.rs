//! The desk of sellers.

pub mod products;
