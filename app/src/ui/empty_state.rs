//! Nothing here yet: says so, and says what to do next.

use leptos::prelude::*;

use super::Icon;

/// An empty list, page or search.
#[component]
pub fn EmptyState(
    /// What belongs here.
    icon: &'static str,
    /// What is missing.
    #[prop(into)]
    title: String,
    /// Why, or how to fill it.
    #[prop(optional, into)]
    text: Option<String>,
    /// The way on: a button or two.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon name=icon/>
            <h2 class="empty__title">{title}</h2>
            {text.map(|text| view! { <p>{text}</p> })}
            {children.map(|children| children())}
        </div>
    }
}
