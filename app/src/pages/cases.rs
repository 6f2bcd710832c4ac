//! What pages of cases and refunds have in common, for buyers, sellers and curators.

mod refund_form;
mod story;

use domain::{complaint::CaseStatus, refund::RefundStatus};
use leptos::prelude::*;
pub(super) use refund_form::RefundForm;
use services::refunds::RefundView;
pub(super) use story::CaseStory;

use crate::{
    ui::{Badge, Facts, Tone},
    viewer::tr,
};

/// Where a case stands.
#[component]
pub(super) fn CaseBadge(status: CaseStatus) -> impl IntoView {
    let tone = match status {
        CaseStatus::Open | CaseStatus::UnderReview => Tone::Note,
        CaseStatus::SellerReplied => Tone::Info,
        CaseStatus::Resolved => Tone::Good,
        CaseStatus::Withdrawn => Tone::Plain,
    };
    view! { <Badge tone=tone label=tr().t(&format!("case-status-{status}"))/> }
}

/// Where a refund stands.
#[component]
pub(super) fn RefundBadge(status: RefundStatus) -> impl IntoView {
    let tone = match status {
        RefundStatus::Requested => Tone::Note,
        RefundStatus::Approved | RefundStatus::Sent => Tone::Info,
        RefundStatus::Succeeded => Tone::Good,
        RefundStatus::Failed => Tone::Bad,
    };
    view! { <Badge tone=tone label=tr().t(&format!("refund-status-{status}"))/> }
}

/// A refund: how much, why, for what, and what can be done about it.
#[component]
pub(super) fn RefundCard(
    refund: RefundView,
    /// Buttons and forms below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let tr = tr();
    let detail = &refund.detail;
    let mut rows = vec![
        (tr.t("refund-fact-way"), tr.t(&format!("refund-way-{}", refund.method))),
        (tr.t("refund-fact-asked"), tr.moment(detail.requested_at, detail.zone)),
    ];
    rows.extend(refund.items.iter().map(|item| {
        let name = if item.variant_name.is_empty() {
            item.name.clone()
        } else {
            format!("{}, {}", item.name, item.variant_name)
        };
        (format!("{} × {name}", item.pieces), item.amount.to_string())
    }));
    if refund.shipping.get() > 0 {
        rows.push((tr.t("refund-fact-shipping"), refund.shipping.to_string()));
    }
    if refund.goodwill.get() > 0 {
        rows.push((tr.t("refund-fact-goodwill"), refund.goodwill.to_string()));
    }
    rows.extend(refund.reference.clone().map(|reference| (tr.t("refund-fact-reference"), reference)));
    // A cancellation gives a code where people give a sentence.
    let reason = tr.try_t(&format!("refund-reason-{}", refund.reason)).unwrap_or_else(|| refund.reason.clone());
    view! {
        <div class="stack gap-1" id=refund.id.clone()>
            <p class="row row--between"><b>{refund.amount.to_string()}</b><RefundBadge status=refund.status/></p>
            <p class="pre">{reason}</p>
            <Facts rows=rows/>
            {children.map(|children| children())}
        </div>
    }
}
