//! Money that goes back of an order, from the seller's side.

use domain::{limits, money::Rupiah};
use leptos::prelude::*;
use services::{
    BankAccount,
    refunds::{OrderRefunds, RefundView},
};

use super::{failed_form, sent_form};
use crate::{
    forms::{FormView, RefusedForm, field_id},
    pages::cases::{RefundCard, RefundForm},
    ui::{Button, ButtonKind, Facts, Field, Icon, Panel, TextArea, to},
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
        .map(|refund| {
            let account = refunds.account.clone();
            view! { <Own refund=refund account=account base=base.clone() forms=forms.clone()/> }
        })
        .collect_view();
    let is_refused = form.is_refused();
    let has_left = refunds.left > Rupiah::ZERO;
    view! {
        <Panel title=tr.t("refund-title")>
            {cards}
            {has_left.then(|| view! {
                <details class="desk-reason" open=is_refused>
                    <summary><Icon name="chevron-down"/>{tr.t("refund-new")}</summary>
                    <RefundForm refunds=refunds path=base form=form/>
                </details>
            })}
        </Panel>
    }
    .into_any()
}

/// A refund and what the seller can do about it.
#[component]
fn Own(refund: RefundView, account: Option<BankAccount>, base: String, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let (can_send, can_fail) = (refund.detail.can_send, refund.detail.can_fail);
    let wants_account = refund.detail.wants_account;
    let path = format!("{base}/{}", refund.id);
    let (sent, failed) = (sent_form(&refund.id), failed_form(&refund.id));
    let (sending, failing) = (forms.get(&sent), forms.get(&failed));
    view! {
        <RefundCard refund=refund>
            {wants_account.then(|| view! { <Account account=account/> })}
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

/// Where the buyer wants the money to.
#[component]
fn Account(account: Option<BankAccount>) -> impl IntoView {
    let tr = tr();
    let Some(account) = account else {
        return view! { <p class="small muted">{tr.t("refund-account-missing")}</p> }.into_any();
    };
    let rows = vec![
        (tr.t("payee-bank-name"), account.bank),
        (tr.t("payee-bank-account"), account.account),
        (tr.t("payee-bank-holder"), account.holder),
    ];
    view! { <Facts rows=rows/> }.into_any()
}
