//! `/kurasi/pekerjaan`: what the machine could not do by itself, and another try.

use access::{Curator, Denied};
use axum::response::Response;
use domain::time::Timestamp;
use leptos::prelude::*;
use services::{
    curation,
    jobs::{self, DeadKind, JobCounts, JobView},
};
use text::Tr;

use super::{filter::carried, frame::CuratingFrame, when::ago};
use crate::{
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{Button, ButtonKind, Column, EmptyState, ErrorSummary, LinkButton, LoadMore, Table, to},
};

/// Path of the page.
pub const PATH: &str = "/kurasi/pekerjaan";
/// Name of the forms of the page.
pub const FORM: &str = "curating-jobs";
/// Key of the kind in the address and in the forms.
pub const KIND: &str = "jenis";

/// Address of the list, of one kind where one is given.
#[must_use]
pub fn list(kind: Option<&str>) -> String {
    path_with(PATH, &[(KIND, kind)])
}

/// The page.
///
/// # Errors
/// Not a curator; or the database is not available.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let kind = request.query(KIND);
    let page = jobs::dead(services, kind.as_deref(), request.query("cursor").as_deref(), None).await?;
    let kinds = jobs::kinds(services).await?;
    let waiting = curation::counts(services).await?.waiting;
    let form = request.form(FORM).await?;
    let now = services.now();
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let more = page
            .next
            .as_deref()
            .map(|cursor| to(&path_with(PATH, &[(KIND, kind.as_deref()), ("cursor", Some(cursor))])));
        let content = if page.items.is_empty() {
            empty(tr).into_any()
        } else {
            table(page.items, kind.as_deref(), now, tr).into_any()
        };
        view! {
            <CuratingFrame title=tr.t("jobs-title") lead=tr.t("jobs-lead") waiting=waiting message=message>
                <ErrorSummary errors=form.summary(tr)/>
                {counts(page.counts, tr)}
                {(!kinds.is_empty()).then(|| chips(&kinds, kind.as_deref(), page.counts.dead, tr))}
                {all_again(&kinds, kind.as_deref(), tr)}
                {content}
                <LoadMore href=more/>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

/// What a kind of work is called; its technical name where nobody gave it another.
fn name(kind: &str, tr: Tr) -> String {
    tr.try_t(&format!("job-kind-{kind}")).unwrap_or_else(|| kind.to_owned())
}

fn counts(counts: JobCounts, tr: Tr) -> impl IntoView {
    let stats = [
        ("jobs-waiting", counts.waiting, "jobs-waiting-what"),
        ("jobs-running", counts.running, "jobs-running-what"),
        ("jobs-dead", counts.dead, "jobs-dead-what"),
    ];
    let stats = stats
        .into_iter()
        .map(|(label, value, what)| {
            view! {
                <div class="stat">
                    <dt>{tr.t(label)}</dt>
                    <dd class="stat__v">{tr.number(value)}</dd>
                    <dd class="stat__d">{tr.t(what)}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="stats stats--three">{stats}</dl> }
}

/// Links to the kinds of which jobs were given up.
fn chips(kinds: &[DeadKind], shown: Option<&str>, dead: i64, tr: Tr) -> impl IntoView + use<> {
    let chip = |kind: Option<&str>, label: String, count: i64| {
        let mark = (kind == shown).then_some("true");
        let count = tr.number(count);
        view! { <a class="chip" href=to(&list(kind)) aria-current=mark>{label}" "<span>{count}</span></a> }
    };
    let mut chips = vec![chip(None, tr.t("curating-filter-all"), dead)];
    chips.extend(kinds.iter().map(|row| chip(Some(&row.kind), name(&row.kind, tr), row.count)));
    view! { <nav class="chips" aria-label=tr.t("curating-filter")>{chips}</nav> }
}

/// All jobs of the shown kind again; also where there is only one.
fn all_again(kinds: &[DeadKind], shown: Option<&str>, tr: Tr) -> Option<impl IntoView + use<>> {
    let is_shown = |row: &&DeadKind| shown.is_none_or(|kind| kind == row.kind) && (shown.is_some() || kinds.len() == 1);
    let row = kinds.iter().find(is_shown)?;
    let kind = row.kind.clone();
    let label = tr.t_args("jobs-retry-kind", &[("kind", name(&kind, tr).into()), ("n", row.count.into())]);
    Some(view! {
        <form method="post" action=to(&format!("{PATH}/ulangi"))>
            <input type="hidden" name=KIND value=kind/>
            <Button kind=ButtonKind::Secondary icon="refresh-cw">{label}</Button>
        </form>
    })
}

fn empty(tr: Tr) -> impl IntoView {
    view! {
        <EmptyState icon="circle-check" title=tr.t("jobs-none") text=tr.t("jobs-none-lead")>
            <LinkButton href=to("/kurasi") kind=ButtonKind::Secondary>{tr.t("nav-overview")}</LinkButton>
        </EmptyState>
    }
}

fn table(items: Vec<JobView>, kind: Option<&str>, now: Timestamp, tr: Tr) -> impl IntoView + use<> {
    let columns = vec![
        Column::main(tr.t("jobs-what")),
        Column::text(tr.t("jobs-since")),
        Column::number(tr.t("jobs-attempts")),
        Column::text(tr.t("jobs-error")),
        Column::text(tr.t("jobs-again")),
    ];
    let rows = items
        .into_iter()
        .map(|job| {
            let kept = carried(&[(KIND, kind)]);
            let action = to(&format!("{PATH}/{}/ulangi", job.id));
            let what = name(&job.kind, tr);
            let about = job.about.or(job.template);
            vec![
                view! { <span>{what}<br/><small class="muted">{about}</small></span> }.into_any(),
                ago(job.since, now, tr).into_any(),
                tr.number(job.attempts).into_any(),
                job.last_error.map(|error| view! { <small class="pre">{error}</small> }).into_any(),
                view! {
                    <form method="post" action=action>{kept}<Button small=true>{tr.t("jobs-retry")}</Button></form>
                }
                .into_any(),
            ]
        })
        .collect();
    view! { <Table caption=tr.t("jobs-title") columns=columns rows=rows/> }
}
