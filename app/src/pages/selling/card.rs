//! An order in the lists of the desk, with the one thing to do about it.

use domain::{fulfilment::DeliveryMethod, payment::PaymentMethod};
use leptos::prelude::*;
use services::orders::OrderView;

use crate::{
    pages::{
        order::parts::{city, delivery_name, full_name, payment_line},
        storefront::view::photo,
    },
    ui::{Button, ButtonKind, LinkButton, Money, OrderBadge, Photo, to},
    viewer::tr,
};

/// Most lines that a card shows; the rest is counted.
const SHOWN_ITEMS: usize = 3;

/// An order in a list.
#[component]
pub(super) fn DeskCard(order: OrderView) -> impl IntoView {
    let tr = tr();
    let path = format!("/jual/pesanan/{}", order.summary.number);
    let detail = &order.detail;
    let who = match city(&detail.contact) {
        Some(city) => format!("{}, {city}", detail.contact.name),
        None => detail.contact.name.clone(),
    };
    let placed = tr.moment(detail.placed_at, detail.zone);
    let about = format!("{} · {placed}", order.summary.number);
    let ways = format!("{} · {}", payment_line(&order, tr), delivery_name(detail, tr));
    let more = order.items.len().saturating_sub(SHOWN_ITEMS);
    let items = order
        .items
        .iter()
        .take(SHOWN_ITEMS)
        .cloned()
        .map(|item| {
            let words = format!("{} × {}", item.quantity, full_name(&item));
            view! {
                <div class="order__item">
                    <Photo photo=item.photo.map(photo) sizes="48px" decorative=true/>
                    <span>{words}</span>
                    <b><Money amount=item.line_total/></b>
                </div>
            }
        })
        .collect_view();
    view! {
        <li class="order">
            <div class="order__head">
                <div>
                    <b><a href=to(&path)>{who}</a></b>
                    <p class="small muted">{about}</p>
                    <p class="small muted">{ways}</p>
                </div>
                <OrderBadge label=detail.label/>
            </div>
            <div class="order__items">
                {items}
                {(more > 0).then(|| view! { <p class="small muted">{tr.count("desk-more-items", more)}</p> })}
            </div>
            <p class="row row--between"><span>{tr.t("order-sum-total")}</span><b><Money amount=order.summary.total/></b></p>
            <div class="order__act">
                <MainAction order=order.clone() kind=ButtonKind::Secondary/>
                <LinkButton href=to(&path) kind=ButtonKind::Quiet>{tr.t("desk-open")}</LinkButton>
            </div>
        </li>
    }
}

/// The next step of the seller as one button; nothing when the buyer, the courier or nobody is next.
#[component]
pub(super) fn MainAction(order: OrderView, kind: ButtonKind) -> impl IntoView {
    let tr = tr();
    let detail = &order.detail;
    let path = format!("/jual/pesanan/{}", order.summary.number);
    let amount = [("amount", order.summary.payment.amount.into())];
    let by_courier = detail.delivery_method == DeliveryMethod::Courier;
    let (verb, icon, label) = if detail.can_confirm {
        ("konfirmasi", "check", tr.t("desk-confirm"))
    } else if detail.can_answer_payment {
        ("pembayaran/konfirmasi", "banknote", tr.t("desk-payment-confirm"))
    } else if detail.can_ready {
        (
            "siap",
            "package-check",
            tr.t(if detail.delivery_method == DeliveryMethod::Pickup { "desk-ready-pickup" } else { "desk-ready" }),
        )
    } else if detail.can_ship && by_courier {
        let href = to(&format!("{path}#kirim"));
        return view! {
            <LinkButton href=href kind=kind block=true icon="truck">{tr.t("desk-ship-fill-in")}</LinkButton>
        }
        .into_any();
    } else if detail.can_ship {
        ("kirim", "truck", tr.t("desk-ship-own"))
    } else if detail.can_deliver && order.summary.payment.method == PaymentMethod::Cod {
        ("serahkan", "hand-coins", tr.t_args("desk-deliver-cash", &amount))
    } else if detail.can_deliver {
        ("serahkan", "package-check", tr.t("desk-deliver"))
    } else {
        return ().into_any();
    };
    view! {
        <form method="post" action=to(&format!("{path}/{verb}"))>
            <Button kind=kind block=true icon=icon>{label}</Button>
        </form>
    }
    .into_any()
}
