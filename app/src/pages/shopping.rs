//! From the cart to the order.

pub mod cart;
pub mod checkout;
