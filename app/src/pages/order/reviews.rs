//! What the buyer of an order says of its lines: on the order's page, and `/pesanan/{token}/ulasan/{variant}` for one.

use access::Denied;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use domain::{
    limits,
    review::{AuthorName, ReviewStatus, can_review, shown_name},
};
use http::{HeaderValue, header::REFERRER_POLICY};
use leptos::prelude::*;
use services::{
    Error,
    orders::{self, OrderItem, OrderView},
    reviews::{self, OwnReview},
};

use super::parts::full_name;
use crate::{
    forms::FormView,
    layout::StoreLayout,
    page::PageRequest,
    pages::{
        reviews::{StarChoice, Stars},
        storefront::view::photo,
    },
    ui::{
        Button, ButtonKind, ChoiceOption, Choices, Dialog, EmptyState, ErrorSummary, Icon, LinkButton, Notice,
        PageHead, Panel, Photo, Shape, TextArea, Toast, field::error_line, to,
    },
    viewer::tr,
};

/// Name of the form.
pub const FORM: &str = "review";

/// Reviews of an order whose lines may be reviewed; `None` for another one.
pub(super) async fn load(request: &PageRequest, order: &OrderView) -> Result<Option<Vec<OwnReview>>, Denied> {
    if !can_review(order.summary.status, order.summary.fulfilment) {
        return Ok(None);
    }
    Ok(Some(reviews::of_order(request.services(), &order.summary.token, request.locale).await?))
}

/// The lines of a delivered order, each with its review or the way to write one.
#[component]
pub(super) fn OrderReviews(order: OrderView, own: Vec<OwnReview>) -> impl IntoView {
    let tr = tr();
    let waits = own.len() < order.items.len();
    let rows = order
        .items
        .into_iter()
        .map(|item| {
            let review = own.iter().find(|own| own.variant == item.variant).cloned();
            let path = to(&format!("/pesanan/{}/ulasan/{}", order.summary.token, item.variant));
            view! { <Line item=item review=review path=path/> }
        })
        .collect_view();
    view! {
        <div id="ulasan">
            <Panel title=tr.t("review-panel")>
                {waits.then(|| view! { <p class="small muted">{tr.t("review-panel-lead")}</p> })}
                <ul class="review-lines" role="list">{rows}</ul>
            </Panel>
        </div>
    }
}

#[component]
fn Line(item: OrderItem, review: Option<OwnReview>, path: String) -> impl IntoView {
    let tr = tr();
    let name = full_name(&item);
    let status = review.as_ref().map(|own| own.status);
    let (key, class) = match &review {
        None => ("review-write", "btn btn--secondary btn--s"),
        Some(own) if own.can_edit => ("review-change", "btn btn--text btn--s"),
        Some(_) => ("review-see", "btn btn--text btn--s"),
    };
    let whose = tr.t_args(&format!("{key}-of"), &[("product", (&name).into())]);
    let stars = review.filter(|own| own.status != ReviewStatus::Removed).map(|own| own.review.stars);
    view! {
        <li>
            <Photo photo=item.photo.map(photo) shape=Shape::Square sizes="56px" decorative=true/>
            <div>
                <p>{name}</p>
                {stars.map(|stars| view! { <p><Stars stars=stars/></p> })}
                {(status == Some(ReviewStatus::Hidden)).then(|| view! { <p class="small">{tr.t("review-hidden-badge")}</p> })}
            </div>
            {(status != Some(ReviewStatus::Removed)).then(|| view! {
                <a class=class href=path aria-label=whose>{tr.t(key)}</a>
            })}
        </li>
    }
}

/// The page of one line.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path((token, variant)): Path<(String, String)>) -> Result<Response, Denied> {
    let order = orders::by_token(request.services(), &token).await?;
    let item = order.items.iter().find(|item| item.variant == variant).cloned().ok_or(Error::NotFound)?;
    let own = reviews::own_by_line(request.services(), &token, &variant, request.locale).await?;
    let form = request.form(FORM).await?;
    let message = request.message();
    let response =
        request.render(move || view! { <LinePage order=order item=item own=own form=form message=message/> }).await;
    // The address is the key to the order, so no other site learns it.
    Ok(([(REFERRER_POLICY, HeaderValue::from_static("same-origin"))], response).into_response())
}

