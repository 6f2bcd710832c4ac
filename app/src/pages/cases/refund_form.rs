//! The form by which shops and curators give money of an order back.

use domain::{limits, money::Rupiah};
use leptos::prelude::*;
use services::refunds::{OrderRefunds, RefundableItem};

use crate::{
    forms::FormView,
    pages::order::cases::pieces_field,
    ui::{Button, ButtonKind, Field, Select, SelectOption, TextArea, to},
    viewer::tr,
};

/// Asks what goes back.
#[component]
pub(in crate::pages) fn RefundForm(refunds: OrderRefunds, path: String, form: FormView) -> impl IntoView {
    let tr = tr();
    let left = tr.t_args("refund-left", &[("left", refunds.left.into())]);
    let methods: Vec<SelectOption> = refunds
        .methods
        .iter()
        .map(|method| SelectOption::new(method.as_str(), tr.t(&format!("refund-way-{method}"))))
        .collect();
    let shipping = tr.t_args("refund-at-most", &[("max", refunds.shipping_left.into())]);
    let has_shipping = refunds.shipping_left > Rupiah::ZERO;
    let lines = refunds.lines.into_iter().map(|item| view! { <Pieces item=item form=form.clone()/> }).collect_view();
    view! {
            <form method="post" action=to(&path) class="stack">
                <p class="small muted">{left}</p>
                {lines}
                {has_shipping.then(|| view! {
                    <Field name="shipping" label=tr.t("refund-fact-shipping") hint=shipping kind="number"
                        inputmode="numeric" prefix="Rp" value=form.value_or("shipping", "0")
                        error=form.error("shipping", tr)/>
                })}
                <Field name="amount" label=tr.t("refund-fact-goodwill") hint=tr.t("refund-goodwill-hint") kind="number"
                    inputmode="numeric" prefix="Rp" value=form.value_or("amount", "0") error=form.error("amount", tr)/>
                <Select name="method" label=tr.t("refund-fact-way") options=methods value=form.value("method")
                    error=form.error("method", tr)/>
                <TextArea name="reason" id="refund-reason" label=tr.t("desk-reason") hint=tr.t("refund-reason-hint") rows=2
                    value=form.value("reason") error=form.error("reason", tr) maxlength=*limits::REASON.end()/>
                <p class="small muted">{tr.t("refund-second-person")}</p>
                <Button kind=ButtonKind::Secondary block=true>{tr.t("refund-ask")}</Button>
            </form>
    }
}

#[component]
fn Pieces(item: RefundableItem, form: FormView) -> impl IntoView {
    let tr = tr();
    let name = pieces_field(&item.variant);
    let label =
        if item.variant_name.is_empty() { item.name.clone() } else { format!("{}, {}", item.name, item.variant_name) };
    let hint = tr.t_args("refund-pieces-hint", &[("n", item.pieces.into()), ("amount", item.amount.into())]);
    view! {
        <Field name=name.clone() label=label hint=hint value=form.value_or(&name, "0") kind="number" inputmode="numeric"
            error=form.error(&name, tr)/>
    }
}
