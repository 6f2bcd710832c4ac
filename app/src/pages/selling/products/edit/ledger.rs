//! What lies on the shelf: a number per variant, for food per lot. A part of the form of the editor.

use domain::time::Date;
use leptos::prelude::*;
use services::{
    selling::{SellerProduct, SellerVariant},
    stock::StockView,
};

use crate::{
    forms::FormView,
    ui::{Field, Notice},
    viewer::tr,
};

/// One number to set.
struct Shelf<'a> {
    variant: &'a SellerVariant,
    row: Option<&'a StockView>,
}

/// The section.
pub(super) fn section(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    if product.variants.is_empty() {
        return ().into_any();
    }
    if product.made_to_order {
        return weeks(product, form).into_any();
    }
    let is_food = product.shelf_life_days.is_some();
    let mut shelves = Vec::new();
    for variant in &product.variants {
        shelves.extend(variant.stock.iter().map(|row| Shelf { variant, row: Some(row) }));
        if variant.takes_new_stock {
            shelves.push(Shelf { variant, row: None });
        }
    }
    let has_several = product.variants.len() > 1;
    let rows =
        shelves.iter().enumerate().map(|(place, shelf)| row(place, shelf, has_several, is_food, form)).collect_view();
    view! {
        <section class="form-step" aria-labelledby="stok">
            <h2 id="stok">{tr.t("selling-stock")}</h2>
            {is_food.then(|| view! { <p class="small muted">{tr.t("selling-stock-lots")}</p> })}
            {rows}
        </section>
    }
    .into_any()
}

/// How many pieces a week can be made of each variant.
fn weeks(product: &SellerProduct, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let has_several = product.variants.len() > 1;
    let rows = product
        .variants
        .iter()
        .enumerate()
        .map(|(place, variant)| {
            let name = format!("capacity[{place}].per_week");
            let stored = variant.weekly_capacity.map(|pieces| pieces.to_string()).unwrap_or_default();
            let what = tr.t("selling-capacity-per-week");
            let label = if has_several { format!("{} · {what}", variant.name) } else { what };
            view! {
                <div class="stock-row">
                    <input type="hidden" name=format!("capacity[{place}].variant") value=variant.id.clone()/>
                    <input type="hidden" name=format!("capacity[{place}].was") value=stored.clone()/>
                    <Field name=name.clone() label=label value=form.value_or(&name, &stored) error=form.error(&name, tr)
                        optional=true inputmode="numeric" maxlength=7/>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="form-step" aria-labelledby="stok">
            <h2 id="stok">{tr.t("selling-capacity")}</h2>
            <Notice slim=true icon="clock"><p>{tr.t("selling-capacity-lead")}</p></Notice>
            {rows}
        </section>
    }
}

fn row(place: usize, shelf: &Shelf<'_>, has_several: bool, is_food: bool, form: &FormView) -> impl IntoView + use<> {
    let tr = tr();
    let at = |field: &str| format!("stock[{place}].{field}");
    let lot = shelf.row.and_then(|row| row.lot.clone());
    let what = match (&lot, is_food) {
        (Some(code), _) => tr.t_args("selling-lot", &[("code", code.as_str().into())]),
        (None, true) => tr.t("selling-lot-today"),
        (None, false) => tr.t("selling-stock-pieces"),
    };
    let label =
        if has_several && !shelf.variant.name.is_empty() { format!("{} · {what}", shelf.variant.name) } else { what };
    let on_hand = shelf.row.map(|row| row.on_hand.to_string()).unwrap_or_default();
    let best_before = shelf
        .row
        .and_then(|row| row.best_before.as_deref()?.parse::<Date>().ok())
        .map(|date| tr.t_args("selling-best-before", &[("date", tr.date(date).into())]));
    let promised = shelf.row.map_or(0, |row| row.allocated + row.held);
    let promised = (promised > 0).then(|| tr.count("selling-promised", promised));
    let hint: Vec<String> = best_before.into_iter().chain(promised).collect();
    let hint = (!hint.is_empty()).then(|| hint.join(" · "));
    let name = at("on_hand");
    let value = form.value_or(&name, &on_hand);
    let error = form.error(&name, tr);
    let field = match hint {
        Some(hint) => view! {
            <Field name=name label=label hint=hint value=value error=error inputmode="numeric" maxlength=7/>
        }
        .into_any(),
        None => {
            view! { <Field name=name label=label value=value error=error inputmode="numeric" maxlength=7/> }.into_any()
        }
    };
    view! {
        <div class="stock-row">
            <input type="hidden" name=at("variant") value=shelf.variant.id.clone()/>
            <input type="hidden" name=at("lot") value=lot.unwrap_or_default()/>
            <input type="hidden" name=at("was") value=on_hand/>
            {field}
        </div>
    }
}
