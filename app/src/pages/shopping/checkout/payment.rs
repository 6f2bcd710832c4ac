//! How each shop is paid. A way that is not possible says why.

use domain::{fulfilment::DeliveryMethod, payment::PaymentMethod};
use leptos::prelude::*;

use super::{fields::payment_field, part::Part};
use crate::{
    forms::{FormView, sentence},
    ui::{ChoiceOption, Choices},
    viewer::tr,
};

/// The ways to pay, as they are listed.
const WAYS: [PaymentMethod; 4] =
    [PaymentMethod::Qris, PaymentMethod::Transfer, PaymentMethod::Cod, PaymentMethod::Stripe];

#[component]
pub(super) fn Payments(parts: Vec<Part>, form: FormView) -> impl IntoView {
    let tr = tr();
    if parts.is_empty() {
        return ().into_any();
    }
    let by_card = parts.iter().all(|part| part.takes(PaymentMethod::Stripe));
    let how = (parts.len() > 1).then(|| tr.t(if by_card { "checkout-pay-each-or-card" } else { "checkout-pay-each" }));
    let shops = parts
        .into_iter()
        .map(|part| {
            let name = payment_field(&part.shop.slug);
            let chosen = part.payment.map(PaymentMethod::as_str).unwrap_or_default();
            let options = WAYS.iter().filter(|way| is_named(&part, **way)).map(|way| card(&part, *way)).collect();
            let legend = tr.t_args("checkout-pay-to", &[("shop", part.shop.name.into())]);
            let error = form.error(&name, tr);
            view! { <Choices legend=legend name=name options=options value=chosen error=error/> }
        })
        .collect_view();
    view! {
        <section class="form-step" id="bayar">
            <h2>{tr.t("checkout-payment")}</h2>
            {how.map(|how| view! { <p class="muted small">{how}</p> })}
            {shops}
        </section>
    }
    .into_any()
}

/// Cards are not spoken of where nobody collects.
fn is_named(part: &Part, way: PaymentMethod) -> bool {
    way.is_direct() || part.takes(way)
}

fn card(part: &Part, way: PaymentMethod) -> ChoiceOption {
    let tr = tr();
    let (title, detail) = match way {
        PaymentMethod::Qris => ("checkout-qris", "checkout-qris-detail"),
        PaymentMethod::Transfer => ("checkout-transfer", "checkout-transfer-detail"),
        PaymentMethod::Stripe => ("checkout-card", "checkout-card-detail"),
        PaymentMethod::Cod => ("checkout-cash", cash_detail(part)),
    };
    let takes = part.takes(way);
    let why = || match part.refusal(way) {
        Some(refusal) => sentence(&refusal.at("", &part.shop.name), tr),
        None => tr.t_args("error-payment-unavailable", &[("shop", part.shop.name.as_str().into())]),
    };
    ChoiceOption {
        value: way.as_str().to_owned(),
        title: tr.t(title),
        price: None,
        detail: Some(if takes { tr.t(detail) } else { why() }),
        disabled: !takes,
    }
}

/// When cash is handed over, and with which ways to get the goods.
fn cash_detail(part: &Part) -> &'static str {
    let with = |method: DeliveryMethod| {
        let mut options = part.options.iter();
        options.any(|option| option.method == method && option.payments.contains(&PaymentMethod::Cod))
    };
    match (with(DeliveryMethod::Courier), with(DeliveryMethod::SellerDelivery)) {
        (true, _) => "checkout-cash-courier",
        (false, true) => "checkout-cash-seller",
        (false, false) => "checkout-cash-pickup",
    }
}
