//! The form above a list: words and a state.

use leptos::prelude::*;

use crate::{
    pages::storefront::view::path_with,
    ui::{Button, Field, Select, SelectOption, to},
    viewer::tr,
};

/// Key of the words in the address.
pub(super) const WORDS: &str = "q";

/// Keys of the address that filter the lists. A form of a list carries them, so that its answer shows the same list.
const KEYS: [&str; 3] = [WORDS, "status", "toko"];

/// Address of a list with the filter that a form of it carried.
#[must_use]
pub fn filtered(path: &str, carried: impl Fn(&str) -> Option<String>) -> String {
    let values = KEYS.map(|key| (key, carried(key)));
    path_with(path, &values.each_ref().map(|(key, value)| (*key, value.as_deref())))
}

/// A filter as hidden fields of a form.
pub(super) fn carried(filter: &[(&'static str, Option<&str>)]) -> impl IntoView + use<> {
    filter
        .iter()
        .filter_map(|&(key, value)| {
            let value = value.filter(|value| !value.is_empty())?.to_owned();
            Some(view! { <input type="hidden" name=key value=value/> })
        })
        .collect_view()
}

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
    kept: Option<AnyView>,
) -> impl IntoView {
    let tr = tr();
    let mut all = vec![SelectOption::new("", tr.t("curating-filter-all"))];
    all.extend(options);
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
