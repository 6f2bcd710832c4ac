//! One of many, as a list that opens.

use leptos::prelude::*;

use super::field::{described_by, error_line, hint_line, label_line};

/// An entry of a select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
}

impl SelectOption {
    /// An entry.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A select with its label.
#[component]
pub fn Select(
    /// Name in the form, and id.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The entries.
    options: Vec<SelectOption>,
    /// The chosen value.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with it.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// Help before choosing.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it may stay empty; the label says so.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let described = described_by(&name, hint.is_some(), error.is_some());
    let options = options
        .into_iter()
        .map(|option| {
            let selected = option.value == value;
            view! { <option value=option.value selected=selected>{option.label}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            {label_line(&name, label, optional)}
            {hint_line(&name, hint)}
            {error_line(&name, error.as_deref())}
            <select class="select" id=name.clone() name=name aria-describedby=described
                aria-invalid=error.is_some().then_some("true")>
                {options}
            </select>
        </div>
    }
}
