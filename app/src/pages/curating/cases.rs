//! `/kurasi/keluhan`: complaints on which seller and buyer do not agree, and one of them.

use access::{Curator, Denied};
use axum::{extract::Path, response::Response};
use domain::{
    complaint::{CaseResolution, CaseStatus},
    limits,
};
use leptos::prelude::*;
use services::{
    complaints::{self, CaseFilter, CaseView},
    curation,
};

use super::frame::CuratingFrame;
use crate::{
    forms::FormView,
    page::PageRequest,
    pages::{cases::CaseStory, selling::cases::CaseRow, storefront::view::path_with},
    ui::{
        Button, ButtonKind, Checkbox, ChoiceOption, Choices, EmptyState, ErrorSummary, Field, LinkButton, LoadMore,
        Tab, Tabs, TextArea, to,
    },
    viewer::tr,
};

/// Name of the form that decides.
pub const DECIDE_FORM: &str = "case-decide";
/// Name of the form that asks both sides something.
pub const ASK_FORM: &str = "case-ask";

const PATH: &str = "/kurasi/keluhan";
const TABS: [(&str, CaseFilter); 3] =
    [("kurator", CaseFilter::UnderReview), ("berjalan", CaseFilter::Live), ("selesai", CaseFilter::Closed)];

/// The list.
pub async fn list(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let asked = request.query("tab");
    let (tab, filter) = TABS.into_iter().find(|(tab, _)| asked.as_deref() == Some(*tab)).unwrap_or(TABS[0]);
    let from = request.query("dari");
    let page = complaints::all(services, filter, from.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let under_review = complaints::count_under_review(services).await?;
    let waiting = curation::counts(services).await?.waiting;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let tabs = TABS
            .into_iter()
            .map(|(name, filter)| Tab {
                path: format!("{PATH}?tab={name}"),
                label: tr.t(&format!("case-tab-{name}")),
                count: (filter == CaseFilter::UnderReview).then_some(under_review),
                current: name == tab,
            })
            .collect();
        let next = page.next.map(|cursor| to(&path_with(PATH, &[("tab", Some(tab)), ("dari", Some(&cursor))])));
        let is_empty = page.cases.is_empty();
        let rows = page.cases.into_iter().map(|case| view! { <CaseRow case=case path=PATH/> }).collect_view();
        view! {
            <CuratingFrame title=tr.t("case-desk-title") waiting=waiting message=message>
                <Tabs label=tr.t("case-desk-title") tabs=tabs/>
                {is_empty.then(|| view! {
                    <EmptyState icon="message-circle" title=tr.t("case-none") text=tr.t("case-none-review-lead")>
                        <LinkButton href=to("/kurasi/pengembalian") kind=ButtonKind::Secondary>
                            {tr.t("refund-queue-title")}
                        </LinkButton>
                    </EmptyState>
                })}
                <ul class="case-list">{rows}</ul>
                <LoadMore href=next/>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

/// One case.
pub async fn show(request: PageRequest, Curator(_): Curator, Path(id): Path<String>) -> Result<Response, Denied> {
    let services = request.services();
    let case = complaints::find(services, &id).await?;
    let waiting = curation::counts(services).await?.waiting;
    let decide = request.form(DECIDE_FORM).await?;
    let ask = request.form(ASK_FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let title = tr.t_args("case-title", &[("number", (&case.order).into())]);
        let lead = format!("{} · {}", case.detail.shop_name, case.detail.buyer);
        let path = format!("{PATH}/{}", case.id);
        let can_decide = case.status == CaseStatus::UnderReview;
        let is_live = case.detail.is_live;
        let mut errors = decide.summary(tr);
        errors.extend(ask.summary(tr));
        view! {
            <CuratingFrame title=title lead=lead waiting=waiting message=message>
                <ErrorSummary errors=errors/>
                <CaseStory case=case.clone() path=path.clone()/>
                {can_decide.then(|| view! { <Decide case=case path=path.clone() form=decide/> })}
                {is_live.then(|| view! { <Ask path=path form=ask/> })}
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn Decide(case: CaseView, path: String, form: FormView) -> impl IntoView {
    let tr = tr();
    let options = CaseResolution::ALL
        .iter()
        .map(|resolution| ChoiceOption {
            value: resolution.as_str().to_owned(),
            title: tr.t(&format!("case-decide-{resolution}")),
            ..ChoiceOption::default()
        })
        .collect();
    view! {
        <form method="post" action=to(&path) class="panel stack">
            <h2>{tr.t("case-decide")}</h2>
            <Choices legend=tr.t("case-decide-how") name="resolution" options=options value=form.value("resolution")
                error=form.error("resolution", tr)/>
            <Field name="amount" label=tr.t("case-amount") value=form.value("amount") error=form.error("amount", tr)
                kind="number" inputmode="numeric" prefix="Rp" optional=true hint=tr.t("case-amount-hint")/>
            {case.detail.may_restock.then(|| view! {
                <Checkbox name="restock" label=tr.t("case-restock") checked=form.is_chosen("restock", "1")/>
            })}
            <TextArea name="reason" label=tr.t("case-why") hint=tr.t("case-why-hint") value=form.value("reason")
                error=form.error("reason", tr) maxlength=*limits::REASON.end()/>
            <Button kind=ButtonKind::Primary block=true>{tr.t("case-decide-send")}</Button>
        </form>
    }
}

#[component]
fn Ask(path: String, form: FormView) -> impl IntoView {
    let tr = tr();
    view! {
        <form method="post" action=to(&format!("{path}/pesan")) class="stack">
            <TextArea name="text" label=tr.t("case-ask") rows=3 value=form.value("text") error=form.error("text", tr)
                maxlength=*limits::CASE_TEXT.end()/>
            <Button kind=ButtonKind::Secondary>{tr.t("case-write-send")}</Button>
        </form>
    }
}
