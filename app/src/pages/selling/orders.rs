//! `/jual/pesanan?tab=`: the orders of a seller's shops.

use access::{Denied, Seller};
use axum::response::Response;
use domain::limits;
use leptos::prelude::*;
use services::{
    fulfilment::{self, OrderCounts, OrderFilter},
    orders::OrderPage,
};

use super::{
    card::DeskCard,
    frame::{DeskFrame, scope},
};
use crate::{
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{ButtonKind, EmptyState, LinkButton, LoadMore, Tab, Tabs, to},
    viewer::tr,
};

/// A tab: its name in the address, and what is behind it.
type View = (&'static str, OrderFilter);

const TABS: [View; 4] = [
    ("baru", OrderFilter::New),
    ("siapkan", OrderFilter::ToPrepare),
    ("dikirim", OrderFilter::Sent),
    ("selesai", OrderFilter::Closed),
];

/// The page. An unknown tab is the first.
///
/// # Errors
/// Not a seller; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let asked = request.query("tab");
    let (tab, filter) = TABS.into_iter().find(|(tab, _)| asked.as_deref() == Some(*tab)).unwrap_or(TABS[0]);
    let from = request.query("dari");
    let counts = fulfilment::counts(services, scope).await?;
    let page = fulfilment::list(services, scope, filter, from.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        view! {
            <DeskFrame title=tr.t("nav-orders") counts=counts message=message>
                <h1>{tr.t("nav-orders")}</h1>
                <Tabs label=tr.t("nav-orders") tabs=tabs(tab, counts)/>
                <List tab=tab page=page/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

fn tabs(current: &str, counts: OrderCounts) -> Vec<Tab> {
    let numbers = [Some(counts.fresh), Some(counts.to_prepare), Some(counts.sent), None];
    TABS.into_iter()
        .zip(numbers)
        .map(|((tab, _), count)| Tab {
            path: format!("/jual/pesanan?tab={tab}"),
            label: tr().t(&format!("desk-tab-{tab}")),
            count,
            current: tab == current,
        })
        .collect()
}

#[component]
fn List(tab: &'static str, page: OrderPage) -> impl IntoView {
    let tr = tr();
    if page.orders.is_empty() {
        let lead = tr.t(&format!("desk-empty-{tab}-lead"));
        return view! {
            <EmptyState icon="package" title=tr.t(&format!("desk-empty-{tab}")) text=lead>
                <LinkButton href=to("/jual") kind=ButtonKind::Secondary>{tr.t("nav-today")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let next = page.next.map(|cursor| to(&path_with("/jual/pesanan", &[("tab", Some(tab)), ("dari", Some(&cursor))])));
    let cards = page.orders.into_iter().map(|order| view! { <DeskCard order=order/> }).collect_view();
    view! { <ul class="order-list order-list--wide">{cards}</ul><LoadMore href=next/> }.into_any()
}
