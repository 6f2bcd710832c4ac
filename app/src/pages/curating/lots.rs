//! `/kurasi/lot`: lots of all shops, and one of them to be called back.

use access::{Curator, Denied};
use axum::{extract::Path, response::Response};
use domain::limits;
use leptos::prelude::*;
use services::{
    curation,
    lots::{self, LotQuery, LotView},
};

use super::{
    filter::{FilterForm, WORDS},
    frame::CuratingFrame,
};
use crate::{
    page::PageRequest,
    pages::{
        lots::{LotBadge, Lots, Recalled, name_of},
        selling::lots::{RECALL_FORM, RecallForm},
        storefront::view::path_with,
    },
    ui::{EmptyState, ErrorSummary, Facts, Icon, LinkButton, LoadMore, SelectOption, to},
};

/// Path of the list.
pub const PATH: &str = "/kurasi/lot";
/// Value of the choice of states.
const RECALLED: &str = "ditarik";

/// The list.
///
/// # Errors
/// Not a curator; a bad cursor; or the database is not available.
pub async fn list(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let only_recalled = request.query("status").as_deref() == Some(RECALLED);
    let query = LotQuery { only_recalled, code: request.query(WORDS) };
    let cursor = request.query("cursor");
    let page = lots::list_all(services, &query, (cursor.as_deref(), limits::DEFAULT_PAGE_SIZE), request.locale).await?;
    let waiting = curation::counts(services).await?.waiting;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let state = only_recalled.then_some(RECALLED);
        let more = page.next.as_deref().map(|cursor| {
            to(&path_with(PATH, &[(WORDS, query.code.as_deref()), ("status", state), ("cursor", Some(cursor))]))
        });
        let list = if page.items.is_empty() {
            view! {
                <EmptyState icon="calendar" title=tr.t("lot-none-found")>
                    <LinkButton href=to(PATH)>{tr.t("curating-filter-all")}</LinkButton>
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <Lots lots=page.items path=PATH with_shop=true/> }.into_any()
        };
        view! {
            <CuratingFrame title=tr.t("nav-lots") lead=tr.t("lot-curating-lead") waiting=waiting message=message>
                <FilterForm path=PATH words=Some((tr.t("lot-code"), query.code.clone().unwrap_or_default()))
                    choice=("status", tr.t("curating-state"))
                    options=vec![SelectOption::new(RECALLED, tr.t("lot-state-recalled"))]
                    chosen=state.unwrap_or_default().to_owned()/>
                {list}
                <LoadMore href=more/>
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

/// One lot.
///
/// # Errors
/// Not a curator; no such lot; or the database is not available.
pub async fn show(request: PageRequest, Curator(_): Curator, Path(code): Path<String>) -> Result<Response, Denied> {
    let services = request.services();
    let lot = lots::find_any(services, &code, request.locale).await?;
    let waiting = curation::counts(services).await?.waiting;
    let forms = request.refused_form().await?;
    let (tr, message) = (request.tr, request.message());
    let view = move || {
        let title = tr.t_args("lot-title", &[("code", (&lot.code).into())]);
        let action = format!("{PATH}/{}/tarik", lot.code);
        let recall = match lot.recalled.clone() {
            Some(recall) => view! { <Recalled recall=recall/> }.into_any(),
            None => view! { <RecallForm action=action form=forms.get(RECALL_FORM)/> }.into_any(),
        };
        view! {
            <CuratingFrame title=title waiting=waiting message=message
                actions=Some(view! { <LotBadge lot=lot.clone()/> }.into_any())>
                <p><a class="back-link" href=to(PATH)><Icon name="chevron-left"/>{tr.t("nav-lots")}</a></p>
                <ErrorSummary errors=forms.summary(tr)/>
                <section class="panel stack">{about(&lot)}</section>
                {recall}
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

fn about(lot: &LotView) -> impl IntoView + use<> {
    let tr = crate::viewer::tr();
    let rows = vec![
        (tr.t("lot-of"), name_of(lot)),
        (tr.t("selling-column-shop"), lot.shop_name.clone()),
        (tr.t("lot-produced-on"), tr.date(lot.produced_on)),
        (tr.t("lot-best-before"), tr.date(lot.best_before)),
        (tr.t("lot-on-hand"), tr.number(lot.on_hand)),
        (tr.t("lot-promised"), tr.number(lot.allocated + lot.held)),
    ];
    view! {
        <Facts rows=rows/>
        <p class="small"><a href=to(&format!("/lot/{}", lot.code))>{tr.t("lot-see-public")}</a></p>
    }
}
