//! `/jual/ulasan`: what buyers say of a seller's goods, and the replies.

use access::{Denied, Seller};
use axum::response::Response;
use domain::limits;
use leptos::prelude::*;
use services::{
    fulfilment,
    reviews::{self, DeskReviews, ReviewView},
};

use super::frame::{DeskFrame, scope};
use crate::{
    forms::{RefusedForm, field_id},
    page::PageRequest,
    pages::{reviews::ReviewCard, storefront::view::path_with},
    ui::{
        Button, ButtonKind, EmptyState, ErrorSummary, Icon, LinkButton, LoadMore, Tab, Tabs, TextArea,
        product_card::Rating, to,
    },
    viewer::tr,
};

/// Path of the page.
pub const PATH: &str = "/jual/ulasan";
/// Value of `tab` for those without a reply.
pub const OPEN: &str = "belum";

/// Name of the form that replies to a review; also its id.
#[must_use]
pub fn reply_form(review: &str) -> String {
    format!("balas-{review}")
}

/// The page.
///
/// # Errors
/// Not a seller; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let (services, scope) = (request.services(), scope(&seller));
    let is_open = request.query("tab").as_deref() == Some(OPEN);
    let from = request.query("dari");
    let limit = limits::DEFAULT_PAGE_SIZE;
    let desk = reviews::of_shops(services, scope, is_open, from.as_deref(), limit, request.locale).await?;
    let counts = fulfilment::counts(services, scope).await?;
    let forms = request.refused_form().await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let tab =
            |path: &str, key: &str, count, current| Tab { path: path.to_owned(), label: tr.t(key), count, current };
        let tabs = vec![
            tab(PATH, "review-tab-all", None, !is_open),
            tab(&format!("{PATH}?tab={OPEN}"), "review-tab-open", Some(desk.unanswered), is_open),
        ];
        let rating = desk.spread.tenths().map(|tenths| view! { <Rating tenths=tenths count=desk.spread.count()/> });
        view! {
            <DeskFrame title=tr.t("review-desk-title") counts=counts message=message>
                <div class="row row--between"><h1>{tr.t("review-desk-title")}</h1>{rating}</div>
                <ErrorSummary errors=forms.summary(tr)/>
                <Tabs label=tr.t("review-desk-title") tabs=tabs/>
                <List desk=desk is_open=is_open forms=forms/>
            </DeskFrame>
        }
    };
    Ok(request.render(view).await)
}

#[component]
fn List(desk: DeskReviews, is_open: bool, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    if desk.list.items.is_empty() {
        let has_any = desk.spread.count() > 0;
        let title = if is_open && has_any { "review-desk-all-answered" } else { "review-desk-none" };
        return view! {
            <EmptyState icon="star" title=tr.t(title) text=tr.t(&format!("{title}-lead"))>
                {if is_open && has_any {
                    view! { <LinkButton href=to(PATH) kind=ButtonKind::Secondary>{tr.t("review-desk-see-all")}</LinkButton> }
                } else {
                    view! { <LinkButton href=to("/jual") kind=ButtonKind::Secondary>{tr.t("nav-today")}</LinkButton> }
                }}
            </EmptyState>
        }
        .into_any();
    }
    let tab = is_open.then_some(OPEN);
    let next = desk.list.next.map(|cursor| to(&path_with(PATH, &[("tab", tab), ("dari", Some(&cursor))])));
    let rows = desk
        .list
        .items
        .into_iter()
        .map(|review| view! { <Row review=review is_open=is_open forms=forms.clone()/> })
        .collect_view();
    view! { <ul class="case-list">{rows}</ul><LoadMore href=next/> }.into_any()
}

#[component]
fn Row(review: ReviewView, is_open: bool, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let name = reply_form(&review.id);
    let form = forms.get(&name);
    let path = format!("{PATH}/{}", review.id);
    let order = review.detail.order.clone();
    let (title, send, reply) = match &review.reply {
        Some(reply) => ("review-reply-change", "review-reply-save", reply.text.clone()),
        None => ("review-reply", "review-reply-send", String::new()),
    };
    let about = tr.t_args("review-order", &[("number", (&order).into())]);
    view! {
        <li class="panel review-row">
            <ReviewCard review=review names_product=true can_report=true>
                <p class="small"><a href=to(&format!("/jual/pesanan/{order}"))>{about}</a></p>
                <details class="desk-reason" id=name.clone() open=form.is_refused()>
                    <summary><Icon name="chevron-down"/>{tr.t(title)}</summary>
                    <form method="post" action=to(&path) class="stack">
                        {is_open.then(|| view! { <input type="hidden" name="tab" value=OPEN/> })}
                        <TextArea name="text" id=field_id("text", &name) label=tr.t("review-reply-text") rows=3
                            hint=tr.t("review-reply-hint") value=form.value_or("text", &reply)
                            error=form.error("text", tr) maxlength=*limits::REVIEW_REPLY.end()/>
                        <Button kind=ButtonKind::Primary>{tr.t(send)}</Button>
                    </form>
                </details>
            </ReviewCard>
        </li>
    }
}
