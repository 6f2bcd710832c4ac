//! What is known of a thing: names and values.

use leptos::prelude::*;

/// A list of facts.
#[component]
pub fn Facts(
    /// (name, value), in their order.
    rows: Vec<(String, String)>,
) -> impl IntoView {
    let rows =
        rows.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    view! { <dl class="facts">{rows}</dl> }
}
