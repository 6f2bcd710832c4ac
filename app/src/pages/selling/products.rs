//! Products as their sellers write them.

pub mod edit;
pub mod list;
pub mod new;

use access::Seller;
use leptos::prelude::*;
use services::fulfilment::SellerScope;

use crate::{
    layout::{OfficeArea, OfficeLayout},
    ui::{Icon, PageHead, Toast, to},
    viewer::tr,
};

/// The shops that a caller acts for.
fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}

/// A narrow page below the list, with the way back to it.
#[component]
fn EditorFrame(
    /// What the page is, for the browser's tab.
    title: String,
    /// What the action before did.
    #[prop(optional_no_strip)]
    message: Option<String>,
    /// Buttons at the bottom of a phone.
    #[prop(optional_no_strip)]
    bar: Option<AnyView>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let content = view! {
        <div class="wrap wrap--narrow wrap--top stack gap-05">
            <Toast message=message/>
            <a class="back-link" href=to("/jual/produk")><Icon name="chevron-left"/>{tr().t("nav-products")}</a>
            <div class="stack gap-4">{children()}</div>
        </div>
    };
    let layout = match bar {
        Some(bar) => view! { <OfficeLayout area=OfficeArea::Selling bar=bar>{content}</OfficeLayout> }.into_any(),
        None => view! { <OfficeLayout area=OfficeArea::Selling>{content}</OfficeLayout> }.into_any(),
    };
    view! {
        <PageHead title=title private=true/>
        {layout}
    }
}
