//! Layout of the shop.

use leptos::prelude::*;

use super::{CONTENT, SkipLink, bottom_nav::BottomNav, footer::Footer, header::Header};

/// Header with search, content, footer, and the bottom navigation of a phone.
#[component]
pub fn StoreLayout(
    /// What was searched for, on the list.
    #[prop(optional, into)]
    query: String,
    /// A bar of the page (`.buy-bar`, `.action-bar`) in place of the bottom navigation.
    #[prop(optional)]
    bar: Option<AnyView>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <SkipLink/>
        <Header query=query/>
        <main id=CONTENT tabindex="-1">{children()}</main>
        <Footer/>
        {match bar {
            Some(bar) => bar,
            None => view! { <BottomNav/> }.into_any(),
        }}
    }
}
