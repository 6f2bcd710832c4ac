//! How the goods of each shop come, what that costs, and when.

use domain::{fulfilment::DeliveryMethod, money::Rupiah};
use leptos::prelude::*;
use services::{
    cart::CartShop,
    shipping::{DeliveryRefusal, ShippingOption},
};

use super::{
    fields::{STEP, STEP_TOTAL, delivery_field, shown_delivery_field},
    part::{Part, value_of},
};
use crate::{
    forms::FormView,
    ui::{Button, ButtonKind, ChoiceOption, Choices, Icon, Notice, Tone},
    viewer::tr,
};

#[component]
pub(super) fn Deliveries(parts: Vec<Part>, form: FormView, has_region: bool) -> impl IntoView {
    let tr = tr();
    if parts.is_empty() {
        return ().into_any();
    }
    let shops = parts
        .into_iter()
        .map(|part| view! { <Delivery part=part form=form.clone() has_region=has_region/> })
        .collect_view();
    view! {
        <section class="form-step" id="pengiriman">
            <h2>{tr.t("checkout-delivery")}</h2>
            {(!has_region).then(|| view! { <Notice slim=true><p>{tr.t("checkout-delivery-first")}</p></Notice> })}
            {shops}
            <p><Button kind=ButtonKind::Quiet small=true name=STEP value=STEP_TOTAL>{tr.t("checkout-recount")}</Button></p>
        </section>
    }
    .into_any()
}

#[component]
fn Delivery(part: Part, form: FormView, has_region: bool) -> impl IntoView {
    let tr = tr();
    let name = delivery_field(&part.shop.slug);
    let chosen = part.chosen().map(value_of).unwrap_or_default();
    let only_pickup = part.options.iter().all(|option| option.method == DeliveryMethod::Pickup);
    let not_here = (has_region && only_pickup).then(|| {
        let key = if part.options.is_empty() { "checkout-delivery-none" } else { "checkout-delivery-only-pickup" };
        let text = tr.t_args(key, &[("shop", part.shop.name.as_str().into())]);
        view! { <Notice tone=Tone::Note slim=true><p>{text}</p></Notice> }
    });
    let options = part.options.iter().map(|option| card(option, &part.shop)).collect();
    let legend = format!("{}, {}", part.shop.name, part.shop.sentra_name);
    let error = form.error(&name, tr);
    view! {
        <div class="stack gap-1" data-sentra=part.shop.sentra.clone()>
            <input type="hidden" name=shown_delivery_field(&part.shop.slug) value=chosen.clone()/>
            <Choices legend=legend name=name options=options value=chosen error=error/>
            {not_here}
            {refused(&part)}
        </div>
    }
}

/// The ways that these goods cannot go, and why; folded away where there are others.
fn refused(part: &Part) -> impl IntoView + use<> {
    let tr = tr();
    let lines: Vec<String> = part
        .refused
        .iter()
        .map(|refused| {
            let way = match refused.method {
                DeliveryMethod::Courier => refused.name.clone(),
                DeliveryMethod::SellerDelivery => tr.t("checkout-seller-delivery"),
                DeliveryMethod::Pickup => tr.t("checkout-pickup"),
            };
            let is_meant = |variant: &String| refused.items.contains(variant);
            let goods = part.shop.lines.iter().filter(|line| is_meant(&line.variant));
            let goods: Vec<&str> = goods.map(|line| line.product_name.as_str()).collect();
            let key = match refused.reason {
                DeliveryRefusal::TooFar => "checkout-refused-far",
                DeliveryRefusal::TooHeavy => "checkout-refused-heavy",
                DeliveryRefusal::Spoils => "checkout-refused-spoils",
            };
            let date = refused.arrives_to.map(|date| tr.date(date)).unwrap_or_default();
            tr.t_args(key, &[("way", way.into()), ("goods", goods.join(", ").into()), ("date", date.into())])
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let count = tr.count("checkout-refused", lines.len());
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <details class="fold" open=part.options.is_empty()>
                <summary><Icon name="info"/>{count}<Icon name="chevron-down"/></summary>
                <ul class="small">{lines}</ul>
            </details>
        }
    })
}

fn card(option: &ShippingOption, shop: &CartShop) -> ChoiceOption {
    let tr = tr();
    let title = match option.method {
        DeliveryMethod::Courier => option.name.clone(),
        DeliveryMethod::SellerDelivery => tr.t("checkout-seller-delivery"),
        DeliveryMethod::Pickup => tr.t("checkout-pickup"),
    };
    let detail = match option.method {
        DeliveryMethod::Pickup => {
            let args = [
                ("street", shop.street.as_str().into()),
                ("hours", shop.opening_hours.as_str().into()),
                ("date", tr.date(option.arrives_from).into()),
            ];
            tr.t_args("checkout-pickup-detail", &args)
        }
        DeliveryMethod::Courier | DeliveryMethod::SellerDelivery => arrival(option),
    };
    ChoiceOption {
        value: value_of(option),
        title,
        price: Some(price_or_free(option.price)),
        detail: Some(detail),
        disabled: false,
    }
}

/// When it arrives, and what is part of the price.
fn arrival(option: &ShippingOption) -> String {
    let tr = tr();
    let dates = tr.t_args("checkout-arrives", &[("dates", tr.range(option.arrives_from, option.arrives_to).into())]);
    if option.packing_fee == Rupiah::ZERO {
        return dates;
    }
    let packing = tr.t_args("checkout-packing-inside", &[("fee", option.packing_fee.to_string().into())]);
    format!("{dates} {packing}")
}

/// An amount, or the word for none.
pub fn price_or_free(amount: Rupiah) -> String {
    if amount == Rupiah::ZERO { tr().t("checkout-free") } else { amount.to_string() }
}
