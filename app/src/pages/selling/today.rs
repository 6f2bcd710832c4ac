//! `/jual`: what a seller has to do now.

use access::{Denied, Seller};
use axum::response::Response;
use domain::{
    label::OrderLabel,
    time::{Date, Zone},
};
use leptos::prelude::*;
use services::{
    fulfilment::{self, OrderCounts, OrderFilter},
    orders::OrderView,
    reviews,
};

use super::{
    card::DeskCard,
    frame::{DeskFrame, scope},
};
use crate::{
    page::PageRequest,
    pages::order::parts::full_name,
    ui::{ButtonKind, EmptyState, Icon, LinkButton, SectionHead, to},
    viewer::tr,
};

/// How many new orders the page shows in full.
const NEW_SHOWN: i64 = 5;
/// How many orders to prepare it names.
const PREPARED_SHOWN: i64 = 8;

/// The page.
///
/// # Errors
/// Not a seller; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let counts = fulfilment::counts(services, scope).await?;
    let fresh = fulfilment::list(services, scope, OrderFilter::New, None, NEW_SHOWN).await?.orders;
    let to_prepare = fulfilment::list(services, scope, OrderFilter::ToPrepare, None, PREPARED_SHOWN).await?.orders;
    let unanswered = reviews::waiting_of_shops(services, scope).await?;
    let today = Date::from_timestamp(services.now(), Zone::Wib);
    // The list begins with the newest, so the first to answer is known only where all are in it.
    let first = fresh.last().filter(|_| counts.fresh <= NEW_SHOWN).cloned();
    let message = request.message();
    let tr = request.tr;
    let view = move || {
        let greeting = tr.t_args("desk-greeting", &[("name", seller.identity.name.into())]);
        view! {
            <DeskFrame title=tr.t("nav-today") counts=counts message=message>
                <div class="stack gap-05">
                    <p class="small muted">{tr.date(today)}</p>
                    <h1>{greeting}</h1>
                </div>
                <div class="office-cols">
                    <div class="stack gap-3">
                        <Todo counts=counts first=first unanswered=unanswered/>
                        <Fresh orders=fresh count=counts.fresh/>
                    </div>
                    <ToPrepare orders=to_prepare/>
                </div>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn Todo(
    counts: OrderCounts,
    /// The new order that has waited longest.
    first: Option<OrderView>,
    /// Reviews without a reply.
    unanswered: i64,
) -> impl IntoView {
    let tr = tr();
    let until = first.and_then(|order| {
        let detail = order.detail;
        let at = if detail.label == OrderLabel::AwaitingSeller { detail.confirm_by } else { detail.pay_by };
        at.map(|at| tr.t_args("order-step-until", &[("when", tr.moment(at, detail.zone).into())]))
    });
    let line = |count: i64, class: Option<&'static str>, path: &str, key: &str, lead: Option<String>| {
        view! {
            <li class=class.filter(|_| count > 0)>
                <span class="todo__n" aria-hidden="true">{tr.number(count)}</span>
                <span>
                    <a href=to(path)><span class="vh">{tr.number(count)}" "</span>{tr.t(key)}</a>
                    <small>{lead.unwrap_or_else(|| tr.t(&format!("{key}-lead")))}</small>
                </span>
                <Icon name="chevron-right"/>
            </li>
        }
    };
    view! {
        <section aria-label=tr.t("desk-todo")>
            <ul class="todo">
                {line(counts.fresh, Some("is-hot"), "/jual/pesanan?tab=baru", "desk-todo-new", until.filter(|_| counts.fresh > 0))}
                {line(counts.to_prepare, Some("is-warn"), "/jual/pesanan?tab=siapkan", "desk-todo-prepare", None)}
                {line(counts.sent, None, "/jual/pesanan?tab=dikirim", "desk-todo-sent", None)}
                {(unanswered > 0).then(|| line(unanswered, None, "/jual/ulasan?tab=belum", "desk-todo-reviews", None))}
            </ul>
        </section>
    }
}

#[component]
fn Fresh(orders: Vec<OrderView>, count: i64) -> impl IntoView {
    let tr = tr();
    if orders.is_empty() {
        return view! {
            <EmptyState icon="package" title=tr.t("desk-no-new") text=tr.t("desk-no-new-lead")>
                <LinkButton href=to("/jual/produk") kind=ButtonKind::Secondary>{tr.t("desk-to-products")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let more = ("/jual/pesanan?tab=baru".to_owned(), tr.count("desk-all-new", count));
    let cards = orders.into_iter().map(|order| view! { <DeskCard order=order/> }).collect_view();
    view! {
        <section>
            <SectionHead title=tr.t("desk-new-orders") more=more/>
            <ul class="order-list">{cards}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn ToPrepare(orders: Vec<OrderView>) -> impl IntoView {
    let tr = tr();
    if orders.is_empty() {
        return ().into_any();
    }
    let lines = orders
        .into_iter()
        .map(|order| {
            let goods: Vec<String> =
                order.items.iter().map(|item| format!("{} × {}", item.quantity, full_name(item))).collect();
            let state = tr.t(&format!("order-state-{}", order.detail.label));
            let name = order.detail.contact.name;
            let letter = name.chars().next().map(|letter| letter.to_uppercase().to_string());
            view! {
                <li>
                    <span class="sign sign--s" aria-hidden="true">{letter}</span>
                    <span>
                        <a href=to(&format!("/jual/pesanan/{}", order.summary.number))>{name}</a>
                        <small>{format!("{} · {state}", goods.join(", "))}</small>
                    </span>
                    <Icon name="chevron-right"/>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="panel panel--flush">
            <div class="panel__head"><h2>{tr.t("desk-to-prepare")}</h2></div>
            <ul class="todo todo--flush">{lines}</ul>
        </section>
    }
    .into_any()
}