#[component]
fn LinePage(
    order: OrderView,
    item: OrderItem,
    own: Option<OwnReview>,
    form: FormView,
    message: Option<String>,
) -> impl IntoView {
    let tr = tr();
    let name = full_name(&item);
    let title = tr.t_args("review-title", &[("product", (&name).into())]);
    let order_path = format!("/pesanan/{}", order.summary.token);
    let path = format!("{order_path}/ulasan/{}", item.variant);
    let errors = form.summary(tr);
    let can_write = can_review(order.summary.status, order.summary.fulfilment);
    let status = own.as_ref().map(|own| own.status);
    let is_open = own.as_ref().map_or(can_write, |own| own.can_edit);
    let hidden = own.as_ref().and_then(|own| own.hidden_reason.clone());
    let buyer = order.detail.contact.name;
    let kept = own.clone();
    let remove = (path.clone(), name);
    view! {
        <PageHead title=title.clone() private=true/>
        <StoreLayout>
            <div class="wrap wrap--narrow section stack gap-3">
                <Toast message=message/>
                <p><a class="back-link" href=to(&order_path)><Icon name="chevron-left"/>{tr.t("review-back")}</a></p>
                <div class="review-subject">
                    <Photo photo=item.photo.map(photo) shape=Shape::Square sizes="72px" decorative=true/>
                    <h1>{title}</h1>
                </div>
                <ErrorSummary errors=errors/>
                {hidden.map(|reason| view! {
                    <Notice tone=crate::ui::Tone::Note>
                        <p><b>{tr.t("review-hidden")}</b></p>
                        <p>{tr.t_args("review-hidden-why", &[("reason", reason.into())])}</p>
                    </Notice>
                })}
                {match (status, is_open) {
                    (Some(ReviewStatus::Removed), _) => view! { <p>{tr.t("review-removed")}</p> }.into_any(),
                    (None, false) => view! {
                        <EmptyState icon="star" title=tr.t("review-too-early") text=tr.t("review-too-early-lead")/>
                    }.into_any(),
                    (Some(_), false) => view! { <TooLate own=own.clone()/> }.into_any(),
                    (_, true) => view! {
                        <OwnPhotos own=own.clone() path=path.clone()/>
                        <WriteForm own=own.clone() path=path form=form buyer=buyer/>
                    }.into_any(),
                }}
                {kept.filter(|own| own.status != ReviewStatus::Removed).map(|_| view! { <p><a href="#hapus">{tr.t("review-remove")}</a></p> })}
            </div>
            {status.filter(|status| *status != ReviewStatus::Removed).map(|_| view! { <Remove path=remove.0 name=remove.1/> })}
        </StoreLayout>
    }
}

/// What was written, when it can no longer be changed.
#[component]
fn TooLate(own: Option<OwnReview>) -> impl IntoView {
    let tr = tr();
    own.map(|own| {
        view! {
            <div class="panel"><crate::pages::reviews::ReviewCard review=own.review/></div>
            <p class="muted">{tr.t("review-too-late")}</p>
        }
    })
}

