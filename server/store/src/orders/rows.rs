//! Rows of orders as they are read.

use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
};
use sea_orm::FromQueryResult;

use crate::{Error, Result};

/// An order with its shop, contact and payment, as it is in the database.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OrderRow {
    /// Key.
    pub id: i64,
    /// `S-261124-7K3QF`
    pub number: String,
    /// Secret of the order's page.
    pub token: String,
    /// `grp_…`
    pub group_public_id: String,
    /// Secret of the page of all orders of the checkout.
    pub group_token: String,
    /// Language of the buyer.
    pub locale: String,
    /// Account of the buyer.
    pub account_id: Option<i64>,
    /// Key of the shop.
    pub shop_id: i64,
    /// Path of the shop.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Phone of the shop.
    pub shop_phone: String,
    /// Where the shop is.
    pub shop_street: String,
    /// When the shop is open.
    pub opening_hours: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// [`OrderStatus`]
    pub status: String,
    /// [`FulfilmentStatus`]
    pub fulfilment: String,
    /// [`PaymentMethod`]
    pub payment_method: String,
    /// [`DeliveryMethod`]
    pub delivery_method: String,
    /// Name of the service, in the buyer's language.
    pub service_name: String,
    /// Rupiah.
    pub items_total: i64,
    /// Rupiah, packing fee included.
    pub shipping_total: i64,
    /// Rupiah.
    pub packing_fee: i64,
    /// Rupiah.
    pub discount_total: i64,
    /// Rupiah.
    pub total: i64,
    /// ISO date.
    pub arrives_from: String,
    /// ISO date.
    pub arrives_to: String,
    /// Who carries it.
    pub courier: Option<String>,
    /// Number to follow it by.
    pub tracking: Option<String>,
    /// Why it was called off.
    pub cancel_reason: Option<String>,
    /// UTC ms.
    pub placed_at: i64,
    /// UTC ms until which the seller has to answer.
    pub confirm_by: Option<i64>,
    /// UTC ms.
    pub complete_at: Option<i64>,
    /// Name of the buyer.
    pub contact_name: String,
    /// E.164.
    pub contact_phone: String,
    /// Address of the buyer.
    pub contact_email: Option<String>,
    /// Region code.
    pub region_code: Option<String>,
    /// "Dinoyo, Lowokwaru, Kota Malang, Jawa Timur"
    pub region_name: String,
    /// Street and number.
    pub street: String,
    /// What to look for.
    pub landmark: Option<String>,
    /// Five digits.
    pub postal_code: Option<String>,
    /// To the seller.
    pub note: Option<String>,
    /// Key of the payment.
    pub payment_id: i64,
    /// [`PaymentStatus`]
    pub payment_status: String,
    /// Rupiah of the order's share.
    pub payment_amount: i64,
    /// Rupiah of the whole payment.
    pub payment_total: i64,
    /// Already subtracted.
    pub unique_code: Option<i64>,
    /// Where to transfer to.
    pub bank_name: Option<String>,
    /// Where to transfer to.
    pub bank_account: Option<String>,
    /// Where to transfer to.
    pub bank_holder: Option<String>,
    /// UTC ms.
    pub expires_at: Option<i64>,
    /// Where it is paid by card.
    pub checkout_url: Option<String>,
    /// What the QRIS code of the order holds, while the shop's own is not refused.
    pub qris_payload: Option<String>,
    /// `prf_…` of the latest proof of payment.
    pub proof_id: Option<String>,
    /// Words of the buyer with it.
    pub proof_note: Option<String>,
    /// UTC ms.
    pub proof_at: Option<i64>,
    /// Pixels of its photo.
    pub proof_width: Option<i64>,
    /// Pixels of its photo.
    pub proof_height: Option<i64>,
    /// Whether all lines are food.
    pub only_food: bool,
    /// Code of the voucher that was used.
    pub voucher_code: Option<String>,
    /// Rupiah that it took off the goods; part of the discount.
    pub voucher_goods: Option<i64>,
    /// Rupiah that it took off the carriage.
    pub voucher_shipping: Option<i64>,
    /// [`domain::voucher::VoucherPayer`]
    pub voucher_paid_by: Option<String>,
}

/// The states of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderStates {
    /// Between buyer and seller.
    pub status: OrderStatus,
    /// Of the goods.
    pub fulfilment: FulfilmentStatus,
    /// Of the money.
    pub payment: PaymentStatus,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// How it reaches the buyer.
    pub delivery_method: DeliveryMethod,
}

impl OrderRow {
    /// The states, parsed.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a value that is none.
    pub fn states(&self) -> Result<OrderStates> {
        let corrupt = || Error::Corrupt(format!("a state of order {}", self.number));
        Ok(OrderStates {
            status: self.status.parse().map_err(|_| corrupt())?,
            fulfilment: self.fulfilment.parse().map_err(|_| corrupt())?,
            payment: self.payment_status.parse().map_err(|_| corrupt())?,
            payment_method: self.payment_method.parse().map_err(|_| corrupt())?,
            delivery_method: self.delivery_method.parse().map_err(|_| corrupt())?,
        })
    }
}

/// A line of an order.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LineRow {
    /// Key.
    pub id: i64,
    /// Whose line it is.
    pub order_id: i64,
    /// `var_…`
    pub variant: String,
    /// Key of the product.
    pub product_id: i64,
    /// Path of the product's page.
    pub product_slug: String,
    /// As it was called.
    pub product_name: String,
    /// As it was called.
    pub variant_name: String,
    /// Rupiah a piece.
    pub unit_price: i64,
    /// Pieces.
    pub quantity: i64,
    /// Rupiah.
    pub line_total: i64,
    /// The site's share, frozen when it was placed.
    pub commission_basis_points: i64,
    /// Content key of the photo.
    pub media_key: Option<String>,
    /// JSON array of pixels.
    pub media_widths: Option<String>,
    /// Base64.
    pub media_thumbhash: Option<String>,
    /// Pixels.
    pub media_width: Option<i64>,
    /// Pixels.
    pub media_height: Option<i64>,
}

/// A line of an order's history.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EventRow {
    /// Whose history it is.
    pub order_id: i64,
    /// What happened.
    pub kind: String,
    /// In which capacity.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// UTC ms.
    pub at: i64,
}
