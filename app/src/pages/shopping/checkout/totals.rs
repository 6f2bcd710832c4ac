//! What it all comes to, and the button that says so.

use domain::money::Rupiah;
use leptos::prelude::*;
use services::{
    cart::CartLine,
    shipping::ShippingOption,
    vouchers::{CartVoucher, FIELD},
};

use super::{
    Checkout, Part,
    fields::{EXPECTED_TOTAL, STEP, STEP_TOTAL, delivery_field, line_field, shown_delivery_field},
    part::value_of,
};
use crate::{
    forms::sentence,
    islands::shop::{OrderButton, PricedWay},
    pages::{order::voucher_line, storefront::view::photo},
    ui::{Button, ButtonKind, Icon, LinkButton, Notice, Photo, Sum, Sums, Tone, field::error_line, to},
    viewer::tr,
};

/// The amounts, as far as they are known.
struct Amounts {
    goods: Rupiah,
    packing: Rupiah,
    freight: Rupiah,
    /// Code of the voucher, and what it takes off goods and carriage.
    voucher: Option<(String, Rupiah)>,
    /// Whether every shop has a way to bring its goods.
    is_shipped: bool,
    /// Once that is so and everything can be bought.
    total: Option<Rupiah>,
}

impl Amounts {
    fn of(checkout: &Checkout) -> Self {
        let chosen = || checkout.parts.iter().filter_map(Part::chosen);
        let packing = Rupiah::checked_sum(chosen().map(|option| option.packing_fee)).unwrap_or_default();
        let shipping = Rupiah::checked_sum(chosen().map(|option| option.price)).unwrap_or_default();
        let totals: Option<Vec<Rupiah>> = checkout.parts.iter().map(Part::total).collect();
        let voucher = checkout.used_voucher();
        let voucher = voucher.map(|voucher| (voucher.terms.code.clone(), off_all(voucher, &checkout.parts)));
        let off = voucher.as_ref().map_or(Rupiah::ZERO, |(_, off)| *off);
        Self {
            goods: checkout.cart.total,
            packing,
            freight: shipping.checked_sub(packing).unwrap_or_default(),
            is_shipped: totals.as_ref().is_some_and(|totals| !totals.is_empty()),
            total: totals
                .filter(|_| checkout.cart.is_ready())
                .and_then(Rupiah::checked_sum)
                .and_then(|total| total.checked_sub(off)),
            voucher,
        }
    }

    /// Goods, less what a voucher takes off.
    fn so_far(&self) -> Rupiah {
        let off = self.voucher.as_ref().map_or(Rupiah::ZERO, |(_, off)| *off);
        self.goods.checked_sub(off).unwrap_or(self.goods)
    }

    fn sums(&self, checkout: &Checkout) -> impl IntoView + use<> {
        let tr = tr();
        let mut lines = vec![Sum::money(tr.t("sum-goods"), self.goods)];
        if checkout.parts.iter().flat_map(|part| &part.options).any(|option| option.packing_fee > Rupiah::ZERO) {
            lines.push(Sum::money(tr.t("sum-packing"), self.packing).named("packing"));
        }
        let label = tr.count("sum-shipping", checkout.parts.len().max(1));
        lines.push(if self.is_shipped {
            Sum::money(label, self.freight).named("shipping")
        } else {
            Sum::text(label, tr.t("sum-shipping-open"))
        });
        if let Some((code, off)) = &self.voucher {
            lines.push(voucher_line(code, *off, tr).named("voucher"));
        }
        let total = match self.total {
            Some(total) => Sum::money(tr.t("sum-total"), total).named("total"),
            None => Sum::money(tr.t("sum-so-far"), self.so_far()),
        };
        view! { <Sums lines=lines total=total/> }
    }
}

/// What a voucher takes off goods and chosen carriage.
pub(in crate::pages::shopping) fn off_all(voucher: &CartVoucher, parts: &[Part]) -> Rupiah {
    let carriage = parts.iter().filter_map(|part| Some(off_carriage(voucher, part, part.chosen()?)));
    Rupiah::checked_sum(carriage.chain([voucher.off_goods()])).unwrap_or_default()
}

fn off_carriage(voucher: &CartVoucher, part: &Part, option: &ShippingOption) -> Rupiah {
    let carriage = option.price.checked_sub(option.packing_fee).unwrap_or_default();
    voucher.off_carriage(&part.shop.slug, carriage)
}

