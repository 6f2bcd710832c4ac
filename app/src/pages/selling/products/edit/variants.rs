//! Variants with price, weight and size. They need no curator.

use domain::{limits, money::Rupiah};
use leptos::prelude::*;
use services::selling::{SellerPhoto, SellerProduct, SellerVariant};

use crate::{
    forms::FormView,
    ui::{Checkbox, Field, Icon, Notice, Select, SelectOption, Tone},
    viewer::tr,
};

/// Empty rows that are offered beside the variants that there are.
const SPARE_ROWS: usize = 3;

/// The section.
pub(super) fn section(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let count = product.variants.len();
    let spare = SPARE_ROWS.min(limits::MAX_VARIANTS.saturating_sub(count));
    let shown = count.max(1);
    let has_several = count > 1;
    let has_stock = !product.made_to_order;
    let rows = (0..shown)
        .map(|place| {
            let variant = product.variants.get(place);
            let photo = (has_several && !product.photos.is_empty())
                .then(|| photo(place, variant, &product.photos, form).into_any());
            row(place, variant, (has_several, has_stock), photo, form)
        })
        .collect_view();
    let spare_rows: Vec<usize> = (shown..shown + spare).collect();
    let open = spare_rows.iter().any(|place| form.is_refused() && !form.value(&at(*place, "price")).is_empty());
    let more = spare_rows.into_iter().map(|place| row(place, None, (true, has_stock), None, form)).collect_view();
    let whole = form.error("variants", tr);
    view! {
        <section class="form-step" aria-labelledby="variants">
            <h2 id="variants">{tr.t("selling-variants")}</h2>
            <p class="small muted">{tr.t("selling-variants-hint")}</p>
            {whole.map(|sentence| view! { <Notice tone=Tone::Bad slim=true><p>{sentence}</p></Notice> })}
            {rows}
            <details class="fold" open=open>
                <summary><Icon name="tag"/>{tr.t("selling-variants-more")}<Icon name="chevron-down"/></summary>
                <div class="stack">{more}</div>
            </details>
        </section>
    }
}

fn row(
    place: usize,
    variant: Option<&SellerVariant>,
    (has_several, has_stock): (bool, bool),
    photo: Option<AnyView>,
    form: &FormView,
) -> impl IntoView + use<> {
    let tr = tr();
    let own_name = variant.map(|variant| variant.name.clone()).unwrap_or_default();
    // Written as the form reads it again, whatever the language of the page.
    let price = variant.map(|variant| Rupiah::new(variant.price).to_string().replace("Rp", "")).unwrap_or_default();
    let weight = variant.map(|variant| variant.weight_g.to_string()).unwrap_or_default();
    let sides = [
        ("length_mm", "selling-length", variant.map(|variant| variant.length_mm)),
        ("width_mm", "selling-width", variant.map(|variant| variant.width_mm)),
        ("height_mm", "selling-height", variant.map(|variant| variant.height_mm)),
    ];
    let sides = sides
        .into_iter()
        .map(|(field, label, value)| {
            let name = at(place, field);
            let stored = value.filter(|value| *value > 0).map(centimetres).unwrap_or_default();
            view! {
                <Field name=name.clone() label=tr.t(label) value=form.value_or(&name, &stored)
                    error=form.error(&name, tr) inputmode="decimal" suffix="cm" maxlength=6/>
            }
        })
        .collect_view();
    let id = variant.map(|variant| {
        view! { <input type="hidden" name=at(place, "id") value=variant.id.clone()/> }
    });
    let stop = variant.filter(|_| has_several).map(|_| {
        let name = at(place, "archived");
        let checked = form.is_chosen(&name, "1");
        view! { <Checkbox name=name label=tr.t("selling-variant-stop") checked=checked/> }
    });
    let first_stock = (variant.is_none() && has_stock).then(|| {
        let name = at(place, "stock");
        view! {
            <Field name=name.clone() label=tr.t("selling-stock-pieces") value=form.value(&name)
                error=form.error(&name, tr) optional=true inputmode="numeric" maxlength=9/>
        }
    });
    let (name_at, price_at, weight_at) = (at(place, "name"), at(place, "price"), at(place, "weight_g"));
    view! {
        <fieldset class="variant-row">
            <legend class="vh">{tr.count("selling-variant", place + 1)}</legend>
            {id}
            <Field name=name_at.clone() label=tr.t("selling-variant-name") value=form.value_or(&name_at, &own_name)
                error=form.error(&name_at, tr) optional=!has_several maxlength=*limits::VARIANT_NAME.end()/>
            <div class="fields-pair">
                <Field name=price_at.clone() label=tr.t("selling-price") value=form.value_or(&price_at, &price)
                    error=form.error(&price_at, tr) inputmode="numeric" prefix="Rp" maxlength=20/>
                <Field name=weight_at.clone() label=tr.t("selling-weight") value=form.value_or(&weight_at, &weight)
                    error=form.error(&weight_at, tr) inputmode="numeric" suffix="g" maxlength=12/>
            </div>
            <details class="fold">
                <summary><Icon name="ruler"/>{tr.t("selling-size")}<Icon name="chevron-down"/></summary>
                <div class="fields-trio">{sides}</div>
            </details>
            {photo}
            {tiers(place, variant, form)}
            {first_stock}
            {stop}
        </fieldset>
    }
}

