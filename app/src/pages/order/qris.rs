//! Paying an order by QRIS: the code with its amount, and beside it what the payer's app has to show.

use domain::qris::Qris;
use leptos::prelude::*;
use services::orders::OrderView;

use crate::{
    islands::shop::CopyButton,
    ui::{Icon, Money, Notice, QrCode, Tone},
    viewer::tr,
};

/// The code, the payee, the amount and how to pay; a sentence where the code must not be used any more.
#[component]
pub(super) fn QrisPanel(order: OrderView) -> impl IntoView {
    let tr = tr();
    let shop = order.detail.shop_name.clone();
    let payload = order.summary.payment.qris_payload.clone();
    let Some((payload, qris)) = payload.and_then(|payload| Some((payload.clone(), payload.parse::<Qris>().ok()?)))
    else {
        let text = tr.t_args("order-qris-stopped", &[("shop", shop.into())]);
        return view! { <Notice tone=Tone::Note><p>{text}</p></Notice> }.into_any();
    };
    let amount = order.summary.payment.amount;
    let (payee, merchant) = (qris.payee().to_owned(), qris.merchant_id().to_owned());
    let check = tr.t_args("order-qris-how-check", &[("payee", (&payee).into()), ("amount", amount.into())]);
    view! {
        <section class="pay" aria-label=tr.t("order-payment-qris")>
            <div class="pay__qr">
                <p class="row"><Icon name="qr-code"/><b>"QRIS"</b></p>
                <QrCode text=payload label=tr.t_args("order-qris-label", &[("payee", (&payee).into())])/>
                <p><b>{payee}</b><br/><span class="small muted num">{format!("NMID {merchant}")}</span></p>
            </div>
            <div class="pay__info">
                <div>
                    <p class="small muted">{tr.t("order-pay-amount")}</p>
                    <p class="amount">
                        <b><Money amount=amount/></b>
                        <CopyButton text=amount.get().to_string() label=tr.t("order-copy") done=tr.t("order-copied")/>
                    </p>
                </div>
                <ol class="pay__how small">
                    <li>{tr.t("order-qris-how-scan")}</li>
                    <li>{check}</li>
                    <li>{tr.t_args("order-pay-how-wait", &[("shop", (&shop).into())])}</li>
                </ol>
                <p class="small muted">{tr.t("order-qris-same-phone")}</p>
            </div>
        </section>
    }
    .into_any()
}
