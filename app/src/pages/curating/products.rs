//! `/kurasi/produk`: products on sale, hidden or suspended.

use access::{Curator, Denied};
use axum::response::Response;
use domain::product::ProductStatus;
use leptos::prelude::*;
use services::curation::{self, GoodsItem, GoodsQuery};
use text::Tr;

use super::{
    filter::{FilterForm, WORDS, carried},
    frame::{CuratingFrame, QUEUE},
    suspend::{self, SUSPEND, SuspendDialog},
};
use crate::{
    forms::FormView,
    page::PageRequest,
    pages::storefront::view::{path_with, photo},
    ui::{
        Button, ButtonKind, Column, EmptyState, ErrorSummary, LinkButton, LoadMore, Money, Photo, ProductBadge,
        SelectOption, Shape, Table, sells_food, to,
    },
};

/// Path of the page.
const PATH: &str = "/kurasi/produk";
/// States that are listed.
const STATES: [ProductStatus; 3] = [ProductStatus::Published, ProductStatus::Hidden, ProductStatus::Suspended];

/// The page.
pub async fn show(request: PageRequest, Curator(_): Curator) -> Result<Response, Denied> {
    let services = request.services();
    let status = request.query("status").and_then(|status| status.parse().ok());
    let query = GoodsQuery {
        text: request.query(WORDS),
        status: status.filter(|status| STATES.contains(status)),
        shop: request.query("toko"),
    };
    let cursor = request.query("cursor");
    let page = curation::list_products(services, &query, cursor.as_deref(), None, request.locale).await?;
    let asked = match request.query(SUSPEND) {
        Some(id) => Some(curation::find_product(services, &id, request.locale).await?),
        None => None,
    };
    let counts = curation::counts(services).await?;
    let form = match &asked {
        Some(asked) => request.form(&suspend::form_name(&asked.id)).await?,
        None => FormView::default(),
    };
    let restore = request.form(suspend::LIST_FORM).await?;
    let message = request.message();
    let tr = request.tr;
    let view = move || {
        let more = page.next.as_deref().map(|cursor| to(&address(&query, &[("cursor", cursor)])));
        let chosen = query.status.map(ProductStatus::as_str).unwrap_or_default();
        let options = STATES
            .iter()
            .map(|state| SelectOption::new(state.as_str(), tr.t(&format!("product-state-{}", state.as_str()))))
            .collect();
        let words = (tr.t("curating-products-search"), query.text.clone().unwrap_or_default());
        let kept = carried(&[("toko", query.shop.as_deref())]).into_any();
        let list =
            if page.items.is_empty() { empty(&query, tr).into_any() } else { table(page.items, &query, tr).into_any() };
        let dialog = asked.filter(|item| item.status != ProductStatus::Suspended).map(|item| {
            let title = tr.t_args("curating-suspend-product-title", &[("name", item.name.as_str().into())]);
            view! {
                <SuspendDialog title=title lead=tr.t("curating-suspend-product-lead") form=form
                    carried=carried(&filter(&query)).into_any()
                    action=to(&format!("{PATH}/{}/tangguhkan", item.id)) button=tr.t("curating-suspend-button")/>
            }
        });
        view! {
            <CuratingFrame title=tr.t("curating-products-title") lead=tr.t("curating-products-lead")
                waiting=counts.waiting message=message>
                <ErrorSummary errors=restore.summary(tr)/>
                <FilterForm path=PATH words=Some(words) choice=("status", tr.t("curating-state")) options=options
                    chosen=chosen.to_owned() kept=kept/>
                {query.shop.clone().map(|shop| view! {
                    <p class="chips">
                        <a class="chip chip--x" href=to(PATH) aria-label=tr.t("curating-filter-shop-off")>{shop}" ×"</a>
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

fn filter(query: &GoodsQuery) -> [(&'static str, Option<&str>); 3] {
    [
        (WORDS, query.text.as_deref()),
        ("status", query.status.map(ProductStatus::as_str)),
        ("toko", query.shop.as_deref()),
    ]
}

fn address(query: &GoodsQuery, more: &[(&str, &str)]) -> String {
    let mut parts = filter(query).to_vec();
    parts.extend(more.iter().map(|(key, value)| (*key, Some(*value))));
    path_with(PATH, &parts)
}

fn empty(query: &GoodsQuery, tr: Tr) -> impl IntoView + use<> {
    let (title, path, label) = if *query == GoodsQuery::default() {
        ("curating-products-empty", QUEUE, "curating-see-queue")
    } else {
        ("curating-products-none", PATH, "curating-filter-all")
    };
    view! {
        <EmptyState icon="box" title=tr.t(title)>
            <LinkButton href=to(path)>{tr.t(label)}</LinkButton>
        </EmptyState>
    }
}

fn table(items: Vec<GoodsItem>, query: &GoodsQuery, tr: Tr) -> impl IntoView + use<> {
    let columns = vec![
        Column::main(tr.t("curating-product")),
        Column::text(tr.t("curating-shop")),
        Column::number(tr.t("curating-price")),
        Column::text(tr.t("curating-state")),
        Column::text(tr.t("curating-what-to-do")),
    ];
    let rows = items.into_iter().map(|item| row(item, query, tr)).collect();
    view! { <Table caption=tr.t("curating-products-title") columns=columns rows=rows/> }
}

fn row(item: GoodsItem, query: &GoodsQuery, tr: Tr) -> Vec<AnyView> {
    let hidden = format!(": {}", item.name);
    let act = if item.status == ProductStatus::Suspended {
        let action = to(&format!("{PATH}/{}/pulihkan", item.id));
        view! {
            <form method="post" action=action>
                {carried(&filter(query))}
                <Button small=true>
                    {tr.t("curating-restore")}<span class="vh">{hidden}</span>
                </Button>
            </form>
        }
        .into_any()
    } else {
        let link = format!("{}#{SUSPEND}", to(&address(query, &[(SUSPEND, &item.id)])));
        view! {
            <LinkButton href=link kind=ButtonKind::Quiet small=true>
                {tr.t("curating-suspend")}<span class="vh">{hidden}</span>
            </LinkButton>
        }
        .into_any()
    };
    let shop = path_with("/kurasi/toko", &[("toko", Some(&item.shop))]);
    vec![
        view! {
            <span class="thing">
                <Photo photo=item.photo.map(photo) shape=Shape::Square sizes="48px" decorative=true
                    food=sells_food(&item.sentra)/>
                <a href=to(&format!("{QUEUE}/{}", item.id))>{item.name}</a>
            </span>
        }
        .into_any(),
        view! { <span><a href=to(&shop)>{item.shop_name}</a>{format!(", {}", item.sentra_name)}</span> }.into_any(),
        view! { <Money amount=item.price_from/> }.into_any(),
        view! {
            <span>
                <ProductBadge status=item.status/>
                {item.reason.map(|reason| view! { <small class="why">{reason}</small> })}
            </span>
        }
        .into_any(),
        act,
    ]
}
