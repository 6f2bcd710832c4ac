//! What an order's several states mean to a person, in one word.

use crate::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    order::OrderStatus,
    payment::PaymentStatus,
    text_enum::text_enum,
};

text_enum! {
    /// The one label of an order; derived, never stored.
    OrderLabel {
        /// Belum dibayar.
        AwaitingPayment = "awaiting_payment",
        /// Bukti dikirim.
        ProofSubmitted = "proof_submitted",
        /// Menunggu penjual.
        AwaitingSeller = "awaiting_seller",
        /// Disiapkan.
        Preparing = "preparing",
        /// Siap dikirim.
        Ready = "ready",
        /// Siap diambil.
        AwaitingPickup = "awaiting_pickup",
        /// Dalam perjalanan.
        Shipped = "shipped",
        /// Diterima.
        Delivered = "delivered",
        /// Selesai.
        Completed = "completed",
        /// Dibatalkan.
        Cancelled = "cancelled",
        /// Kedaluwarsa.
        Expired = "expired",
        /// Gagal diantar.
        Undeliverable = "undeliverable",
        /// Dikembalikan.
        Returned = "returned",
    }
}

impl OrderLabel {
    /// The label of a combination; total over all of them.
    #[must_use]
    pub fn of(
        status: OrderStatus,
        payment: PaymentStatus,
        fulfilment: FulfilmentStatus,
        method: DeliveryMethod,
    ) -> Self {
        match status {
            OrderStatus::Cancelled => Self::Cancelled,
            OrderStatus::Expired => Self::Expired,
            OrderStatus::AwaitingPayment if payment == PaymentStatus::ProofSubmitted => Self::ProofSubmitted,
            OrderStatus::AwaitingPayment => Self::AwaitingPayment,
            OrderStatus::AwaitingConfirmation => Self::AwaitingSeller,
            OrderStatus::Completed if fulfilment == FulfilmentStatus::Returned => Self::Returned,
            OrderStatus::Completed => Self::Completed,
            OrderStatus::Confirmed => match fulfilment {
                FulfilmentStatus::Preparing => Self::Preparing,
                FulfilmentStatus::Ready if method == DeliveryMethod::Pickup => Self::AwaitingPickup,
                FulfilmentStatus::Ready => Self::Ready,
                FulfilmentStatus::AwaitingPickup => Self::AwaitingPickup,
                FulfilmentStatus::Shipped => Self::Shipped,
                FulfilmentStatus::Delivered => Self::Delivered,
                FulfilmentStatus::Cancelled => Self::Cancelled,
                FulfilmentStatus::Undeliverable => Self::Undeliverable,
                FulfilmentStatus::Returned => Self::Returned,
            },
        }
    }
}
