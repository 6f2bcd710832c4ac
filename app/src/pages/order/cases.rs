//! `/pesanan/{token}/keluhan`: what is wrong with an order, from the buyer's side.

use access::Denied;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use domain::{
    complaint::{CaseReason, CaseStatus},
    fulfilment::FulfilmentStatus,
    limits,
    time::Timestamp,
};
use http::{HeaderValue, header::REFERRER_POLICY};
use leptos::prelude::*;
use services::{
    complaints::{self, CaseView},
    orders::{self, OrderItem, OrderView},
};

use super::parts::full_name;
use crate::{
    forms::{FormView, RefusedForm, field_id},
    layout::StoreLayout,
    page::PageRequest,
    pages::cases::CaseStory,
    ui::{
        Button, ButtonKind, EmptyState, ErrorSummary, Field, Icon, LinkButton, PageHead, Select, SelectOption,
        TextArea, Toast, to,
    },
    viewer::tr,
};

/// Name of the form that opens a case.
pub const OPEN_FORM: &str = "case-open";
/// Name of the form that adds words to that case; also its id.
#[must_use]
pub fn write_form(case: &str) -> String {
    format!("tulis-{case}")
}

/// Name of the form that adds a photo to that case; also its id.
#[must_use]
pub fn photo_form(case: &str) -> String {
    format!("foto-{case}")
}

/// Field of the number of pieces of a line.
#[must_use]
pub fn pieces_field(variant: &str) -> String {
    format!("pieces-{variant}")
}

/// The page.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path(token): Path<String>) -> Result<Response, Denied> {
    let services = request.services();
    let order = orders::by_token(services, &token).await?;
    let cases = complaints::by_token(services, &token).await?;
    let (status, fulfilment, detail) = (order.summary.status, order.summary.fulfilment, &order.detail);
    let can_open = complaints::can_open(status, fulfilment, detail.arrives_to, detail.zone, services.now());
    let open = request.form(OPEN_FORM).await?;
    let threads = request.refused_form().await?;
    let (late, now) = (complaints::wait_days(services).await?, services.now());
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let title = tr.t_args("case-title", &[("number", (&order.summary.number).into())]);
        let mut errors = open.summary(tr);
        errors.extend(threads.summary(tr));
        let path = format!("/pesanan/{}", order.summary.token);
        let is_empty = cases.is_empty() && !can_open;
        let base = format!("{path}/keluhan");
        let threads = cases
            .into_iter()
            .map(|case| {
                let ask_from = case.replacement.as_ref().and_then(|again| again.late_from(late));
                view! { <Thread case=case ask_from=ask_from now=now base=base.clone() forms=threads.clone()/> }
            })
            .collect_view();
        view! {
            <PageHead title=title.clone() private=true/>
            <StoreLayout>
                <div class="wrap wrap--narrow section stack gap-3">
                    <Toast message=message/>
                    <p><a class="back-link" href=to(&path)><Icon name="chevron-left"/>{tr.t("case-back")}</a></p>
                    <h1>{title}</h1>
                    <ErrorSummary errors=errors/>
                    {threads}
                    {can_open.then(|| view! { <Open order=order.clone() path=base.clone() form=open/> })}
                    {is_empty.then(|| view! {
                        <EmptyState icon="message-circle" title=tr.t("case-too-early") text=tr.t("case-too-early-lead")>
                            <LinkButton href=to(&path) kind=ButtonKind::Secondary>{tr.t("case-back")}</LinkButton>
                        </EmptyState>
                    })}
                </div>
            </StoreLayout>
        }
    };
    let response = request.render(view).await;
    // The address is the key to the order, so no other site learns it.
    Ok(([(REFERRER_POLICY, HeaderValue::from_static("same-origin"))], response).into_response())
}

/// The form that opens a case.
#[component]
fn Open(order: OrderView, path: String, form: FormView) -> impl IntoView {
    let tr = tr();
    let reasons =
        CaseReason::ALL.iter().map(|reason| SelectOption::new(reason.as_str(), tr.t(&format!("case-reason-{reason}"))));
    let mut options = vec![SelectOption::new("", tr.t("case-choose"))];
    options.extend(reasons);
    let lines = order.items.into_iter().map(|item| view! { <Pieces item=item form=form.clone()/> }).collect_view();
    view! {
        <form method="post" action=to(&path) class="panel stack">
            <h2>{tr.t("case-open")}</h2>
            <p class="muted">{tr.t("case-open-lead")}</p>
            <fieldset class="field stack gap-1" id="lines">
                <legend class="label">{tr.t("case-which")}</legend>
                {crate::ui::field::error_line("lines", form.error("lines", tr).as_deref())}
                {lines}
            </fieldset>
            <Select name="reason" label=tr.t("case-what") options=options value=form.value("reason")
                error=form.error("reason", tr)/>
            <TextArea name="text" label=tr.t("case-tell") hint=tr.t("case-tell-hint") value=form.value("text")
                error=form.error("text", tr) maxlength=*limits::CASE_TEXT.end()/>
            <p class="small muted">{tr.t("case-photos-after")}</p>
            <Button kind=ButtonKind::Primary block=true>{tr.t("case-send")}</Button>
        </form>
    }
}

