//! The bank account of a shop.

use domain::limits;
use leptos::prelude::*;
use services::payments::ShopPayments;

use super::{PATH, bank_form};
use crate::{
    forms::{FormView, field_id},
    ui::{Button, ButtonKind, Facts, Field, Icon, Panel, to},
    viewer::tr,
};

/// The account, and the form that changes it.
#[component]
pub(super) fn Bank(shop: ShopPayments, form: FormView) -> impl IntoView {
    let tr = tr();
    let name = bank_form(&shop.slug);
    let known = shop.bank.clone();
    let old = |part: fn(&services::BankAccount) -> &String| known.as_ref().map(part).cloned().unwrap_or_default();
    let (bank, account, holder) = (old(|bank| &bank.bank), old(|bank| &bank.account), old(|bank| &bank.holder));
    let standing = match &shop.bank {
        Some(bank) => {
            let rows = vec![
                (tr.t("payee-bank-name"), bank.bank.clone()),
                (tr.t("payee-bank-account"), bank.account.clone()),
                (tr.t("payee-bank-holder"), bank.holder.clone()),
            ];
            view! { <Facts rows=rows/> }.into_any()
        }
        None => view! { <p>{tr.t("payee-bank-none")}</p> }.into_any(),
    };
    view! {
        <Panel title=tr.t("payee-bank")>
            {standing}
            <details class="desk-reason" id=name.clone() open=form.is_refused()>
                <summary><Icon name="chevron-down"/>{tr.t("payee-bank-change")}</summary>
                <form method="post" action=to(&format!("{PATH}/{}/rekening", shop.slug)) class="stack">
                    <p class="small muted">{tr.t("payee-bank-change-lead")}</p>
                    <Field name="bank" id=field_id("bank", &name) label=tr.t("payee-bank-name")
                        value=form.value_or("bank", &bank) error=form.error("bank", tr) maxlength=*limits::BANK.end()/>
                    <Field name="account" id=field_id("account", &name) label=tr.t("payee-bank-account")
                        value=form.value_or("account", &account) error=form.error("account", tr) inputmode="numeric"
                        maxlength=30/>
                    <Field name="holder" id=field_id("holder", &name) label=tr.t("payee-bank-holder")
                        value=form.value_or("holder", &holder) error=form.error("holder", tr)
                        maxlength=limits::PERSON_NAME_MAX/>
                    <Field name="password_current" id=field_id("password_current", &name)
                        label=tr.t("payee-password") kind="password" autocomplete="current-password"
                        hint=tr.t("payee-password-hint") error=form.error("password_current", tr)/>
                    <Button kind=ButtonKind::Primary block=true>{tr.t("payee-bank-save")}</Button>
                </form>
            </details>
        </Panel>
    }
}
