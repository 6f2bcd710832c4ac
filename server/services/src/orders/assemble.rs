//! Rows of orders, put together as [`OrderView`]s.

use domain::{fulfilment::FulfilmentStatus, label::OrderLabel, money::Rupiah, payment::PaymentStatus, time::Timestamp};
use store::{
    Db,
    catalogue::PhotoRow,
    lots::LineLotRow,
    orders::{LineRow, OrderRow},
};

use super::{
    command::{Command, Proof, plan},
    view::{
        BankView, Contact, LineLot, OrderDetail, OrderEventView, OrderItem, OrderSummary, OrderView, OrderVoucher,
        PaymentView, ProofView,
    },
};
use crate::{Error, Result, catalogue::photo_of};

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
        voucher: voucher(row)?,
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

fn voucher(row: &OrderRow) -> Result<Option<OrderVoucher>> {
    let (Some(code), Some(payer)) = (&row.voucher_code, &row.voucher_paid_by) else { return Ok(None) };
    Ok(Some(OrderVoucher {
        code: code.clone(),
        goods: Rupiah::new(row.voucher_goods.unwrap_or_default()),
        shipping: Rupiah::new(row.voucher_shipping.unwrap_or_default()),
        paid_by: payer.parse().map_err(|_| Error::internal(format!("voucher of order {}", row.number)))?,
    }))
}

fn proof(row: &OrderRow) -> Option<ProofView> {
    Some(ProofView {
        id: row.proof_id.clone()?,
        note: row.proof_note.clone(),
        submitted_at: Timestamp::from_millis(row.proof_at?),
        size: (row.proof_width?, row.proof_height?),
    })
}
