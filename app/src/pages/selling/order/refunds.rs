//! Money that goes back of an order, from the seller's side.

use domain::{limits, money::Rupiah};
use leptos::prelude::*;
use services::refunds::{OrderRefunds, RefundView, RefundableItem};

use super::{failed_form, sent_form};
use crate::{
    forms::{FormView, RefusedForm, field_id},
    pages::{cases::RefundCard, order::cases::pieces_field},
    ui::{Button, ButtonKind, Field, Icon, Panel, Select, SelectOption, TextArea, to},
    viewer::tr,
};

/// Refunds of the order at `path`, and the form for another one.
#[component]
pub(super) fn Refunds(refunds: OrderRefunds, path: String, form: FormView, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    if refunds.items.is_empty() && refunds.left == Rupiah::ZERO {
        return ().into_any();
    }
    let base = format!("{path}/pengembalian");
    let cards = refunds
        .items
        .iter()
        .cloned()
        .map(|refund| view! { <Own refund=refund base=base.clone() forms=forms.clone()/> })
        .collect_view();
    let has_left = refunds.left > Rupiah::ZERO;
    view! {
        <Panel title=tr.t("refund-title")>
            {cards}
            {has_left.then(|| view! { <Request refunds=refunds path=base form=form/> })}
        </Panel>
    }
    .into_any()
}

/// A refund and what the seller can do about it.
#[component]
fn Own(refund: RefundView, base: String, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let (can_send, can_fail) = (refund.detail.can_send, refund.detail.can_fail);
    let path = format!("{base}/{}", refund.id);
    let (sent, failed) = (sent_form(&refund.id), failed_form(&refund.id));
    let (sending, failing) = (forms.get(&sent), forms.get(&failed));
    view! {
        <RefundCard refund=refund>
            {can_send.then(|| view! {
                <form method="post" action=to(&format!("{path}/kirim")) enctype="multipart/form-data" class="stack"
                    id=sent.clone()>
                    <Field name="reference" id=field_id("reference", &sent) label=tr.t("refund-reference") hint=tr.t("refund-reference-hint")
                        value=sending.value("reference") error=sending.error("reference", tr)
                        maxlength=*limits::REFERENCE.end() autocomplete="off"/>
                    <Field name="photo" id=field_id("photo", &sent) label=tr.t("refund-proof") kind="file" optional=true
                        error=sending.error("photo", tr)/>
                    <Button kind=ButtonKind::Secondary block=true>{tr.t("refund-sent")}</Button>
                </form>
            })}
            {can_fail.then(|| view! {
                <details class="desk-reason" id=failed.clone() open=failing.is_refused()>
                    <summary><Icon name="chevron-down"/>{tr.t("refund-failed")}</summary>
                    <form method="post" action=to(&format!("{path}/gagal")) class="stack">
                        <TextArea name="reason" id=field_id("reason", &failed) label=tr.t("desk-reason") rows=2
                            value=failing.value("reason") error=failing.error("reason", tr)
                            maxlength=*limits::REASON.end()/>
                        <Button kind=ButtonKind::Danger block=true>{tr.t("refund-failed-yes")}</Button>
                    </form>
                </details>
            })}
        </RefundCard>
    }
}

/// Asks what goes back.
#[component]
fn Request(refunds: OrderRefunds, path: String, form: FormView) -> impl IntoView {
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
        <details class="desk-reason" open=form.is_refused()>
            <summary><Icon name="chevron-down"/>{tr.t("refund-new")}</summary>
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
        </details>
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
