//! `/pesanan`: how to find an order.

use access::Denied;
use axum::response::Response;
use leptos::prelude::*;

use crate::{
    layout::StoreLayout,
    page::PageRequest,
    ui::{ButtonKind, EmptyState, LinkButton, PageHead, Toast, to},
    viewer::tr,
};

/// The page.
///
/// # Errors
/// When the database is not available.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    let message = request.message();
    let orders = match &request.caller.identity {
        Some(identity) => Some(services::orders::of_account(request.services(), identity.id, None, 1).await?),
        None => None,
    };
    let has_orders = orders.map(|page| !page.orders.is_empty());
    Ok(request.render(move || view! { <FindPage has_orders=has_orders message=message/> }).await)
}

#[component]
fn FindPage(
    /// Whether the account has orders; `None` for somebody who is not signed in.
    has_orders: Option<bool>,
    message: Option<String>,
) -> impl IntoView {
    let tr = tr();
    let own = match has_orders {
        Some(true) => view! {
            <EmptyState icon="package" title=tr.t("order-find-own") text=tr.t("order-find-own-lead")>
                <LinkButton href=to("/akun/pesanan") kind=ButtonKind::Primary>{tr.t("order-find-own-button")}</LinkButton>
            </EmptyState>
        }
        .into_any(),
        Some(false) => view! {
            <EmptyState icon="package" title=tr.t("order-none") text=tr.t("order-none-lead")>
                <LinkButton href=to("/produk") kind=ButtonKind::Primary>{tr.t("to-products")}</LinkButton>
            </EmptyState>
        }
        .into_any(),
        None => view! {
            <EmptyState icon="user" title=tr.t("order-find-sign-in") text=tr.t("order-find-sign-in-lead")>
                <LinkButton href=to("/masuk?lanjut=/akun/pesanan") kind=ButtonKind::Primary>{tr.t("sign-in")}</LinkButton>
            </EmptyState>
        }
        .into_any(),
    };
    view! {
        <PageHead title=tr.t("order-find-title") private=true/>
        <StoreLayout>
            <div class="wrap wrap--narrow section stack gap-3">
                <Toast message=message/>
                <div class="stack gap-1">
                    <h1>{tr.t("order-find-title")}</h1>
                    <p class="lead-text">{tr.t("order-find-lead")}</p>
                </div>
                <ol class="order-ways">
                    <li>{tr.t("order-find-mail")}</li>
                    <li>{tr.t("order-find-history")}</li>
                    <li>{tr.t("order-find-seller")}</li>
                </ol>
                {own}
                <p class="small"><a href=to("/bantuan")>{tr.t("order-find-help")}</a></p>
            </div>
        </StoreLayout>
    }
}
