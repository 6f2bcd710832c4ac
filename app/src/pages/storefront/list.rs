//! `/produk`: list, filters and search.

mod filters;
mod query;

use access::Denied;
use axum::response::Response;
use domain::listing::Sort;
use leptos::prelude::*;
use services::catalogue::{Browse, Found, ListQuery, browse};

use self::{
    filters::filters,
    query::{PATH, address, applied},
};
use super::view::{cards, photo};
use crate::{
    layout::StoreLayout,
    page::PageRequest,
    structured::{BreadcrumbList, StructuredData},
    ui::{
        ButtonKind, EmptyState, Icon, LinkButton, LoadMore, Notice, PageHead, ProductGrid, SearchForm, SectionHead,
        ShareImage, to,
    },
    viewer::tr,
};

/// Orders that the page offers; nothing is rated yet.
const SORTS: [Sort; 5] = [Sort::Relevance, Sort::Newest, Sort::Rating, Sort::PriceAsc, Sort::PriceDesc];

/// The page. An unknown order is the usual one.
///
/// # Errors
/// A bad cursor; or the database is not available.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    let query = query::read(&request);
    let found = browse(request.services(), &query, request.locale).await?;
    Ok(request.render(move || view! { <ListPage query=query found=found/> }).await)
}

#[component]
fn ListPage(query: ListQuery, found: Browse) -> impl IntoView {
    let tr = tr();
    let chips = applied(&query, &found.facets);
    let title = heading(&query, &found);
    let all = (tr.t("nav-all-products"), Some(PATH.to_owned()));
    let trail = if title == all.0 { vec![(all.0, None)] } else { vec![all, (title.clone(), None)] };
    let count = count_words(found.found);
    let next = found.page.next.as_deref().map(|cursor| to(&address(&query, Some(cursor))));
    let canonical = query::canonical(&query);
    let image = found.page.items.iter().find_map(|item| item.photo.clone()).map(photo);
    let image = image.as_ref().and_then(ShareImage::of_photo);
    let is_empty = found.page.items.is_empty();
    let (is_near, meant) = (found.is_near, found.meant.clone());
    let filters = filters(&query, &found.facets);
    let chip_count = chips.len();
    let chip_links = chips
        .into_iter()
        .map(|(label, path)| {
            view! {
                <a class="chip chip--x" href=to(&path)>
                    {label}<Icon name="x" class="i--s"/><span class="vh">{tr.t("remove-filter")}</span>
                </a>
            }
        })
        .collect_view();
    view! {
        <PageHead title=title.clone() description=tr.t("list-description") canonical=canonical image=image private=query.q.is_some()/>
        <StoreLayout query=query.q.clone().unwrap_or_default()>
            <StructuredData thing=BreadcrumbList::of(&trail)/>
            <div class="wrap section">
                <div class="phone-only list-search"><SearchForm id="cari-daftar" value=query.q.clone().unwrap_or_default()/></div>
                <div class="list-layout">
                    {filters}
                    <div class="stack" id="hasil">
                        <div class="stack gap-05"><h1>{title}</h1><p class="muted">{count}</p></div>
                        <div class="list-bar">
                            <a class="btn btn--quiet phone-only" href="#saring">
                                <Icon name="sliders-horizontal"/>{tr.t("filter")}
                                {(chip_count > 0).then(|| view! { <span class="count">{chip_count}</span> })}
                            </a>
                            {sort_menu(&query)}
                        </div>
                        {(chip_count > 0).then(|| view! {
                            <div class="chips" role="group" aria-label=tr.t("filters-applied")>
                                {chip_links}
                                <a class="btn btn--text btn--s" href=to(PATH)>{tr.t("clear-filters")}</a>
                            </div>
                        })}
                        {(is_near || meant.is_some()).then(|| meant_instead(&query, is_near, meant.as_deref()))}
                        {if is_empty {
                            view! { <Nothing suggestions=cards(found.suggestions)/> }.into_any()
                        } else {
                            view! { <ProductGrid products=cards(found.page.items) eager=4/> }.into_any()
                        }}
                        <LoadMore href=next/>
                    </div>
                </div>
            </div>
        </StoreLayout>
    }
}

fn heading(query: &ListQuery, found: &Browse) -> String {
    let tr = tr();
    let category =
        query.category.as_ref().and_then(|slug| found.facets.categories.iter().find(|row| row.slug == *slug));
    let sentra = query.sentra.as_ref().and_then(|slug| found.facets.categories.iter().find(|row| row.sentra == *slug));
    match (&query.q, category, sentra) {
        (Some(q), ..) => tr.t_args("list-search", &[("q", q.into())]),
        (None, Some(category), _) => category.name.clone(),
        (None, None, Some(sentra)) => tr.t_args("list-sentra", &[("name", (&sentra.sentra_name).into())]),
        (None, None, None) => tr.t("nav-all-products"),
    }
}

fn count_words(found: Found) -> String {
    let tr = tr();
    if found.more {
        tr.t_args("products-more", &[("n", tr.number(found.count).into())])
    } else {
        tr.count("products", found.count)
    }
}

fn sort_menu(query: &ListQuery) -> impl IntoView + use<> {
    let tr = tr();
    let current = query.sort.unwrap_or(Sort::Relevance);
    let label = |sort: Sort| tr.t(&format!("sort-{}", sort.as_str()));
    let links = SORTS
        .into_iter()
        .map(|sort| {
            let path = address(&ListQuery { sort: Some(sort), ..query.clone() }, None);
            view! { <a href=to(&path) aria-current=(sort == current).then_some("true")>{label(sort)}</a> }
        })
        .collect_view();
    view! {
        <details class="menu">
            <summary><span class="vh">{tr.t("sort-by")}" "</span>{label(current)}<Icon name="chevron-down"/></summary>
            <div class="menu__list">{links}</div>
        </details>
    }
}

/// That not all words were found, and what was probably meant.
fn meant_instead(query: &ListQuery, is_near: bool, meant: Option<&str>) -> impl IntoView + use<> {
    let tr = tr();
    let link = meant.map(|meant| {
        let path = address(&ListQuery { q: Some(meant.to_owned()), ..query.clone() }, None);
        let words = meant.to_owned();
        view! { <p>{tr.t("meant")}" "<a href=to(&path)>{words}</a></p> }
    });
    view! {
        <Notice icon="search">
            {link}
            {is_near.then(|| view! { <p>{tr.t("nearest-shown")}</p> })}
        </Notice>
    }
}

#[component]
fn Nothing(suggestions: Vec<crate::ui::ProductCardView>) -> impl IntoView {
    let tr = tr();
    view! {
        <EmptyState icon="search" title=tr.t("nothing-found") text=tr.t("nothing-found-text")>
            <LinkButton href=to(PATH) kind=ButtonKind::Secondary>{tr.t("clear-filters")}</LinkButton>
        </EmptyState>
        {(!suggestions.is_empty()).then(|| view! {
            <SectionHead title=tr.t("nothing-found-else")/>
            <ProductGrid products=suggestions/>
        })}
    }
}
