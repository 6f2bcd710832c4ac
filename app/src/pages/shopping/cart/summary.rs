//! What a cart comes to, and the way on.

use leptos::prelude::*;
use services::cart::CartView;

use super::line_anchor;
use crate::{
    ui::{Button, ButtonKind, LinkButton, Notice, Sum, Sums, Tone, to},
    viewer::tr,
};

/// The line that stands in the way first, as a link.
fn obstacle(cart: &CartView) -> Option<String> {
    let mut lines = cart.shops.iter().flat_map(|shop| &shop.lines);
    lines.find(|line| line.problem.is_some()).map(|line| format!("#{}", line_anchor(&line.variant)))
}

#[component]
pub(super) fn Summary(cart: CartView) -> impl IntoView {
    let tr = tr();
    let lines = cart.shops.iter().map(|shop| Sum::money(shop.name.clone(), shop.subtotal)).collect();
    let total = Sum::money(tr.t("cart-total"), cart.total);
    let shops = cart.shops.len();
    view! {
        <aside class="stack" aria-label=tr.t("cart-summary")>
            <div class="panel panel--roomy stack">
                <h2>{tr.t("cart-summary")}</h2>
                <Sums lines=lines total=total/>
                <p class="small muted">{tr.t("cart-shipping-next")}</p>
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
pub(super) fn Bar(cart: CartView) -> impl IntoView {
    let tr = tr();
    view! {
        <div class="action-bar phone-only" role="region" aria-label=tr.t("cart-next-region")>
            <div>
                <p class="small muted">{tr.t("cart-total")}</p>
                <b class="num">{cart.total.to_string()}</b>
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
            <LinkButton href=to("/checkout") kind=ButtonKind::Primary block=block>{tr.t("cart-to-checkout")}</LinkButton>
        }
        .into_any()
    } else {
        view! { <Button kind=ButtonKind::Primary block=block disabled=true>{tr.t("cart-to-checkout")}</Button> }
            .into_any()
    }
}
