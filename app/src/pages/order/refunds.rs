//! What goes back of an order, from the buyer's side.

use leptos::prelude::*;
use services::refunds::RefundView;

use crate::{
    pages::cases::RefundCard,
    ui::{Button, ButtonKind, Panel, to},
    viewer::tr,
};

/// Refunds of the order at `path`; nothing when there are none.
#[component]
pub(super) fn Refunds(refunds: Vec<RefundView>, path: String) -> impl IntoView {
    let tr = tr();
    if refunds.is_empty() {
        return ().into_any();
    }
    let cards = refunds
        .into_iter()
        .map(|refund| {
            let below = format!("{path}/pengembalian/{}", refund.id);
            let (can_confirm, has_proof) = (refund.detail.can_confirm, refund.detail.has_proof);
            view! {
                <RefundCard refund=refund>
                    {has_proof.then(|| view! { <p><a href=to(&format!("{below}/bukti"))>{tr.t("refund-proof")}</a></p> })}
                    {can_confirm.then(|| view! {
                        <form method="post" action=to(&format!("{below}/terima"))>
                            <Button kind=ButtonKind::Secondary>{tr.t("refund-received")}</Button>
                        </form>
                    })}
                </RefundCard>
            }
        })
        .collect_view();
    view! { <Panel title=tr.t("refund-title")>{cards}</Panel> }.into_any()
}
