//! From a cart to orders: one order a shop, all of them or none.

mod amounts;
mod place;
mod request;
mod voucher;
mod write;

use domain::money::Rupiah;
pub use place::place;
pub use request::{AddressRequest, BuyerRequest, CheckoutRequest, DeliveryRequest, IdempotencyKey, body_hash};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use crate::{
    orders::{BankView, OrderSummary, PaymentView},
    shipping::ItemRequest,
};

/// What was placed; serialises to the answer of the public surface, and is kept under the idempotency key as such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlacedGroup {
    /// `grp_…`
    pub group: String,
    /// Secret of the page of all orders.
    pub token: String,
    /// What the buyer pays in all, unique codes subtracted.
    pub total: Rupiah,
    /// One a shop.
    pub orders: Vec<OrderSummary>,
}
