//! Views of one list. Each tab is an address.

use leptos::prelude::*;

use super::to;
use crate::viewer::tr;

/// A tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Path and query, without the locale prefix.
    pub path: String,
    /// Its words.
    pub label: String,
    /// How many things are behind it; nothing is shown for none.
    pub count: Option<i64>,
    /// Whether it is the one that is shown.
    pub current: bool,
}

/// Tabs.
#[component]
pub fn Tabs(
    /// What they are views of.
    #[prop(into)]
    label: String,
    /// The tabs.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let tr = tr();
    let links = tabs
        .into_iter()
        .map(|tab| {
            let count = tab.count.filter(|count| *count > 0);
            view! {
                <a href=to(&tab.path) aria-current=tab.current.then_some("page")>
                    {tab.label}
                    {count.map(|count| view! { " "<span class="count">{tr.number(count)}</span> })}
                </a>
            }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=label>{links}</nav> }
}
