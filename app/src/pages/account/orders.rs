//! `/akun/pesanan`

use access::{Denied, SignedIn};
use axum::response::Response;
use domain::limits;
use leptos::prelude::*;

use super::frame::AccountFrame;
use crate::{
    page::PageRequest,
    pages::{order::group::OrderCard, storefront::view::path_with},
    ui::{ButtonKind, EmptyState, LinkButton, LoadMore, to},
};

/// The page: orders of the account, the newest first.
///
/// # Errors
/// A bad cursor; or the database is not available.
pub async fn show(request: PageRequest, SignedIn(identity): SignedIn) -> Result<Response, Denied> {
    let from = request.query("dari");
    let page =
        services::orders::of_account(request.services(), identity.id, from.as_deref(), limits::DEFAULT_PAGE_SIZE)
            .await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let next = page.next.map(|cursor| to(&path_with("/akun/pesanan", &[("dari", Some(&cursor))])));
        let is_empty = page.orders.is_empty();
        let cards = page.orders.into_iter().map(|order| view! { <OrderCard order=order/> }).collect_view();
        view! {
            <AccountFrame title=tr.t("order-own-title") message=message>
                {if is_empty {
                    view! {
                        <EmptyState icon="package" title=tr.t("order-none") text=tr.t("order-none-lead")>
                            <LinkButton href=to("/produk") kind=ButtonKind::Primary>{tr.t("to-products")}</LinkButton>
                        </EmptyState>
                    }.into_any()
                } else {
                    view! { <ul class="order-list">{cards}</ul><LoadMore href=next/> }.into_any()
                }}
                <p class="small"><a href=to("/pesanan")>{tr.t("order-own-missing")}</a></p>
            </AccountFrame>
        }
    };
    Ok(request.render(view).await)
}
