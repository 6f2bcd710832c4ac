//! What a cart comes to, and the way on.

use domain::money::Rupiah;
use leptos::prelude::*;
use services::{cart::CartView, vouchers::CartVoucher};

use super::{line_anchor, voucher::Voucher};
use crate::{
    forms::FormView,
    pages::{
        order::voucher_line,
        shopping::checkout::{Part, off_all},
    },
    ui::{Button, ButtonKind, Notice, Sum, Sums, Tone, to},
    viewer::tr,
};

/// The line that stands in the way first, as a link.
fn obstacle(cart: &CartView) -> Option<String> {
    let mut lines = cart.shops.iter().flat_map(|shop| &shop.lines);
    lines.find(|line| line.problem.is_some()).map(|line| format!("#{}", line_anchor(&line.variant)))
}

/// What each shop comes to and all of them: with shipping, once it is known for all; and what a voucher takes off.
fn sums(cart: &CartView, parts: &[Part], voucher: Option<&CartVoucher>) -> (Vec<Sum>, Sum) {
    let tr = tr();
    let shipped: Option<Vec<(String, Rupiah)>> =
        parts.iter().map(|part| Some((part.shop.name.clone(), part.total()?))).collect();
    let shipped = shipped.filter(|parts| parts.len() == cart.shops.len());
    let total = shipped.as_ref().and_then(|parts| Rupiah::checked_sum(parts.iter().map(|(_, total)| *total)));
    let (shops, total, key) = match (shipped, total) {
        (Some(shops), Some(total)) => (shops, total, "cart-total-shipped"),
        _ => {
            let shops = cart.shops.iter().map(|shop| (shop.name.clone(), shop.subtotal)).collect();
            (shops, cart.total, "cart-total")
        }
    };
    let off = match voucher {
        Some(voucher) if key == "cart-total-shipped" => off_all(voucher, parts),
        Some(voucher) => voucher.off_goods(),
        None => Rupiah::ZERO,
    };
    let mut lines: Vec<Sum> = shops.into_iter().map(|(name, total)| Sum::money(name, total)).collect();
    lines.extend(voucher.filter(|_| off > Rupiah::ZERO).map(|voucher| voucher_line(&voucher.terms.code, off, tr)));
    (lines, Sum::money(tr.t(key), total.checked_sub(off).unwrap_or(total)))
}

#[component]
pub(super) fn Summary(
    cart: CartView,
    parts: Vec<Part>,
    #[prop(optional_no_strip)] voucher: Option<CartVoucher>,
    /// What was typed for a voucher.
    form: FormView,
) -> impl IntoView {
    let tr = tr();
    let (lines, total) = sums(&cart, &parts, voucher.as_ref());
    let shops = cart.shops.len();
    view! {
        <aside class="stack" aria-label=tr.t("cart-summary")>
            <div class="panel panel--roomy stack">
                <h2>{tr.t("cart-summary")}</h2>
                <Sums lines=lines total=total/>
                <Voucher voucher=voucher form=form/>
                {parts.is_empty().then(|| view! { <p class="small muted">{tr.t("cart-shipping-next")}</p> })}
                {obstacle(&cart).map(|line| view! {
                    <Notice tone=Tone::Note slim=true>
                        <p>{tr.t("cart-not-ready")}" "<a href=line>{tr.t("cart-see-line")}</a></p>
                    </Notice>
                })}
                <div class="desk-only"><Next cart=cart block=true/></div>
                {(shops > 1).then(|| view! { <p class="small muted">{tr.count("cart-several-shops", shops)}</p> })}
            </div>
        </aside>
    }
}

/// The bar at the bottom of a phone.
#[component]
pub(super) fn Bar(
    cart: CartView,
    parts: Vec<Part>,
    #[prop(optional_no_strip)] voucher: Option<CartVoucher>,
) -> impl IntoView {
    let tr = tr();
    let (_, total) = sums(&cart, &parts, voucher.as_ref());
    view! {
        <div class="action-bar phone-only" role="region" aria-label=tr.t("cart-next-region")>
            <div>
                <p class="small muted">{total.label}</p>
                <b class="num">{total.amount}</b>
            </div>
            <Next cart=cart block=false/>
        </div>
    }
}

/// To the checkout; the notice above says why not.
#[component]
fn Next(cart: CartView, block: bool) -> impl IntoView {
    let tr = tr();
    if cart.is_ready() {
        view! {
            <form method="post" action=to("/checkout/mulai")>
                <Button kind=ButtonKind::Primary block=block>{tr.t("cart-to-checkout")}</Button>
            </form>
        }
        .into_any()
    } else {
        view! { <Button kind=ButtonKind::Primary block=block disabled=true>{tr.t("cart-to-checkout")}</Button> }
            .into_any()
    }
}
