//! `/kurasi`: how things stand.

use access::{Curator, Denied};
use axum::response::Response;
use domain::time::Timestamp;
use leptos::prelude::*;
use services::curation::{self, Counts, QueueFilter, TrailItem, TrailQuery};
use text::Tr;

use super::{
    decision::{ActionBadge, object_link},
    frame::{CuratingFrame, QUEUE},
    queue::row,
    when::ago,
};
use crate::{
    page::PageRequest,
    ui::{ButtonKind, LinkButton, Notice, to},
};

/// Proposals and decisions that are shown.
const SHOWN: i64 = 6;

/// The page.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let counts = curation::counts(services).await?;
    let oldest = curation::queue(services, &QueueFilter::default(), None, Some(SHOWN), request.locale).await?;
    let recent = curation::audit_trail(services, &TrailQuery::default(), None, Some(SHOWN)).await?;
    let reported = services::reviews::counts(services).await?.reported;
    let now = services.now();
    let message = request.message();
    let tr = request.tr;
    let view = move || {
        let start = oldest.items.first().map(|item| to(&format!("{QUEUE}/{}", item.id)));
        let actions = start.map(|start| {
            view! { <LinkButton href=start kind=ButtonKind::Primary>{tr.t("curating-start")}</LinkButton> }.into_any()
        });
        let waiting = oldest.items.into_iter().map(|item| row(item, None, now, tr)).collect::<Vec<_>>();
        let waiting = if waiting.is_empty() {
            view! { <p class="panel__body muted">{tr.t("curating-queue-empty")}</p> }.into_any()
        } else {
            view! { <ol class="queue queue--page">{waiting}</ol> }.into_any()
        };
        let decided = recent.items.iter().map(|item| decided(item, now, tr)).collect::<Vec<_>>();
        let decided = if decided.is_empty() {
            view! { <p class="panel__body muted">{tr.t("curating-trail-empty")}</p> }.into_any()
        } else {
            view! { <ol class="decisions">{decided}</ol> }.into_any()
        };
        view! {
            <CuratingFrame title=tr.t("curating-overview-title") lead=tr.t("curating-overview-lead")
                waiting=counts.waiting message=message actions=actions>
                {stats(&counts, now, tr)}
                {(reported > 0).then(|| view! {
                    <Notice>
                        <p><a href=to("/kurasi/ulasan")>{tr.number(reported)}" "{tr.t("curating-reported-reviews")}</a></p>
                    </Notice>
                })}
                <div class="office-cols">
                    <section class="panel panel--flush">
                        <div class="panel__head">
                            <h2>{tr.t("curating-oldest")}</h2>
                            <a class="small" href=to(QUEUE)>{tr.t("curating-see-queue")}</a>
                        </div>
                        {waiting}
                    </section>
                    <section class="panel panel--flush">
                        <div class="panel__head">
                            <h2>{tr.t("curating-recent")}</h2>
                            <a class="small" href=to("/kurasi/jejak")>{tr.t("curating-see-trail")}</a>
                        </div>
                        {decided}
                    </section>
                </div>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

fn stats(counts: &Counts, now: Timestamp, tr: Tr) -> impl IntoView + use<> {
    let oldest = counts.oldest_at.map(|at| tr.t_args("curating-stat-oldest", &[("ago", ago(at, now, tr).into())]));
    let stopped = tr.count("curating-stat-suspended", counts.suspended);
    let closed = tr.count("curating-stat-shops-closed", counts.shops_suspended);
    let stats = [
        (QUEUE, "curating-stat-waiting", counts.waiting, oldest.unwrap_or_else(|| tr.t("curating-stat-none-waiting"))),
        ("/kurasi/jejak", "curating-stat-decided", counts.decided, tr.t("curating-stat-decided-when")),
        ("/kurasi/produk", "curating-stat-published", counts.published, stopped),
        ("/kurasi/toko", "curating-stat-shops", counts.shops_open, closed),
    ];
    let stats = stats
        .into_iter()
        .map(|(path, label, value, detail)| {
            view! {
                <div class="stat">
                    <dt><a href=to(path)>{tr.t(label)}</a></dt>
                    <dd class="stat__v">{tr.number(value)}</dd>
                    <dd class="stat__d">{detail}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="stats stats--four">{stats}</dl> }
}

fn decided(item: &TrailItem, now: Timestamp, tr: Tr) -> impl IntoView + use<> {
    let by =
        tr.t_args("curating-decided-by", &[("who", item.who.as_str().into()), ("ago", ago(item.at, now, tr).into())]);
    view! {
        <li>
            <p>{object_link(item)}" "<ActionBadge action=item.action/></p>
            {item.reason.clone().map(|reason| view! { <p class="small pre">{reason}</p> })}
            <p class="small muted">{by}</p>
        </li>
    }
}
