//! One of several: radio cards for delivery and payment, and small buttons for variants.

use leptos::prelude::*;

use super::{Money, field::error_line};
use domain::money::Rupiah;

/// A radio card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What is sent.
    pub value: String,
    /// What it is.
    pub title: String,
    /// What it costs, or another word on the right.
    pub price: Option<String>,
    /// More about it; for a card that is not possible, why.
    pub detail: Option<String>,
    /// Whether it is not possible.
    pub disabled: bool,
}

/// A question with radio cards as answers.
#[component]
pub fn Choices(
    /// The question.
    #[prop(into)]
    legend: String,
    /// Name in the form; also the id that the error summary links to.
    #[prop(into)]
    name: String,
    /// The answers.
    options: Vec<ChoiceOption>,
    /// The chosen answer.
    #[prop(optional, into)]
    value: String,
    /// What is wrong.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> impl IntoView {
    let error_id = error.as_ref().map(|_| format!("{name}-error"));
    let cards = options
        .into_iter()
        .enumerate()
        .map(|(place, option)| {
            // The first card carries the name as id, so that a link from the error summary lands on an input.
            let id = (place == 0).then(|| name.clone());
            view! {
                <label class="choice">
                    <input type="radio" id=id name=name.clone() checked=option.value == value value=option.value
                        disabled=option.disabled/>
                    <span class="choice__t">{option.title}</span>
                    {option.price.map(|price| view! { <span class="choice__p">{price}</span> })}
                    {option.detail.map(|detail| view! { <span class="choice__d">{detail}</span> })}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" aria-describedby=error_id>
            <legend class="label">{legend}</legend>
            {error_line(&name, error.as_deref())}
            <div class="choices">{cards}</div>
        </fieldset>
    }
}

/// A variant: a radio that looks like a label on a shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantOption {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// Its price, shown when the variants differ in it.
    pub price: Option<Rupiah>,
    /// Whether it is sold out.
    pub sold_out: bool,
}

/// The variants of a product.
#[component]
pub fn Variants(
    /// The question.
    #[prop(into)]
    legend: String,
    /// Name in the form.
    #[prop(into)]
    name: String,
    /// The variants.
    options: Vec<VariantOption>,
    /// The chosen one; nothing is picked silently.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let buttons = options
        .into_iter()
        .map(|option| {
            view! {
                <label class="variant">
                    <input type="radio" name=name.clone() checked=option.value == value value=option.value
                        disabled=option.sold_out/>
                    {option.name}
                    {option.price.map(|price| view! { <Money amount=price/> })}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="label">{legend}</legend>
            <div class="variants">{buttons}</div>
        </fieldset>
    }
}