#[component]
fn Pieces(item: OrderItem, form: FormView) -> impl IntoView {
    let tr = tr();
    let name = pieces_field(&item.variant);
    let suffix = tr.t_args("case-of", &[("n", item.quantity.into())]);
    view! {
        <Field name=name.clone() label=full_name(&item) value=form.value_or(&name, "0") kind="number" inputmode="numeric"
            suffix=suffix error=form.error(&name, tr)/>
    }
}

/// A case and what its buyer can do about it.
#[component]
fn Thread(
    case: CaseView,
    /// From when the buyer may ask the curator about goods that are to come.
    ask_from: Option<Timestamp>,
    now: Timestamp,
    base: String,
    forms: RefusedForm,
) -> impl IntoView {
    let tr = tr();
    let (write, photo) = (write_form(&case.id), photo_form(&case.id));
    let (written, shown) = (forms.get(&write), forms.get(&photo));
    let photo_id = field_id("photo", &photo);
    let path = format!("{base}/{}", case.id);
    let (is_live, zone) = (case.detail.is_live, case.detail.zone);
    let can_accept = case.status == CaseStatus::SellerReplied && case.offer.is_some();
    let can_escalate = matches!(case.status, CaseStatus::Open | CaseStatus::SellerReplied);
    let until = tr.t_args("case-answer-by", &[("when", tr.moment(case.detail.reply_by, case.detail.zone).into())]);
    let has_room = case.photos.len() < limits::CASE_PHOTOS;
    let waits = case.status == CaseStatus::Open;
    let is_on_the_way = case
        .replacement
        .as_ref()
        .is_some_and(|again| matches!(again.status, FulfilmentStatus::Shipped | FulfilmentStatus::AwaitingPickup));
    view! {
        <CaseStory case=case path=path.clone()/>
        {waits.then(|| view! { <p class="small muted">{until}</p> })}
        {is_on_the_way.then(|| view! {
            <form method="post" action=to(&format!("{path}/pengganti/terima"))>
                <Button kind=ButtonKind::Primary block=true>{tr.t("case-again-received")}</Button>
            </form>
        })}
        {ask_from.map(|from| if from <= now {
            view! {
                <form method="post" action=to(&format!("{path}/kurator")) class="stack gap-1">
                    <p class="small">{tr.t("case-again-late")}</p>
                    <Button kind=ButtonKind::Secondary block=true>{tr.t("case-escalate")}</Button>
                </form>
            }.into_any()
        } else {
            let when = tr.moment(from, zone);
            view! { <p class="small muted">{tr.t_args("case-again-late-from", &[("when", when.into())])}</p> }.into_any()
        })}
        {can_accept.then(|| view! {
            <form method="post" action=to(&format!("{path}/setuju"))>
                <Button kind=ButtonKind::Primary block=true>{tr.t("case-accept")}</Button>
            </form>
        })}
        {is_live.then(|| view! {
            <form method="post" action=to(&format!("{path}/pesan")) class="stack" id=write.clone()>
                <TextArea name="text" id=field_id("text", &write) label=tr.t("case-write") rows=3
                    value=written.value("text") error=written.error("text", tr) maxlength=*limits::CASE_TEXT.end()/>
                <Button kind=ButtonKind::Secondary>{tr.t("case-write-send")}</Button>
            </form>
        })}
        {(is_live && has_room).then(|| view! {
            <form method="post" action=to(&format!("{path}/foto")) enctype="multipart/form-data" class="stack"
                id=photo>
                <div class="field">
                    <label for=photo_id.clone()>{tr.t("case-photo")}</label>
                    <p class="hint">{tr.t("case-photo-hint")}</p>
                    {crate::ui::field::error_line(&photo_id, shown.error("photo", tr).as_deref())}
                    <input class="input" id=photo_id type="file" name="photo" accept="image/jpeg,image/png,image/webp"/>
                </div>
                <Button kind=ButtonKind::Secondary>{tr.t("case-photo-send")}</Button>
            </form>
        })}
        {is_live.then(|| view! {
            <details class="desk-reason">
                <summary><Icon name="chevron-down"/>{tr.t("case-more")}</summary>
                <div class="row">
                    {can_escalate.then(|| view! {
                        <form method="post" action=to(&format!("{path}/kurator"))>
                            <Button kind=ButtonKind::Quiet>{tr.t("case-escalate")}</Button>
                        </form>
                    })}
                    <form method="post" action=to(&format!("{path}/tarik"))>
                        <Button kind=ButtonKind::Danger>{tr.t("case-withdraw")}</Button>
                    </form>
                </div>
            </details>
        })}
    }
}
