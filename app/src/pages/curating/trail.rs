//! `/kurasi/jejak`: who decided what, when, and why.

use access::{Curator, Denied};
use axum::response::Response;
use domain::time::Zone;
use leptos::prelude::*;
use services::curation::{self, CurationAction, TrailItem, TrailQuery};
use text::Tr;

use super::{
    decision::{self, ActionBadge, object_link},
    filter::{FilterForm, carried},
    frame::{CuratingFrame, QUEUE},
};
use crate::{
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{Column, EmptyState, LinkButton, LoadMore, SelectOption, Table, to},
};

/// Path of the page.
const PATH: &str = "/kurasi/jejak";

/// The page.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let query = TrailQuery {
        action: request.query("tindakan").and_then(|action| action.parse().ok()),
        object: request.query("objek"),
    };
    let cursor = request.query("cursor");
    let page = curation::audit_trail(services, &query, cursor.as_deref(), None).await?;
    let counts = curation::counts(services).await?;
    let message = request.message();
    let tr = request.tr;
    let view = move || {
        let more = page.next.as_deref().map(|cursor| to(&address(&query, Some(cursor))));
        let options = CurationAction::ALL
            .iter()
            .map(|action| SelectOption::new(action.as_str(), decision::name(*action, tr)))
            .collect();
        let chosen = query.action.map(CurationAction::as_str).unwrap_or_default();
        let kept = carried(&[("objek", query.object.as_deref())]).into_any();
        let list = if page.items.is_empty() {
            let (title, path, label) = if query == TrailQuery::default() {
                ("curating-trail-empty", QUEUE, "curating-see-queue")
            } else {
                ("curating-trail-none", PATH, "curating-filter-all")
            };
            view! {
                <EmptyState icon="file-text" title=tr.t(title)>
                    <LinkButton href=to(path)>{tr.t(label)}</LinkButton>
                </EmptyState>
            }
            .into_any()
        } else {
            table(&page.items, tr).into_any()
        };
        view! {
            <CuratingFrame title=tr.t("curating-trail-title") lead=tr.t("curating-trail-lead") waiting=counts.waiting
                message=message>
                <FilterForm path=PATH choice=("tindakan", tr.t("curating-trail-action")) options=options
                    chosen=chosen.to_owned() kept=kept/>
                {list}
                <LoadMore href=more/>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

fn address(query: &TrailQuery, cursor: Option<&str>) -> String {
    let action = query.action.map(CurationAction::as_str);
    path_with(PATH, &[("tindakan", action), ("objek", query.object.as_deref()), ("cursor", cursor)])
}

fn table(items: &[TrailItem], tr: Tr) -> impl IntoView + use<> {
    let columns = vec![
        Column::main(tr.t("curating-trail-object")),
        Column::text(tr.t("curating-trail-action")),
        Column::text(tr.t("curating-trail-who")),
        Column::text(tr.t("curating-trail-when")),
        Column::text(tr.t("curating-trail-why")),
    ];
    let rows = items
        .iter()
        .map(|item| {
            let who = format!("{}, {}", item.who, tr.t(&format!("curating-actor-{}", item.actor.as_str())));
            vec![
                object_link(item).into_any(),
                view! { <ActionBadge action=item.action/> }.into_any(),
                who.into_any(),
                tr.moment(item.at, Zone::Wib).into_any(),
                item.reason.clone().map(|reason| view! { <span class="pre">{reason}</span> }).into_any(),
            ]
        })
        .collect();
    view! { <Table caption=tr.t("curating-trail-title") columns=columns rows=rows/> }
}
