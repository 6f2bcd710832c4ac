//! A case from its beginning: what is wrong, photos, what was written, how it ended.

use leptos::prelude::*;
use services::complaints::{CaseView, ReplacementView};

use super::CaseBadge;
use crate::{
    ui::{Facts, Notice, Panel, StepState, Timeline, TimelineStep, Tone, to},
    viewer::tr,
};

/// The story of a case; `path` is where its photos are.
#[component]
pub(in crate::pages) fn CaseStory(case: CaseView, path: String) -> impl IntoView {
    let tr = tr();
    let detail = &case.detail;
    let items = case.items.iter().map(|item| {
        let name = if item.variant_name.is_empty() {
            item.name.clone()
        } else {
            format!("{}, {}", item.name, item.variant_name)
        };
        (name, tr.count("case-pieces", item.pieces))
    });
    let mut rows: Vec<(String, String)> = items.collect();
    rows.push((tr.t("case-opened"), tr.moment(detail.opened_at, detail.zone)));
    let photos = case
        .photos
        .iter()
        .enumerate()
        .map(|(place, photo)| {
            let source = to(&format!("{path}/foto/{}", photo.id));
            let link = source.clone();
            let alt = tr.t_args("case-photo-alt", &[("n", (i64::try_from(place).unwrap_or(0) + 1).into())]);
            view! {
                <li><a href=link>
                    <img src=source alt=alt width=photo.width.to_string() height=photo.height.to_string() loading="lazy"/>
                </a></li>
            }
        })
        .collect_view();
    let steps: Vec<TimelineStep> = case
        .messages
        .iter()
        .map(|message| TimelineStep {
            title: format!(
                "{} · {}",
                tr.t(&format!("case-by-{}", message.actor)),
                tr.moment(message.instant, detail.zone)
            ),
            detail: Some(message.text.clone()),
            state: StepState::Done,
        })
        .collect();
    let has_messages = !steps.is_empty();
    view! {
        <Panel>
            <p class="row row--between">
                <b>{tr.t(&format!("case-reason-{}", case.reason))}</b><CaseBadge status=case.status/>
            </p>
            <p class="pre">{case.text.clone()}</p>
            <Facts rows=rows/>
            {(!case.photos.is_empty()).then(|| view! { <ul class="case-photos">{photos}</ul> })}
            {has_messages.then(|| view! { <Timeline steps=steps/> })}
            {case.replacement.clone().map(|again| view! { <Again again=again/> })}
            <Standing case=case/>
        </Panel>
    }
}

/// What is offered, or how it ended.
#[component]
fn Standing(case: CaseView) -> impl IntoView {
    let tr = tr();
    let amount = case.offer.and_then(|offer| offer.amount).map(|amount| amount.to_string()).unwrap_or_default();
    if let Some(resolution) = case.resolution {
        return view! {
            <Notice tone=Tone::Good>
                <p>{tr.t(&format!("case-resolution-{resolution}"))}</p>
                {case.decision.map(|why| view! { <p class="pre">{why}</p> })}
            </Notice>
        }
        .into_any();
    }
    match case.offer.filter(|_| case.detail.is_live) {
        Some(offer) => view! {
            <Notice>
                <p>{tr.t_args(&format!("case-offer-{}", offer.resolution), &[("amount", amount.into())])}</p>
            </Notice>
        }
        .into_any(),
        None => ().into_any(),
    }
}

/// Where the goods are that are sent again.
#[component]
fn Again(again: ReplacementView) -> impl IntoView {
    let tr = tr();
    let mut rows = vec![(tr.t("case-again"), tr.t(&format!("case-again-{}", again.status)))];
    rows.extend(again.courier.map(|courier| (tr.t("order-fact-courier"), courier)));
    rows.extend(again.tracking.map(|tracking| (tr.t("order-fact-tracking"), tracking)));
    view! { <Facts rows=rows/> }
}
