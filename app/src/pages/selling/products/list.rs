//! `/jual/produk`

use access::{Denied, Seller};
use axum::response::Response;
use domain::{
    limits,
    money::Rupiah,
    product::{ProductStatus, RevisionStatus},
};
use leptos::prelude::*;
use services::selling::{self, SellerItem, SellerTab, TabCounts};

use super::scope;
use crate::{
    layout::{OfficeArea, OfficeLayout, SectionTabs},
    page::PageRequest,
    pages::storefront::view::{path_with, photo},
    ui::{
        Badge, ButtonKind, Column, EmptyState, LinkButton, LoadMore, Money, PageHead, Photo, ProductBadge, Shape, Tab,
        Table, Tabs, Toast, Tone, to,
    },
    viewer::tr,
};

/// Tabs: value in the address, key of the words, which products.
const TABS: [(&str, &str, SellerTab); 6] = [
    ("", "selling-tab-all", SellerTab::Current),
    ("dijual", "selling-tab-published", SellerTab::Published),
    ("konsep", "selling-tab-draft", SellerTab::Draft),
    ("kurasi", "selling-tab-waiting", SellerTab::Waiting),
    ("disembunyikan", "selling-tab-hidden", SellerTab::Hidden),
    ("arsip", "selling-tab-archived", SellerTab::Archived),
];

/// The page.
pub async fn show(request: PageRequest, seller: Seller) -> Result<Response, Denied> {
    let asked = request.query("tab").unwrap_or_default();
    let (own, _, tab) = TABS.into_iter().find(|(value, ..)| *value == asked).unwrap_or(TABS[0]);
    let scope = scope(&seller);
    let cursor = request.query("cursor");
    let services = request.services();
    let page = selling::list(services, scope, tab, cursor.as_deref(), limits::DEFAULT_PAGE_SIZE).await?;
    let counts = selling::counts(services, scope).await?;
    let has_shops = seller.shop_ids.len() > 1;
    let message = request.message();
    let tr = request.tr;
    let more = page.next.map(|next| to(&path_with("/jual/produk", &[("tab", Some(own)), ("cursor", Some(&next))])));
    let content = move || {
        let is_empty = page.items.is_empty();
        view! {
            <PageHead title=tr.t("nav-products") private=true/>
            <OfficeLayout area=OfficeArea::Selling>
                <div class="wrap wrap--top stack gap-3">
                    <Toast message=message/>
                    <SectionTabs/>
                    <div class="row row--between">
                        <h1>{tr.t("nav-products")}</h1>
                        <LinkButton href=to("/jual/produk/baru") kind=ButtonKind::Primary icon="plus">
                            {tr.t("selling-add")}
                        </LinkButton>
                    </div>
                    <Tabs label=tr.t("nav-products") tabs=tabs(own, counts)/>
                    {if is_empty {
                        empty(counts.current + counts.archived == 0).into_any()
                    } else {
                        table(page.items, has_shops).into_any()
                    }}
                    <LoadMore href=more/>
                </div>
            </OfficeLayout>
        }
    };
    Ok(request.render(content).await)
}

fn tabs(own: &str, counts: TabCounts) -> Vec<Tab> {
    let tr = tr();
    TABS.into_iter()
        .map(|(value, label, tab)| Tab {
            path: path_with("/jual/produk", &[("tab", Some(value))]),
            label: tr.t(label),
            count: Some(match tab {
                SellerTab::Current => counts.current,
                SellerTab::Published => counts.published,
                SellerTab::Draft => counts.draft,
                SellerTab::Waiting => counts.waiting,
                SellerTab::Hidden => counts.hidden,
                SellerTab::Archived => counts.archived,
            }),
            current: value == own,
        })
        .collect()
}

fn empty(has_none: bool) -> impl IntoView {
    let tr = tr();
    if has_none {
        view! {
            <EmptyState icon="box" title=tr.t("selling-none") text=tr.t("selling-none-text")>
                <LinkButton href=to("/jual/produk/baru") kind=ButtonKind::Primary icon="camera">
                    {tr.t("selling-add-first")}
                </LinkButton>
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <EmptyState icon="box" title=tr.t("selling-none-here")>
                <LinkButton href=to("/jual/produk")>{tr.t("selling-show-all")}</LinkButton>
            </EmptyState>
        }
        .into_any()
    }
}

fn table(items: Vec<SellerItem>, has_shops: bool) -> impl IntoView {
    let tr = tr();
    let mut columns = vec![Column::main(tr.t("selling-column-product")), Column::text(tr.t("selling-column-state"))];
    if has_shops {
        columns.push(Column::text(tr.t("selling-column-shop")));
    }
    columns.extend([Column::number(tr.t("selling-column-price")), Column::number(tr.t("selling-column-stock"))]);
    let rows = items
        .into_iter()
        .map(|item| {
            let stock = match item.available {
                None => tr.t("selling-made-to-order"),
                Some(0) if item.price_from > 0 => tr.t("sold-out"),
                Some(0) => "–".to_owned(),
                Some(left) => tr.number(left),
            };
            let price = match item.price_from {
                0 => "–".into_any(),
                price => view! { <Money amount=Rupiah::new(price)/> }.into_any(),
            };
            let mut cells = vec![goods(&item).into_any(), states(&item).into_any()];
            if has_shops {
                cells.push(item.shop_name.into_any());
            }
            cells.extend([price, stock.into_any()]);
            cells
        })
        .collect();
    view! { <Table caption=tr.t("nav-products") columns=columns rows=rows/> }
}

fn goods(item: &SellerItem) -> impl IntoView + use<> {
    let note = item.note.clone().or_else(|| item.status_reason.clone());
    view! {
        <a class="goods" href=to(&format!("/jual/produk/{}", item.id))>
            <span class="goods__photo">
                <Photo photo=item.photo.clone().map(photo) shape=Shape::Square sizes="56px" decorative=true/>
            </span>
            <span class="goods__text">
                <b>{item.name.clone()}</b>
                {note.map(|note| view! { <span class="goods__note">{note}</span> })}
            </span>
        </a>
    }
}

/// The state of the product, and of a revision that is under way beside it.
fn states(item: &SellerItem) -> impl IntoView + use<> {
    let tr = tr();
    let is_seen = matches!(item.status, ProductStatus::Published | ProductStatus::Hidden | ProductStatus::Suspended);
    let beside = match item.revision_status {
        RevisionStatus::Draft => Some((Tone::Plain, "selling-revision-draft")),
        RevisionStatus::Proposed => Some((Tone::Info, "selling-revision-proposed")),
        RevisionStatus::ChangesRequested => Some((Tone::Note, "selling-revision-changes")),
        RevisionStatus::Rejected => Some((Tone::Bad, "selling-revision-rejected")),
        RevisionStatus::Published | RevisionStatus::Superseded => None,
    };
    let beside = beside.filter(|_| is_seen);
    view! {
        <span class="goods__states">
            <ProductBadge status=item.status/>
            {beside.map(|(tone, key)| view! { <Badge tone=tone label=tr.t(key)/> })}
        </span>
    }
}
