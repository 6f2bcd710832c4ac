//! `/jual/keluhan`: complaints about the orders of a seller's shops, and one of them.

use access::{Denied, Seller};
use axum::{extract::Path, response::Response};
use domain::{
    complaint::CaseResolution,
    fulfilment::{DeliveryMethod, FulfilmentEvent, FulfilmentStatus},
    limits,
};
use leptos::prelude::*;
use services::{
    complaints::{self, CaseFilter, CasePage, CaseView, ReplacementStep},
    fulfilment,
};

use super::frame::{DeskFrame, scope};
use crate::{
    forms::FormView,
    page::PageRequest,
    pages::{
        cases::{CaseBadge, CaseStory},
        storefront::view::path_with,
    },
    ui::{
        Button, ButtonKind, Checkbox, EmptyState, ErrorSummary, Field, Icon, LinkButton, LoadMore, Select,
        SelectOption, Tab, Tabs, TextArea, to,
    },
    viewer::tr,
};

/// Name of the form by which goods are sent again.
pub const AGAIN_FORM: &str = "case-again";

/// Name of the form that answers a case.
pub const REPLY_FORM: &str = "case-reply";

const PATH: &str = "/jual/keluhan";
const CLOSED: &str = "selesai";

/// The list.
///
/// # Errors
/// Not a seller; a bad cursor; or the database is not available.
pub async fn list(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let is_closed = request.query("tab").as_deref() == Some(CLOSED);
    let filter = if is_closed { CaseFilter::Closed } else { CaseFilter::Live };
    let from = request.query("dari");
    let page = complaints::of_shops(services, scope, filter, from.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let open = complaints::count_open(services, scope).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let tab =
            |path: &str, key: &str, count, current| Tab { path: path.to_owned(), label: tr.t(key), count, current };
        let tabs = vec![
            tab(PATH, "case-tab-live", Some(open), !is_closed),
            tab(&format!("{PATH}?tab={CLOSED}"), "case-tab-closed", None, is_closed),
        ];
        view! {
            <DeskFrame title=tr.t("case-desk-title") counts=counts message=message>
                <h1>{tr.t("case-desk-title")}</h1>
                <Tabs label=tr.t("case-desk-title") tabs=tabs/>
                <Cases page=page tab=is_closed.then_some(CLOSED)/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn Cases(page: CasePage, #[prop(optional_no_strip)] tab: Option<&'static str>) -> impl IntoView {
    let tr = tr();
    if page.cases.is_empty() {
        return view! {
            <EmptyState icon="message-circle" title=tr.t("case-none") text=tr.t("case-none-lead")>
                <LinkButton href=to("/jual") kind=ButtonKind::Secondary>{tr.t("nav-today")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let next = page.next.map(|cursor| to(&path_with(PATH, &[("tab", tab), ("dari", Some(&cursor))])));
    let rows = page.cases.into_iter().map(|case| view! { <CaseRow case=case path=PATH/> }).collect_view();
    view! { <ul class="case-list">{rows}</ul><LoadMore href=next/> }.into_any()
}

/// A case in a list.
#[component]
pub(in crate::pages) fn CaseRow(case: CaseView, path: &'static str) -> impl IntoView {
    let tr = tr();
    let about = format!("{} · {} · {}", case.order, case.detail.shop_name, case.detail.buyer);
    let until = tr.t_args("case-answer-by", &[("when", tr.moment(case.detail.reply_by, case.detail.zone).into())]);
    let waits = case.status == domain::complaint::CaseStatus::Open;
    view! {
        <li class="panel stack gap-1">
            <p class="row row--between">
                <a href=to(&format!("{path}/{}", case.id))><b>{tr.t(&format!("case-reason-{}", case.reason))}</b></a>
                <CaseBadge status=case.status/>
            </p>
            <p>{case.text}</p>
            <p class="small muted">{about}</p>
            {waits.then(|| view! { <p class="small">{until}</p> })}
        </li>
    }
}

/// One case.
///
/// # Errors
/// Not a seller; not a case of theirs; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller, Path(id): Path<String>) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let case = complaints::find_of_shops(services, scope, &id).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let form = request.form(REPLY_FORM).await?;
    let again_form = request.form(AGAIN_FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let title = tr.t_args("case-title", &[("number", (&case.order).into())]);
        let order = format!("/jual/pesanan/{}", case.order);
        let path = format!("{PATH}/{}", case.id);
        let is_live = case.detail.is_live;
        let (method, service) = (case.detail.delivery_method, case.detail.service_name.clone());
        let may_restock = case.detail.may_restock;
        let again = case.replacement.as_ref().map(|again| again.status);
        let mut errors = form.summary(tr);
        errors.extend(again_form.summary(tr));
        view! {
            <DeskFrame title=title.clone() counts=counts message=message>
                <p><a class="back-link" href=to(PATH)><Icon name="chevron-left"/>{tr.t("case-desk-title")}</a></p>
                <h1>{title}</h1>
                <p><a href=to(&order)>{tr.t("case-see-order")}</a></p>
                <ErrorSummary errors=errors/>
                <CaseStory case=case.clone() path=path.clone()/>
                {again.map(|status| view! {
                    <SendAgain status=status method=method may_restock=may_restock service=service path=path.clone()
                        form=again_form/>
                })}
                {is_live.then(|| view! { <Answer case=case path=path form=form/> })}
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn Answer(case: CaseView, path: String, form: FormView) -> impl IntoView {
    let tr = tr();
    let may_offer = case.status != domain::complaint::CaseStatus::UnderReview;
    let mut options = vec![SelectOption::new("", tr.t("case-offer-none"))];
    options.extend(
        [CaseResolution::Refund, CaseResolution::Replacement]
            .map(|offer| SelectOption::new(offer.as_str(), tr.t(&format!("case-offer-choice-{offer}")))),
    );
    view! {
        <form method="post" action=to(&path) class="panel stack">
            <h2>{tr.t("case-answer")}</h2>
            <TextArea name="text" label=tr.t("case-answer-text") value=form.value("text") error=form.error("text", tr)
                maxlength=*limits::CASE_TEXT.end()/>
            {may_offer.then(|| view! {
                <Select name="offer" label=tr.t("case-offer") options=options value=form.value("offer")
                    error=form.error("offer", tr) hint=tr.t("case-offer-hint")/>
                <Field name="amount" label=tr.t("case-amount") value=form.value("amount") error=form.error("amount", tr)
                    kind="number" inputmode="numeric" prefix="Rp" optional=true/>
            })}
            <Button kind=ButtonKind::Primary block=true>{tr.t("case-answer-send")}</Button>
        </form>
    }
}

/// What the shop does next with goods that are sent again; only what can be done now, by the way that the order went.
#[component]
fn SendAgain(
    status: FulfilmentStatus,
    method: DeliveryMethod,
    /// Whether a piece is not food, so that it may be sold again.
    may_restock: bool,
    /// The courier of the order.
    service: String,
    path: String,
    form: FormView,
) -> impl IntoView {
    let tr = tr();
    let path = to(&format!("{path}/pengganti"));
    let can = |event| status.transition(event, method).is_ok();
    let (can_pack, can_ship) = (can(FulfilmentEvent::Ready), can(FulfilmentEvent::Ship));
    let can_deliver = can(FulfilmentEvent::Deliver);
    let ends = [
        (can(FulfilmentEvent::Cancel), ReplacementStep::CallOff),
        (status == FulfilmentStatus::Shipped, ReplacementStep::Fail),
    ];
    if !(can_pack || can_ship || can_deliver) {
        return ().into_any();
    }
    let step = |step: ReplacementStep| {
        view! { <input type="hidden" name="step" value=step.as_str()/> }
    };
    let is_pickup = method == DeliveryMethod::Pickup;
    let (packed, handed) = if is_pickup {
        ("case-again-do-await", "case-again-do-hand-over")
    } else {
        ("case-again-do-ready", "case-again-do-deliver")
    };
    let carrier = (method == DeliveryMethod::Courier).then(|| {
        view! {
            <Field name="courier" label=tr.t("order-fact-courier") value=form.value_or("courier", &service)
                error=form.error("courier", tr) maxlength=*limits::COURIER.end() autocomplete="off"/>
            <Field name="tracking" label=tr.t("order-fact-tracking") value=form.value("tracking")
                error=form.error("tracking", tr) hint=tr.t("desk-tracking-hint") maxlength=*limits::TRACKING.end()
                autocomplete="off"/>
        }
    });
    view! {
        <section class="panel stack">
            <h2>{tr.t("case-again-title")}</h2>
            {can_pack.then(|| view! {
                <form method="post" action=path.clone()>
                    {step(ReplacementStep::Ready)}
                    <Button kind=if is_pickup { ButtonKind::Primary } else { ButtonKind::Secondary } block=true>
                        {tr.t(packed)}
                    </Button>
                </form>
            })}
            {can_ship.then(|| view! {
                <form method="post" action=path.clone() class="stack">
                    {step(ReplacementStep::Ship)}
                    {carrier}
                    <Button kind=ButtonKind::Primary block=true>{tr.t("case-again-do-ship")}</Button>
                </form>
            })}
            {can_deliver.then(|| view! {
                <form method="post" action=path.clone()>
                    {step(ReplacementStep::Deliver)}
                    <Button kind=ButtonKind::Primary block=true>{tr.t(handed)}</Button>
                </form>
            })}
            {ends.into_iter().filter(|(can, _)| *can).map(|(_, end)| view! {
                <Ending step=end path=path.clone() may_restock=may_restock form=form.clone()/>
            }).collect_view()}
        </section>
    }
    .into_any()
}

/// Goods are not sent again after all, or have not arrived.
#[component]
fn Ending(step: ReplacementStep, path: String, may_restock: bool, form: FormView) -> impl IntoView {
    let tr = tr();
    let is_lost = step == ReplacementStep::Fail;
    let key = if is_lost { "case-again-lost" } else { "case-again-off" };
    view! {
        <details class="desk-reason" open=form.is_refused() && form.value("step") == step.as_str()>
            <summary><Icon name="chevron-down"/>{tr.t(key)}</summary>
            <form method="post" action=path class="stack">
                <input type="hidden" name="step" value=step.as_str()/>
                <p class="small muted">{tr.t("case-again-ends-hint")}</p>
                <TextArea name="reason" label=tr.t("desk-reason") rows=2 value=form.value("reason")
                    error=form.error("reason", tr) maxlength=*limits::REASON.end()/>
                {(is_lost && may_restock).then(|| view! { <Checkbox name="restock" label=tr.t("case-again-whole")/> })}
                <Button kind=ButtonKind::Danger>{tr.t(&format!("{key}-do"))}</Button>
            </form>
        </details>
    }
}
