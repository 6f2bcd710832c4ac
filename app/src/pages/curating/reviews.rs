//! `/kurasi/ulasan`: reviews that were reported, hidden ones, and all.

use access::{Curator, Denied};
use axum::response::Response;
use domain::{limits, review::ReviewStatus};
use leptos::prelude::*;
use services::{
    curation,
    reviews::{self, ModeratedReview, ModerationFilter},
};

use super::frame::CuratingFrame;
use crate::{
    forms::{RefusedForm, field_id},
    page::PageRequest,
    pages::{reviews::ReviewCard, storefront::view::path_with},
    ui::{
        Button, ButtonKind, EmptyState, ErrorSummary, Icon, LinkButton, LoadMore, Notice, Tab, Tabs, TextArea, Tone, to,
    },
    viewer::tr,
};

/// Path of the page.
pub const PATH: &str = "/kurasi/ulasan";
const TABS: [(&str, &str, ModerationFilter); 3] = [
    ("dilaporkan", "review-tab-reported", ModerationFilter::Reported),
    ("disembunyikan", "review-tab-hidden", ModerationFilter::Hidden),
    ("semua", "review-tab-all", ModerationFilter::All),
];

/// Name of the form that decides about a review; also its id.
#[must_use]
pub fn decide_form(review: &str) -> String {
    format!("putuskan-{review}")
}

/// Address of the tab of that name, where a form came from; the first for another one.
#[must_use]
pub fn tab_path(tab: &str) -> String {
    let known = TABS.iter().find(|(name, ..)| *name == tab);
    known.map_or_else(|| PATH.to_owned(), |(name, ..)| format!("{PATH}?tab={name}"))
}

/// The page.
///
/// # Errors
/// Not a curator; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let asked = request.query("tab");
    let (tab, _, filter) = TABS.into_iter().find(|(tab, ..)| asked.as_deref() == Some(*tab)).unwrap_or(TABS[0]);
    let from = request.query("dari");
    let limit = limits::DEFAULT_PAGE_SIZE;
    let page = reviews::for_curators(services, filter, from.as_deref(), limit, request.locale).await?;
    let counts = reviews::counts(services).await?;
    let waiting = curation::counts(services).await?.waiting;
    let forms = request.refused_form().await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let tabs = TABS
            .into_iter()
            .map(|(name, key, filter)| Tab {
                path: format!("{PATH}?tab={name}"),
                label: tr.t(key),
                count: match filter {
                    ModerationFilter::Reported => Some(counts.reported),
                    ModerationFilter::Hidden => Some(counts.hidden),
                    ModerationFilter::All => None,
                },
                current: name == tab,
            })
            .collect();
        let next = page.next.map(|cursor| to(&path_with(PATH, &[("tab", Some(tab)), ("dari", Some(&cursor))])));
        let is_empty = page.items.is_empty();
        let rows =
            page.items.into_iter().map(|item| view! { <Row item=item tab=tab forms=forms.clone()/> }).collect_view();
        view! {
            <CuratingFrame title=tr.t("review-queue-title") waiting=waiting message=message>
                <ErrorSummary errors=forms.summary(tr)/>
                <Tabs label=tr.t("review-queue-title") tabs=tabs/>
                {is_empty.then(|| view! {
                    <EmptyState icon="star" title=tr.t("review-queue-empty") text=tr.t("review-queue-empty-lead")>
                        <LinkButton href=to(&tab_path("semua")) kind=ButtonKind::Secondary>
                            {tr.t("review-queue-see-all")}
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

#[component]
fn Row(item: ModeratedReview, tab: &'static str, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let path = format!("{PATH}/{}", item.review.id);
    let (shop, zone) = (item.review.detail.shop_name.clone(), item.review.detail.zone);
    let is_hidden = item.status == ReviewStatus::Hidden;
    let count = i64::try_from(item.reports.len()).unwrap_or(i64::MAX);
    let reports = item
        .reports
        .into_iter()
        .map(|report| {
            let note = report.note.map(|note| view! { <span class="pre">": "{note}</span> });
            view! {
                <li>{tr.t(&format!("report-reason-{}", report.reason))}{note}" "
                    <span class="small muted">{tr.moment(report.instant, zone)}</span></li>
            }
        })
        .collect_view();
    view! {
        <li class="panel review-row">
            <ReviewCard review=item.review names_product=true>
                <p class="small muted">{shop}</p>
                {(count > 0).then(|| view! {
                    <Notice tone=Tone::Note>
                        <p><b>{tr.count("review-reported", count)}</b></p>
                        <ul class="review-reports">{reports}</ul>
                    </Notice>
                })}
                {item.hidden_reason.map(|reason| view! {
                    <Notice>
                        <p><b>{tr.t("review-hidden-badge")}</b></p>
                        <p>{tr.t_args("review-hidden-why", &[("reason", reason.into())])}</p>
                    </Notice>
                })}
                {(count > 0).then(|| view! {
                    <form method="post" action=to(&format!("{path}/biarkan"))>
                        <input type="hidden" name="tab" value=tab/>
                        <Button kind=ButtonKind::Secondary>{tr.t("review-dismiss")}</Button>
                    </form>
                })}
                <Decide path=path is_hidden=is_hidden tab=tab forms=forms/>
            </ReviewCard>
        </li>
    }
}

/// Hides what is shown, or shows what is hidden, for a reason.
#[component]
fn Decide(path: String, is_hidden: bool, tab: &'static str, forms: RefusedForm) -> impl IntoView {
    let tr = tr();
    let name = decide_form(path.rsplit('/').next().unwrap_or_default());
    let form = forms.get(&name);
    let reason_id = field_id("reason", &name);
    let (key, act, kind) = match is_hidden {
        true => ("review-restore", "tampilkan", ButtonKind::Primary),
        false => ("review-hide", "sembunyikan", ButtonKind::Danger),
    };
    view! {
        <details class="desk-reason" id=name open=form.is_refused()>
            <summary><Icon name="chevron-down"/>{tr.t(key)}</summary>
            <form method="post" action=to(&format!("{path}/{act}")) class="stack">
                <input type="hidden" name="tab" value=tab/>
                <TextArea name="reason" id=reason_id label=tr.t(&format!("{key}-why")) rows=2
                    hint=tr.t("review-why-hint") value=form.value("reason") error=form.error("reason", tr)
                    maxlength=*limits::REASON.end()/>
                <Button kind=kind>{tr.t(key)}</Button>
            </form>
        </details>
    }
}
