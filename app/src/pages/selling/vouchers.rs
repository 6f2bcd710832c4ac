//! `/jual/voucher`: the vouchers of a seller's shops, and a form for a new one.

use access::{Denied, Seller};
use axum::response::Response;
use leptos::prelude::*;
use services::{fulfilment, selling, vouchers};

use super::frame::{DeskFrame, scope};
pub use crate::pages::vouchers::FORM;
use crate::{
    page::PageRequest,
    pages::{
        storefront::view::path_with,
        vouchers::{Make, Vouchers},
    },
    ui::{EmptyState, ErrorSummary, LoadMore, SelectOption, to},
};

/// Path of the list.
pub const PATH: &str = "/jual/voucher";

/// The list.
///
/// # Errors
/// Not a seller; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let cursor = request.query("dari");
    let page = vouchers::list(services, scope, cursor.as_deref()).await?;
    let shops = selling::shop_choices(services, scope, request.locale).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let form = request.form(FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let next = page.next.map(|cursor| to(&path_with(PATH, &[("dari", Some(&cursor))])));
        let list = if page.items.is_empty() {
            view! { <EmptyState icon="tag" title=tr.t("voucher-none") text=tr.t("voucher-none-lead")/> }.into_any()
        } else {
            view! { <Vouchers vouchers=page.items path=PATH/> }.into_any()
        };
        let shops: Vec<SelectOption> = shops.into_iter().map(|shop| SelectOption::new(shop.slug, shop.name)).collect();
        view! {
            <DeskFrame title=tr.t("nav-vouchers") counts=counts message=message>
                <div class="stack gap-1">
                    <h1>{tr.t("nav-vouchers")}</h1>
                    <p class="lead-text">{tr.t("voucher-lead")}</p>
                </div>
                <ErrorSummary errors=form.summary(tr)/>
                {(!shops.is_empty()).then(|| view! { <Make path=PATH form=form.clone() shops=shops/> })}
                {list}
                <LoadMore href=next/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}
