//! The next page of a list, below the ones that are shown.

use leptos::prelude::*;

use super::{ButtonKind, LinkButton};
use crate::viewer::tr;

/// "Muat lagi": a link to the same list with the next cursor. Nothing when the list is at its end.
#[component]
pub fn LoadMore(
    /// Address of the next page; `None` at the end.
    href: Option<String>,
) -> impl IntoView {
    href.map(|href| {
        view! {
            <nav class="more" aria-label=tr().t("pages")>
                <LinkButton href=href kind=ButtonKind::Secondary>{tr().t("load-more")}</LinkButton>
            </nav>
        }
    })
}
