//! One thing to tick.

use leptos::prelude::*;

/// A checkbox with its label.
#[component]
pub fn Checkbox(
    /// Name in the form; also the id, unless there is a value.
    #[prop(into)]
    name: String,
    /// What is sent when ticked; `1` unless several boxes share the name.
    #[prop(optional, into)]
    value: Option<String>,
    /// The words.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(optional)]
    checked: bool,
    /// How many things the box stands for, in a filter.
    #[prop(optional, into)]
    count: Option<String>,
    /// What is wrong with it.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> impl IntoView {
    let id = value.as_ref().map_or_else(|| name.clone(), |value| format!("{name}-{value}"));
    let error_id = error.as_ref().map(|_| format!("{id}-error"));
    let error_line = super::field::error_line(&id, error.as_deref());
    let label_for = id.clone();
    view! {
        <div class="check-field">
            {error_line}
            <label class="check" for=label_for>
                <input type="checkbox" id=id name=name value=value.unwrap_or_else(|| "1".to_owned()) checked=checked
                    aria-invalid=error_id.is_some().then_some("true") aria-describedby=error_id/>
                <span>{label}</span>
                {count.map(|count| view! { <span class="check__count">{count}</span> })}
            </label>
        </div>
    }
}
