//! The QRIS code of a shop: the one in use, the one that waits, and the form for another.

use domain::qris::QrisStatus;
use leptos::prelude::*;
use services::payments::{QrisView, ShopPayments};

use super::{PATH, qris_form};
use crate::{
    forms::{FormView, field_id},
    ui::{Badge, Button, ButtonKind, Facts, Field, Icon, Notice, Panel, QrCode, TextArea, Tone, to},
    viewer::tr,
};

/// The codes of a shop.
#[component]
pub(super) fn QrisPanel(shop: ShopPayments, form: FormView) -> impl IntoView {
    let tr = tr();
    let (zone, name) = (shop.zone, qris_form(&shop.slug));
    let has_code = shop.used.is_some();
    let used = shop.used.clone().map(|qris| {
        let label = tr.t_args("order-qris-label", &[("payee", (&qris.payee).into())]);
        view! {
            <p><Badge tone=Tone::Good label=tr.t("payee-qris-used")/></p>
            <QrCode text=qris.payload.clone() label=label/>
            {facts(&qris)}
        }
    });
    let latest = shop.latest.clone().filter(|qris| qris.status != QrisStatus::Replaced).map(|qris| {
        let from = tr.moment(qris.active_from, zone);
        let (tone, title, words) = match qris.status {
            QrisStatus::Proposed => (Tone::Info, "payee-qris-waits", tr.t("payee-qris-waits-lead")),
            QrisStatus::Verified => {
                (Tone::Info, "payee-qris-held", tr.t_args("payee-qris-held-lead", &[("time", from.into())]))
            }
            QrisStatus::Rejected | QrisStatus::Replaced => {
                let reason = qris.reason.clone().unwrap_or_default();
                (Tone::Note, "payee-qris-refused", tr.t_args("payee-qris-refused-lead", &[("reason", reason.into())]))
            }
        };
        view! {
            <Notice tone=tone>
                <p><b>{tr.t(title)}</b></p>
                <p>{format!("{}, NMID {}", qris.payee, qris.merchant_id)}</p>
                <p>{words}</p>
            </Notice>
        }
    });
    let is_none = shop.used.is_none() && shop.latest.is_none();
    let lead = if has_code { "payee-qris-change-lead" } else { "payee-qris-add-lead" };
    let open = is_none || form.is_refused();
    view! {
        <Panel title="QRIS">
            {is_none.then(|| view! { <p>{tr.t("payee-qris-none")}</p> })}
            {used}
            {latest}
            <details class="desk-reason" id=name.clone() open=open>
                <summary>
                    <Icon name="chevron-down"/>{tr.t(if has_code { "payee-qris-change" } else { "payee-qris-add" })}
                </summary>
                <form method="post" action=to(&format!("{PATH}/{}/qris", shop.slug)) class="stack">
                    <p class="small muted">{tr.t(lead)}</p>
                    <TextArea name="payload" id=field_id("payload", &name) label=tr.t("payee-qris-payload")
                        hint=tr.t("payee-qris-payload-hint") rows=4 value=form.value("payload")
                        error=form.error("payload", tr) maxlength=domain::qris::MAX_PAYLOAD_CHARS/>
                    <Field name="password_current" id=field_id("password_current", &name)
                        label=tr.t("payee-password") kind="password" autocomplete="current-password"
                        hint=tr.t("payee-password-hint") error=form.error("password_current", tr)/>
                    <Button kind=ButtonKind::Primary block=true>{tr.t("payee-qris-send")}</Button>
                </form>
            </details>
        </Panel>
    }
}

/// What the payer's app shows of a code.
pub(in crate::pages) fn facts(qris: &QrisView) -> impl IntoView + use<> {
    let tr = tr();
    let rows = vec![
        (tr.t("payee-qris-payee"), qris.payee.clone()),
        ("NMID".to_owned(), qris.merchant_id.clone()),
        (tr.t("payee-qris-city"), qris.city.clone()),
    ];
    view! { <Facts rows=rows/> }
}
