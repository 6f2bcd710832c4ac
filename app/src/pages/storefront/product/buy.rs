//! Price, variants and the way into the cart.

use domain::limits;
use leptos::prelude::*;

use super::{Shown, estimate};
use crate::{
    pages::storefront::view::path_with,
    ui::{Badge, Button, ButtonKind, Icon, LinkButton, Tone, field::error_line, to},
    viewer::tr,
};

/// Id of the form, so that the bar of a phone can send it.
const FORM_ID: &str = "beli";
/// Name of the button that leads on to the checkout.
const BUY_NOW: &str = "beli";
/// Id of where the variants are chosen.
pub const VARIANTS_ID: &str = "varian";

impl Shown {
    fn path(&self, variant: Option<&str>) -> String {
        let base = format!("/produk/{}", self.product.slug);
        path_with(&base, &[("varian", variant), (estimate::REGION, self.estimate.region())])
    }

    fn can_buy(&self) -> bool {
        self.chosen.as_ref().is_some_and(|variant| variant.available != Some(0))
    }

    /// What can be said of the shelf: of the chosen variant, or of all of them.
    fn availability(&self) -> (bool, String) {
        let tr = tr();
        let product = &self.product;
        if let Some(kind) = product.lacking {
            let args = [("kind", tr.t(&format!("certificate-{kind}")).into())];
            return (false, tr.t_args("certificate-lacking", &args));
        }
        let sold_out = match &self.chosen {
            Some(variant) => variant.available == Some(0),
            None => !product.in_stock,
        };
        if sold_out {
            return (false, tr.t("stock-none"));
        }
        let later = match &self.chosen {
            Some(variant) => variant.made_later,
            // Nothing is chosen yet: the first that would be done.
            None => {
                let left = product.variants.iter().filter(|variant| variant.available != Some(0));
                left.map(|variant| variant.made_later).min().flatten()
            }
        };
        if let Some(date) = later {
            return (true, tr.t_args("stock-made-later", &[("date", tr.date(date).into())]));
        }
        if product.made_to_order {
            let args = [("n", product.lead_time_days.into()), ("date", tr.date(product.ready_on).into())];
            return (true, tr.t_args("stock-made-to-order", &args));
        }
        let low = self.chosen.as_ref().is_some_and(|variant| variant.is_low);
        let words = tr.t(if low { "stock-low" } else { "stock-some" });
        let when = match product.lead_time_days {
            0 => tr.t("stock-sent-same-day"),
            days => tr.count("stock-sent-in", days),
        };
        (true, format!("{words}, {when}"))
    }
}

#[component]
pub(super) fn BuyForm(shown: Shown) -> impl IntoView {
    let tr = tr();
    let (price, from) = match &shown.chosen {
        Some(variant) => (variant.price, false),
        None => {
            let lowest = shown.product.price_from;
            (lowest, shown.product.variants.iter().any(|variant| variant.price > lowest))
        }
    };
    let (is_available, availability) = shown.availability();
    let shop = &shown.product.shop;
    let ways: Vec<String> = [(shop.offers_courier, "way-courier"), (shop.offers_pickup, "way-pickup")]
        .into_iter()
        .filter(|(offered, _)| *offered)
        .map(|(_, key)| tr.t(key))
        .collect();
    let cod = shop.accepts_cod;
    let chosen_id = shown.chosen.as_ref().map(|variant| variant.id.clone()).unwrap_or_default();
    let back = shown.path(shown.chosen.as_ref().map(|variant| variant.id.as_str()));
    let can_buy = shown.can_buy();
    let asks = shown.chosen.is_none() && shown.product.in_stock;
    view! {
        <p class="price">
            {from.then(|| view! { <span class="price__unit">{tr.t("price-from")}</span> })}
            <span class="price__now">{price.to_string()}</span>
        </p>
        <ul class="promise" role="list">
            <li class=is_available.then_some("is-ok")>
                <Icon name=if is_available { "circle-check" } else { "circle-x" }/>
                <span><b>{availability}</b></span>
            </li>
            {(!ways.is_empty()).then(|| view! { <li><Icon name="truck"/><span>{carriage(&shown, &ways)}</span></li> })}
        </ul>
        {cod.then(|| view! { <p><Badge tone=Tone::Outline label=tr.t("way-cod")/></p> })}
        {variants(&shown)}
        {tiers(&shown)}
        <form id=FORM_ID class="stack" method="post" action=to("/keranjang/tambah")>
            <input type="hidden" name="variant" value=chosen_id/>
            <input type="hidden" name="lanjut" value=back/>
            {can_buy.then(|| view! {
                <div class="field field--s">
                    <label class="label" for="quantity">{tr.t("quantity")}</label>
                    {error_line("quantity", shown.form.error("quantity", tr).as_deref())}
                    <input class="input num" type="number" id="quantity" name="quantity"
                        value=shown.form.value_or("quantity", "1") min="1" max=most(&shown).to_string()
                        inputmode="numeric" required aria-invalid=shown.form.error("quantity", tr).map(|_| "true")/>
                </div>
            })}
            {asks.then(|| view! { <p class="muted">{tr.t("choose-variant")}</p> })}
            <div class="desk-only stack gap-1">
                <Button kind=ButtonKind::Primary block=true disabled=!can_buy icon="shopping-bag">{tr.t("add-to-cart")}</Button>
                <div class="row row--nowrap">
                    <Button kind=ButtonKind::Secondary block=true name=BUY_NOW value="1" disabled=!can_buy>
                        {tr.t("buy-now")}
                    </Button>
                    {shown.chat.clone().map(|href| view! {
                        <LinkButton href=href block=true kind=ButtonKind::Quiet icon="message-circle">{tr.t("chat-seller")}</LinkButton>
                    })}
                </div>
            </div>
        </form>
    }
}

