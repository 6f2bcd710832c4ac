//! What a seller can do with an order now; only what its state allows is offered.

use domain::{fulfilment::DeliveryMethod, limits};
use leptos::prelude::*;
use services::orders::OrderView;

use super::Forms;
use crate::{
    forms::FormView,
    pages::selling::card::MainAction,
    ui::{Button, ButtonKind, Checkbox, Field, Icon, Money, TextArea, to},
    viewer::tr,
};

/// Id of the field for why the money was not found.
pub(super) const PAYMENT_REASON_ID: &str = "payment-reason";

/// Id of the field for why the buyer did not take it.
pub(super) const REFUSED_REASON_ID: &str = "refused-reason";

/// The steps that are possible; nothing when there are none.
#[component]
pub(super) fn Actions(order: OrderView, forms: Forms) -> impl IntoView {
    let detail = order.detail.clone();
    let path = format!("/jual/pesanan/{}", order.summary.number);
    let by_courier = detail.delivery_method == DeliveryMethod::Courier;
    let has_main = detail.can_confirm || detail.can_answer_payment || detail.can_ready || detail.can_deliver;
    let needs_courier = detail.can_ship && by_courier;
    let sends_itself = detail.can_ship && !by_courier;
    if !(has_main || detail.can_ship || detail.can_reject || detail.can_call_off) {
        return ().into_any();
    }
    let ship_kind = if has_main { ButtonKind::Secondary } else { ButtonKind::Primary };
    view! {
        <section class="panel stack" aria-label=tr().t("desk-actions")>
            {detail.can_answer_payment.then(|| view! { <Expected order=order.clone()/> })}
            {has_main.then(|| view! { <MainAction order=order.clone() kind=ButtonKind::Primary/> })}
            {sends_itself.then(|| view! { <ShipItself path=path.clone() kind=ship_kind/> })}
            {needs_courier.then(|| view! {
                <Ship path=path.clone() form=forms.ship.clone() service=detail.service_name.clone() kind=ship_kind/>
            })}
            {detail.can_answer_payment.then(|| view! {
                <WithReason action=format!("{path}/pembayaran/tolak") key="desk-payment-reject" id=PAYMENT_REASON_ID
                    form=forms.payment.clone()/>
            })}
            {detail.can_reject.then(|| view! {
                <WithReason action=format!("{path}/tolak") key="desk-reject" id="reason" form=forms.reject.clone()/>
            })}
            {detail.can_be_refused.then(|| view! {
                <WithReason action=format!("{path}/tidak-diterima") key="desk-refused" id=REFUSED_REASON_ID
                    form=forms.refused.clone() restock=detail.can_restock/>
            })}
            {detail.can_call_off.then(|| view! {
                <WithReason action=format!("{path}/batalkan") key="desk-call-off" id="reason"
                    form=forms.call_off.clone()/>
            })}
        </section>
    }
    .into_any()
}

/// What to look for in the bank account.
#[component]
fn Expected(order: OrderView) -> impl IntoView {
    let tr = tr();
    let payment = &order.summary.payment;
    let place = match &payment.bank {
        Some(bank) => format!("{} {} · {}", bank.bank, bank.account, bank.holder),
        None => tr.t("desk-payment-expected-qris"),
    };
    let path = format!("/jual/pesanan/{}/bukti", order.summary.number);
    let at = order.detail.zone;
    let proof = order.detail.proof.clone().map(|proof| {
        let (width, height) = proof.size;
        let sent = tr.t_args("order-proof-sent-at", &[("time", tr.moment(proof.submitted_at, at).into())]);
        view! {
            <div class="stack gap-1">
                <p><b>{tr.t("desk-proof")}</b><br/><span class="small muted">{sent}</span></p>
                <a class="proof-photo" href=to(&path)>
                    <img src=to(&path) alt=tr.t("desk-proof-alt") width=width height=height/>
                </a>
                {proof.note.map(|note| view! { <p>{note}</p> })}
            </div>
        }
    });
    view! {
        <div>
            <p class="small muted">{tr.t("desk-payment-expected")}</p>
            <p class="amount"><b><Money amount=order.summary.payment.amount/></b></p>
            <p class="small">{place}</p>
        </div>
        {proof}
    }
}

/// The seller's own delivery sets off.
#[component]
fn ShipItself(path: String, kind: ButtonKind) -> impl IntoView {
    view! {
        <form method="post" action=to(&format!("{path}/kirim"))>
            <Button kind=kind block=true icon="truck">{tr().t("desk-ship-own")}</Button>
        </form>
    }
}

/// Courier and tracking number.
#[component]
fn Ship(path: String, form: FormView, service: String, kind: ButtonKind) -> impl IntoView {
    let tr = tr();
    view! {
        <form method="post" action=to(&format!("{path}/kirim")) class="stack desk-form" id="kirim">
            <h2>{tr.t("desk-ship-title")}</h2>
            <Field name="courier" label=tr.t("order-fact-courier") value=form.value_or("courier", &service)
                error=form.error("courier", tr) maxlength=*limits::COURIER.end() autocomplete="off"/>
            <Field name="tracking" label=tr.t("order-fact-tracking") value=form.value("tracking")
                error=form.error("tracking", tr) hint=tr.t("desk-tracking-hint") maxlength=*limits::TRACKING.end()
                autocomplete="off"/>
            <Button kind=kind block=true icon="truck">{tr.t("desk-ship")}</Button>
        </form>
    }
}

/// A step that takes something from the buyer: it opens first, and asks why.
#[component]
fn WithReason(
    action: String,
    /// Beginning of its text keys.
    key: &'static str,
    /// Id of its field.
    id: &'static str,
    form: FormView,
    /// Whether pieces can go back on the shelf with it.
    #[prop(optional)]
    restock: bool,
) -> impl IntoView {
    let tr = tr();
    let words = move |part: &str| tr.t(&format!("{key}{part}"));
    view! {
        <details class="desk-reason" open=form.is_refused()>
            <summary><Icon name="chevron-down"/>{words("")}</summary>
            <form method="post" action=to(&action) class="stack">
                <p class="small muted">{words("-lead")}</p>
                <TextArea name="reason" id=id label=tr.t("desk-reason") hint=words("-hint") rows=2
                    value=form.value("reason") error=form.error("reason", tr) maxlength=*limits::REASON.end()/>
                {restock.then(|| view! {
                    <Checkbox name="restock" label=tr.t("desk-restock") checked=form.is_chosen("restock", "1")/>
                })}
                <Button kind=ButtonKind::Danger block=true>{words("-yes")}</Button>
            </form>
        </details>
    }
}
