//! The state of an order in one word.

use domain::label::OrderLabel;
use leptos::prelude::*;

use super::{Badge, Tone};
use crate::viewer::tr;

/// Badge of an order.
#[component]
pub fn OrderBadge(
    /// Its derived state.
    label: OrderLabel,
) -> impl IntoView {
    let tone = match label {
        OrderLabel::AwaitingPayment | OrderLabel::ProofSubmitted | OrderLabel::AwaitingSeller => Tone::Note,
        OrderLabel::Preparing | OrderLabel::Ready | OrderLabel::AwaitingPickup | OrderLabel::Shipped => Tone::Info,
        OrderLabel::Delivered | OrderLabel::Completed => Tone::Good,
        OrderLabel::Undeliverable | OrderLabel::Returned => Tone::Bad,
        OrderLabel::Cancelled | OrderLabel::Expired => Tone::Plain,
    };
    view! { <Badge tone=tone label=tr().t(&format!("order-state-{}", label.as_str()))/> }
}
