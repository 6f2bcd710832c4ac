//! The filters of the list: one plain form beside the products, on a phone a sheet that its address opens.

use domain::{certificate::CertificateKind, listing::Making};
use leptos::prelude::*;
use services::catalogue::{Facets, ListQuery, ValueFacet};

use super::query::PATH;
use crate::{
    ui::{Button, ButtonKind, Checkbox, Field, Icon, LinkButton, to},
    viewer::tr,
};

/// Most values of an attribute that are offered.
const MAX_VALUES: usize = 12;

/// An answer of a question: what is sent, its words, its count.
type Answer = (String, String, i64);

/// The form.
pub(super) fn filters(query: &ListQuery, facets: &Facets) -> impl IntoView + use<> {
    let tr = tr();
    let is_capped = facets.is_capped;
    let mut places: Vec<Answer> = Vec::new();
    for category in &facets.categories {
        match places.iter_mut().find(|(slug, ..)| *slug == category.sentra) {
            Some((.., count)) => *count += category.count,
            None => places.push((category.sentra.clone(), category.sentra_name.clone(), category.count)),
        }
    }
    // What no candidate has may still be there beyond them.
    let is_offered = |count: i64, value: &str, chosen: Option<&str>| count > 0 || is_capped || chosen == Some(value);
    let categories = facets
        .categories
        .iter()
        .filter(|category| query.sentra.as_ref().is_none_or(|sentra| *sentra == category.sentra))
        .filter(|category| is_offered(category.count, &category.slug, query.category.as_deref()))
        .map(|category| (category.slug.clone(), category.name.clone(), category.count))
        .collect();
    let named = |kind: &str| tr.t(&format!("certificate-{kind}"));
    let makings = [(Making::Ready, facets.ready), (Making::ToOrder, facets.made_to_order)]
        .into_iter()
        .map(|(making, count)| (making.to_string(), tr.t(&format!("making-{making}")), count))
        .collect();
    let mut certificates: Vec<Answer> =
        facets.certificates.iter().map(|facet| (facet.value.clone(), named(&facet.value), facet.count)).collect();
    if let Some(kind) = query.certificate
        && certificates.iter().all(|(value, ..)| value != kind.as_str())
    {
        certificates.push((kind.to_string(), named(kind.as_str()), 0));
    }
    let in_stock = count_words(facets.in_stock, is_capped);
    view! {
        <form class="filters" id="saring" action=to(PATH) method="get" aria-label=tr.t("filter-products")>
            <div class="filters__head">
                <p class="serif">{tr.t("filter")}</p>
                <a class="icon-link" href="#hasil" aria-label=tr.t("close")><Icon name="x"/></a>
            </div>
            {query.q.clone().map(|q| view! { <input type="hidden" name="q" value=q/> })}
            {query.sort.map(|sort| view! { <input type="hidden" name="urut" value=sort.as_str()/> })}
            {group(tr.t("filter-sentra"), "sentra", places, query.sentra.as_deref(), is_capped)}
            {group(tr.t("filter-category"), "kategori", categories, query.category.as_deref(), is_capped)}
            {prices(query, facets)}
            {values(tr.t("filter-material"), "bahan", &facets.materials, query.material.as_deref(), is_capped)}
            {values(tr.t("filter-taste"), "rasa", &facets.tastes, query.taste.as_deref(), is_capped)}
            {(!certificates.is_empty()).then(|| {
                let chosen = query.certificate.map(CertificateKind::as_str);
                group(tr.t("certificates"), "sertifikat", certificates, chosen, is_capped)
            })}
            {group(tr.t("filter-making"), "buatan", makings, query.making.map(Making::as_str), is_capped)}
            <fieldset>
                <legend>{tr.t("filter-availability")}</legend>
                <Checkbox name="siap" label=tr.t("filter-in-stock") checked=query.in_stock count=in_stock/>
            </fieldset>
            <span class="filters__apply"><Button kind=ButtonKind::Secondary block=true>{tr.t("filter-apply")}</Button></span>
            <div class="filters__foot">
                <LinkButton href=to(PATH) kind=ButtonKind::Text>{tr.t("clear-filters")}</LinkButton>
                <Button kind=ButtonKind::Primary>{tr.t("filter-show")}</Button>
            </div>
        </form>
    }
}

/// `12`; `12+` where not all were counted, and nothing where none of those was one.
fn count_words(count: i64, is_capped: bool) -> String {
    let number = tr().number(count);
    match (is_capped, count) {
        (true, 0) => String::new(),
        (true, _) => format!("{number}+"),
        (false, _) => number,
    }
}

/// From–to, with the lowest and the highest price as examples.
fn prices(query: &ListQuery, facets: &Facets) -> impl IntoView + use<> {
    let tr = tr();
    let field = |name: &'static str, label: String, value: Option<i64>, example: Option<i64>| {
        let example = example.map(|price| tr.number(price)).unwrap_or_default();
        let value = value.map(|price| price.to_string()).unwrap_or_default();
        view! {
            <Field name=name id=format!("harga-{name}") label=label value=value placeholder=example prefix="Rp"
                inputmode="numeric" autocomplete="off" maxlength=15/>
        }
    };
    let (low, high) = facets.prices.unzip();
    view! {
        <fieldset>
            <legend>{tr.t("filter-price")}</legend>
            <div class="filters__pair">
                {field("min", tr.t("price-low"), query.price_min, low)}
                {field("maks", tr.t("price-high"), query.price_max, high)}
            </div>
        </fieldset>
    }
}

/// The values of an attribute; nothing where there is none to choose.
fn values(
    legend: String,
    name: &'static str,
    facets: &[ValueFacet],
    chosen: Option<&str>,
    is_capped: bool,
) -> Option<impl IntoView + use<>> {
    let mut answers: Vec<Answer> = facets
        .iter()
        .enumerate()
        .filter(|(place, facet)| *place < MAX_VALUES || chosen == Some(facet.value.as_str()))
        .map(|(_, facet)| (facet.value.clone(), facet.name.clone(), facet.count))
        .collect();
    if let Some(chosen) = chosen.filter(|chosen| answers.iter().all(|(value, ..)| value != chosen)) {
        answers.push((chosen.to_owned(), chosen.to_owned(), 0));
    }
    (!answers.is_empty()).then(|| group(legend, name, answers, chosen, is_capped))
}

/// One question; the first answer is "all".
fn group(
    legend: String,
    name: &'static str,
    answers: Vec<Answer>,
    chosen: Option<&str>,
    is_capped: bool,
) -> impl IntoView + use<> {
    let all = (String::new(), tr().t("all"), None);
    let answers = answers.into_iter().map(|(value, label, count)| (value, label, Some(count_words(count, is_capped))));
    let answers = std::iter::once(all)
        .chain(answers)
        .map(|(value, label, count)| {
            let checked = chosen.unwrap_or_default() == value;
            view! {
                <label class="check">
                    <input type="radio" name=name value=value checked=checked/>
                    <span>{label}</span>
                    {count.map(|count| view! { <span class="check__count">{count}</span> })}
                </label>
            }
        })
        .collect_view();
    view! { <fieldset><legend>{legend}</legend>{answers}</fieldset> }
}
