//! The states of products, shops and payouts in one word.

use domain::{payout::PayoutStatus, product::ProductStatus, shop::ShopStatus};
use leptos::prelude::*;

use super::{Badge, Tone};
use crate::viewer::tr;

/// Badge of a product.
#[component]
pub fn ProductBadge(
    /// Its state.
    status: ProductStatus,
) -> impl IntoView {
    let tone = match status {
        ProductStatus::Published => Tone::Good,
        ProductStatus::Proposed => Tone::Info,
        ProductStatus::ChangesRequested => Tone::Note,
        ProductStatus::Rejected | ProductStatus::Suspended => Tone::Bad,
        ProductStatus::Draft | ProductStatus::Hidden | ProductStatus::Archived => Tone::Plain,
    };
    view! { <Badge tone=tone label=tr().t(&format!("product-state-{}", status.as_str()))/> }
}

/// Badge of a shop.
#[component]
pub fn ShopBadge(
    /// Its state.
    status: ShopStatus,
) -> impl IntoView {
    let tone = match status {
        ShopStatus::Approved => Tone::Good,
        ShopStatus::Applied => Tone::Note,
        ShopStatus::Rejected | ShopStatus::Suspended => Tone::Bad,
    };
    view! { <Badge tone=tone label=tr().t(&format!("shop-state-{}", status.as_str()))/> }
}

/// Badge of a payout.
#[component]
pub fn PayoutBadge(
    /// Its state.
    status: PayoutStatus,
) -> impl IntoView {
    let tone = match status {
        PayoutStatus::Draft => Tone::Note,
        PayoutStatus::Approved | PayoutStatus::Sent => Tone::Info,
        PayoutStatus::Paid => Tone::Good,
        PayoutStatus::Failed | PayoutStatus::Returned => Tone::Bad,
    };
    view! { <Badge tone=tone label=tr().t(&format!("payout-state-{}", status.as_str()))/> }
}
