//! Refunds as pages and the API show them.

use domain::{
    actor::Actor,
    money::Rupiah,
    refund::{RefundMethod, RefundStatus},
    time::{Timestamp, Zone},
};
use serde::Serialize;
use store::{
    Db,
    refunds::{RefundLineRow, RefundRow, RefundableLine},
};
use utoipa::ToSchema;

use super::{account::waits, amounts::Purse};
use crate::{BankAccount, Error, Result};

/// Pieces that a refund gives back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RefundItem {
    /// `var_…`
    pub variant: String,
    /// Name of the product.
    pub name: String,
    /// Name of the variant; may be empty.
    pub variant_name: String,
    /// Pieces.
    pub pieces: i64,
    /// What is given back for them.
    pub amount: Rupiah,
}

/// What pages show beyond the public surface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundDetail {
    /// Name of the shop.
    pub shop_name: String,
    /// Path of the shop.
    pub shop_slug: String,
    /// Time zone of the sentra.
    pub zone: Zone,
    /// In which capacity it was asked for.
    pub requested_as: Actor,
    /// Account that asked for it.
    pub requested_by: Option<i64>,
    /// Its name.
    pub requester: Option<String>,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// When the money went out.
    pub sent_at: Option<Timestamp>,
    /// Whether there is a picture of the receipt.
    pub has_proof: bool,
    /// Whether the seller may say that the money went out.
    pub can_send: bool,
    /// Whether the seller may say that it did not arrive.
    pub can_fail: bool,
    /// Whether the buyer may say that it arrived.
    pub can_confirm: bool,
    /// Whether it matters to which account the money is sent.
    pub wants_account: bool,
}

/// A refund; serialises to the public surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RefundView {
    /// `rfd_…`
    pub id: String,
    /// Number of the order.
    pub order: String,
    /// How the money goes back.
    pub method: RefundMethod,
    /// Where it stands.
    pub status: RefundStatus,
    /// In all.
    pub amount: Rupiah,
    /// Of it, for pieces.
    pub goods: Rupiah,
    /// Of it, for shipping.
    pub shipping: Rupiah,
    /// Of it, out of goodwill.
    pub goodwill: Rupiah,
    /// Why.
    pub reason: String,
    /// Pieces.
    pub items: Vec<RefundItem>,
    /// Number at the bank or provider.
    pub reference: Option<String>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub requested_at: String,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub sent_at: Option<String>,
    /// RFC 3339 in UTC; when it arrived or failed.
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    /// For pages.
    #[serde(skip)]
    pub detail: RefundDetail,
}

/// A page of refunds.
#[derive(Debug, Clone, Default)]
pub struct RefundPage {
    /// The oldest first.
    pub refunds: Vec<RefundView>,
    /// Cursor of the next page, when there is one.
    pub next: Option<String>,
}

/// What of a line can still be given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RefundableItem {
    /// `var_…`
    pub variant: String,
    /// Name of the product.
    pub name: String,
    /// Name of the variant; may be empty.
    pub variant_name: String,
    /// Pieces that were not given back.
    pub pieces: i64,
    /// What all of them give back.
    pub amount: Rupiah,
}

/// Refunds of an order, and what can still be given back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrderRefunds {
    /// What can still be given back in all; nothing before the money came in.
    pub left: Rupiah,
    /// Of it, for shipping.
    pub shipping_left: Rupiah,
    /// Of it, for lines.
    pub lines: Vec<RefundableItem>,
    /// Ways in which the money can go back; the first is the usual one.
    pub methods: Vec<RefundMethod>,
    /// Where the buyer wants a transfer to; for the shop only, which pays it.
    pub account: Option<BankAccount>,
    /// The oldest first.
    pub items: Vec<RefundView>,
}

pub(super) async fn of_order(db: &impl Db, order_id: i64) -> Result<OrderRefunds> {
    let rows = store::refunds::of_orders(db, &[order_id]).await?;
    let items = views(db, rows).await?;
    let Some(purse) = Purse::load(db, order_id).await? else {
        return Ok(OrderRefunds { items, ..OrderRefunds::default() });
    };
    let lines = purse.lines.iter().enumerate().filter(|(_, line)| line.left() > 0);
    Ok(OrderRefunds {
        left: purse.left(),
        shipping_left: Rupiah::new(purse.shipping_left()).min(purse.left()),
        lines: lines.map(|(place, line)| refundable(line, purse.pieces(place, line.left()))).collect(),
        methods: purse.methods().to_vec(),
        account: None,
        items,
    })
}

fn refundable(line: &RefundableLine, amount: i64) -> RefundableItem {
    RefundableItem {
        variant: line.variant.clone(),
        name: line.product_name.clone(),
        variant_name: line.variant_name.clone(),
        pieces: line.left(),
        amount: Rupiah::new(amount),
    }
}

/// The refund with that public id.
pub(super) async fn one(db: &impl Db, id: &str) -> Result<RefundView> {
    let row = store::refunds::find(db, id).await?.ok_or(Error::NotFound)?;
    views(db, vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// Several refunds, in their order; one more statement.
pub(super) async fn views(db: &impl Db, rows: Vec<RefundRow>) -> Result<Vec<RefundView>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let lines = store::refunds::lines(db, &ids).await?;
    rows.iter().map(|row| view(row, lines.iter().filter(|line| line.refund_id == row.id))).collect()
}

fn view<'a>(row: &RefundRow, lines: impl Iterator<Item = &'a RefundLineRow>) -> Result<RefundView> {
    let corrupt = || Error::internal(format!("a value of refund {}", row.public_id));
    let time = |at: i64| Timestamp::from_millis(at).to_rfc3339();
    let method: RefundMethod = row.method.parse().map_err(|_| corrupt())?;
    let status: RefundStatus = row.status.parse().map_err(|_| corrupt())?;
    let by_hand = method != RefundMethod::Provider;
    Ok(RefundView {
        id: row.public_id.clone(),
        order: row.number.clone(),
        method,
        status,
        amount: Rupiah::new(row.amount),
        goods: Rupiah::new(row.goods_amount),
        shipping: Rupiah::new(row.shipping_amount),
        goodwill: Rupiah::new(row.goodwill_amount),
        reason: row.reason.clone(),
        items: lines
            .map(|line| RefundItem {
                variant: line.variant.clone(),
                name: line.product_name.clone(),
                variant_name: line.variant_name.clone(),
                pieces: line.pieces,
                amount: Rupiah::new(line.amount),
            })
            .collect(),
        reference: row.reference.clone(),
        requested_at: time(row.requested_at),
        sent_at: row.sent_at.map(time),
        ended_at: row.ended_at.map(time),
        detail: RefundDetail {
            shop_name: row.shop_name.clone(),
            shop_slug: row.shop_slug.clone(),
            zone: row.zone.parse().map_err(|_| corrupt())?,
            requested_as: row.requested_as.parse().map_err(|_| corrupt())?,
            requested_by: row.requested_by,
            requester: row.requester.clone(),
            requested_at: Timestamp::from_millis(row.requested_at),
            sent_at: row.sent_at.map(Timestamp::from_millis),
            has_proof: row.proof_key.is_some(),
            can_send: by_hand && status == RefundStatus::Approved,
            can_fail: by_hand
                && matches!(status, RefundStatus::Requested | RefundStatus::Approved | RefundStatus::Sent),
            can_confirm: by_hand && status == RefundStatus::Sent,
            wants_account: method == RefundMethod::ManualTransfer && waits(&row.status),
        },
    })
}
