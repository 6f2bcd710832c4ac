//! The form above a list: words and a state.

use leptos::prelude::*;

use crate::{
    ui::{Button, Field, Select, SelectOption, to},
    viewer::tr,
};

/// Key of the words in the address.
pub(super) const WORDS: &str = "q";

/// A search with a choice of states, as a plain GET form.
#[component]
pub(super) fn FilterForm(
    /// Path of the list.
    path: &'static str,
    /// Label of the search field and what was searched for; no field without it.
    #[prop(optional_no_strip)]
    words: Option<(String, String)>,
    /// Name and label of the choice.
    choice: (&'static str, String),
    /// What can be chosen; an entry for all of them is put in front.
    options: Vec<SelectOption>,
    /// What is chosen.
    chosen: String,
    /// Further keys of the address that stay as they are.
    #[prop(optional)]
    kept: Vec<(&'static str, String)>,
) -> impl IntoView {
    let tr = tr();
    let mut all = vec![SelectOption::new("", tr.t("curating-filter-all"))];
    all.extend(options);
    let kept =
        kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    view! {
        <form method="get" action=to(path) class="filter-row" role="search">
            {kept}
            {words.map(|(label, value)| view! {
                <Field name=WORDS label=label kind="search" value=value maxlength=100 autocomplete="off"/>
            })}
            <Select name=choice.0 label=choice.1 options=all value=chosen/>
            <Button>{tr.t("curating-filter-apply")}</Button>
        </form>
    }
}
