//! How to pay an order: by transfer with the account and the exact amount, by QRIS, or in cash at hand-over.

use domain::{fulfilment::DeliveryMethod, label::OrderLabel, payment::PaymentMethod};
use leptos::prelude::*;
use services::orders::{BankView, OrderView};

use super::{proof::Proof, qris::QrisPanel};
use crate::{
    forms::FormView,
    islands::shop::CopyButton,
    ui::{ButtonKind, Icon, LinkButton, Money, Notice, Tone},
    viewer::tr,
};

/// What the buyer has to do about the money; nothing when there is nothing to do.
#[component]
pub(super) fn PaymentPanel(
    order: OrderView,
    /// The form for a proof, when it was refused.
    form: FormView,
) -> impl IntoView {
    let payment = &order.summary.payment;
    let waits = order.detail.label == OrderLabel::AwaitingPayment;
    match (payment.method, payment.bank.clone()) {
        // While it is looked at, nothing invites to pay a second time.
        _ if order.detail.label == OrderLabel::ProofSubmitted => view! { <Proof order=order form=form/> }.into_any(),
        (PaymentMethod::Transfer, Some(bank)) if waits => {
            view! { <TransferPanel order=order.clone() bank=bank/><Proof order=order form=form/> }.into_any()
        }
        (PaymentMethod::Qris, _) if waits => {
            view! { <QrisPanel order=order.clone()/><Proof order=order form=form/> }.into_any()
        }
        (PaymentMethod::Stripe, _) if waits => view! { <CardPanel order=order/> }.into_any(),
        (PaymentMethod::Cod, _) if is_cash_due(order.detail.label) => view! { <CashNotice order=order/> }.into_any(),
        _ => ().into_any(),
    }
}

const fn is_cash_due(label: OrderLabel) -> bool {
    matches!(
        label,
        OrderLabel::AwaitingSeller
            | OrderLabel::Preparing
            | OrderLabel::Ready
            | OrderLabel::AwaitingPickup
            | OrderLabel::Shipped
    )
}

#[component]
fn TransferPanel(order: OrderView, bank: BankView) -> impl IntoView {
    let tr = tr();
    let (summary, detail) = (&order.summary, &order.detail);
    let amount = summary.payment.amount;
    let digits: String = bank.account.chars().filter(char::is_ascii_digit).collect();
    let code = detail.unique_code.map(|code| {
        let code = domain::money::Rupiah::new(code);
        view! { <p class="small">{tr.t_args("order-pay-unique-code", &[("code", code.into())])}</p> }
    });
    view! {
        <section class="pay" aria-label=tr.t("order-payment-transfer")>
            <div class="pay__bank">
                <p class="row small muted"><Icon name="landmark"/>{tr.t("order-payment-transfer")}</p>
                <p><b>{bank.bank}</b></p>
                <p class="amount">
                    <b class="num">{bank.account}</b>
                    <CopyButton text=digits label=tr.t("order-copy") done=tr.t("order-copied")/>
                </p>
                <p class="small">{tr.t_args("order-pay-holder", &[("name", bank.holder.into())])}</p>
            </div>
            <div class="pay__info">
                <div>
                    <p class="small muted">{tr.t("order-pay-amount")}</p>
                    <p class="amount">
                        <b><Money amount=amount/></b>
                        <CopyButton text=amount.get().to_string() label=tr.t("order-copy") done=tr.t("order-copied")/>
                    </p>
                    {code}
                </div>
                <ol class="pay__how small">
                    <li>{tr.t("order-pay-how-transfer")}</li>
                    <li>{tr.t("order-pay-how-exact")}</li>
                    <li>{tr.t_args("order-pay-how-wait", &[("shop", (&detail.shop_name).into())])}</li>
                </ol>
            </div>
        </section>
    }
}

/// A card is charged on the provider's page, for the whole checkout at once.
#[component]
pub(super) fn CardPanel(order: OrderView) -> impl IntoView {
    let tr = tr();
    let (payment, detail) = (&order.summary.payment, &order.detail);
    let total = detail.pay_together;
    let several = total != payment.amount;
    let pay = match payment.checkout_url.clone() {
        Some(url) => view! {
            <LinkButton href=url kind=ButtonKind::Primary block=true icon="credit-card">{tr.t("order-card-pay")}</LinkButton>
        }
        .into_any(),
        None => view! { <p role="status">{tr.t("order-card-wait")}</p> }.into_any(),
    };
    view! {
        <section class="pay" id="kartu" aria-label=tr.t("order-payment-stripe")>
            <div class="pay__info">
                <div>
                    <p class="small muted">{tr.t("order-pay-amount")}</p>
                    <p class="amount"><b><Money amount=total/></b></p>
                    {several.then(|| view! { <p class="small">{tr.t("order-card-all")}</p> })}
                </div>
                {pay}
                <p class="small muted">{tr.t("order-card-how")}</p>
            </div>
        </section>
    }
}

#[component]
fn CashNotice(order: OrderView) -> impl IntoView {
    let tr = tr();
    let detail = &order.detail;
    let is_pickup = detail.delivery_method == DeliveryMethod::Pickup;
    let amount = order.summary.payment.amount;
    let lead = if is_pickup { "order-cash-pickup" } else { "order-cash-delivery" };
    let place = format!("{}, {}", detail.shop_name, detail.shop_street);
    let how = if is_pickup {
        tr.t_args("order-cash-pickup-place", &[("place", place.into()), ("hours", (&detail.opening_hours).into())])
    } else {
        tr.t("order-cash-delivery-lead")
    };
    let headline = tr.t_args(lead, &[("amount", amount.into())]);
    view! {
        <Notice tone=Tone::Info icon="banknote">
            <p><b>{headline}</b></p>
            <p>{how}</p>
        </Notice>
    }
}