/// Which photo shows the variant.
fn photo(
    place: usize,
    variant: Option<&SellerVariant>,
    photos: &[SellerPhoto],
    form: &FormView,
) -> impl IntoView + use<> {
    let tr = tr();
    let name = at(place, "photo");
    let stored = variant.and_then(|variant| variant.photo.clone()).unwrap_or_default();
    let first = SelectOption::new("", tr.t("selling-variant-photo-first"));
    let numbered = (1_usize..)
        .zip(photos)
        .map(|(number, photo)| SelectOption::new(photo.id.clone(), format!("{number}. {}", photo.photo.alt)));
    let options = std::iter::once(first).chain(numbered).collect();
    view! {
        <Select name=name.clone() label=tr.t("selling-variant-photo") options=options
            value=form.value_or(&name, &stored) error=form.error(&name, tr)/>
    }
}

/// Wholesale prices: from so many pieces on, each costs that. Open where there are some, or where one was refused.
fn tiers(place: usize, variant: Option<&SellerVariant>, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let stored = variant.map(|variant| variant.tiers.clone()).unwrap_or_default();
    let mut open = !stored.is_empty() || form.error(&at(place, "tiers"), tr).is_some();
    let rows = (0..limits::MAX_TIERS)
        .map(|step| {
            let (from_at, price_at) =
                (at(place, &format!("tiers[{step}].from")), at(place, &format!("tiers[{step}].price")));
            let step = stored.get(step);
            let from = step.map(|step| step.from.to_string()).unwrap_or_default();
            let price = step.map(|step| step.price.to_string().replace("Rp", "")).unwrap_or_default();
            let (from_error, price_error) = (form.error(&from_at, tr), form.error(&price_at, tr));
            open |= from_error.is_some() || price_error.is_some() || !form.value(&from_at).is_empty();
            view! {
                <div class="fields-pair">
                    <Field name=from_at.clone() label=tr.t("selling-tier-from") value=form.value_or(&from_at, &from)
                        error=from_error optional=true inputmode="numeric" suffix=tr.t("selling-tier-pieces") maxlength=6/>
                    <Field name=price_at.clone() label=tr.t("selling-tier-price") value=form.value_or(&price_at, &price)
                        error=price_error optional=true inputmode="numeric" prefix="Rp" maxlength=20/>
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="fold" open=open>
            <summary><Icon name="tag"/>{tr.t("selling-tiers")}<Icon name="chevron-down"/></summary>
            <div class="stack"><p class="hint">{tr.t("selling-tiers-hint")}</p>{rows}</div>
        </details>
    }
}

/// Name of a field; the path of its error.
fn at(place: usize, field: &str) -> String {
    format!("variants[{place}].{field}")
}

/// `205` as `20,5`, the way that the form reads it again.
fn centimetres(millimetres: i64) -> String {
    let (whole, tenth) = (millimetres / 10, millimetres % 10);
    if tenth == 0 { whole.to_string() } else { format!("{whole},{tenth}") }
}
