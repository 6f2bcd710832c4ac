//! What happens next with an order, in a headline and one sentence.

use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    label::OrderLabel,
};
use services::orders::OrderView;
use text::{Arg, Tr};

/// Headline and sentence.
pub(super) fn next(order: &OrderView, tr: Tr) -> (String, String) {
    let detail = &order.detail;
    let label = detail.label;
    let until = match label {
        OrderLabel::AwaitingPayment => detail.pay_by,
        OrderLabel::AwaitingSeller => detail.confirm_by,
        OrderLabel::Delivered => detail.complete_at,
        _ => None,
    };
    let args: [(&str, Arg); 7] = [
        ("shop", (&detail.shop_name).into()),
        ("amount", order.summary.payment.amount.into()),
        ("until", until.map(|at| tr.moment(at, detail.zone)).unwrap_or_default().into()),
        ("arrival", tr.range(detail.arrives_from, detail.arrives_to).into()),
        ("street", (&detail.shop_street).into()),
        ("hours", (&detail.opening_hours).into()),
        // The sentence around it brings its own full stop.
        ("reason", detail.cancel_reason.as_deref().unwrap_or_default().trim_end_matches('.').into()),
    ];
    let needs_date = matches!(label, OrderLabel::AwaitingPayment | OrderLabel::AwaitingSeller | OrderLabel::Delivered);
    let headline = format!("order-next-{label}");
    let lead = match label {
        _ if needs_date && until.is_none() => "order-next-soon-lead".to_owned(),
        OrderLabel::Cancelled if order.summary.fulfilment == FulfilmentStatus::Undeliverable => {
            "order-next-cancelled-refused-lead".to_owned()
        }
        OrderLabel::Preparing if detail.delivery_method == DeliveryMethod::Pickup => {
            "order-next-preparing-pickup-lead".to_owned()
        }
        OrderLabel::Cancelled => cancelled_lead(detail.cancel_reason.as_deref()).to_owned(),
        _ => format!("{headline}-lead"),
    };
    // A card pays all shops of the checkout, on a page of its own.
    let by_card = label == OrderLabel::AwaitingPayment && !order.summary.payment.method.is_direct();
    let headline = if by_card { "order-card-pay".to_owned() } else { headline };
    (tr.t_args(&headline, &args), tr.t_args(&lead, &args))
}

/// The buyer's own step, the timer's, or words of the seller.
fn cancelled_lead(reason: Option<&str>) -> &'static str {
    match reason {
        Some("buyer_cancelled") | None => "order-next-cancelled-by-buyer-lead",
        Some("seller_no_answer") => "order-next-cancelled-unanswered-lead",
        Some(_) => "order-next-cancelled-by-seller-lead",
    }
}
