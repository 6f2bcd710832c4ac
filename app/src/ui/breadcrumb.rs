//! Where a page lies.

use leptos::prelude::*;

use super::to;
use crate::viewer::tr;

/// The way from the front page to this one. The last item is the page itself and no link.
#[component]
pub fn Breadcrumb(
    /// (words, path without locale prefix) from the top down, without the front page.
    trail: Vec<(String, Option<String>)>,
) -> impl IntoView {
    let tr = tr();
    let steps = trail
        .into_iter()
        .map(|(label, path)| match path {
            Some(path) => view! { <li><a href=to(&path)>{label}</a></li> }.into_any(),
            None => view! { <li aria-current="page">{label}</li> }.into_any(),
        })
        .collect_view();
    view! {
        <nav class="crumbs" aria-label=tr.t("breadcrumb")>
            <ol>
                <li><a href=to("/")>{tr.t("nav-home")}</a></li>
                {steps}
            </ol>
        </nav>
    }
}
