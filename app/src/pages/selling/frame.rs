//! What the pages of the order desk have in common.

use access::Seller;
use leptos::prelude::*;
use services::fulfilment::{OrderCounts, SellerScope};

use crate::{
    layout::{OfficeArea, OfficeLayout, SectionTabs},
    ui::{PageHead, Toast},
};

/// The shops that a caller acts for.
pub(super) fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}

/// A page of the desk: navigation with what waits, what the last action did, content.
#[component]
pub(super) fn DeskFrame(
    /// What the page is, for the browser's tab.
    title: String,
    /// How many orders are where.
    counts: OrderCounts,
    /// What the action before did.
    #[prop(optional_no_strip)]
    message: Option<String>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <PageHead title=title private=true/>
        <OfficeLayout area=OfficeArea::Selling counts=vec![("/jual/pesanan", counts.fresh)]>
            <div class="wrap wrap--mid wrap--top desk-page stack gap-3">
                <Toast message=message/>
                <SectionTabs/>
                {children()}
            </div>
        </OfficeLayout>
    }
}
