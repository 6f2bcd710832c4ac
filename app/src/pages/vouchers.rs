//! What the pages of vouchers share.

use domain::{
    limits,
    time::{Date, Zone, date_range},
    voucher::{VoucherKind, VoucherWorth},
};
use leptos::prelude::*;
use services::vouchers::{VoucherState, VoucherTerms};
use text::Tr;

use crate::{
    forms::FormView,
    ui::{Badge, Button, ButtonKind, Column, Dialog, Field, LinkButton, Select, SelectOption, Table, Tone, to},
    viewer::tr,
};

/// Name of the form that makes one; also its address on the page.
pub const FORM: &str = "voucher-baru";
/// The clock of their days.
const ZONE: Zone = Zone::Wib;

/// "10 % untuk barang, paling banyak Rp25.000, mulai belanja Rp100.000 di Keramik Kendi"
pub(super) fn worth_line(terms: &VoucherTerms, tr: Tr) -> String {
    let limited = |key: &str, most: Option<domain::money::Rupiah>| match most {
        Some(most) => format!("{}, {}", tr.t(key), tr.t_args("voucher-at-most", &[("most", most.into())])),
        None => tr.t(key),
    };
    let mut parts = vec![match terms.worth {
        VoucherWorth::Percent(rate, most) => {
            let percent = tr.t_args("voucher-percent-off", &[("percent", i64::from(rate.get() / 100).into())]);
            match most {
                Some(most) => format!("{percent}, {}", tr.t_args("voucher-at-most", &[("most", most.into())])),
                None => percent,
            }
        }
        VoucherWorth::Amount(amount) => tr.t_args("voucher-amount-off", &[("amount", amount.into())]),
        VoucherWorth::FreeShipping(most) => limited("voucher-free-shipping", most),
    }];
    if terms.minimum_goods.get() > 0 {
        parts.push(tr.t_args("voucher-from", &[("min", terms.minimum_goods.into())]));
    }
    if let Some((_, shop)) = &terms.shop {
        parts.push(tr.t_args("voucher-at-shop", &[("shop", shop.as_str().into())]));
    }
    parts.join(", ")
}

fn state_badge(state: VoucherState, tr: Tr) -> impl IntoView + use<> {
    let tone = match state {
        VoucherState::Active => Tone::Good,
        VoucherState::Planned => Tone::Note,
        VoucherState::UsedUp | VoucherState::Ended => Tone::Plain,
    };
    view! { <Badge tone=tone label=tr.t(&format!("voucher-state-{}", state.as_str()))/> }
}

/// Vouchers with what they did; those that are not over can be ended.
#[component]
pub(super) fn Vouchers(
    /// The vouchers.
    vouchers: Vec<VoucherTerms>,
    /// Where they are.
    path: &'static str,
) -> impl IntoView {
    let tr = tr();
    let columns = vec![
        Column::main(tr.t("voucher-code")),
        Column::text(tr.t("voucher-worth")),
        Column::text(tr.t("voucher-days")),
        Column::number(tr.t("voucher-used")),
        Column::number(tr.t("voucher-taken-off")),
        Column::text(tr.t("selling-column-state")),
        Column::text(tr.t("voucher-end")),
    ];
    let is_over = |state| matches!(state, VoucherState::Ended);
    let dialogs = vouchers
        .iter()
        .filter(|terms| !is_over(terms.state))
        .map(|terms| view! { <End code=terms.code.clone() path=path/> })
        .collect_view();
    let rows = vouchers
        .into_iter()
        .map(|terms| {
            let last = terms.valid_until.plus_minutes(-1);
            let day = |at| Date::from_timestamp(at, ZONE);
            let days = date_range(day(terms.valid_from), day(last), tr.locale());
            let used = match terms.most_uses {
                Some(most) => tr.t_args("voucher-used-of", &[("used", terms.used.into()), ("most", most.into())]),
                None => tr.number(terms.used),
            };
            let end = (!is_over(terms.state)).then(|| {
                view! { <a href=format!("#{}", end_dialog(&terms.code))>{tr.t("voucher-end-link")}</a> }
            });
            vec![
                view! { <b>{terms.code.clone()}</b> }.into_any(),
                worth_line(&terms, tr).into_any(),
                days.into_any(),
                used.into_any(),
                terms.taken_off.to_string().into_any(),
                state_badge(terms.state, tr).into_any(),
                end.into_any(),
            ]
        })
        .collect();
    view! { <Table caption=tr.t("nav-vouchers") columns=columns rows=rows/>{dialogs} }
}

