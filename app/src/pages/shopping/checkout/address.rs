//! Where to: from a village's name or postcode upward, so that district and city need no typing.

use domain::limits;
use leptos::prelude::*;
use services::regions::RegionHit;

use super::{
    fields::{REGION, REGION_QUERY, REGION_SEARCHED, STEP, STEP_QUOTE, STEP_SEARCH},
    place::{MOST_HITS, Place},
};
use crate::{
    forms::FormView,
    ui::{Button, ChoiceOption, Choices, Field, Icon, TextArea},
    viewer::tr,
};

#[component]
pub(super) fn Address(place: Place, form: FormView) -> impl IntoView {
    let tr = tr();
    let postal_code = place.chosen.as_ref().and_then(|region| region.postal_code.clone());
    let postal_hint = match &postal_code {
        Some(code) => tr.t_args("checkout-postal-known", &[("code", code.as_str().into())]),
        None => tr.t("checkout-postal-hint"),
    };
    view! {
        <section class="form-step" id="alamat">
            <h2>{tr.t("checkout-address")}</h2>
            <p class="muted small">{tr.t("checkout-address-lead")}</p>
            <Village place=place form=form.clone()/>
            <TextArea name="address.street" label=tr.t("checkout-street") rows=2 autocomplete="street-address"
                hint=tr.t("checkout-street-hint") value=form.value("address.street")
                error=form.error("address.street", tr) maxlength=*limits::STREET.end()/>
            <Field name="address.landmark" label=tr.t("checkout-landmark") optional=true
                placeholder=tr.t("checkout-landmark-example") value=form.value("address.landmark")
                error=form.error("address.landmark", tr) maxlength=*limits::LANDMARK.end()/>
            <Field name="address.postal_code" label=tr.t("checkout-postal") optional=true inputmode="numeric"
                autocomplete="postal-code" hint=postal_hint placeholder=postal_code.unwrap_or_default()
                value=form.value("address.postal_code") error=form.error("address.postal_code", tr) maxlength=5/>
        </section>
    }
}

/// The village that was chosen, or the search for it.
#[component]
fn Village(place: Place, form: FormView) -> impl IntoView {
    let tr = tr();
    let error = form.error(REGION_QUERY, tr);
    if let Some(region) = place.chosen {
        let postal_code = region.postal_code.clone().unwrap_or_default();
        let is_open = error.is_some();
        return view! {
            <div class="field">
                <p class="label">{tr.t("checkout-village")}</p>
                <p class="village"><Icon name="map-pin"/><span><b>{region.full_name}</b>" "{postal_code}</span></p>
                <input type="hidden" name=REGION value=region.code/>
            </div>
            <details class="fold" open=is_open>
                <summary>{tr.t("checkout-village-other")}<Icon name="chevron-down"/></summary>
                <Search query=String::new() error=error/>
            </details>
        }
        .into_any();
    }
    let unknown =
        place.is_unknown().then(|| tr.t_args("checkout-village-unknown", &[("q", place.query.clone().into())]));
    view! {
        <Search query=place.query.clone() error=unknown.or(error)/>
        {(!place.hits.is_empty()).then(|| view! { <Hits place=place/> })}
    }
    .into_any()
}

#[component]
fn Search(query: String, #[prop(optional_no_strip)] error: Option<String>) -> impl IntoView {
    let tr = tr();
    let button = view! { <Button name=STEP value=STEP_SEARCH icon="search">{tr.t("checkout-village-search")}</Button> };
    view! {
        <input type="hidden" name=REGION_SEARCHED value=query.clone()/>
        <Field name=REGION_QUERY label=tr.t("checkout-village-query") hint=tr.t("checkout-village-hint") value=query
            error=error autocomplete="off" maxlength=*limits::SEARCH.end() button=button.into_any()/>
    }
}

/// The villages to choose from, and the button that shows what it costs to bring the goods there.
#[component]
fn Hits(place: Place) -> impl IntoView {
    let tr = tr();
    let is_cut = i64::try_from(place.hits.len()).is_ok_and(|count| count >= MOST_HITS);
    let options = place.hits.into_iter().map(option).collect();
    view! {
        <Choices legend=tr.t("checkout-village-choose") name=REGION options=options value=place.marked/>
        {is_cut.then(|| view! { <p class="hint">{tr.t("checkout-village-more")}</p> })}
        <p><Button name=STEP value=STEP_QUOTE>{tr.t("checkout-village-take")}</Button></p>
    }
}

fn option(region: RegionHit) -> ChoiceOption {
    let above = region.full_name.strip_prefix(&region.name).map(|rest| rest.trim_start_matches([',', ' ']).to_owned());
    ChoiceOption {
        value: region.code,
        detail: above.or(Some(region.full_name)),
        title: region.name,
        price: region.postal_code,
        disabled: false,
    }
}
