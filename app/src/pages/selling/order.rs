//! `/jual/pesanan/{number}`: everything that a seller needs for one order.

mod actions;
mod refunds;

use access::{Denied, Seller};
use axum::{extract::Path, response::Response};
use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    label::OrderLabel,
};
use leptos::prelude::*;
use services::{fulfilment, orders::OrderView, refunds::OrderRefunds};
use text::{Arg, Tr};

use self::{actions::Actions, refunds::Refunds};
use super::frame::{DeskFrame, scope};
use crate::{
    forms::{FormView, RefusedForm},
    page::PageRequest,
    pages::order::{
        parts::{OrderBill, address_line, delivery_name, phone},
        steps::steps,
    },
    ui::{ButtonKind, ErrorSummary, Facts, Icon, LinkButton, Notice, OrderBadge, Panel, Timeline, to},
    viewer::tr,
};

/// Name of the form that refuses an order.
pub const REJECT_FORM: &str = "order-reject";
/// Name of the form that says that the money is not there.
pub const PAYMENT_FORM: &str = "order-payment-reject";
/// Name of the form that sends an order.
pub const SHIP_FORM: &str = "order-ship";

/// Name of the form that says that the buyer did not take an order.
pub const REFUSED_FORM: &str = "order-refused";
/// Name of the form that calls an accepted order off.
pub const CALL_OFF_FORM: &str = "order-call-off";
/// Name of the form that gives money back.
pub const REFUND_FORM: &str = "order-refund";
/// Name of the form that says that the money of that refund went out; also its id.
#[must_use]
pub fn sent_form(refund: &str) -> String {
    format!("kirim-{refund}")
}

/// Name of the form that says that the money of that refund did not arrive; also its id.
#[must_use]
pub fn failed_form(refund: &str) -> String {
    format!("gagal-{refund}")
}

/// What was typed into the forms of the page that were refused.
#[derive(Clone)]
struct Forms {
    reject: FormView,
    payment: FormView,
    ship: FormView,
    refused: FormView,
    call_off: FormView,
    refund: FormView,
    /// Of a refund.
    refunds: RefusedForm,
}

impl Forms {
    /// All errors. The reasons have one name and several places on the page.
    fn summary(&self, tr: Tr) -> Vec<(String, String)> {
        let payment = self.payment.summary(tr).into_iter().map(|(field, sentence)| {
            (if field == "reason" { actions::PAYMENT_REASON_ID.to_owned() } else { field }, sentence)
        });
        let refused = self.refused.summary(tr).into_iter().map(|(field, sentence)| {
            (if field == "reason" { actions::REFUSED_REASON_ID.to_owned() } else { field }, sentence)
        });
        let refund =
            self.refund.summary(tr).into_iter().map(|(field, sentence)| {
                (if field == "reason" { "refund-reason".to_owned() } else { field }, sentence)
            });
        let others = [&self.ship, &self.call_off].into_iter().flat_map(|form| form.summary(tr));
        let others = others.chain(self.refunds.summary(tr));
        self.reject.summary(tr).into_iter().chain(payment).chain(refused).chain(refund).chain(others).collect()
    }
}

