//! What is known of the goods, and how they are made and sent.

use domain::{limits, transport::TransportClass};
use leptos::prelude::*;
use serde_json::Value;
use services::selling::{AttributeField, SellerProduct};

use crate::{
    forms::FormView,
    ui::{Checkbox, ChoiceOption, Choices, Field, Select, SelectOption},
    viewer::tr,
};

/// Attributes of the kind of goods.
pub(super) fn attributes(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    if product.fields.is_empty() {
        return ().into_any();
    }
    let tr = tr();
    let fields = product.fields.iter().map(|field| input(product, field, form)).collect_view();
    view! {
        <section class="form-step" aria-labelledby="ciri">
            <h2 id="ciri">{tr.t(&format!("selling-attributes-{}", product.kind))}</h2>
            {fields}
        </section>
    }
    .into_any()
}

fn input(product: &SellerProduct, field: &AttributeField, form: &FormView) -> AnyView {
    let tr = tr();
    let name = format!("attributes.{}", field.key);
    let stored = match product.attributes.get(&field.key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(flag)) => if *flag { "1" } else { "0" }.to_owned(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let value = form.value_or(&name, &stored);
    let error = form.error(&name, tr);
    let optional = !field.required;
    match field.value_kind.as_str() {
        "choice" => {
            let options = field
                .choices
                .iter()
                .map(|choice| ChoiceOption {
                    value: choice.value.clone(),
                    title: choice.name.clone(),
                    ..ChoiceOption::default()
                })
                .collect();
            view! { <Choices legend=field.name.clone() name=name options=options value=value error=error/> }.into_any()
        }
        "boolean" => {
            let options = [("", "selling-choose"), ("1", "selling-yes"), ("0", "selling-no")]
                .into_iter()
                .map(|(value, key)| SelectOption::new(value, tr.t(key)))
                .collect();
            view! {
                <Select name=name label=field.name.clone() options=options value=value error=error optional=optional/>
            }
            .into_any()
        }
        "number" => view! {
            <Field name=name label=field.name.clone() value=value error=error optional=optional inputmode="numeric"
                suffix=field.unit.clone().unwrap_or_default() maxlength=12/>
        }
        .into_any(),
        _ => view! {
            <Field name=name label=field.name.clone() value=value error=error optional=optional
                maxlength=*limits::ATTRIBUTE.end()/>
        }
        .into_any(),
    }
}

/// Transport class, lead time, made to order, shelf life.
pub(super) fn handling(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let classes = TransportClass::ALL
        .iter()
        .map(|class| SelectOption::new(class.as_str(), tr.t(&format!("selling-class-{}", class.as_str()))))
        .collect();
    let days = product.lead_time_days.to_string();
    let is_made_to_order = if form.is_refused() { form.is_chosen("made_to_order", "1") } else { product.made_to_order };
    let shelf_life = (product.kind == "food").then(|| {
        let stored = product.shelf_life_days.map(|days| days.to_string()).unwrap_or_default();
        view! {
            <Field name="shelf_life_days" label=tr.t("selling-shelf-life") hint=tr.t("selling-shelf-life-hint")
                value=form.value_or("shelf_life_days", &stored) error=form.error("shelf_life_days", tr)
                inputmode="numeric" suffix=tr.t("selling-days") maxlength=4/>
        }
    });
    view! {
        <section class="form-step" aria-labelledby="kirim">
            <h2 id="kirim">{tr.t("selling-handling")}</h2>
            <Select name="transport_class" label=tr.t("selling-class") options=classes
                value=form.value_or("transport_class", &product.transport_class)
                error=form.error("transport_class", tr)/>
            <Field name="lead_time_days" label=tr.t("selling-lead-time") hint=tr.t("selling-lead-time-hint")
                value=form.value_or("lead_time_days", &days) error=form.error("lead_time_days", tr)
                inputmode="numeric" suffix=tr.t("selling-days") maxlength=3/>
            <Checkbox name="made_to_order" label=tr.t("selling-made-to-order-label") checked=is_made_to_order/>
            {shelf_life}
        </section>
    }
}
