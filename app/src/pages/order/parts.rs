//! What pages of an order have in common, for buyers and sellers.

use domain::{
    fulfilment::DeliveryMethod,
    locale::Locale,
    money::Rupiah,
    payment::{PaymentMethod, PaymentStatus},
    phone::Phone,
    time::{Date, Timestamp, Zone},
};
use leptos::prelude::*;
use services::orders::{Contact, LineLot, OrderDetail, OrderItem, OrderView};
use text::Tr;

use crate::{
    pages::storefront::view::photo,
    ui::{Badge, Money, Panel, Photo, Sum, Sums, Tone, to},
    viewer::tr,
};

/// Lines, sums and payment of an order.
#[component]
pub(in crate::pages) fn OrderBill(order: OrderView) -> impl IntoView {
    let tr = tr();
    let (items, paid) = (order.items.clone(), payment_line(&order, tr));
    view! {
        <Panel title=tr.t("order-details")>
            <OrderLines items=items/>
            <OrderSums order=order/>
            <p class="small muted">{paid}</p>
        </Panel>
    }
}

/// The lines of an order, each leading to its product.
#[component]
fn OrderLines(items: Vec<OrderItem>) -> impl IntoView {
    let lines = items
        .into_iter()
        .map(|item| {
            let (quantity, name) = (item.quantity, full_name(&item));
            let path = format!("/produk/{}", item.product_slug);
            view! {
                <li class="line line--s">
                    <Photo photo=item.photo.map(photo) sizes="48px" decorative=true/>
                    <p>{format!("{quantity} × ")}<a href=to(&path)>{name}</a>{lots(&item.lots)}</p>
                    <b><Money amount=item.line_total/></b>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="order-lines">{lines}</ul> }
}

/// The lots of a line, each leading to its page; one that was called back says so.
fn lots(lots: &[LineLot]) -> impl IntoView + use<> {
    let tr = tr();
    lots.iter()
        .map(|lot| {
            let path = format!("/lot/{}", lot.code);
            let best_before = tr.t_args("order-lot-best-before", &[("date", tr.date(lot.best_before).into())]);
            let recalled = lot.recalled.then(|| view! { " "<Badge tone=Tone::Bad label=tr.t("lot-state-recalled")/> });
            view! {
                <br/>
                <small class="muted"><a href=to(&path)>{lot.code.clone()}</a>{format!(", {best_before}")}{recalled}</small>
            }
        })
        .collect_view()
}

/// "Vas silinder, 20 cm".
pub(in crate::pages) fn full_name(item: &OrderItem) -> String {
    if item.variant_name.is_empty() { item.name.clone() } else { format!("{}, {}", item.name, item.variant_name) }
}

/// What an order comes to.
#[component]
fn OrderSums(order: OrderView) -> impl IntoView {
    let tr = tr();
    let (summary, detail) = (&order.summary, &order.detail);
    let paid = summary.shipping_total.checked_sub(detail.packing_fee).unwrap_or(summary.shipping_total);
    let voucher = detail.voucher.as_ref();
    let carriage = voucher.and_then(|voucher| paid.checked_add(voucher.shipping)).unwrap_or(paid);
    let mut lines = vec![Sum::money(tr.t("order-sum-items"), summary.items_total)];
    if detail.packing_fee.get() > 0 {
        lines.push(Sum::money(tr.t("order-sum-packing"), detail.packing_fee));
    }
    lines.push(if carriage.get() == 0 {
        Sum::text(delivery_name(detail, tr), tr.t("order-sum-free"))
    } else {
        Sum::money(delivery_name(detail, tr), carriage)
    });
    if let Some(voucher) = voucher {
        let off = voucher.goods.checked_add(voucher.shipping).unwrap_or_default();
        lines.push(voucher_line(&voucher.code, off, tr));
    }
    let code = voucher.and_then(|voucher| summary.discount_total.checked_sub(voucher.goods));
    let code = code.unwrap_or(summary.discount_total);
    if code.get() > 0 {
        lines.push(Sum::money(tr.t("order-sum-unique-code"), Rupiah::new(-code.get())));
    }
    view! { <Sums lines=lines total=Sum::money(tr.t("order-sum-total"), summary.total)/> }
}

/// What a voucher takes off.
pub(in crate::pages) fn voucher_line(code: &str, off: Rupiah, tr: Tr) -> Sum {
    Sum::money(tr.t_args("voucher-sum", &[("code", code.into())]), Rupiah::new(-off.get()))
}

/// How goods reach the buyer: the courier's service, or our words.
pub(in crate::pages) fn delivery_name(detail: &OrderDetail, tr: Tr) -> String {
    match detail.delivery_method {
        DeliveryMethod::Courier => detail.service_name.clone(),
        DeliveryMethod::SellerDelivery => tr.t("order-delivery-seller"),
        DeliveryMethod::Pickup => tr.t("order-delivery-pickup"),
    }
}

/// "Transfer bank, belum dibayar".
pub(in crate::pages) fn payment_line(order: &OrderView, tr: Tr) -> String {
    let payment = &order.summary.payment;
    let way = match (payment.method, order.detail.delivery_method) {
        (PaymentMethod::Cod, DeliveryMethod::Pickup) => tr.t("order-payment-pickup"),
        (method, _) => tr.t(&format!("order-payment-{method}")),
    };
    let state = match payment.status {
        PaymentStatus::Captured => "order-paid",
        PaymentStatus::ProofSubmitted => "order-proof-sent",
        PaymentStatus::Created | PaymentStatus::Pending => "order-unpaid",
        PaymentStatus::Failed | PaymentStatus::Expired | PaymentStatus::Cancelled => "order-not-to-be-paid",
    };
    format!("{way}, {}", tr.t(state))
}

/// Street, village and postal code in one line; empty at pick-up.
pub(in crate::pages) fn address_line(contact: &Contact) -> String {
    let place = [contact.street.as_str(), contact.region.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let postal_code = contact.postal_code.as_ref().map(|code| format!(" {code}")).unwrap_or_default();
    format!("{}{postal_code}", place.join(", "))
}

/// The city of a full village name, for lists: its third part.
pub(in crate::pages) fn city(contact: &Contact) -> Option<String> {
    contact.region.split(", ").nth(2).map(|city| city.trim_start_matches("Kota ").to_owned())
}

/// "24 Nov, 15.09": for lists, where the year goes without saying.
pub(in crate::pages) fn short_moment(at: Timestamp, zone: Zone, tr: Tr) -> String {
    let date = Date::from_timestamp(at, zone).display_short(tr.locale());
    let (hour, minute) = at.hour_minute(zone);
    let colon = if tr.locale() == Locale::Id { '.' } else { ':' };
    format!("{date}, {hour:02}{colon}{minute:02}")
}

/// A number as people write it, and the address of a chat that begins with `text`.
pub(in crate::pages) fn phone(number: &str, text: &str) -> (String, Option<String>) {
    match number.parse::<Phone>() {
        Ok(phone) => (phone.to_string(), Some(phone.whatsapp_link(text))),
        Err(_) => (number.to_owned(), None),
    }
}
