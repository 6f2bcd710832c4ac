//! The search field.

use leptos::prelude::*;

use super::{Icon, to};
use crate::viewer::tr;

/// A search over all products, as a plain GET form.
#[component]
pub fn SearchForm(
    /// Id of the input; a page has several of these forms.
    id: &'static str,
    /// What was searched for.
    #[prop(optional, into)]
    value: String,
    /// The large one of the home page.
    #[prop(optional)]
    hero: bool,
) -> impl IntoView {
    let tr = tr();
    view! {
        <form class=if hero { "search search--hero" } else { "search" } role="search" aria-label=tr.t("search-site")
            action=to("/produk") method="get">
            <label class="vh" for=id>{tr.t("search-products")}</label>
            <input id=id name="q" type="search" value=value placeholder=tr.t("search-example") maxlength="100"
                enterkeyhint="search" autocomplete="off" data-suggest="/api/v1/suggestions"
                data-label=tr.t("search-suggestions")/>
            <button type="submit" aria-label=tr.t("search")><Icon name="search"/></button>
        </form>
    }
}
