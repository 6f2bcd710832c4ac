//! What the shop says of a product, and what is known of the shop.

use domain::{
    locale::Locale,
    time::{Timestamp, Zone},
};
use leptos::prelude::*;
use services::curation::{HistoryEvent, HistoryKind, ReviewItem, VersionText};
use text::Tr;

use crate::{
    pages::curating::{decision::ActionBadge, when::ago},
    ui::{Column, Facts, Money, ShopBadge, Table},
    viewer::tr,
};

#[component]
pub(super) fn Evidence(item: ReviewItem, now: Timestamp) -> impl IntoView {
    let tr = tr();
    let texts = item.version.texts.iter().map(|text| text_in(text, tr)).collect_view();
    let has_english = item.version.texts.iter().any(|text| text.locale == Locale::En);
    let history = item.history.iter().map(|event| happened(event, now, tr)).collect_view();
    view! {
        <div class="stack gap-3">
            {texts}
            {(!has_english).then(|| view! { <p class="small muted">{tr.t("curating-no-english")}</p> })}
            <div>
                <h2 class="h-gap">{tr.t("curating-facts")}</h2>
                <Facts rows=facts(&item, tr)/>
            </div>
            <div>
                <h2 class="h-gap">{tr.t("curating-variants")}</h2>
                {variants(&item, tr)}
            </div>
            <div>
                <h2 class="h-gap">{tr.t("curating-shop")}" "<ShopBadge status=item.shop.status/></h2>
                <p class="small muted">{shop(&item, tr)}</p>
            </div>
            <div>
                <h2 class="h-gap">{tr.t("curating-history")}</h2>
                <ol class="decisions decisions--plain">{history}</ol>
            </div>
        </div>
    }
}

fn text_in(text: &VersionText, tr: Tr) -> impl IntoView + use<> {
    let title = match text.locale {
        Locale::Id => tr.t("curating-text-id"),
        Locale::En => tr.t("curating-text-en"),
    };
    let description = match text.description.trim() {
        "" => tr.t("curating-empty-value"),
        given => given.to_owned(),
    };
    view! {
        <div>
            <h2 class="h-gap">{title}</h2>
            <div lang=text.locale.as_str() class="stack gap-05">
                <p><b>{text.name.clone()}</b></p>
                <p class="read pre">{description}</p>
            </div>
        </div>
    }
}

fn facts(item: &ReviewItem, tr: Tr) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> =
        item.version.attributes.iter().map(|attribute| (attribute.name.clone(), attribute.value.clone())).collect();
    let lead = if item.made_to_order { "curating-fact-making" } else { "curating-fact-lead" };
    rows.push((tr.t(lead), tr.count("curating-days", item.lead_time_days)));
    if let Some(days) = item.shelf_life_days {
        rows.push((tr.t("curating-fact-shelf-life"), tr.count("curating-days", days)));
    }
    let transport = tr.t(&format!("curating-transport-{}", item.transport.as_str()));
    rows.push((tr.t("curating-fact-transport"), transport));
    rows
}

fn variants(item: &ReviewItem, tr: Tr) -> impl IntoView + use<> {
    let columns = vec![
        Column::main(tr.t("curating-variant")),
        Column::number(tr.t("curating-price")),
        Column::number(tr.t("curating-weight")),
        Column::number(tr.t("curating-in-stock")),
    ];
    let rows = item
        .variants
        .iter()
        .map(|variant| {
            let name = if variant.name.is_empty() { tr.t("curating-variant-only") } else { variant.name.clone() };
            let stock = variant.available.map_or_else(|| tr.t("curating-made-to-order"), |n| tr.number(n));
            vec![
                name.into_any(),
                view! { <Money amount=variant.price/> }.into_any(),
                variant.weight.display(tr.locale()).into_any(),
                stock.into_any(),
            ]
        })
        .collect();
    view! { <Table caption=tr.t("curating-variants") columns=columns rows=rows/> }
}

/// "Sri Utami, sejak 1998. 41 barang dijual, …"
fn shop(item: &ReviewItem, tr: Tr) -> String {
    let shop = &item.shop;
    let who = match shop.since_year {
        Some(year) => tr
            .t_args("curating-shop-since", &[("owner", shop.owner.as_str().into()), ("year", year.to_string().into())]),
        None => shop.owner.clone(),
    };
    let record = tr.t_args(
        "curating-shop-record",
        &[
            ("published", shop.published.into()),
            ("waiting", shop.waiting.into()),
            ("changes", shop.changes_requested.into()),
            ("rejected", shop.rejected.into()),
        ],
    );
    format!("{who}. {record}")
}

fn happened(event: &HistoryEvent, now: Timestamp, tr: Tr) -> impl IntoView + use<> {
    let what = match event.kind {
        HistoryKind::Proposed(number) => tr.count("curating-history-proposed", number).into_any(),
        HistoryKind::Decided(action) => view! { <ActionBadge action=action/> }.into_any(),
    };
    let by =
        tr.t_args("curating-decided-by", &[("who", event.who.as_str().into()), ("ago", ago(event.at, now, tr).into())]);
    view! {
        <li>
            <p>{what}</p>
            {event.words.clone().map(|words| view! { <p class="small pre">{words}</p> })}
            <p class="small muted"><time title=tr.moment(event.at, Zone::Wib)>{by}</time></p>
        </li>
    }
}
