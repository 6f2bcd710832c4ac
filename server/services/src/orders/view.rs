//! An order as pages and the API show it.

use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    label::OrderLabel,
    locale::Locale,
    money::Rupiah,
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
    time::{Date, Timestamp, Zone},
    voucher::VoucherPayer,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::catalogue::Photo;

/// Where to transfer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BankView {
    /// Name of the bank.
    pub bank: String,
    /// Number of the account.
    pub account: String,
    /// Whose account it is.
    pub holder: String,
}

/// How an order is paid, as the public surface says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PaymentView {
    /// How.
    pub method: PaymentMethod,
    /// Where it stands.
    pub status: PaymentStatus,
    /// To be paid.
    pub amount: Rupiah,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub expires_at: Option<String>,
    /// What a QRIS code holds.
    pub qris_payload: Option<String>,
    /// For a transfer.
    pub bank: Option<BankView>,
    /// For a card.
    pub checkout_url: Option<String>,
}

/// What the buyer showed last for a payment. For the buyer's own page, the seller and curators only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofView {
    /// `prf_…`
    pub id: String,
    /// Words of the buyer.
    pub note: Option<String>,
    /// When it was shown.
    pub submitted_at: Timestamp,
    /// Pixels of the photo: width, height.
    pub size: (i64, i64),
}

/// An order as the public surface says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrderSummary {
    /// `S-261124-7K3QF`
    pub number: String,
    /// Secret of the order's page.
    pub token: String,
    /// Path of the shop.
    pub shop: String,
    /// Price of all lines.
    pub items_total: Rupiah,
    /// Packing fee included; what a voucher takes off is off already.
    pub shipping_total: Rupiah,
    /// Unique code of a transfer, and what a voucher takes off the goods.
    pub discount_total: Rupiah,
    /// What is paid.
    pub total: Rupiah,
    /// Between buyer and seller.
    pub status: OrderStatus,
    /// Of the goods.
    pub fulfilment: FulfilmentStatus,
    /// Of the money.
    pub payment: PaymentView,
}

/// What a voucher took off an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderVoucher {
    /// In capitals.
    pub code: String,
    /// Off the goods; part of the discount.
    pub goods: Rupiah,
    /// Off the carriage; not part of the shipping total any more.
    pub shipping: Rupiah,
    /// Who pays for it.
    pub paid_by: VoucherPayer,
}

/// A lot that pieces of a line are of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LineLot {
    /// What stands on the pack.
    pub code: String,
    /// ISO date.
    #[schema(value_type = String, format = Date)]
    pub best_before: Date,
    /// How many are of it.
    pub pieces: i64,
    /// Whether it was called back.
    pub recalled: bool,
}

/// A line of an order, as it was when it was placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrderItem {
    /// `var_…`
    pub variant: String,
    /// Path of the product's page.
    #[serde(skip)]
    pub product_slug: String,
    /// Name of the product.
    pub name: String,
    /// Name of the variant; may be empty.
    pub variant_name: String,
    /// Price of one.
    pub unit_price: Rupiah,
    /// Pieces.
    pub quantity: i64,
    /// Price of all.
    pub line_total: Rupiah,
    /// The lots that it holds, or took with it; of food only.
    pub lots: Vec<LineLot>,
    /// First photo.
    #[serde(skip)]
    pub photo: Option<Photo>,
}

/// A line of an order's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrderEventView {
    /// `placed`, `confirmed`, `proof_submitted`, `payment_confirmed`, `payment_rejected`, `rejected`, `called_off`,
    /// `cancelled`, `unanswered`, `expired`, `ready`, `shipped`, `delivered`, `refused`, `received`, `completed`,
    /// `paid`, `case_opened`, `case_resolved`, `case_reopened`, `case_withdrawn`.
    pub kind: String,
    /// In which capacity.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub at: String,
    /// The same instant.
    #[serde(skip)]
    pub instant: Timestamp,
}

/// Who receives an order, where. For the buyer's own page and the seller only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// E.164.
    pub phone: String,
    /// Address for mails.
    pub email: Option<String>,
    /// Full name of the village; empty at pick-up.
    pub region: String,
    /// Street and number; empty at pick-up.
    pub street: String,
    /// What to look for.
    pub landmark: Option<String>,
    /// Five digits.
    pub postal_code: Option<String>,
    /// To the seller.
    pub note: Option<String>,
}

/// What pages show beyond the public surface.
#[derive(Debug, Clone)]
pub struct OrderDetail {
    /// The one label.
    pub label: OrderLabel,
    /// Secret of the page of all orders of the checkout.
    pub group_token: String,
    /// Language in which it was placed.
    pub locale: Locale,
    /// Name of the shop.
    pub shop_name: String,
    /// E.164.
    pub shop_phone: String,
    /// Where the shop is.
    pub shop_street: String,
    /// When the shop is open.
    pub opening_hours: String,
    /// Time zone of the sentra.
    pub zone: Zone,
    /// How it reaches the buyer.
    pub delivery_method: DeliveryMethod,
    /// Name of the service; empty for other methods than a courier.
    pub service_name: String,
    /// Part of the shipping total.
    pub packing_fee: Rupiah,
    /// First day of arrival.
    pub arrives_from: Date,
    /// Last day of arrival.
    pub arrives_to: Date,
    /// Who carries it.
    pub courier: Option<String>,
    /// Number to follow it by.
    pub tracking: Option<String>,
    /// Why it was called off.
    pub cancel_reason: Option<String>,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Until when the seller has to answer.
    pub confirm_by: Option<Timestamp>,
    /// What is paid together with this order, itself included.
    pub pay_together: Rupiah,
    /// Until when the buyer has to pay.
    pub pay_by: Option<Timestamp>,
    /// When it is done by itself.
    pub complete_at: Option<Timestamp>,
    /// Already subtracted from the amount of a transfer.
    pub unique_code: Option<i64>,
    /// The voucher that was used.
    pub voucher: Option<OrderVoucher>,
    /// What the buyer showed last for the payment.
    pub proof: Option<ProofView>,
    /// Who receives it.
    pub contact: Contact,
    /// Whether the buyer may call it off now.
    pub can_cancel: bool,
    /// Whether the buyer may show a proof of payment now.
    pub can_prove: bool,
    /// Whether the buyer may say that it arrived.
    pub can_receive: bool,
    /// Whether the seller may accept it.
    pub can_confirm: bool,
    /// Whether the seller may refuse it.
    pub can_reject: bool,
    /// Whether the seller may call it off after accepting it.
    pub can_call_off: bool,
    /// Whether the seller may say that the money came, or did not.
    pub can_answer_payment: bool,
    /// Whether the seller may say that it is packed.
    pub can_ready: bool,
    /// Whether the seller may send it.
    pub can_ship: bool,
    /// Whether the seller may hand it over.
    pub can_deliver: bool,
    /// Whether the seller may say that the buyer did not take it.
    pub can_be_refused: bool,
    /// Whether pieces of it may go back on the shelf: they have left it, and are no food.
    pub can_restock: bool,
}

/// An order with everything that is shown of it; serialises to the public surface.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrderView {
    /// As in the answer of a checkout.
    #[serde(flatten)]
    pub summary: OrderSummary,
    /// Lines.
    pub items: Vec<OrderItem>,
    /// History, the oldest first.
    pub events: Vec<OrderEventView>,
    /// For pages.
    #[serde(skip)]
    pub detail: OrderDetail,
}
