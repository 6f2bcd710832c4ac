//! `/keranjang`

mod line;
mod summary;
pub mod voucher;

use access::Denied;
use axum::response::Response;
use domain::quantity::Quantity;
use leptos::prelude::*;
use services::{
    cart::{self, CartShop, CartView},
    vouchers::{self, CartVoucher},
};

use self::{
    line::Line,
    summary::{Bar, Summary},
    voucher::FORM as VOUCHER_FORM,
};
use super::checkout::{Part, begun, price_or_free};
use crate::{
    forms::FormView,
    layout::StoreLayout,
    page::PageRequest,
    ui::{Button, ButtonKind, EmptyState, ErrorSummary, LinkButton, PageHead, ShopSign, Sum, Sums, Toast, to},
    viewer::tr,
};

/// Name of the form that changes a line.
pub const FORM: &str = "cart";
/// Query key that names the variant that was just taken out.
pub const REMOVED_QUERY: &str = "dihapus";
/// Query key of how many pieces that were.
pub const QUANTITY_QUERY: &str = "jumlah";

/// Id of a line on the page.
#[must_use]
pub fn line_anchor(variant: &str) -> String {
    format!("line-{}", plain(variant))
}

/// Name of the quantity of a line in errors, and id of its field.
#[must_use]
pub fn quantity_field(variant: &str) -> String {
    format!("quantity-{}", plain(variant))
}

/// Ids are letters, digits and a line; what a form sends may be anything.
fn plain(variant: &str) -> String {
    variant.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(60).collect()
}

/// What was just taken out.
#[derive(Clone)]
struct Removed {
    variant: String,
    name: String,
    quantity: i64,
}

/// The page.
///
/// # Errors
/// When the database is not available.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    let token = request.cart_token();
    let cart = cart::view(request.services(), token.as_deref(), request.locale).await?;
    let form = request.form(FORM).await?;
    let account = request.caller.identity.as_ref().map(|identity| identity.id);
    let held = vouchers::in_cart(request.services(), token.as_deref(), &cart, None, account).await?;
    let voucher = (held, request.form(VOUCHER_FORM).await?);
    let removed = removed(&request, &cart).await?;
    let message = request.message();
    let way = begun(&request, &cart).await?.unwrap_or_default();
    let page = move || {
        view! { <CartPage cart=cart form=form removed=removed message=message way=way voucher=voucher/> }
    };
    Ok(request.render(page).await)
}

/// The line that the address says was taken out, unless it is back.
async fn removed(request: &PageRequest, cart: &CartView) -> Result<Option<Removed>, Denied> {
    let Some(variant) = request.query(REMOVED_QUERY) else { return Ok(None) };
    let quantity = request.query(QUANTITY_QUERY).and_then(|text| text.parse::<i64>().ok());
    let Some(quantity) = quantity.filter(|quantity| Quantity::try_from(*quantity).is_ok()) else { return Ok(None) };
    if cart.shops.iter().flat_map(|shop| &shop.lines).any(|line| line.variant == variant) {
        return Ok(None);
    }
    let name = cart::product_name(request.services(), &variant, request.locale).await?;
    Ok(name.map(|name| Removed { variant, name, quantity }))
}

