//! `/kurasi/voucher`: the vouchers that the site pays, and a form for a new one.

use access::{Curator, Denied};
use axum::response::Response;
use leptos::prelude::*;
use services::{curation, vouchers};

use super::frame::CuratingFrame;
use crate::{
    page::PageRequest,
    pages::{
        storefront::view::path_with,
        vouchers::{FORM, Make, Vouchers},
    },
    ui::{EmptyState, ErrorSummary, LoadMore, to},
};

/// Path of the list.
pub const PATH: &str = "/kurasi/voucher";

/// The list.
///
/// # Errors
/// Not a curator; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let cursor = request.query("cursor");
    let page = vouchers::list_of_site(services, cursor.as_deref()).await?;
    let waiting = curation::counts(services).await?.waiting;
    let form = request.form(FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let next = page.next.map(|cursor| to(&path_with(PATH, &[("cursor", Some(&cursor))])));
        let list = if page.items.is_empty() {
            view! { <EmptyState icon="tag" title=tr.t("voucher-none") text=tr.t("voucher-site-none-lead")/> }.into_any()
        } else {
            view! { <Vouchers vouchers=page.items path=PATH/> }.into_any()
        };
        view! {
            <CuratingFrame title=tr.t("nav-vouchers") lead=tr.t("voucher-site-lead") waiting=waiting message=message>
                <ErrorSummary errors=form.summary(tr)/>
                <Make path=PATH form=form.clone() shops=Vec::new()/>
                {list}
                <LoadMore href=next/>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}
