//! Rows of refunds as they are read.

use sea_orm::FromQueryResult;

/// A refund with its order, as it is in the database.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RefundRow {
    /// Key.
    pub id: i64,
    /// `rfd_…`
    pub public_id: String,
    /// Key of the order.
    pub order_id: i64,
    /// `pay_…`: the payment that it goes back from.
    pub payment: String,
    /// [`domain::refund::RefundMethod`]
    pub method: String,
    /// [`domain::refund::RefundStatus`]
    pub status: String,
    /// Rupiah.
    pub amount: i64,
    /// Rupiah of lines.
    pub goods_amount: i64,
    /// Rupiah of shipping.
    pub shipping_amount: i64,
    /// Rupiah without a line.
    pub goodwill_amount: i64,
    /// Why.
    pub reason: String,
    /// [`domain::actor::Actor`]
    pub requested_as: String,
    /// Account that asked for it.
    pub requested_by: Option<i64>,
    /// Account that said yes.
    pub approved_by: Option<i64>,
    /// Number at the bank or provider.
    pub reference: Option<String>,
    /// UTC ms.
    pub requested_at: i64,
    /// UTC ms.
    pub approved_at: Option<i64>,
    /// UTC ms.
    pub sent_at: Option<i64>,
    /// UTC ms.
    pub ended_at: Option<i64>,
    /// Content key of the proof.
    pub proof_key: Option<String>,
    /// JSON array of pixels.
    pub proof_widths: Option<String>,
    /// Number of the order.
    pub number: String,
    /// Key of the shop.
    pub shop_id: i64,
    /// Name of the shop.
    pub shop_name: String,
    /// Path of the shop.
    pub shop_slug: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// Name of who asked for it.
    pub requester: Option<String>,
}

/// Pieces of a line that a refund gives back.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RefundLineRow {
    /// Whose line it is.
    pub refund_id: i64,
    /// Key of the line of the order.
    pub order_line_id: i64,
    /// `var_…`
    pub variant: String,
    /// As it was called.
    pub product_name: String,
    /// As it was called.
    pub variant_name: String,
    /// Pieces.
    pub pieces: i64,
    /// Rupiah.
    pub amount: i64,
}

/// A line of a refund's history.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RefundEventRow {
    /// Whose history it is.
    pub refund_id: i64,
    /// What happened.
    pub kind: String,
    /// In which capacity.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// UTC ms.
    pub at: i64,
}

/// What came in for an order.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ShareRow {
    /// Key of the payment.
    pub payment_id: i64,
    /// [`domain::payment::PaymentMethod`]
    pub method: String,
    /// Rupiah of the order's share.
    pub amount: i64,
    /// Rupiah of shipping, packing fee included.
    pub shipping_total: i64,
}

/// What was given back of an order.
#[derive(Debug, Clone, Copy, Default, FromQueryResult)]
pub struct GivenRow {
    /// Rupiah in all.
    pub amount: i64,
    /// Rupiah of shipping.
    pub shipping_amount: i64,
}

/// A line of an order with what was given back of it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RefundableLine {
    /// Key.
    pub id: i64,
    /// `var_…`
    pub variant: String,
    /// As it was called.
    pub product_name: String,
    /// As it was called.
    pub variant_name: String,
    /// Pieces that were bought.
    pub quantity: i64,
    /// Rupiah before discount.
    pub line_total: i64,
    /// Pieces that were given back.
    pub given_pieces: i64,
    /// Rupiah that was given back.
    pub given_amount: i64,
}

impl RefundableLine {
    /// Pieces that were not given back.
    #[must_use]
    pub const fn left(&self) -> i64 {
        self.quantity - self.given_pieces
    }
}
