//! All orders of one checkout, one a shop.

use domain::{label::OrderLabel, payment::PaymentMethod};
use leptos::prelude::*;
use services::orders::{GroupView, OrderView};

use super::{
    next::next,
    parts::{full_name, short_moment},
    pay::CardPanel,
};
use crate::{
    layout::StoreLayout,
    ui::{ButtonKind, LinkButton, Money, Notice, OrderBadge, PageHead, Sum, Sums, Toast, to},
    viewer::tr,
};

/// The page of a checkout.
#[component]
pub(super) fn GroupPage(group: GroupView, message: Option<String>) -> impl IntoView {
    let tr = tr();
    let count = group.orders.len();
    let to_pay = group.orders.iter().filter(|order| order.detail.label == OrderLabel::AwaitingPayment).count();
    let lead = if to_pay > 0 { tr.count("order-group-to-pay", to_pay) } else { tr.t("order-group-lead") };
    let lines =
        group.orders.iter().map(|order| Sum::money(order.detail.shop_name.clone(), order.summary.total)).collect();
    let by_card = group.orders.iter().find(|order| {
        let is_card = order.summary.payment.method == PaymentMethod::Stripe;
        is_card && order.detail.label == OrderLabel::AwaitingPayment
    });
    let pay = by_card.cloned().map(|order| view! { <CardPanel order=order/> });
    let cards = group.orders.into_iter().map(|order| view! { <OrderCard order=order/> }).collect_view();
    view! {
        <PageHead title=tr.t("order-group-title") private=true/>
        <StoreLayout>
            <div class="wrap wrap--narrow section stack gap-3">
                <Toast message=message/>
                <div class="stack gap-1">
                    <h1>{tr.count("order-group-headline", count)}</h1>
                    <p class="lead-text">{lead}</p>
                </div>
                {pay}
                <ul class="order-list">{cards}</ul>
                <div class="panel"><Sums lines=lines total=Sum::money(tr.t("order-sum-total"), group.total)/></div>
                <p class="small muted">{tr.t("order-keep-link")}</p>
            </div>
        </StoreLayout>
    }
}

/// An order in a list of them, for its buyer.
#[component]
pub(in crate::pages) fn OrderCard(order: OrderView) -> impl IntoView {
    let tr = tr();
    let (headline, _) = next(&order, tr);
    let (summary, detail) = (order.summary, order.detail);
    let goods: Vec<String> =
        order.items.iter().map(|item| format!("{} × {}", item.quantity, full_name(item))).collect();
    let kind = match detail.label {
        OrderLabel::AwaitingPayment => ButtonKind::Primary,
        _ => ButtonKind::Secondary,
    };
    let placed = short_moment(detail.placed_at, detail.zone, tr);
    view! {
        <li class="order">
            <div class="order__head">
                <div>
                    <b>{detail.shop_name}</b>
                    <p class="small muted">{format!("{} · {placed}", summary.number)}</p>
                </div>
                <OrderBadge label=detail.label/>
            </div>
            <p class="small">{goods.join(" · ")}</p>
            <p class="row row--between"><span>{headline}</span><b><Money amount=summary.total/></b></p>
            <LinkButton href=to(&format!("/pesanan/{}", summary.token)) kind=kind block=true>
                {tr.t("order-open")}<span class="vh">{format!(" {}", summary.number)}</span>
            </LinkButton>
        </li>
    }
}

/// The other orders of the same checkout; nothing when there are none.
#[component]
pub(super) fn Siblings(orders: Vec<OrderView>, group_token: String) -> impl IntoView {
    let tr = tr();
    (!orders.is_empty()).then(|| {
        let lines = orders
            .into_iter()
            .map(|order| {
                let state = tr.t(&format!("order-state-{}", order.detail.label));
                view! {
                    <p>
                        <a href=to(&format!("/pesanan/{}", order.summary.token))>{order.detail.shop_name}</a>
                        ", "<Money amount=order.summary.total/>{format!(" · {state}")}
                    </p>
                }
            })
            .collect_view();
        view! {
            <Notice>
                <p><b>{tr.t("order-siblings")}</b></p>
                {lines}
                <p><a href=to(&format!("/pesanan/{group_token}"))>{tr.t("order-siblings-all")}</a></p>
            </Notice>
        }
    })
}