fn end_dialog(code: &str) -> String {
    format!("akhiri-{code}")
}

#[component]
fn End(code: String, path: &'static str) -> impl IntoView {
    let tr = tr();
    let title = tr.t_args("voucher-end-title", &[("code", code.as_str().into())]);
    view! {
        <Dialog id=end_dialog(&code) title=title>
            <p>{tr.t("voucher-end-lead")}</p>
            <form method="post" action=to(&format!("{path}/{code}/akhiri")) class="row">
                <Button kind=ButtonKind::Danger>{tr.t("voucher-end-button")}</Button>
                <LinkButton href="#_">{tr.t("selling-cancel")}</LinkButton>
            </form>
        </Dialog>
    }
}

/// The form for a new one.
#[component]
pub(super) fn Make(
    /// Where they are.
    path: &'static str,
    /// What was typed.
    form: FormView,
    /// The shops to choose from, where there is a choice.
    shops: Vec<SelectOption>,
) -> impl IntoView {
    let tr = tr();
    let kinds = VoucherKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.as_str(), tr.t(&format!("voucher-kind-{kind}"))))
        .collect();
    let shop = match shops.as_slice() {
        [] => None,
        [only] => Some(view! { <input type="hidden" name="shop" value=only.value.clone()/> }.into_any()),
        _ => Some(
            view! {
                <Select name="shop" label=tr.t("selling-shop") options=shops value=form.value("shop")
                    error=form.error("shop", tr)/>
            }
            .into_any(),
        ),
    };
    view! {
        <details class="fold panel fold--panel" id=FORM open=form.is_refused()>
            <summary><crate::ui::Icon name="plus"/>{tr.t("voucher-new")}<crate::ui::Icon name="chevron-down"/></summary>
            <form method="post" action=to(path) class="stack fold__body">
                {shop}
                <div class="fields-2">
                    <Field name="code" label=tr.t("voucher-code") hint=tr.t("voucher-code-hint") value=form.value("code")
                        error=form.error("code", tr) maxlength=*limits::VOUCHER_CODE.end() autocomplete="off"/>
                    <Select name="kind" label=tr.t("voucher-kind") options=kinds value=form.value("kind")
                        error=form.error("kind", tr)/>
                </div>
                <div class="fields-2">
                    <Field name="percent" label=tr.t("voucher-percent") hint=tr.t("voucher-percent-hint") suffix="%"
                        value=form.value("percent") error=form.error("percent", tr) inputmode="numeric" maxlength=3
                        optional=true/>
                    <Field name="amount" label=tr.t("voucher-amount") hint=tr.t("voucher-amount-hint") prefix="Rp"
                        value=form.value("amount") error=form.error("amount", tr) inputmode="numeric" maxlength=15
                        optional=true/>
                </div>
                <Field name="minimum_goods" label=tr.t("voucher-minimum") prefix="Rp" value=form.value("minimum_goods")
                    error=form.error("minimum_goods", tr) inputmode="numeric" maxlength=15 optional=true/>
                <div class="fields-2">
                    <Field name="valid_from" kind="date" label=tr.t("voucher-first-day") hint=tr.t("voucher-first-day-hint")
                        value=form.value("valid_from") error=form.error("valid_from", tr) optional=true/>
                    <Field name="valid_to" kind="date" label=tr.t("voucher-last-day") value=form.value("valid_to")
                        hint=tr.t("voucher-last-day-hint") error=form.error("valid_to", tr)/>
                </div>
                <div class="fields-2">
                    <Field name="most_uses" label=tr.t("voucher-most") value=form.value("most_uses")
                        error=form.error("most_uses", tr) inputmode="numeric" maxlength=7 optional=true/>
                    <Field name="most_uses_per_buyer" label=tr.t("voucher-most-each")
                        value=form.value_or("most_uses_per_buyer", "1") error=form.error("most_uses_per_buyer", tr)
                        inputmode="numeric" maxlength=7 optional=true/>
                </div>
                <p><Button kind=ButtonKind::Primary icon="plus">{tr.t("voucher-make")}</Button></p>
            </form>
        </details>
    }
}
