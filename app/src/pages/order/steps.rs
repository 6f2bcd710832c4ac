//! The steps of an order: what happened, what happens now, and what is still to come.

use domain::{fulfilment::DeliveryMethod, label::OrderLabel};
use services::orders::{OrderEventView, OrderView};
use text::{Arg, Tr};

use super::parts::delivery_name;
use crate::ui::{StepState, TimelineStep};

/// All of them, in their order.
pub(in crate::pages) fn steps(order: &OrderView, tr: Tr) -> Vec<TimelineStep> {
    let past = order.events.iter().map(|event| past(order, event, tr));
    let to_come = to_come(order.detail.label, order.detail.delivery_method);
    let ahead = to_come.iter().enumerate().map(|(place, step)| ahead(order, step, place == 0, tr));
    past.chain(ahead).collect()
}

fn past(order: &OrderView, event: &OrderEventView, tr: Tr) -> TimelineStep {
    let detail = &order.detail;
    let is_pickup = detail.delivery_method == DeliveryMethod::Pickup;
    let kind = if event.kind == "ready" && is_pickup { "ready-pickup" } else { event.kind.as_str() };
    let mut words = vec![tr.moment(event.instant, detail.zone)];
    if event.kind == "shipped" {
        words.extend([&detail.courier, &detail.tracking].into_iter().flatten().cloned());
    }
    words.extend(event.reason.as_ref().map(|reason| format!("“{reason}”")));
    TimelineStep {
        title: tr.t_args(&format!("order-event-{kind}"), &[("shop", (&detail.shop_name).into())]),
        detail: Some(words.join(" · ")),
        state: StepState::Done,
    }
}

/// Keys of the steps that are not done, from the one that happens now.
const fn to_come(label: OrderLabel, method: DeliveryMethod) -> &'static [&'static str] {
    let is_pickup = matches!(method, DeliveryMethod::Pickup);
    match label {
        OrderLabel::AwaitingPayment if is_pickup => &["pay", "prepare", "pickup", "done"],
        OrderLabel::AwaitingPayment => &["pay", "prepare", "send", "arrive", "done"],
        OrderLabel::ProofSubmitted if is_pickup => &["check", "prepare", "pickup", "done"],
        OrderLabel::ProofSubmitted => &["check", "prepare", "send", "arrive", "done"],
        OrderLabel::AwaitingSeller if is_pickup => &["accept", "prepare", "pickup", "done"],
        OrderLabel::AwaitingSeller => &["accept", "prepare", "send", "arrive", "done"],
        OrderLabel::Preparing if is_pickup => &["prepare", "pickup", "done"],
        OrderLabel::Preparing => &["prepare", "send", "arrive", "done"],
        OrderLabel::Ready => &["send", "arrive", "done"],
        OrderLabel::AwaitingPickup => &["pickup", "done"],
        OrderLabel::Shipped => &["arrive", "done"],
        OrderLabel::Delivered => &["done"],
        OrderLabel::Completed
        | OrderLabel::Cancelled
        | OrderLabel::Expired
        | OrderLabel::Undeliverable
        | OrderLabel::Returned => &[],
    }
}

fn ahead(order: &OrderView, step: &str, is_now: bool, tr: Tr) -> TimelineStep {
    let detail = &order.detail;
    let arrival = tr.range(detail.arrives_from, detail.arrives_to);
    let moment = |at| tr.moment(at, detail.zone);
    let place = detail.contact.region.split(", ").next().unwrap_or_default();
    let args: [(&str, Arg); 3] =
        [("shop", (&detail.shop_name).into()), ("service", delivery_name(detail, tr).into()), ("place", place.into())];
    let dated = |key: &str, when: String| Some(tr.t_args(key, &[("when", when.into())]));
    let words = match step {
        "pay" => detail.pay_by.and_then(|at| dated("order-step-until", moment(at))),
        "accept" => detail.confirm_by.and_then(|at| dated("order-step-until", moment(at))),
        "arrive" | "pickup" => dated("order-step-about", arrival),
        "done" => Some(match detail.complete_at.filter(|_| is_now) {
            Some(at) => tr.t_args("order-step-done-at", &[("when", moment(at).into())]),
            None => tr.t("order-step-done-lead"),
        }),
        _ => None,
    };
    let key = match (step, detail.delivery_method) {
        ("send", DeliveryMethod::SellerDelivery) => "order-step-bring".to_owned(),
        _ => format!("order-step-{step}"),
    };
    let state = if is_now { StepState::Now } else { StepState::Later };
    TimelineStep { title: tr.t_args(&key, &args), detail: words, state }
}
