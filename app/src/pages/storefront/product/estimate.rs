//! What it costs to bring one piece to a place, and when it arrives: asked for by its address alone, so that it can be
//! kept, sent on and gone back to.

use access::Denied;
use domain::{fulfilment::DeliveryMethod, limits, money::Rupiah};
use leptos::prelude::*;
use services::{
    Error,
    catalogue::{ProductView, VariantView},
    regions::{self, RegionHit},
    shipping::{self, DeliveryRefusal, ItemRequest, RefusedOption, ShippingOption, ShopQuote},
};

use crate::{
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{Button, Field, Icon, to},
    viewer::tr,
};

/// Id of the form.
pub(super) const ID: &str = "ongkir";
/// What was typed of a place.
const TYPED: &str = "ke";
/// Code of the village.
pub(super) const REGION: &str = "wilayah";
/// Most villages to choose from; who sees so many adds a word.
const MOST_HITS: i64 = 8;
/// Longest code that is looked up; a village's has 13 characters.
const MAX_CODE: usize = 13;

/// What was asked, and the answer.
#[derive(Clone, Default)]
pub(super) struct Estimate {
    /// What was typed.
    query: String,
    /// The villages to choose from.
    hits: Vec<RegionHit>,
    /// The village, once there is no doubt.
    region: Option<RegionHit>,
    /// How one piece gets there.
    quote: Option<ShopQuote>,
}

impl Estimate {
    /// Reads the address; without a place in it, nothing is looked up. A search with one answer is a choice.
    pub async fn load(
        request: &PageRequest,
        product: &ProductView,
        chosen: Option<&VariantView>,
    ) -> Result<Self, Denied> {
        let services = request.services();
        let code = request.query(REGION).filter(|code| code.len() <= MAX_CODE);
        let mut estimate = Self { query: request.query(TYPED).unwrap_or_default(), ..Self::default() };
        if let Some(code) = code {
            estimate.region = regions::find(services, &code).await?;
        }
        if estimate.region.is_none() && !estimate.query.is_empty() {
            estimate.hits = regions::search(services, &estimate.query, MOST_HITS).await?;
            if estimate.hits.len() == 1 {
                estimate.region = estimate.hits.pop();
            }
        }
        let in_stock = product.variants.iter().find(|variant| variant.available != Some(0));
        let (Some(region), Some(variant)) = (&estimate.region, chosen.or(in_stock)) else { return Ok(estimate) };
        let items = [ItemRequest { variant: variant.id.clone(), quantity: 1 }];
        estimate.quote = match shipping::quote(services, &items, Some(&region.code), request.locale).await {
            Ok(quotes) => quotes.into_iter().next(),
            // It went off sale just now; the page says so.
            Err(Error::Rejected(_)) => None,
            Err(error) => return Err(error.into()),
        };
        Ok(estimate)
    }

    /// The village, for links that keep it.
    pub fn region(&self) -> Option<&str> {
        self.region.as_ref().map(|region| region.code.as_str())
    }

    /// The cheapest way that brings it, with the name of the place.
    pub fn cheapest(&self) -> Option<(&str, &ShippingOption)> {
        let brought = |option: &&ShippingOption| option.method != DeliveryMethod::Pickup;
        let option = self.quote.as_ref()?.options.iter().filter(brought).min_by_key(|option| option.price)?;
        Some((self.region.as_ref()?.name.as_str(), option))
    }

    fn is_asked(&self) -> bool {
        self.region.is_some() || !self.query.is_empty()
    }
}

