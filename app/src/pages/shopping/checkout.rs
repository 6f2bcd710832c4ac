//! `/checkout`: one page, one form. Its buttons search a village, show prices, or order; everything typed stays.

mod address;
mod delivery;
mod fields;
mod part;
mod payment;
mod place;
mod recipient;
mod totals;

use access::Denied;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{
    phone::Phone,
    time::{Timestamp, Zone},
};
use leptos::prelude::*;
use services::{
    cart::{self, CartView},
    holds, secret, shipping,
    vouchers::{self, CartVoucher},
};

use self::{
    address::Address,
    delivery::Deliveries,
    part::parts,
    payment::Payments,
    place::Place,
    recipient::{Known, Recipient},
    totals::{Folded, Order, Summary},
};
use crate::{
    forms::FormView,
    layout::PlainLayout,
    page::PageRequest,
    ui::{ErrorSummary, Icon, LinkButton, Notice, PageHead, TextArea, Tone, href, to},
    viewer::tr,
};
pub(super) use totals::off_all;

pub(super) use delivery::price_or_free;
pub use fields::*;
pub(super) use part::Part;

/// Name of the form.
pub const FORM: &str = "checkout";

/// Everything that the page shows.
#[derive(Clone)]
struct Checkout {
    cart: CartView,
    form: FormView,
    place: Place,
    parts: Vec<Part>,
    known: Known,
    /// What takes something off, unless it does nothing.
    voucher: Option<CartVoucher>,
    /// Until when the cart holds its goods.
    held_until: Option<Timestamp>,
    /// Makes a second tap harmless; a new one with every page.
    key: String,
}

impl Checkout {
    /// The voucher, where it does something.
    fn used_voucher(&self) -> Option<&CartVoucher> {
        self.voucher.as_ref().filter(|voucher| voucher.off.is_ok())
    }
}

/// The page; an empty cart has none.
///
/// # Errors
/// When the database is not available.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    let services = request.services();
    let token = request.cart_token();
    let cart = cart::view(services, token.as_deref(), request.locale).await?;
    if cart.is_empty() {
        return Ok(Redirect::to(&href(request.locale, "/keranjang")).into_response());
    }
    let form = request.draft(FORM).await?;
    let place = Place::load(services, &form).await?;
    let known = Known::load(&request).await?;
    let checkout = Checkout {
        parts: quoted(&request, &cart, &form, &place).await?,
        voucher: voucher(&request, &cart, &form, &known).await?,
        known,
        key: secret::token()?,
        held_until: holds::live_until(services, token.as_deref()).await?,
        cart,
        form,
        place,
    };
    Ok(request.render(move || view! { <CheckoutPage checkout=checkout/> }).await)
}

async fn quoted(request: &PageRequest, cart: &CartView, form: &FormView, place: &Place) -> Result<Vec<Part>, Denied> {
    let items = cart::items(cart);
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let region = place.chosen.as_ref().map(|region| region.code.as_str());
    let quotes =
        shipping::quote_for(request.services(), &items, region, request.cart_token().as_deref(), request.locale)
            .await?;
    Ok(parts(cart, quotes, form, place.chosen.is_some()))
}

/// The voucher of the cart, as far as it is known who buys.
async fn voucher(
    request: &PageRequest,
    cart: &CartView,
    form: &FormView,
    known: &Known,
) -> Result<Option<CartVoucher>, Denied> {
    let phone = form.value_or("buyer.phone", &known.phone).parse::<Phone>().ok();
    let account = request.caller.identity.as_ref().map(|identity| identity.id);
    let phone = phone.as_ref().map(Phone::as_e164);
    Ok(vouchers::in_cart(request.services(), request.cart_token().as_deref(), cart, phone, account).await?)
}

/// What a checkout that was begun knows of the way: name of the village, and the part of each shop.
pub(super) async fn begun(request: &PageRequest, cart: &CartView) -> Result<Option<(String, Vec<Part>)>, Denied> {
    let form = request.draft(FORM).await?;
    let place = Place::load(request.services(), &form).await?;
    let Some(region) = &place.chosen else { return Ok(None) };
    let parts = quoted(request, cart, &form, &place).await?;
    Ok(Some((region.full_name.clone(), parts)))
}