#[component]
fn CartPage(
    cart: CartView,
    form: FormView,
    removed: Option<Removed>,
    message: Option<String>,
    /// Where to, when a checkout was begun, and what that costs.
    way: (String, Vec<Part>),
    /// The voucher that is in it, and what was typed for one.
    voucher: (Option<CartVoucher>, FormView),
) -> impl IntoView {
    let tr = tr();
    let errors = [form.summary(tr), voucher.1.summary(tr)].concat();
    let head = view! { <PageHead title=tr.t("cart-title") private=true/> };
    let notes = view! {
        <Toast message=message/>
        {removed.map(|removed| view! { <Undo removed=removed/> })}
        <ErrorSummary errors=errors/>
    };
    if cart.is_empty() {
        return view! {
            {head}
            <StoreLayout>
                <div class="wrap section stack gap-3">
                    <h1>{tr.t("cart-title")}</h1>
                    {notes}
                    <EmptyState icon="shopping-bag" title=tr.t("cart-empty") text=tr.t("cart-empty-text")>
                        <LinkButton href=to("/produk") kind=ButtonKind::Primary>{tr.t("to-products")}</LinkButton>
                    </EmptyState>
                </div>
            </StoreLayout>
        }
        .into_any();
    }
    let (region, parts) = way;
    let bar = view! { <Bar cart=cart.clone() parts=parts.clone() voucher=voucher.0.clone()/> }.into_any();
    let pieces = tr.count("cart-pieces", cart.piece_count);
    let shops = cart
        .shops
        .iter()
        .map(|shop| {
            let part = parts.iter().find(|part| part.shop.slug == shop.slug).cloned();
            view! { <Shop shop=shop.clone() part=part form=form.clone()/> }
        })
        .collect_view();
    view! {
        {head}
        <StoreLayout bar=bar>
            <div class="wrap">
                <div class="checkout">
                    <div class="stack gap-3">
                        <div class="stack gap-05">
                            <h1>{tr.t("cart-title")}</h1>
                            <p class="muted">{pieces}</p>
                            {(!region.is_empty()).then(|| view! {
                                <p class="muted">
                                    {tr.t_args("cart-destination", &[("region", region.into())])}" "
                                    <a href=to("/checkout#alamat")>{tr.t("cart-destination-change")}</a>
                                </p>
                            })}
                        </div>
                        {notes}
                        {shops}
                        <p><LinkButton href=to("/produk") kind=ButtonKind::Text icon="chevron-left">{tr.t("cart-more")}</LinkButton></p>
                    </div>
                    <Summary cart=cart parts=parts voucher=voucher.0 form=voucher.1/>
                </div>
            </div>
        </StoreLayout>
    }
    .into_any()
}

#[component]
fn Undo(removed: Removed) -> impl IntoView {
    let tr = tr();
    view! {
        <div class="toast" role="status">
            <span class="toast__text">{tr.t_args("cart-removed", &[("name", removed.name.into())])}</span>
            <form method="post" action=to("/keranjang/kembalikan")>
                <input type="hidden" name="variant" value=removed.variant/>
                <input type="hidden" name="quantity" value=removed.quantity.to_string()/>
                <Button kind=ButtonKind::Text>{tr.t("cart-undo")}</Button>
            </form>
        </div>
    }
}

#[component]
fn Shop(shop: CartShop, #[prop(optional_no_strip)] part: Option<Part>, form: FormView) -> impl IntoView {
    let tr = tr();
    let mut sums = vec![Sum::money(tr.t("sum-goods"), shop.subtotal)];
    if let Some(option) = part.as_ref().and_then(Part::chosen) {
        sums.push(Sum::text(tr.count("sum-shipping", 1), price_or_free(option.price)));
    }
    let lines = shop
        .lines
        .into_iter()
        .map(|line| {
            let is_kept_back = part.as_ref().is_some_and(|part| part.keeps_back(&line.variant));
            view! { <Line line=line form=form.clone() is_kept_back=is_kept_back/> }
        })
        .collect_view();
    view! {
        <section class="panel panel--flush" data-sentra=shop.sentra>
            <div class="panel__head">
                <div class="row row--nowrap">
                    <ShopSign name=shop.name.clone() logo=shop.logo sentra=shop.sentra.clone() class="sign--s"/>
                    <div>
                        <h2 class="cart-shop"><a href=to(&format!("/toko/{}", shop.slug))>{shop.name}</a></h2>
                        <p class="small muted">{tr.t_args("cart-shop-place", &[("sentra", shop.sentra_name.into())])}</p>
                    </div>
                </div>
            </div>
            {lines}
            <div class="panel__foot"><Sums lines=sums/></div>
        </section>
    }
}
