//! The button that orders says what it costs, also after another way was chosen on the page.

use std::collections::BTreeSet;

use domain::money::Rupiah;
use leptos::{ev, prelude::*};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

/// A way to get the goods of one shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PricedWay {
    /// Name of the radio buttons of the shop.
    pub field: String,
    /// Name of the hidden field that repeats the choice that the total was added up with.
    pub shown_field: String,
    /// Value of the radio button.
    pub value: String,
    /// Rupiah, packing included.
    pub price: i64,
    /// Rupiah of the packing alone.
    pub packing: i64,
    /// Rupiah that a voucher takes off the price.
    pub off: i64,
}

/// The button with the hidden total that it promises. Without scripts both stay as they were drawn, and the server
/// shows the new total before it takes an order at another one.
#[island]
pub fn OrderButton(
    /// Name of the hidden total.
    #[prop(into)]
    field: String,
    /// Rupiah of all goods.
    goods: i64,
    /// Rupiah that a voucher takes off the goods.
    off: i64,
    /// Rupiah of goods and chosen ways, after the voucher.
    total: i64,
    /// All ways of all shops.
    ways: Vec<PricedWay>,
    /// Words of the button, with `{}` in place of the total.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let amount = RwSignal::new(total);
    Effect::new(move |_| {
        let ways = ways.clone();
        // The listener lives as long as the page.
        let _ = window_event_listener(ev::change, move |_| {
            if let Some((packing, shipping, off_ways)) = chosen(&ways) {
                let off = off.saturating_add(off_ways);
                let total = goods.saturating_add(shipping).saturating_sub(off);
                amount.set(total);
                show("voucher", off.saturating_neg());
                show("packing", packing);
                show("shipping", shipping.saturating_sub(packing));
                show("total", total);
            }
        });
    });
    view! {
        <input type="hidden" name=field value=total.to_string() prop:value=move || amount.get().to_string()/>
        <button type="submit" class="btn btn--primary btn--block">
            {move || label.replace("{}", &Rupiah::new(amount.get()).to_string())}
        </button>
    }
}

/// Packing and price of the ways that are marked now, and what a voucher takes off them; `None` while a shop has none.
fn chosen(ways: &[PricedWay]) -> Option<(i64, i64, i64)> {
    let fields: BTreeSet<(&str, &str)> =
        ways.iter().map(|way| (way.field.as_str(), way.shown_field.as_str())).collect();
    let mut sums = (0_i64, 0_i64, 0_i64);
    for (field, shown_field) in fields {
        let value = input(&format!("[name=\"{field}\"]:checked"))?.value();
        let way = ways.iter().find(|way| way.field == field && way.value == value)?;
        sums = (sums.0.saturating_add(way.packing), sums.1.saturating_add(way.price), sums.2.saturating_add(way.off));
        if let Some(shown) = input(&format!("[name=\"{shown_field}\"]")) {
            shown.set_value(&value);
        }
    }
    Some(sums)
}

fn input(selector: &str) -> Option<HtmlInputElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Writes an amount wherever the page shows it.
fn show(sum: &str, amount: i64) {
    let Ok(places) = document().query_selector_all(&format!("[data-sum=\"{sum}\"]")) else { return };
    for index in 0..places.length() {
        if let Some(place) = places.item(index) {
            place.set_text_content(Some(&Rupiah::new(amount).to_string()));
        }
    }
}
