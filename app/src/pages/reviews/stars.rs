//! Stars: shown, and chosen.

use leptos::prelude::*;

use crate::{
    ui::{Icon, field::error_line},
    viewer::tr,
};

/// So many of five stars.
#[component]
pub(in crate::pages) fn Stars(
    /// 1 to 5.
    stars: i64,
) -> impl IntoView {
    let icons = (1..=5)
        .map(|place| view! { <Icon name="star" class=if place <= stars { "i--s i--fill" } else { "i--s i--none" }/> })
        .collect_view();
    let label = tr().t_args("review-stars-of", &[("n", stars.into())]);
    view! { <span class="rating stars" role="img" aria-label=label>{icons}</span> }
}

/// Five radio buttons in the shape of stars; those up to the chosen one are filled.
#[component]
pub(in crate::pages) fn StarChoice(
    /// The question.
    legend: String,
    /// Name in the form; also the id of the first.
    name: &'static str,
    /// What is chosen.
    value: String,
    /// What is wrong.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> impl IntoView {
    let tr = tr();
    let error_id = error.as_ref().map(|_| format!("{name}-error"));
    let buttons = (1..=5)
        .map(|stars: i64| {
            let id = (stars == 1).then_some(name);
            let text = stars.to_string();
            let word = tr.t(&format!("review-word-{stars}"));
            view! {
                <label class="star-choice__one">
                    <input type="radio" id=id name=name checked=text == value value=text/>
                    <Icon name="star"/>
                    <span class="vh">{tr.t_args("review-stars", &[("n", stars.into())])}": "{word}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" aria-describedby=error_id>
            <legend class="label">{legend}</legend>
            {error_line(name, error.as_deref())}
            <div class="star-choice">{buttons}</div>
            <p class="star-choice__ends small muted" aria-hidden="true">
                <span>{tr.t("review-word-1")}</span><span>{tr.t("review-word-5")}</span>
            </p>
        </fieldset>
    }
}
