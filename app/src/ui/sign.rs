//! The sign of a shop: its logo, or the first letter of its name.

use leptos::prelude::*;

/// A shop's sign. The name stands beside it, so it says nothing to a screen reader.
#[component]
pub fn ShopSign(
    /// Name of the shop.
    #[prop(into)]
    name: String,
    /// Address of its logo.
    #[prop(optional_no_strip)]
    logo: Option<String>,
    /// Slug of its sentra, for the colour.
    #[prop(optional, into)]
    sentra: Option<String>,
    /// `sign--s` or `sign--l`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let content = match logo {
        Some(logo) => view! { <img src=logo alt="" width="112" height="112" loading="lazy"/> }.into_any(),
        None => name.chars().next().map(|letter| letter.to_uppercase().to_string()).into_any(),
    };
    view! {
        <span class=format!("sign {class}").trim_end().to_owned() data-sentra=sentra aria-hidden="true">{content}</span>
    }
}
