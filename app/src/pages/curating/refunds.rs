//! `/kurasi/pengembalian`: refunds that need a second person, and those that were promised and did not arrive.

pub mod begin;

use access::{Curator, Denied};
use axum::response::Response;
use domain::limits;
use leptos::prelude::*;
use services::{curation, refunds, refunds::RefundView};

use super::frame::CuratingFrame;
use crate::{
    forms::{RefusedForm, field_id},
    page::PageRequest,
    pages::{cases::RefundCard, storefront::view::path_with},
    ui::{Button, ButtonKind, EmptyState, ErrorSummary, Icon, LinkButton, LoadMore, SectionHead, TextArea, to},
    viewer::tr,
};

/// Name of the forms of the page.
pub const FORM: &str = "refund-second-person";

const PATH: &str = "/kurasi/pengembalian";

/// Name of the form that declines that refund; also its id.
#[must_use]
pub fn decline_form(refund: &str) -> String {
    format!("tolak-{refund}")
}

/// The page.
pub async fn show(request: PageRequest, Curator(me): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let from = request.query("dari");
    let page = refunds::waiting(services, from.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let refused = refunds::failed(services).await?;
    let waiting = curation::counts(services).await?.waiting;
    let form = request.form(FORM).await?;
    let declined = request.refused_form().await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let next = page.next.map(|cursor| to(&path_with(PATH, &[("dari", Some(&cursor))])));
        let is_empty = page.refunds.is_empty();
        let mut errors = form.summary(tr);
        errors.extend(declined.summary(tr));
        let rows = page
            .refunds
            .into_iter()
            .map(|refund| {
                let is_own = refund.detail.requested_by == Some(me.id);
                view! { <Waiting refund=refund is_own=is_own forms=declined.clone()/> }
            })
            .collect_view();
        let actions = view! {
            <LinkButton href=to(begin::PATH) kind=ButtonKind::Secondary>{tr.t("refund-begin-title")}</LinkButton>
        }
        .into_any();
        let has_refused = !refused.is_empty();
        let refused = refused.into_iter().map(|refund| view! { <Refused refund=refund/> }).collect_view();
        view! {
            <CuratingFrame title=tr.t("refund-queue-title") lead=tr.t("refund-queue-lead") waiting=waiting message=message
                actions=Some(actions)>
                <ErrorSummary errors=errors/>
                {is_empty.then(|| view! {
                    <EmptyState icon="circle-check" title=tr.t("refund-queue-none") text=tr.t("refund-queue-none-lead")>
                        <LinkButton href=to("/kurasi/keluhan") kind=ButtonKind::Secondary>
                            {tr.t("case-desk-title")}
                        </LinkButton>
                    </EmptyState>
                })}
                <ul class="case-list">{rows}</ul>
                <LoadMore href=next/>
                {has_refused.then(|| view! {
                    <section class="stack">
                        <SectionHead title=tr.t("refund-refused-title") text=tr.t("refund-refused-lead")/>
                        <ul class="case-list">{refused}</ul>
                    </section>
                })}
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

/// Who asks, for which order.
fn about(refund: &RefundView) -> String {
    let detail = &refund.detail;
    let who = tr().t(&format!("case-by-{}", detail.requested_as));
    let who = detail.requester.as_ref().map_or_else(|| who.clone(), |name| format!("{name} ({who})"));
    format!("{} · {} · {who}", refund.order, detail.shop_name)
}

#[component]
fn Waiting(refund: RefundView, is_own: bool, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let about = about(&refund);
    let path = format!("{PATH}/{}", refund.id);
    let name = decline_form(&refund.id);
    let form = forms.get(&name);
    view! {
        <li class="panel stack">
            <p class="small muted">{about}</p>
            <RefundCard refund=refund/>
            {if is_own {
                view! { <p class="small">{tr.t("refund-own")}</p> }.into_any()
            } else {
                view! {
                    <form method="post" action=to(&format!("{path}/setujui"))>
                        <Button kind=ButtonKind::Primary>{tr.t("refund-approve")}</Button>
                    </form>
                }
                .into_any()
            }}
            <details class="desk-reason" id=name open=form.is_refused()>
                <summary><Icon name="chevron-down"/>{tr.t("refund-decline")}</summary>
                <form method="post" action=to(&format!("{path}/tolak")) class="stack">
                    <TextArea name="reason" id=field_id("reason", &name) label=tr.t("desk-reason") rows=2
                        value=form.value("reason") error=form.error("reason", tr) maxlength=*limits::REASON.end()/>
                    <Button kind=ButtonKind::Danger>{tr.t("refund-decline-yes")}</Button>
                </form>
            </details>
        </li>
    }
}

#[component]
fn Refused(refund: RefundView) -> impl IntoView {
    let about = about(&refund);
    let path = format!("{PATH}/{}/ulangi", refund.id);
    view! {
        <li class="panel stack">
            <p class="small muted">{about}</p>
            <RefundCard refund=refund/>
            <form method="post" action=to(&path)>
                <Button kind=ButtonKind::Secondary>{tr().t("refund-retry")}</Button>
            </form>
        </li>
    }
}