#[component]
fn CheckoutPage(checkout: Checkout) -> impl IntoView {
    let tr = tr();
    let is_ready = checkout.cart.is_ready();
    let mut errors = checkout.form.summary(tr);
    // The cart has to be put right first; then there is another total anyway.
    errors.retain(|(field, _)| is_ready || field != EXPECTED_TOTAL);
    let zone = checkout.cart.shops.first().map_or(Zone::Wib, |shop| shop.zone);
    let held = checkout.held_until.map(|until| tr.t_args("checkout-held", &[("until", tr.moment(until, zone).into())]));
    let lead = tr.t(if checkout.known.name.is_empty() { "checkout-lead" } else { "checkout-lead-signed-in" });
    let items = checkout
        .cart
        .shops
        .iter()
        .flat_map(|shop| &shop.lines)
        .map(|line| view! { <input type="hidden" name=ITEM value=item_value(&line.variant, line.quantity)/> })
        .collect_view();
    view! {
        <PageHead title=tr.t("checkout-title") private=true/>
        <PlainLayout back=("/keranjang".to_owned(), tr.t("cart-title"))>
            <div class="wrap">
                <form class="checkout" method="post" action=to("/checkout") novalidate>
                    <div class="stack gap-4">
                        // The first button of a form is the one that the Enter key presses.
                        <button type="submit" class="vh" name=STEP value=STEP_KEEP tabindex="-1" aria-hidden="true">
                            {tr.t("checkout-keep")}
                        </button>
                        {items}
                        <input type="hidden" name=KEY value=checkout.key.clone()/>
                        {checkout.used_voucher().map(|voucher| view! {
                            <input type="hidden" name=vouchers::FIELD value=voucher.terms.code.clone()/>
                        })}
                        <div class="stack gap-1">
                            <h1>{tr.t("checkout-title")}</h1>
                            <p class="muted">{lead}</p>
                        </div>
                        <ErrorSummary errors=errors/>
                        {held.map(|held| view! { <Notice slim=true icon="clock"><p>{held}</p></Notice> })}
                        {(!is_ready).then(|| view! {
                            <Notice tone=Tone::Note>
                                <p>{tr.t("checkout-cart-changed")}</p>
                                <p><LinkButton href=to("/keranjang") small=true>{tr.t("checkout-to-cart")}</LinkButton></p>
                            </Notice>
                        })}
                        <Folded checkout=checkout.clone()/>
                        <Recipient known=checkout.known.clone() form=checkout.form.clone()/>
                        <Address place=checkout.place.clone() form=checkout.form.clone()/>
                        <Deliveries parts=checkout.parts.clone() form=checkout.form.clone()
                            has_region=checkout.place.chosen.is_some()/>
                        <Payments parts=checkout.parts.clone() form=checkout.form.clone()/>
                        <Notes parts=checkout.parts.clone() form=checkout.form.clone()/>
                        <Order checkout=checkout.clone()/>
                    </div>
                    <Summary checkout=checkout/>
                </form>
            </div>
        </PlainLayout>
    }
}

/// A word to each seller, folded away until somebody wants to write one.
#[component]
fn Notes(parts: Vec<Part>, form: FormView) -> impl IntoView {
    let tr = tr();
    let is_open = parts.iter().any(|part| !form.value(&note_field(&part.shop.slug)).is_empty());
    let notes = parts
        .into_iter()
        .map(|part| {
            let name = note_field(&part.shop.slug);
            view! {
                <TextArea name=name.clone() label=tr.t_args("checkout-note-to", &[("shop", part.shop.name.into())])
                    value=form.value(&name) error=form.error(&name, tr) rows=2
                    maxlength=*domain::limits::NOTE.end()/>
            }
        })
        .collect_view();
    view! {
        <details class="fold" open=is_open>
            <summary>
                <Icon name="pencil"/>
                {tr.t("checkout-note")}
                <Icon name="chevron-down"/>
            </summary>
            <div class="stack">{notes}</div>
        </details>
    }
}
