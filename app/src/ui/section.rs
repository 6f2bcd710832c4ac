//! Headings of sections, and panels.

use leptos::prelude::*;

use super::{Icon, to};

/// Heading of a section, with a link to all of it.
#[component]
pub fn SectionHead(
    /// The heading.
    #[prop(into)]
    title: String,
    /// Path of the page with everything, and its words.
    #[prop(optional)]
    more: Option<(String, String)>,
    /// A sentence below the heading.
    #[prop(optional, into)]
    text: Option<String>,
) -> impl IntoView {
    view! {
        <div class="sec-head">
            <h2>{title}</h2>
            {more.map(|(path, label)| view! { <a href=to(&path)>{label}<Icon name="arrow-right" class="i--s"/></a> })}
            {text.map(|text| view! { <p>{text}</p> })}
        </div>
    }
}

/// A raised surface with a heading.
#[component]
pub fn Panel(
    /// The heading; none for a bare surface.
    #[prop(optional, into)]
    title: Option<String>,
    /// More air on a desk.
    #[prop(optional)]
    roomy: bool,
    /// What lies on it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class=if roomy { "panel panel--roomy stack" } else { "panel stack" }>
            {title.map(|title| view! { <h2>{title}</h2> })}
            {children()}
        </section>
    }
}
