//! `/produk`: list, filters and search.

use access::Denied;
use axum::response::Response;
use domain::listing::Sort;
use leptos::prelude::*;
use services::catalogue::{Browse, Found, ListQuery, browse};

use super::view::{cards, path_with};
use crate::{
    layout::StoreLayout,
    page::PageRequest,
    structured::{BreadcrumbList, StructuredData},
    ui::{
        Button, ButtonKind, Checkbox, EmptyState, Icon, LinkButton, LoadMore, Notice, PageHead, ProductGrid,
        SearchForm, SectionHead, to,
    },
    viewer::tr,
};

const PATH: &str = "/produk";
/// Orders that the page offers; nothing is rated yet.
const SORTS: [Sort; 4] = [Sort::Relevance, Sort::Newest, Sort::PriceAsc, Sort::PriceDesc];

/// The page. An unknown order is the usual one.
///
/// # Errors
/// A bad cursor; or the database is not available.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    let query = ListQuery {
        q: request.query("q"),
        sentra: request.query("sentra"),
        category: request.query("kategori"),
        shop: None,
        sort: request.query("urut").and_then(|sort| sort.parse().ok()),
        in_stock: request.query("siap").is_some(),
        cursor: request.query("dari"),
        limit: None,
    };
    let found = browse(request.services(), &query, request.locale).await?;
    Ok(request.render(move || view! { <ListPage query=query found=found/> }).await)
}

/// The address of the list with some of its filters.
fn address(query: &ListQuery, cursor: Option<&str>) -> String {
    path_with(
        PATH,
        &[
            ("q", query.q.as_deref()),
            ("sentra", query.sentra.as_deref()),
            ("kategori", query.category.as_deref()),
            ("siap", query.in_stock.then_some("1")),
            ("urut", query.sort.map(Sort::as_str)),
            ("dari", cursor),
        ],
    )
}

/// A filter that is applied: its words, and the list without it.
fn applied(query: &ListQuery, found: &Browse) -> Vec<(String, String)> {
    let tr = tr();
    let mut chips = Vec::new();
    if let Some(q) = &query.q {
        chips.push((format!("“{q}”"), address(&ListQuery { q: None, ..query.clone() }, None)));
    }
    if let Some(slug) = &query.sentra {
        let known = found.categories.iter().find(|category| category.sentra == *slug);
        let name = known.map_or_else(|| slug.clone(), |category| category.sentra_name.clone());
        chips.push((name, address(&ListQuery { sentra: None, ..query.clone() }, None)));
    }
    if let Some(slug) = &query.category {
        let known = found.categories.iter().find(|category| category.slug == *slug);
        let name = known.map_or_else(|| slug.clone(), |category| category.name.clone());
        chips.push((name, address(&ListQuery { category: None, ..query.clone() }, None)));
    }
    if query.in_stock {
        chips.push((tr.t("filter-in-stock"), address(&ListQuery { in_stock: false, ..query.clone() }, None)));
    }
    chips
}

#[component]
fn ListPage(query: ListQuery, found: Browse) -> impl IntoView {
    let tr = tr();
    let chips = applied(&query, &found);
    let title = heading(&query, &found);
    let all = (tr.t("nav-all-products"), Some(PATH.to_owned()));
    let trail = if title == all.0 { vec![(all.0, None)] } else { vec![all, (title.clone(), None)] };
    let count = count_words(found.found);
    let next = found.page.next.as_deref().map(|cursor| to(&address(&query, Some(cursor))));
    let canonical = address(&ListQuery { sort: None, in_stock: false, ..query.clone() }, None);
    let is_empty = found.page.items.is_empty();
    let (is_near, meant) = (found.is_near, found.meant.clone());
    let filters = filters(&query, &found);
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
        <PageHead title=title.clone() description=tr.t("list-description") canonical=canonical/>
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
    let category = query.category.as_ref().and_then(|slug| found.categories.iter().find(|row| row.slug == *slug));
    let sentra = query.sentra.as_ref().and_then(|slug| found.categories.iter().find(|row| row.sentra == *slug));
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
        tr.t_args("products-more", &[("n", found.count.into())])
    } else {
        tr.count("products", found.count)
    }
}

/// Filters as one form; on a phone a sheet that its address opens.
fn filters(query: &ListQuery, found: &Browse) -> impl IntoView + use<> {
    let tr = tr();
    let mut places: Vec<(String, String, i64)> = Vec::new();
    for category in &found.categories {
        match places.iter_mut().find(|(slug, ..)| *slug == category.sentra) {
            Some((.., count)) => *count += category.count,
            None => places.push((category.sentra.clone(), category.sentra_name.clone(), category.count)),
        }
    }
    let kept = query.category.as_ref();
    let categories: Vec<(String, String, i64)> = found
        .categories
        .iter()
        .filter(|category| query.sentra.as_ref().is_none_or(|sentra| *sentra == category.sentra))
        .filter(|category| category.count > 0 || kept == Some(&category.slug))
        .map(|category| (category.slug.clone(), category.name.clone(), category.count))
        .collect();
    view! {
        <form class="filters" id="saring" action=to(PATH) method="get" aria-label=tr.t("filter-products")>
            <div class="filters__head">
                <p class="serif">{tr.t("filter")}</p>
                <a class="icon-link" href="#hasil" aria-label=tr.t("close")><Icon name="x"/></a>
            </div>
            {query.q.clone().map(|q| view! { <input type="hidden" name="q" value=q/> })}
            {query.sort.map(|sort| view! { <input type="hidden" name="urut" value=sort.as_str()/> })}
            {group(tr.t("filter-sentra"), "sentra", places, query.sentra.as_deref())}
            {group(tr.t("filter-category"), "kategori", categories, query.category.as_deref())}
            <fieldset>
                <legend>{tr.t("filter-availability")}</legend>
                <Checkbox name="siap" label=tr.t("filter-in-stock") checked=query.in_stock/>
            </fieldset>
            <span class="filters__apply"><Button kind=ButtonKind::Secondary block=true>{tr.t("filter-apply")}</Button></span>
            <div class="filters__foot">
                <LinkButton href=to(PATH) kind=ButtonKind::Text>{tr.t("clear-filters")}</LinkButton>
                <Button kind=ButtonKind::Primary>{tr.t("filter-show")}</Button>
            </div>
        </form>
    }
}

/// One question of the filters; the first answer is "all".
fn group(
    legend: String,
    name: &'static str,
    rows: Vec<(String, String, i64)>,
    chosen: Option<&str>,
) -> impl IntoView + use<> {
    let tr = tr();
    let all = (String::new(), tr.t("all"), None);
    let rows = rows.into_iter().map(|(slug, label, count)| (slug, label, Some(count)));
    let answers = std::iter::once(all)
        .chain(rows)
        .map(|(slug, label, count)| {
            let checked = chosen.unwrap_or_default() == slug;
            view! {
                <label class="check">
                    <input type="radio" name=name value=slug checked=checked/>
                    <span>{label}</span>
                    {count.map(|count| view! { <span class="check__count">{tr.number(count)}</span> })}
                </label>
            }
        })
        .collect_view();
    view! { <fieldset><legend>{legend}</legend>{answers}</fieldset> }
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
