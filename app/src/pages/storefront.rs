//! What buyers see before they have anything in the cart.

mod certificates;
pub mod home;
pub mod list;
pub mod lot;
pub mod product;
pub mod sentra;
pub mod shop;
pub(in crate::pages) mod view;
