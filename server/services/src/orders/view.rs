//! An order as pages and the API show it.

use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    label::OrderLabel,
    locale::Locale,
    money::Rupiah,
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
    time::{Date, Timestamp, Zone},
};
use serde::{Deserialize, Serialize};
use store::{
    Db,
    catalogue::PhotoRow,
    lots::LineLotRow,
    orders::{LineRow, OrderRow},
};
use utoipa::ToSchema;

use super::command::{Command, Proof, plan};
use crate::{
    Error, Result,
    catalogue::{Photo, photo_of},
};

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
    /// Packing fee included.
    pub shipping_total: Rupiah,
    /// Unique code of a transfer.
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
    /// `paid`, `case_opened`, `case_resolved`, `case_withdrawn`.
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

/// What the public surface says of a row.
fn summary(row: &OrderRow) -> Result<OrderSummary> {
    let states = row.states()?;
    let bank = match (&row.bank_name, &row.bank_account, &row.bank_holder) {
        (Some(bank), Some(account), Some(holder)) => {
            Some(BankView { bank: bank.clone(), account: account.clone(), holder: holder.clone() })
        }
        _ => None,
    };
    Ok(OrderSummary {
        number: row.number.clone(),
        token: row.token.clone(),
        shop: row.shop_slug.clone(),
        items_total: Rupiah::new(row.items_total),
        shipping_total: Rupiah::new(row.shipping_total),
        discount_total: Rupiah::new(row.discount_total),
        total: Rupiah::new(row.total),
        status: states.status,
        fulfilment: states.fulfilment,
        payment: PaymentView {
            method: states.payment_method,
            status: states.payment,
            amount: Rupiah::new(row.payment_amount),
            expires_at: row.expires_at.map(|at| Timestamp::from_millis(at).to_rfc3339()),
            qris_payload: row.qris_payload.clone(),
            bank,
            checkout_url: row.checkout_url.clone().filter(|_| states.payment == PaymentStatus::Pending),
        },
    })
}

/// Full views of several orders, in their order; three more statements.
pub(crate) async fn views(db: &impl Db, rows: Vec<OrderRow>) -> Result<Vec<OrderView>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let lines = store::orders::lines(db, &ids).await?;
    let lots = store::lots::of_orders(db, &ids).await?;
    let events = store::orders::events(db, &ids).await?;
    rows.iter()
        .map(|row| {
            Ok(OrderView {
                summary: summary(row)?,
                items: lines
                    .iter()
                    .filter(|line| line.order_id == row.id)
                    .map(|line| item(line, &lots))
                    .collect::<Result<_>>()?,
                events: events
                    .iter()
                    .filter(|event| event.order_id == row.id)
                    .map(|event| OrderEventView {
                        kind: event.kind.clone(),
                        actor: event.actor.clone(),
                        reason: event.reason.clone(),
                        at: Timestamp::from_millis(event.at).to_rfc3339(),
                        instant: Timestamp::from_millis(event.at),
                    })
                    .collect(),
                detail: detail(row)?,
            })
        })
        .collect()
}

fn item(line: &LineRow, lots: &[LineLotRow]) -> Result<OrderItem> {
    let own = lots.iter().filter(|lot| lot.order_id == line.order_id && lot.variant == line.variant);
    let photo = || {
        Some(photo_of(PhotoRow {
            revision_id: 0,
            key: line.media_key.clone()?,
            alt: line.product_name.clone(),
            thumbhash: line.media_thumbhash.clone()?,
            width: line.media_width?,
            height: line.media_height?,
            widths: serde_json::from_str(line.media_widths.as_deref()?).ok()?,
        }))
    };
    Ok(OrderItem {
        lots: own
            .map(|lot| {
                Ok(LineLot {
                    code: lot.code.clone(),
                    best_before: lot
                        .best_before
                        .parse()
                        .map_err(|_| Error::internal(format!("best before of lot {}", lot.code)))?,
                    pieces: lot.pieces,
                    recalled: lot.is_recalled,
                })
            })
            .collect::<Result<_>>()?,
        variant: line.variant.clone(),
        product_slug: line.product_slug.clone(),
        name: line.product_name.clone(),
        variant_name: line.variant_name.clone(),
        unit_price: Rupiah::new(line.unit_price),
        quantity: line.quantity,
        line_total: Rupiah::new(line.line_total),
        photo: photo(),
    })
}

fn detail(row: &OrderRow) -> Result<OrderDetail> {
    let states = row.states()?;
    let corrupt = |what: &str| Error::internal(format!("{what} of order {}", row.number));
    let can = |command: Command| plan(states, &command).is_ok();
    Ok(OrderDetail {
        label: OrderLabel::of(states.status, states.payment, states.fulfilment, states.delivery_method),
        group_token: row.group_token.clone(),
        locale: row.locale.parse().map_err(|_| corrupt("locale"))?,
        shop_name: row.shop_name.clone(),
        shop_phone: row.shop_phone.clone(),
        shop_street: row.shop_street.clone(),
        opening_hours: row.opening_hours.clone(),
        zone: row.zone.parse().map_err(|_| corrupt("zone"))?,
        delivery_method: states.delivery_method,
        service_name: row.service_name.clone(),
        packing_fee: Rupiah::new(row.packing_fee),
        arrives_from: row.arrives_from.parse().map_err(|_| corrupt("arrival"))?,
        arrives_to: row.arrives_to.parse().map_err(|_| corrupt("arrival"))?,
        courier: row.courier.clone(),
        tracking: row.tracking.clone(),
        cancel_reason: row.cancel_reason.clone(),
        placed_at: Timestamp::from_millis(row.placed_at),
        confirm_by: row.confirm_by.map(Timestamp::from_millis),
        pay_together: Rupiah::new(row.payment_total),
        pay_by: row.expires_at.map(Timestamp::from_millis),
        complete_at: row.complete_at.map(Timestamp::from_millis),
        unique_code: row.unique_code,
        proof: proof(row),
        contact: Contact {
            name: row.contact_name.clone(),
            phone: row.contact_phone.clone(),
            email: row.contact_email.clone(),
            region: row.region_name.clone(),
            street: row.street.clone(),
            landmark: row.landmark.clone(),
            postal_code: row.postal_code.clone(),
            note: row.note.clone(),
        },
        can_cancel: can(Command::CancelByBuyer),
        can_prove: can(Command::SubmitProof(Proof::default())),
        can_receive: can(Command::Received),
        can_confirm: can(Command::Confirm),
        can_reject: can(Command::Reject(String::new())),
        can_call_off: can(Command::CallOff(String::new())),
        can_answer_payment: can(Command::ConfirmPayment),
        can_ready: can(Command::Ready),
        can_ship: can(Command::Ship { courier: None, tracking: None }),
        can_deliver: can(Command::Deliver),
        can_be_refused: can(Command::Refused { reason: String::new(), restock: false }),
        can_restock: states.fulfilment == FulfilmentStatus::Shipped && !row.only_food,
    })
}

fn proof(row: &OrderRow) -> Option<ProofView> {
    Some(ProofView {
        id: row.proof_id.clone()?,
        note: row.proof_note.clone(),
        submitted_at: Timestamp::from_millis(row.proof_at?),
        size: (row.proof_width?, row.proof_height?),
    })
}
