//! `/kurasi/antrean`: what waits, the oldest first.

use access::{Curator, Denied};
use axum::response::Response;
use domain::time::Timestamp;
use leptos::prelude::*;
use services::curation::{self, QueueFilter, QueueItem, WaitingCategory};
use text::Tr;

use super::{
    frame::{CuratingFrame, QUEUE},
    when::ago,
};
use crate::{
    page::PageRequest,
    pages::storefront::view::{path_with, photo},
    ui::{Badge, ButtonKind, EmptyState, LinkButton, LoadMore, Photo, Tone, sells_food, to},
};

/// The page.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let filter = QueueFilter { sentra: request.query("sentra"), category: request.query("kategori") };
    let cursor = request.query("cursor");
    let page = curation::queue(services, &filter, cursor.as_deref(), None, request.locale).await?;
    let counts = curation::counts(services).await?;
    let categories = curation::categories(services, request.locale).await?;
    let now = services.now();
    let message = request.message();
    let tr = request.tr;
    let view = move || {
        let lead = match counts.oldest_at {
            Some(at) => tr.t_args("curating-queue-lead", &[("ago", ago(at, now, tr).into())]),
            None => tr.t("curating-queue-lead-empty"),
        };
        let start = page.items.first().map(|item| to(&format!("{QUEUE}/{}", item.id)));
        let actions = start.map(|start| {
            view! { <LinkButton href=start kind=ButtonKind::Primary>{tr.t("curating-start")}</LinkButton> }.into_any()
        });
        let more = page.next.as_deref().map(|cursor| to(&address(&filter, Some(cursor))));
        let is_filtered = filter != QueueFilter::default();
        let list = if page.items.is_empty() {
            empty(is_filtered, tr).into_any()
        } else {
            let rows = page.items.into_iter().map(|item| row(item, None, now, tr)).collect_view();
            view! { <ol class="panel panel--flush queue queue--page">{rows}</ol> }.into_any()
        };
        view! {
            <CuratingFrame title=tr.t("curating-queue-title") lead=lead waiting=counts.waiting message=message
                actions=actions>
                {filters(&filter, &categories, counts.waiting, tr)}
                {list}
                <LoadMore href=more/>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

/// A row of the queue; `current` is the product that is being looked at.
pub(super) fn row(item: QueueItem, current: Option<&str>, now: Timestamp, tr: Tr) -> impl IntoView + use<> {
    let mark = (current == Some(item.id.as_str())).then_some("true");
    let (tone, kind) =
        if item.is_new { (Tone::Info, "curating-kind-new") } else { (Tone::Note, "curating-kind-change") };
    let proposed = tr.t_args("curating-proposed-ago", &[("ago", ago(item.proposed_at, now, tr).into())]);
    view! {
        <li>
            <Photo photo=item.photo.map(photo) sizes="96px" decorative=true food=sells_food(&item.sentra)/>
            <a href=to(&format!("{QUEUE}/{}", item.id)) aria-current=mark>{item.name}</a>
            <small>{format!("{}, {}", item.shop_name, item.sentra_name)}</small>
            <small>{proposed}</small>
            <span class="queue__kind"><Badge tone=tone label=tr.t(kind)/></span>
        </li>
    }
}

fn empty(is_filtered: bool, tr: Tr) -> impl IntoView {
    let (title, text, path, label) = if is_filtered {
        ("curating-queue-none-here", "curating-queue-none-here-text", QUEUE, "curating-filter-all")
    } else {
        ("curating-queue-empty", "curating-queue-empty-text", "/kurasi/produk", "curating-to-products")
    };
    view! {
        <EmptyState icon="list-checks" title=tr.t(title) text=tr.t(text)>
            <LinkButton href=to(path)>{tr.t(label)}</LinkButton>
        </EmptyState>
    }
}

fn address(filter: &QueueFilter, cursor: Option<&str>) -> String {
    let query = [("sentra", filter.sentra.as_deref()), ("kategori", filter.category.as_deref()), ("cursor", cursor)];
    path_with(QUEUE, &query)
}

/// Links to the parts of the queue in which something waits.
fn filters(filter: &QueueFilter, categories: &[WaitingCategory], waiting: i64, tr: Tr) -> impl IntoView + use<> {
    let chip = |path: String, label: &str, count: i64, is_current: bool| {
        let count = tr.number(count);
        let label = label.to_owned();
        view! {
            <a class="chip" href=to(&path) aria-current=is_current.then_some("true")>{label}" "<span>{count}</span></a>
        }
        .into_any()
    };
    let mut chips =
        vec![chip(QUEUE.to_owned(), &tr.t("curating-filter-all"), waiting, *filter == QueueFilter::default())];
    let mut last = None;
    for category in categories {
        if last != Some(&category.sentra) {
            last = Some(&category.sentra);
            let own = categories.iter().filter(|other| other.sentra == category.sentra).map(|other| other.count).sum();
            let of_sentra = QueueFilter { sentra: Some(category.sentra.clone()), category: None };
            chips.push(chip(address(&of_sentra, None), &category.sentra_name, own, *filter == of_sentra));
        }
    }
    for category in categories {
        let of_category = QueueFilter { sentra: None, category: Some(category.slug.clone()) };
        chips.push(chip(address(&of_category, None), &category.name, category.count, *filter == of_category));
    }
    (waiting > 0).then(|| view! { <nav class="chips" aria-label=tr.t("curating-filter")>{chips}</nav> })
}