/// Why the voucher of the cart does nothing, where that is so.
fn refused(checkout: &Checkout) -> impl IntoView + use<> {
    let tr = tr();
    let voucher = checkout.voucher.as_ref()?;
    let refusal = sentence(voucher.off.as_ref().err()?, tr);
    let code = voucher.terms.code.clone();
    Some(view! {
        <Notice tone=Tone::Note slim=true>
            <p id=FIELD tabindex="-1">
                <b>{tr.t_args("voucher-sum", &[("code", code.into())])}</b>" "{refusal}" "
                <a href=to("/keranjang")>{tr.t("checkout-to-cart")}</a>
            </p>
        </Notice>
    })
}

/// The whole order; at the end on a phone, beside the form on a desk.
#[component]
pub(super) fn Summary(checkout: Checkout) -> impl IntoView {
    let tr = tr();
    let amounts = Amounts::of(&checkout);
    let lines =
        checkout.cart.shops.iter().flat_map(|shop| &shop.lines).map(|line| ordered(&checkout, line)).collect_view();
    view! {
        <aside aria-label=tr.t("checkout-summary") id="ringkasan">
            <div class="panel panel--roomy stack">
                <h2>{tr.t("checkout-summary")}</h2>
                <div>{lines}</div>
                {amounts.sums(&checkout)}
                {refused(&checkout)}
                {amounts.total.map(|_| view! { <p class="small muted">{tr.t("checkout-never-rises")}</p> })}
            </div>
        </aside>
    }
}

fn ordered(checkout: &Checkout, line: &CartLine) -> impl IntoView + use<> {
    let tr = tr();
    let id = line_field(&line.variant);
    let name = if line.variant_name.is_empty() {
        line.product_name.clone()
    } else {
        format!("{}, {}", line.product_name, line.variant_name)
    };
    let error = error_line(&id, checkout.form.error(&id, tr).as_deref());
    view! {
        <div class="line line--s" id=id tabindex="-1">
            <Photo photo=line.photo.clone().map(photo) sizes="48px" decorative=true/>
            <p>{format!("{} × {name}", line.quantity)}</p>
            <b class="num">{line.line_total.to_string()}</b>
            {error}
        </div>
    }
}

/// The same in short, folded, where a phone begins.
#[component]
pub(super) fn Folded(checkout: Checkout) -> impl IntoView {
    let tr = tr();
    let amounts = Amounts::of(&checkout);
    let total = amounts.total.unwrap_or_else(|| amounts.so_far());
    view! {
        <details class="fold panel fold--panel phone-only">
            <summary>
                {tr.count("checkout-summary-count", checkout.cart.piece_count)}
                <b class="num" data-sum=amounts.total.map(|_| "total")>{total.to_string()}</b>
                <Icon name="chevron-down"/>
            </summary>
            <div class="fold__body">{amounts.sums(&checkout)}</div>
        </details>
    }
}

/// The button that orders, once the total is known; before that, the one that adds it up.
#[component]
pub(super) fn Order(checkout: Checkout) -> impl IntoView {
    let tr = tr();
    let total = Amounts::of(&checkout).total;
    let error = checkout.form.error(EXPECTED_TOTAL, tr).filter(|_| checkout.cart.is_ready());
    let error = error_line(EXPECTED_TOTAL, error.as_deref());
    let button = match total {
        _ if !checkout.cart.is_ready() => view! {
            <LinkButton href=to("/keranjang") kind=ButtonKind::Primary block=true>{tr.t("checkout-to-cart")}</LinkButton>
        }
        .into_any(),
        Some(total) => {
            let label = tr.t_args("checkout-order", &[("total", "{}".into())]);
            let goods = checkout.cart.total.get();
            let voucher = checkout.used_voucher();
            let off = voucher.map_or(0, |voucher| voucher.off_goods().get());
            let ways = checkout.parts.iter().flat_map(|part| ways(part, voucher)).collect();
            view! { <OrderButton field=EXPECTED_TOTAL goods=goods off=off total=total.get() ways=ways label=label/> }.into_any()
        }
        None => view! {
            <Button kind=ButtonKind::Primary block=true name=STEP value=STEP_TOTAL>{tr.t("checkout-see-total")}</Button>
        }
        .into_any(),
    };
    view! {
        <div class="stack gap-1 total" id=EXPECTED_TOTAL tabindex="-1">
            {error}
            {button}
            <p class="small muted">{tr.t("checkout-after")}</p>
        </div>
    }
}

fn ways(part: &Part, voucher: Option<&CartVoucher>) -> impl Iterator<Item = PricedWay> {
    let (field, shown_field) = (delivery_field(&part.shop.slug), shown_delivery_field(&part.shop.slug));
    part.options.iter().map(move |option| PricedWay {
        field: field.clone(),
        shown_field: shown_field.clone(),
        value: value_of(option),
        price: option.price.get(),
        packing: option.packing_fee.get(),
        off: voucher.map_or(0, |voucher| off_carriage(voucher, part, option).get()),
    })
}