/// The page.
///
/// # Errors
/// Not a seller; not an order of theirs; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller, Path(number): Path<String>) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let order = fulfilment::find(services, scope, &number).await?;
    let counts = fulfilment::counts(services, scope).await?;
    // A form that the order no longer allows is not shown, so neither are its errors.
    let detail = &order.detail;
    let forms = Forms {
        reject: refused(&request, REJECT_FORM, detail.can_reject).await?,
        payment: refused(&request, PAYMENT_FORM, detail.can_answer_payment).await?,
        ship: refused(&request, SHIP_FORM, detail.can_ship).await?,
        refused: refused(&request, REFUSED_FORM, detail.can_be_refused).await?,
        call_off: refused(&request, CALL_OFF_FORM, detail.can_call_off).await?,
        refund: request.form(REFUND_FORM).await?,
        refunds: request.refused_form().await?,
    };
    let money = services::refunds::of_order(services, scope, &number).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let title = tr.t_args("order-title", &[("number", (&order.summary.number).into())]);
        view! {
            <DeskFrame title=title counts=counts message=message>
                <OrderDesk order=order forms=forms money=money/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

async fn refused(request: &PageRequest, form: &str, is_possible: bool) -> Result<FormView, Denied> {
    if is_possible { request.form(form).await } else { Ok(FormView::default()) }
}

#[component]
fn OrderDesk(order: OrderView, forms: Forms, money: OrderRefunds) -> impl IntoView {
    let tr = tr();
    let detail = &order.detail;
    let (headline, lead) = todo(&order, tr);
    let placed = tr.moment(detail.placed_at, detail.zone);
    let about = tr.t_args("order-placed", &[("number", (&order.summary.number).into()), ("time", placed.into())]);
    let note = detail.contact.note.clone();
    let (label, timeline) = (detail.label, steps(&order, tr));
    let (bill, buyer) = (order.clone(), order.clone());
    let path = format!("/jual/pesanan/{}", order.summary.number);
    let (refund_form, refund_forms) = (forms.refund.clone(), forms.refunds.clone());
    view! {
        <div class="stack gap-1">
            <p><a class="back-link" href=to("/jual/pesanan")><Icon name="chevron-left"/>{tr.t("desk-back")}</a></p>
            <p class="row row--between small muted"><span>{about}</span><OrderBadge label=label/></p>
            <h1>{headline}</h1>
            <p class="lead-text">{lead}</p>
        </div>
        <ErrorSummary errors=forms.summary(tr)/>
        <div class="office-cols">
            <div class="stack gap-3">
                <Actions order=order forms=forms/>
                {note.map(|note| view! {
                    <Notice icon="pencil"><p><b>{tr.t("desk-note")}</b></p><p>{note}</p></Notice>
                })}
                <OrderBill order=bill/>
                <Refunds refunds=money path=path form=refund_form forms=refund_forms/>
            </div>
            <div class="stack gap-3">
                <Buyer order=buyer/>
                <Panel title=tr.t("order-steps")><Timeline steps=timeline/></Panel>
            </div>
        </div>
    }
}

#[component]
fn Buyer(order: OrderView) -> impl IntoView {
    let tr = tr();
    let detail = &order.detail;
    let contact = &detail.contact;
    let hello = tr
        .t_args("desk-chat-text", &[("shop", (&detail.shop_name).into()), ("number", (&order.summary.number).into())]);
    let (number, chat) = phone(&contact.phone, &hello);
    let arrival = tr.range(detail.arrives_from, detail.arrives_to);
    let mut rows = vec![(tr.t("desk-fact-delivery"), delivery_name(detail, tr)), (tr.t("desk-fact-promised"), arrival)];
    if detail.delivery_method != DeliveryMethod::Pickup {
        rows.push((tr.t("order-fact-address"), address_line(contact)));
        rows.extend(contact.landmark.clone().map(|landmark| (tr.t("order-fact-landmark"), landmark)));
    }
    rows.extend(contact.email.clone().map(|email| (tr.t("desk-fact-email"), email)));
    rows.extend(detail.courier.clone().map(|courier| (tr.t("order-fact-courier"), courier)));
    rows.extend(detail.tracking.clone().map(|tracking| (tr.t("order-fact-tracking"), tracking)));
    let (name, call) = (contact.name.clone(), format!("tel:{}", contact.phone));
    view! {
        <Panel title=name>
            <div class="row">
                <LinkButton href=call kind=ButtonKind::Quiet icon="phone">{number}</LinkButton>
                {chat.map(|href| view! {
                    <LinkButton href=href kind=ButtonKind::Quiet icon="message-circle">{tr.t("order-chat")}</LinkButton>
                })}
            </div>
            <Facts rows=rows/>
        </Panel>
    }
}

/// What the seller does next: headline and sentence.
fn todo(order: &OrderView, tr: Tr) -> (String, String) {
    let detail = &order.detail;
    let label = detail.label;
    let is_pickup = detail.delivery_method == DeliveryMethod::Pickup;
    let until = match label {
        OrderLabel::AwaitingPayment => detail.pay_by,
        OrderLabel::AwaitingSeller => detail.confirm_by,
        OrderLabel::Delivered => detail.complete_at,
        _ => None,
    };
    let args: [(&str, Arg); 4] = [
        ("amount", order.summary.payment.amount.into()),
        ("until", until.map(|at| tr.moment(at, detail.zone)).unwrap_or_default().into()),
        ("arrival", tr.range(detail.arrives_from, detail.arrives_to).into()),
        // The sentence around it brings its own full stop.
        ("reason", detail.cancel_reason.as_deref().unwrap_or_default().trim_end_matches('.').into()),
    ];
    let lead = match (label, detail.cancel_reason.as_deref()) {
        (OrderLabel::AwaitingSeller | OrderLabel::Delivered, _) if until.is_none() => "desk-next-soon-lead".to_owned(),
        (OrderLabel::AwaitingPayment, _) if until.is_none() => "desk-next-proof_submitted-lead".to_owned(),
        (OrderLabel::Cancelled, _) if order.summary.fulfilment == FulfilmentStatus::Undeliverable => {
            "desk-next-cancelled-refused-lead".to_owned()
        }
        (OrderLabel::Preparing, _) if is_pickup => "desk-next-preparing-pickup-lead".to_owned(),
        (OrderLabel::Cancelled, Some("buyer_cancelled") | None) => "desk-next-cancelled-by-buyer-lead".to_owned(),
        (OrderLabel::Cancelled, Some("seller_no_answer")) => "desk-next-cancelled-unanswered-lead".to_owned(),
        _ => format!("desk-next-{label}-lead"),
    };
    (tr.t_args(&format!("desk-next-{label}"), &args), tr.t_args(&lead, &args))
}
