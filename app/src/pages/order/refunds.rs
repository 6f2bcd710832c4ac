//! What goes back of an order, from the buyer's side.

use domain::limits;
use leptos::prelude::*;
use services::refunds::RefundView;

use super::show::ACCOUNT_FORM;
use crate::{
    forms::FormView,
    pages::cases::RefundCard,
    ui::{Button, ButtonKind, Field, Icon, Panel, to},
    viewer::tr,
};

/// Refunds of the order at `path`; nothing when there are none.
#[component]
pub(super) fn Refunds(
    refunds: Vec<RefundView>,
    path: String,
    /// Bank and last digits of the account that was given.
    account: Option<String>,
    form: FormView,
) -> impl IntoView {
    let tr = tr();
    if refunds.is_empty() {
        return ().into_any();
    }
    let wants_account = refunds.iter().any(|refund| refund.detail.wants_account);
    let below = path.clone();
    let cards = refunds
        .into_iter()
        .map(|refund| {
            let below = format!("{path}/pengembalian/{}", refund.id);
            let (can_confirm, has_proof) = (refund.detail.can_confirm, refund.detail.has_proof);
            view! {
                <RefundCard refund=refund>
                    {has_proof.then(|| view! { <p><a href=to(&format!("{below}/bukti"))>{tr.t("refund-proof")}</a></p> })}
                    {can_confirm.then(|| view! {
                        <form method="post" action=to(&format!("{below}/terima"))>
                            <Button kind=ButtonKind::Secondary>{tr.t("refund-received")}</Button>
                        </form>
                    })}
                </RefundCard>
            }
        })
        .collect_view();
    view! {
        <Panel title=tr.t("refund-title")>
            {wants_account.then(|| view! { <Account path=below given=account form=form/> })}
            {cards}
        </Panel>
    }
    .into_any()
}

/// Asks where the money goes by transfer.
#[component]
fn Account(path: String, given: Option<String>, form: FormView) -> impl IntoView {
    let tr = tr();
    let is_open = given.is_none() || form.is_refused();
    let summary = match given {
        Some(account) => tr.t_args("refund-account-given", &[("account", account.into())]),
        None => tr.t("refund-account-ask"),
    };
    view! {
        <details class="desk-reason" id=ACCOUNT_FORM open=is_open>
            <summary><Icon name="chevron-down"/>{summary}</summary>
            <form method="post" action=to(&format!("{path}/rekening")) class="stack">
                <p class="small muted">{tr.t("refund-account-lead")}</p>
                <Field name="bank" label=tr.t("payee-bank-name") value=form.value("bank") error=form.error("bank", tr)
                    maxlength=*limits::BANK.end()/>
                <Field name="account" label=tr.t("payee-bank-account") value=form.value("account")
                    error=form.error("account", tr) inputmode="numeric" autocomplete="off" maxlength=30/>
                <Field name="holder" label=tr.t("payee-bank-holder") value=form.value("holder")
                    error=form.error("holder", tr) autocomplete="name" maxlength=limits::PERSON_NAME_MAX/>
                <Button kind=ButtonKind::Secondary block=true>{tr.t("payee-bank-save")}</Button>
            </form>
        </details>
    }
}
