//! Money, never broken over two lines.

use domain::money::Rupiah;
use leptos::prelude::*;

/// An amount.
#[component]
pub fn Money(
    /// How much.
    amount: Rupiah,
) -> impl IntoView {
    view! { <span class="num">{amount.to_string()}</span> }
}
