//! `/kurasi/pembayaran`: QRIS codes to compare, proofs without an answer, money without an order.

use access::{Curator, Denied};
use axum::response::Response;
use domain::{limits, time::Zone};
use leptos::prelude::*;
use services::{
    cards::{self, UnmatchedCard},
    curation,
    payments::{self, OverdueProof, PaymentQueue, QrisView},
};

use super::frame::CuratingFrame;
use crate::{
    forms::{FormView, field_id},
    page::PageRequest,
    pages::{
        order::parts::phone,
        selling::payments::{Resolve, Words, facts, resolve_form},
        storefront::view::path_with,
    },
    ui::{Button, ButtonKind, EmptyState, ErrorSummary, Facts, Icon, Panel, QrCode, TextArea, to},
    viewer::tr,
};

/// Path of the page.
const PATH: &str = "/kurasi/pembayaran";

/// Query key of the shop whose codes in use are shown.
const SHOP: &str = "toko";

/// The page with the codes that a shop uses.
#[must_use]
pub fn page_of(shop: &str) -> String {
    path_with(PATH, &[(SHOP, Some(shop))])
}

/// Name of what is refused on the page as a whole: somebody was faster.
pub const LIST_FORM: &str = "curating-payments";

/// Name of the form that refuses that code; also its id.
#[must_use]
pub fn reject_form(code: &str) -> String {
    format!("tolak-{code}")
}