/// What it costs to bring it and when it arrives: where the buyer asked for, else where it is cheapest.
fn carriage(shown: &Shown, ways: &[String]) -> impl IntoView + use<> {
    let tr = tr();
    let link = |key: &str| view! { <a href=format!("#{}", estimate::ID)>{tr.t(key)}</a> };
    if let Some((place, option)) = shown.estimate.cheapest() {
        let args = [
            ("place", place.into()),
            ("price", option.price.to_string().into()),
            ("dates", tr.range(option.arrives_from, option.arrives_to).into()),
        ];
        return view! { {tr.t_args("promise-to", &args)}" "{link("promise-change")} }.into_any();
    }
    let variant = shown.chosen.as_ref().or_else(|| shown.product.variants.first());
    let least = variant.and_then(|variant| shown.postage.least(&shown.product, variant));
    match least.filter(|_| shown.product.in_stock) {
        Some(least) => {
            let ready_on = shown.product.ready_on;
            let dates = tr.range(ready_on.plus_days(least.days_min), ready_on.plus_days(least.days_max));
            let args = [("price", least.price.to_string().into()), ("dates", dates.into())];
            view! { {tr.t_args("promise-least", &args)}" "{link("promise-check")} }.into_any()
        }
        None => view! { {ways.join(" · ")}". "{tr.t("shipping-in-cart")} }.into_any(),
    }
}

/// Most pieces that can be asked for.
fn most(shown: &Shown) -> i64 {
    let bound = domain::quantity::Quantity::MAX;
    shown.chosen.as_ref().and_then(|variant| variant.available).map_or(bound, |available| available.min(bound))
}

/// Variants are addresses: each shows its own price and stock, with or without scripts.
fn variants(shown: &Shown) -> impl IntoView + use<> {
    let tr = tr();
    let all = &shown.product.variants;
    if all.len() < 2 {
        return ().into_any();
    }
    let prices_differ = all.iter().any(|variant| Some(variant.price) != all.first().map(|first| first.price));
    let links = all
        .iter()
        .take(limits::MAX_VARIANTS)
        .map(|variant| {
            let current = shown.chosen.as_ref().is_some_and(|chosen| chosen.id == variant.id);
            let sold_out = variant.available == Some(0);
            let path = format!("{}#{VARIANTS_ID}", shown.path(Some(&variant.id)));
            view! {
                <a class=if sold_out { "variant is-sold" } else { "variant" } href=to(&path)
                    aria-current=current.then_some("true")>
                    {variant.name.clone()}
                    {prices_differ.then(|| view! { <span class="num muted">{variant.price.to_string()}</span> })}
                    {sold_out.then(|| view! { <span class="vh">{format!(" ({})", tr.t("sold-out"))}</span> })}
                </a>
            }
        })
        .collect_view();
    view! {
        <div class="field" id=VARIANTS_ID role="group" aria-label=tr.t("variant")>
            <p class="label">{tr.t("variant")}</p>
            <div class="variants">{links}</div>
        </div>
    }
    .into_any()
}

/// What each piece costs by quantity; nothing where all cost the same.
fn tiers(shown: &Shown) -> impl IntoView + use<> {
    let tr = tr();
    let variant = shown.chosen.as_ref().filter(|variant| !variant.tiers.is_empty())?;
    let row = |label: String, price: String| view! { <tr><th scope="row">{label}</th><td>{price}</td></tr> };
    let steps = variant
        .tiers
        .steps()
        .iter()
        .map(|step| row(tr.t_args("tiers-from", &[("n", tr.number(step.from).into())]), step.price.to_string()));
    let rows = std::iter::once(row(tr.t("tiers-single"), variant.price.to_string())).chain(steps).collect_view();
    Some(view! {
        <table class="tiers" id="grosir">
            <caption>{tr.t("tiers")}" "<span class="muted">{tr.t("tiers-each")}</span></caption>
            <tbody>{rows}</tbody>
        </table>
    })
}

/// The bar at the bottom of a phone.
#[component]
pub(super) fn BuyBar(shown: Shown) -> impl IntoView {
    let tr = tr();
    let can_buy = shown.can_buy();
    let asks = shown.chosen.is_none() && shown.product.in_stock;
    view! {
        <div class="buy-bar" role="region" aria-label=tr.t("buy")>
            {match shown.chat {
                Some(href) => view! {
                    <a class="buy-bar__chat" href=href rel="noopener noreferrer"><Icon name="message-circle" class="i--l"/>{tr.t("chat")}</a>
                }.into_any(),
                None => view! {
                    <a class="buy-bar__chat" href=to("/keranjang")><Icon name="shopping-bag" class="i--l"/>{tr.t("nav-cart")}</a>
                }.into_any(),
            }}
            {if asks {
                view! { <a class="btn btn--primary buy-bar__ask" href=format!("#{VARIANTS_ID}")>{tr.t("choose-variant-button")}</a> }.into_any()
            } else {
                view! {
                    <Button kind=ButtonKind::Secondary form=FORM_ID disabled=!can_buy>{tr.t("add-to-cart-short")}</Button>
                    <Button kind=ButtonKind::Primary form=FORM_ID name=BUY_NOW value="1" disabled=!can_buy>{tr.t("buy")}</Button>
                }.into_any()
            }}
        </div>
    }
}
