//! `/kurasi/toko`: who may sell.

use access::{Curator, Denied};
use axum::response::Response;
use domain::shop::ShopStatus;
use leptos::prelude::*;
use services::curation::{self, ShopItem, ShopQuery};
use text::Tr;

use super::{
    filter::{FilterForm, WORDS, carried},
    frame::CuratingFrame,
    suspend::{self, SUSPEND, SuspendDialog},
};
use crate::{
    forms::FormView,
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{
        Button, ButtonKind, Column, EmptyState, ErrorSummary, LinkButton, LoadMore, SelectOption, ShopBadge, Table, to,
    },
};

/// Path of the page.
const PATH: &str = "/kurasi/toko";

/// The page.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let query = ShopQuery {
        name: request.query(WORDS),
        status: request.query("status").and_then(|status| status.parse().ok()),
    };
    let one = request.query("toko");
    let cursor = request.query("cursor");
    let (items, next) = match &one {
        Some(slug) => (vec![curation::find_shop(services, slug).await?], None),
        None => {
            let page = curation::list_shops(services, &query, cursor.as_deref(), None).await?;
            (page.items, page.next)
        }
    };
    let asked = match request.query(SUSPEND) {
        Some(slug) => Some(curation::find_shop(services, &slug).await?),
        None => None,
    };
    let counts = curation::counts(services).await?;
    let form = match &asked {
        Some(asked) => request.form(&suspend::form_name(&asked.slug)).await?,
        None => FormView::default(),
    };
    let restore = request.form(suspend::LIST_FORM).await?;
    let message = request.message();
    let tr = request.tr;
    let view = move || {
        let more = next.as_deref().map(|cursor| to(&address(&query, &[("cursor", cursor)])));
        let options = ShopStatus::ALL
            .iter()
            .map(|state| SelectOption::new(state.as_str(), tr.t(&format!("shop-state-{}", state.as_str()))))
            .collect();
        let chosen = query.status.map(ShopStatus::as_str).unwrap_or_default();
        let words = (tr.t("curating-shops-search"), query.name.clone().unwrap_or_default());
        let list = if items.is_empty() {
            view! {
                <EmptyState icon="store" title=tr.t("curating-shops-none")>
                    <LinkButton href=to(PATH)>{tr.t("curating-filter-all")}</LinkButton>
                </EmptyState>
            }
            .into_any()
        } else {
            table(items, &query, tr).into_any()
        };
        let dialog = asked.filter(|shop| shop.status == ShopStatus::Approved).map(|shop| {
            let title = tr.t_args("curating-suspend-shop-title", &[("name", shop.name.as_str().into())]);
            let lead = tr.count("curating-suspend-shop-lead", shop.product_count);
            view! {
                <SuspendDialog title=title lead=lead form=form action=to(&format!("{PATH}/{}/tangguhkan", shop.slug))
                    carried=carried(&filter(&query)).into_any()
                    button=tr.t("curating-suspend-shop-button")/>
            }
        });
        view! {
            <CuratingFrame title=tr.t("curating-shops-title") lead=tr.t("curating-shops-lead") waiting=counts.waiting
                message=message>
                <ErrorSummary errors=restore.summary(tr)/>
                <FilterForm path=PATH words=Some(words) choice=("status", tr.t("curating-state")) options=options
                    chosen=chosen.to_owned()/>
                {one.map(|slug| view! {
                    <p class="chips">
                        <a class="chip chip--x" href=to(PATH) aria-label=tr.t("curating-filter-shop-off")>{slug}" ×"</a>
                    </p>
                })}
                {list}
                <LoadMore href=more/>
                {dialog}
            </CuratingFrame>
        }
    };
    Ok(request.render(view).await)
}

fn filter(query: &ShopQuery) -> [(&'static str, Option<&str>); 2] {
    [(WORDS, query.name.as_deref()), ("status", query.status.map(ShopStatus::as_str))]
}

fn address(query: &ShopQuery, more: &[(&str, &str)]) -> String {
    let mut parts = filter(query).to_vec();
    parts.extend(more.iter().map(|(key, value)| (*key, Some(*value))));
    path_with(PATH, &parts)
}

fn table(items: Vec<ShopItem>, query: &ShopQuery, tr: Tr) -> impl IntoView + use<> {
    let columns = vec![
        Column::main(tr.t("curating-shop")),
        Column::text(tr.t("curating-owner")),
        Column::text(tr.t("curating-sentra")),
        Column::number(tr.t("curating-shop-products")),
        Column::text(tr.t("curating-state")),
        Column::text(tr.t("curating-what-to-do")),
    ];
    let rows = items.into_iter().map(|shop| row(shop, query, tr)).collect();
    view! { <Table caption=tr.t("curating-shops-title") columns=columns rows=rows/> }
}

fn row(shop: ShopItem, query: &ShopQuery, tr: Tr) -> Vec<AnyView> {
    let hidden = format!(": {}", shop.name);
    let named = hidden.clone();
    let act = match shop.status {
        ShopStatus::Suspended => view! {
            <form method="post" action=to(&format!("{PATH}/{}/pulihkan", shop.slug))>
                {carried(&filter(query))}
                <Button small=true>{tr.t("curating-restore-shop")}<span class="vh">{hidden}</span></Button>
            </form>
        }
        .into_any(),
        ShopStatus::Approved => {
            let link = format!("{}#{SUSPEND}", to(&address(query, &[(SUSPEND, &shop.slug)])));
            view! {
                <LinkButton href=link kind=ButtonKind::Quiet small=true>
                    {tr.t("curating-suspend-shop")}<span class="vh">{hidden}</span>
                </LinkButton>
            }
            .into_any()
        }
        ShopStatus::Applied | ShopStatus::Rejected => ().into_any(),
    };
    let history = path_with("/kurasi/jejak", &[("objek", Some(&shop.id))]);
    let goods = path_with("/kurasi/produk", &[("toko", Some(&shop.slug))]);
    let name = if shop.status == ShopStatus::Approved {
        view! { <a href=to(&format!("/toko/{}", shop.slug))>{shop.name}</a> }.into_any()
    } else {
        view! { <b>{shop.name}</b> }.into_any()
    };
    vec![
        name,
        shop.owner.into_any(),
        shop.sentra_name.into_any(),
        view! { <a href=to(&goods)>{tr.number(shop.product_count)}</a> }.into_any(),
        view! {
            <span>
                <ShopBadge status=shop.status/>
                {shop.reason.map(|reason| view! { <small class="why">{reason}</small> })}
            </span>
        }
        .into_any(),
        view! { <span class="row">{act}<a href=to(&history)>{tr.t("curating-history")}<span class="vh">{named}</span></a></span> }.into_any(),
    ]
}