/// The page. `?toko=` adds the codes that a shop uses, to stop one.
///
/// # Errors
/// Not a curator; or the database is not available.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let queue = payments::queue(services).await?;
    let card_money = cards::unmatched(services).await?;
    let used = match request.query(SHOP) {
        Some(slug) => payments::in_use(services, &slug).await?,
        None => Vec::new(),
    };
    let refused = request.refused_form().await?;
    let list = request.form(LIST_FORM).await?;
    let counts = curation::counts(services).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let form = |id: &str| refused.get(&reject_form(id));
        let errors = list.summary(tr).into_iter().chain(refused.summary(tr)).collect();
        let is_empty = queue == PaymentQueue::default() && used.is_empty() && card_money.is_empty();
        let waiting = queue.qris.into_iter().map(|qris| (form(&qris.id), qris));
        let waiting = waiting.map(|(form, qris)| view! { <Code qris=qris form=form waits=true/> }).collect_view();
        let used = used.into_iter().map(|qris| (form(&qris.id), qris));
        let used = used.map(|(form, qris)| view! { <Code qris=qris form=form waits=false/> }).collect_view();
        let overdue = queue.overdue.into_iter().map(|proof| view! { <Overdue proof=proof/> }).collect_view();
        let card_money = card_money.into_iter().map(|money| (refused.get(&resolve_form(&money.id)), money));
        let card_money = card_money.map(|(form, money)| view! { <CardMoney money=money form=form/> }).collect_view();
        let money = queue.unmatched.into_iter().map(|item| view! { <Panel><Words item=item/></Panel> }).collect_view();
        view! {
            <CuratingFrame title=tr.t("nav-payments") lead=tr.t("curating-payments-lead") waiting=counts.waiting
                message=message>
                <ErrorSummary errors=errors/>
                {is_empty.then(|| view! {
                    <EmptyState icon="wallet" title=tr.t("curating-payments-none")
                        text=tr.t("curating-payments-none-lead")/>
                })}
                {(!waiting.is_empty()).then(|| view! { <h2>{tr.t("curating-qris-title")}</h2> })}
                {waiting}
                {used}
                {(!overdue.is_empty()).then(|| view! { <h2>{tr.t("curating-overdue-title")}</h2> })}
                {overdue}
                {(!card_money.is_empty()).then(|| view! {
                    <h2>{tr.t("unmatched-card-title")}</h2>
                    <p class="small muted">{tr.t("unmatched-card-lead")}</p>
                })}
                {card_money}
                {(!money.is_empty()).then(|| view! { <h2>{tr.t("unmatched-title")}</h2> })}
                {money}
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

/// A code with what to compare it with, and the decision.
#[component]
fn Code(
    qris: QrisView,
    form: FormView,
    /// Whether it waits; else it is in use and can only be stopped.
    waits: bool,
) -> impl IntoView {
    let tr = tr();
    let name = reject_form(&qris.id);
    let path = format!("{PATH}/qris/{}", qris.id);
    let mut rows = vec![(tr.t("curating-shop"), qris.shop_name.clone()), (tr.t("curating-owner"), qris.owner.clone())];
    rows.extend(qris.bank_holder.clone().map(|holder| (tr.t("payee-bank-holder"), holder)));
    // The time zone of both sentra.
    rows.push((tr.t("curating-qris-since"), tr.moment(qris.proposed_at, Zone::Wib)));
    if waits && qris.active_from > qris.proposed_at {
        rows.push((tr.t("curating-qris-from"), tr.moment(qris.active_from, Zone::Wib)));
    }
    let label = tr.t_args("order-qris-label", &[("payee", (&qris.payee).into())]);
    view! {
        <Panel title=qris.payee.clone()>
            <div class="two-cols">
                <QrCode text=qris.payload.clone() label=label/>
                <div class="stack">
                    {facts(&qris)}
                    <Facts rows=rows/>
                </div>
            </div>
            {waits.then(|| view! {
                <p class="small muted">{tr.t("curating-qris-compare")}</p>
                <form method="post" action=to(&format!("{path}/setujui"))>
                    <Button kind=ButtonKind::Primary icon="circle-check">{tr.t("curating-qris-verify")}</Button>
                </form>
            })}
            <details class="desk-reason" id=name.clone() open=form.is_refused()>
                <summary><Icon name="chevron-down"/>{tr.t("curating-qris-reject")}</summary>
                <form method="post" action=to(&format!("{path}/tolak")) class="stack">
                    {(!waits).then(|| view! { <input type="hidden" name=SHOP value=qris.shop.clone()/> })}
                    <TextArea name="reason" id=field_id("reason", &name) label=tr.t("curating-reason") rows=2
                        value=form.value("reason") error=form.error("reason", tr) maxlength=*limits::REASON.end()/>
                    <Button kind=ButtonKind::Danger>{tr.t("curating-qris-reject-button")}</Button>
                </form>
            </details>
        </Panel>
    }
}

/// Money at the provider that fits no order, and what was done with it.
#[component]
fn CardMoney(money: UnmatchedCard, form: FormView) -> impl IntoView {
    let tr = tr();
    let amount = money
        .amount
        .map_or_else(|| format!("{} {}", money.minor, money.currency.to_uppercase()), |amount| amount.to_string());
    let mut rows = vec![
        (tr.t("unmatched-card-reason"), tr.t(&format!("unmatched-card-reason-{}", money.reason))),
        (tr.t("unmatched-card-payment"), money.provider_payment.clone()),
        (tr.t("unmatched-day"), tr.moment(money.recorded_at, Zone::Wib)),
    ];
    rows.extend(money.payment.clone().map(|payment| (tr.t("unmatched-number"), payment)));
    let action = to(&format!("{PATH}/kartu/{}", money.id));
    view! {
        <Panel title=amount>
            <Facts rows=rows/>
            <Resolve name=resolve_form(&money.id) action=action form=form/>
        </Panel>
    }
}

#[component]
fn Overdue(proof: OverdueProof) -> impl IntoView {
    let tr = tr();
    let (number, _) = phone(&proof.shop_phone, "");
    let rows = vec![
        (tr.t("curating-shop"), format!("{}, {number}", proof.shop_name)),
        (tr.t("order-pay-amount"), proof.amount.to_string()),
        (tr.t("curating-overdue-sent"), tr.moment(proof.submitted_at, Zone::Wib)),
        (tr.t("curating-overdue-due"), tr.moment(proof.answer_by, Zone::Wib)),
    ];
    view! {
        <Panel title=tr.t_args("order-title", &[("number", (&proof.number).into())])>
            <Facts rows=rows/>
            {proof.note.map(|note| view! { <p>{note}</p> })}
            <p><a href=to(&format!("{PATH}/bukti/{}", proof.id))>{tr.t("curating-overdue-photo")}</a></p>
        </Panel>
    }
}