/// The question and its answer, folded until it is asked.
#[component]
pub(super) fn ShippingEstimate(
    estimate: Estimate,
    /// Path of the product.
    path: String,
    /// Name of the product.
    name: String,
    /// The variant in the address.
    variant: Option<String>,
) -> impl IntoView {
    let tr = tr();
    let is_unknown = estimate.region.is_none() && estimate.hits.is_empty() && !estimate.query.is_empty();
    let error = is_unknown.then(|| tr.t_args("checkout-village-unknown", &[("q", estimate.query.clone().into())]));
    let value = match &estimate.region {
        Some(region) => region.name.clone(),
        None => estimate.query.clone(),
    };
    let button = view! { <Button icon="search">{tr.t("estimate-ask")}</Button> };
    let hits = (!estimate.hits.is_empty()).then(|| hits(&estimate.hits, &path, variant.as_deref()));
    let answer = estimate.region.as_ref().map(|region| answer(region, estimate.quote.as_ref(), &name));
    view! {
        <details class="proof" open=estimate.is_asked()>
            <summary><Icon name="truck"/><span>{tr.t("estimate")}</span><Icon name="chevron-down"/></summary>
            <div id=ID class="estimate stack gap-1">
                <form class="estimate__form" method="get" action=format!("{}#{ID}", to(&path))>
                    {variant.map(|id| view! { <input type="hidden" name="varian" value=id/> })}
                    <Field name=TYPED label=tr.t("estimate-place") hint=tr.t("estimate-hint") value=value error=error
                        kind="search" autocomplete="off" maxlength=*limits::SEARCH.end() button=button.into_any()/>
                </form>
                <div role="status">{hits}{answer}</div>
            </div>
        </details>
    }
}

fn hits(found: &[RegionHit], path: &str, variant: Option<&str>) -> impl IntoView + use<> {
    let tr = tr();
    let links = found
        .iter()
        .map(|region| {
            let address = path_with(path, &[("varian", variant), (REGION, Some(&region.code))]);
            view! { <li><a href=to(&format!("{address}#{ID}"))>{region.full_name.clone()}</a></li> }
        })
        .collect_view();
    let is_cut = i64::try_from(found.len()).is_ok_and(|count| count >= MOST_HITS);
    view! {
        <p>{tr.t("checkout-village-choose")}</p>
        <ul class="estimate__hits" role="list">{links}</ul>
        {is_cut.then(|| view! { <p class="hint">{tr.t("checkout-village-more")}</p> })}
    }
}

fn answer(region: &RegionHit, quote: Option<&ShopQuote>, name: &str) -> impl IntoView + use<> {
    let tr = tr();
    let to_place = tr.t_args("estimate-to", &[("place", region.full_name.as_str().into())]);
    let Some(quote) = quote else {
        return view! { <p>{tr.t("estimate-off-sale")}</p> }.into_any();
    };
    let rows = quote
        .options
        .iter()
        .map(|option| {
            let dates = tr.range(option.arrives_from, option.arrives_to);
            let when = if option.method == DeliveryMethod::Pickup { "estimate-ready" } else { "checkout-arrives" };
            view! {
                <tr>
                    <th scope="row">{way(option.method, &option.name)}<span class="muted">{tr.t_args(when, &[("dates", dates.into())])}</span></th>
                    <td>{if option.price == Rupiah::ZERO { tr.t("checkout-free") } else { option.price.to_string() }}</td>
                </tr>
            }
        })
        .collect_view();
    let refused = quote.refused.iter().map(|refused| view! { <li>{reason(refused, name)}</li> }).collect_view();
    let is_brought = quote.options.iter().any(|option| option.method != DeliveryMethod::Pickup);
    view! {
        {(!is_brought).then(|| view! { <p><b>{tr.t("estimate-unreachable")}</b></p> })}
        <table class="tiers"><caption>{to_place}</caption><tbody>{rows}</tbody></table>
        {(!quote.refused.is_empty()).then(|| view! { <ul class="estimate__refused">{refused}</ul> })}
    }
    .into_any()
}

fn way(method: DeliveryMethod, name: &str) -> String {
    match method {
        DeliveryMethod::Courier => name.to_owned(),
        DeliveryMethod::SellerDelivery => tr().t("checkout-seller-delivery"),
        DeliveryMethod::Pickup => tr().t("checkout-pickup"),
    }
}

/// Why it cannot go a way.
fn reason(refused: &RefusedOption, name: &str) -> String {
    let tr = tr();
    let key = match refused.reason {
        DeliveryRefusal::TooFar => "checkout-refused-far",
        DeliveryRefusal::TooHeavy => "checkout-refused-heavy",
        DeliveryRefusal::Spoils => "checkout-refused-spoils",
    };
    let date = refused.arrives_to.map(|date| tr.date(date)).unwrap_or_default();
    let way = way(refused.method, &refused.name);
    tr.t_args(key, &[("way", way.into()), ("goods", name.into()), ("date", date.into())])
}