/// Photos that a review has, each with its way out.
#[component]
fn OwnPhotos(own: Option<OwnReview>, path: String) -> impl IntoView {
    let tr = tr();
    let photos = own.map(|own| own.review.photos).unwrap_or_default();
    if photos.is_empty() {
        return ().into_any();
    }
    let items = photos
        .into_iter()
        .zip(1_i64..)
        .map(|(own, number)| {
            let label = tr.t_args("review-photo-remove", &[("n", number.into())]);
            view! {
                <li>
                    <Photo photo=Some(photo(own.photo)) shape=Shape::Square sizes="96px" decorative=true/>
                    <form method="post" action=to(&format!("{path}/foto/{}/hapus", own.id))>
                        <button class="icon-link" aria-label=label><Icon name="x"/></button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="review-own-photos" role="list">{items}</ul> }.into_any()
}

#[component]
fn WriteForm(own: Option<OwnReview>, path: String, form: FormView, buyer: String) -> impl IntoView {
    let tr = tr();
    let zone = own.as_ref().map(|own| own.review.detail.zone);
    let until = own
        .as_ref()
        .zip(zone)
        .map(|(own, zone)| tr.t_args("review-until", &[("when", tr.moment(own.until, zone).into())]));
    let stars = own.as_ref().map(|own| own.review.stars.to_string()).unwrap_or_default();
    let text = own.as_ref().map(|own| own.review.text.clone()).unwrap_or_default();
    let chosen = own.as_ref().map_or(AuthorName::FirstName, |own| own.name);
    let kept = own.as_ref().map_or(0, |own| own.review.photos.len());
    let names = AuthorName::ALL
        .iter()
        .map(|name| ChoiceOption {
            value: name.as_str().to_owned(),
            title: shown_name(&buyer, *name).unwrap_or_else(|| tr.t("review-no-name")),
            ..ChoiceOption::default()
        })
        .fold(Vec::new(), |mut all: Vec<ChoiceOption>, option| {
            // Where there is no name to show, both are the same.
            if all.iter().all(|other| other.title != option.title) {
                all.push(option);
            }
            all
        });
    let hint = [("max", limits::REVIEW_PHOTOS.into()), ("mb", (limits::PHOTO_BYTES / (1024 * 1024)).into())];
    let send = if own.is_some() { "review-save" } else { "review-send" };
    let more = if kept > 0 { "review-photos-more" } else { "review-photos" };
    view! {
        <form method="post" action=to(&path) enctype="multipart/form-data" class="stack gap-3">
            <StarChoice legend=tr.t("review-how") name="stars" value=form.value_or("stars", &stars)
                error=form.error("stars", tr)/>
            <TextArea name="text" label=tr.t("review-text") hint=tr.t("review-text-hint") optional=true rows=5
                value=form.value_or("text", &text) error=form.error("text", tr) maxlength=*limits::REVIEW_TEXT.end()/>
            {(kept < limits::REVIEW_PHOTOS).then(|| view! {
                <div class="field">
                    <label for="photo">{tr.t(more)}" "<span class="opt">{tr.t("optional")}</span></label>
                    <p class="hint" id="photo-hint">{tr.t_args("review-photos-hint", &hint)}</p>
                    {error_line("photo", form.error("photo", tr).as_deref())}
                    <input class="input" id="photo" type="file" name="photo" multiple=true
                        accept="image/jpeg,image/png,image/webp" aria-describedby="photo-hint"/>
                </div>
            })}
            <Choices legend=tr.t("review-name") name="name" options=names
                value=form.value_or("name", chosen.as_str()) error=form.error("name", tr)/>
            <p class="small muted">{tr.t("review-name-hint")}</p>
            <div class="stack gap-1">
                <Button kind=ButtonKind::Primary block=true>{tr.t(send)}</Button>
                {until.map(|until| view! { <p class="small muted">{until}</p> })}
            </div>
        </form>
    }
}

#[component]
fn Remove(path: String, name: String) -> impl IntoView {
    let tr = tr();
    view! {
        <Dialog id="hapus" title=tr.t_args("review-remove-question", &[("product", name.into())])>
            <p>{tr.t("review-remove-lead")}</p>
            <form method="post" action=to(&format!("{path}/hapus")) class="dialog__act">
                <LinkButton href="#_" kind=ButtonKind::Quiet>{tr.t("review-remove-keep")}</LinkButton>
                <Button kind=ButtonKind::Danger>{tr.t("review-remove")}</Button>
            </form>
        </Dialog>
    }
}
