//! What the address asks of the list, and addresses that ask for something else.

use domain::{
    certificate::CertificateKind,
    limits,
    listing::{Making, Sort},
    money::Rupiah,
};
use services::catalogue::{Facets, ListQuery, ValueFacet};

use crate::{page::PageRequest, pages::storefront::view::path_with, viewer::tr};

pub(super) const PATH: &str = "/produk";

/// Reads the address. What it does not understand is not asked for.
pub(super) fn read(request: &PageRequest) -> ListQuery {
    let price = |key| {
        let price: Rupiah = request.query(key)?.parse().ok()?;
        Some(price.get().clamp(0, *limits::PRICE.end()))
    };
    let (low, high) = match (price("min"), price("maks")) {
        // Swapped by mistake.
        (Some(low), Some(high)) if low > high => (Some(high), Some(low)),
        as_typed => as_typed,
    };
    ListQuery {
        q: request.query("q"),
        sentra: request.query("sentra"),
        category: request.query("kategori"),
        material: request.query("bahan"),
        taste: request.query("rasa"),
        making: request.query("buatan").and_then(|making| making.parse().ok()),
        certificate: request.query("sertifikat").and_then(|kind| kind.parse().ok()),
        in_stock: request.query("siap").is_some(),
        price_min: low,
        price_max: high,
        sort: request.query("urut").and_then(|sort| sort.parse().ok()),
        cursor: request.query("dari"),
        ..ListQuery::default()
    }
}

/// The address of the list with some of its filters.
pub(super) fn address(query: &ListQuery, cursor: Option<&str>) -> String {
    let (low, high) = (query.price_min.map(|price| price.to_string()), query.price_max.map(|price| price.to_string()));
    path_with(
        PATH,
        &[
            ("q", query.q.as_deref()),
            ("sentra", query.sentra.as_deref()),
            ("kategori", query.category.as_deref()),
            ("bahan", query.material.as_deref()),
            ("rasa", query.taste.as_deref()),
            ("buatan", query.making.map(Making::as_str)),
            ("sertifikat", query.certificate.map(CertificateKind::as_str)),
            ("siap", query.in_stock.then_some("1")),
            ("min", low.as_deref()),
            ("maks", high.as_deref()),
            ("urut", query.sort.map(Sort::as_str)),
            ("dari", cursor),
        ],
    )
}

/// The list that search engines know: words, place and kind of goods, in the usual order.
pub(super) fn canonical(query: &ListQuery) -> String {
    let (q, sentra, category) = (query.q.clone(), query.sentra.clone(), query.category.clone());
    address(&ListQuery { q, sentra, category, ..ListQuery::default() }, None)
}

/// The filters that are applied: the words of each, and the list without it.
pub(super) fn applied(query: &ListQuery, facets: &Facets) -> Vec<(String, String)> {
    let tr = tr();
    let mut chips = Vec::new();
    let mut chip = |words: Option<String>, without: ListQuery| {
        chips.extend(words.map(|words| (words, address(&without, None))));
    };
    chip(query.q.as_ref().map(|q| format!("“{q}”")), ListQuery { q: None, ..query.clone() });
    let sentra = query.sentra.as_ref().map(|slug| {
        let known = facets.categories.iter().find(|category| category.sentra == *slug);
        known.map_or_else(|| slug.clone(), |category| category.sentra_name.clone())
    });
    chip(sentra, ListQuery { sentra: None, ..query.clone() });
    let category = query.category.as_ref().map(|slug| {
        let known = facets.categories.iter().find(|category| category.slug == *slug);
        known.map_or_else(|| slug.clone(), |category| category.name.clone())
    });
    chip(category, ListQuery { category: None, ..query.clone() });
    let named = |value: &Option<String>, facets: &[ValueFacet]| {
        let value = value.as_ref()?;
        let known = facets.iter().find(|facet| facet.value == *value);
        Some(known.map_or_else(|| value.clone(), |facet| facet.name.clone()))
    };
    chip(named(&query.material, &facets.materials), ListQuery { material: None, ..query.clone() });
    chip(named(&query.taste, &facets.tastes), ListQuery { taste: None, ..query.clone() });
    let making = query.making.map(|making| tr.t(&format!("making-{making}")));
    chip(making, ListQuery { making: None, ..query.clone() });
    let certificate = query.certificate.map(|kind| tr.t(&format!("certificate-{kind}")));
    chip(certificate, ListQuery { certificate: None, ..query.clone() });
    chip(query.in_stock.then(|| tr.t("filter-in-stock")), ListQuery { in_stock: false, ..query.clone() });
    let money = |price: i64| tr.money(Rupiah::new(price));
    let price = match (query.price_min, query.price_max) {
        (Some(low), Some(high)) => Some(format!("{}–{}", money(low), money(high))),
        (Some(low), None) => Some(tr.t_args("price-at-least", &[("price", money(low).into())])),
        (None, Some(high)) => Some(tr.t_args("price-at-most", &[("price", money(high).into())])),
        (None, None) => None,
    };
    chip(price, ListQuery { price_min: None, price_max: None, ..query.clone() });
    chips
}
