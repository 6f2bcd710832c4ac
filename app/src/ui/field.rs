//! A field of one line: label above, hint, error, input.

use leptos::prelude::*;

use super::Icon;
use crate::viewer::tr;

/// A text field. Its id is its name, so that the error summary can link to it.
#[component]
pub fn Field(
    /// Name in the form.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with it; the sentence of the error summary.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// Help before typing.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it may stay empty; the label says so.
    #[prop(optional)]
    optional: bool,
    /// `text`, `tel`, `email`, `password`, `number`, `date`, `file`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keyboard a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Token of what a browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Longest value; the same bound as on the server.
    #[prop(optional)]
    maxlength: Option<usize>,
    /// An example, never the label.
    #[prop(optional, into)]
    placeholder: Option<String>,
    /// What stands before the value, like "Rp".
    #[prop(optional, into)]
    prefix: Option<String>,
    /// What stands after the value, like "gram".
    #[prop(optional, into)]
    suffix: Option<String>,
    /// Whether it only shows its value.
    #[prop(optional)]
    disabled: bool,
    /// Another id than the name, when a page has the name twice.
    #[prop(optional, into)]
    id: Option<String>,
    /// A button behind the input that does something with its value.
    #[prop(optional)]
    button: Option<AnyView>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.is_some(), error.is_some());
    let input = view! {
        <input class=if prefix.is_some() || suffix.is_some() { "input num" } else { "input" } id=id.clone() name=name
            type=kind value=value inputmode=inputmode autocomplete=autocomplete maxlength=maxlength.map(|n| n.to_string())
            placeholder=placeholder disabled=disabled aria-describedby=described
            aria-invalid=error.is_some().then_some("true")/>
    };
    let control = if prefix.is_some() || suffix.is_some() {
        view! {
            <div class="affix">
                {prefix.map(|text| view! { <span>{text}</span> })}
                {input}
                {suffix.map(|text| view! { <span>{text}</span> })}
            </div>
        }
        .into_any()
    } else {
        input.into_any()
    };
    let control = match button {
        Some(button) => view! { <div class="field__row">{control}{button}</div> }.into_any(),
        None => control,
    };
    view! {
        <div class="field">
            {label_line(&id, label, optional)}
            {hint_line(&id, hint)}
            {error_line(&id, error.as_deref())}
            {control}
        </div>
    }
}

/// Ids of what explains a field, for `aria-describedby`.
pub(super) fn described_by(id: &str, has_hint: bool, has_error: bool) -> Option<String> {
    match (has_hint, has_error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-hint {id}-error")),
    }
}

pub(super) fn label_line(id: &str, label: String, optional: bool) -> impl IntoView + use<> {
    let note = optional.then(|| view! { " "<span class="opt">{tr().t("optional")}</span> });
    view! { <label for=id.to_owned()>{label}{note}</label> }
}

pub(super) fn hint_line(id: &str, hint: Option<String>) -> impl IntoView + use<> {
    let id = format!("{id}-hint");
    hint.map(|hint| view! { <p class="hint" id=id>{hint}</p> })
}

/// Rendered only when there is an error.
pub(crate) fn error_line(id: &str, error: Option<&str>) -> impl IntoView + use<> {
    let id = format!("{id}-error");
    error.map(|error| {
        let error = error.to_owned();
        view! { <p class="error" id=id><Icon name="circle-x" class="i--s"/><span>{error}</span></p> }
    })
}
