//! `/kurasi/antrean/{id}`: one product with everything to judge it by, and the decision.

mod changes;
mod decide;
mod evidence;
mod photos;

use access::{Curator, Denied};
use axum::{extract::Path, response::Response};
use domain::{locale::Locale, time::Timestamp};
use leptos::prelude::*;
use services::curation::{self, QueueFilter, QueueItem, ReviewItem};
use text::Tr;

use self::{
    changes::ChangesView,
    decide::DecisionPane,
    evidence::{Details, Texts},
    photos::ContactSheet,
};
use super::{frame::QUEUE, queue::row};
use crate::{
    layout::{OfficeArea, OfficeLayout},
    page::PageRequest,
    ui::{ButtonKind, Icon, LinkButton, Money, Notice, PageHead, ProductBadge, Toast, Tone, to},
};

/// Values of the checkboxes of what often needs work; their sentences are `curating-issue-{value}`.
pub const ISSUES: [&str; 5] = ["photo-dark", "photo-scale", "name", "description", "translation"];

/// Name of the decision about a product: one for its three forms, of which only the last one sent is shown again.
#[must_use]
pub fn form_name(id: &str) -> String {
    format!("curating-decision:{id}")
}

/// The page.
pub async fn show(request: PageRequest, Curator(_): Curator, Path(id): Path<String>) -> Result<Response, Denied> {
    let services = request.services();
    let item = curation::find(services, &id, request.locale).await?;
    let queue = curation::queue(services, &QueueFilter::default(), None, None, request.locale).await?;
    let waiting = curation::counts(services).await?.waiting;
    let before = curation::before(services, &id).await?;
    let next = curation::next(services, &id, request.locale).await?;
    let form = request.form(&form_name(&id)).await?;
    let now = services.now();
    let message = request.message();
    let tr = request.tr;
    let view = move || {
        let name = name(&item, tr.locale());
        view! {
            <PageHead title=tr.t_args("curating-review-title", &[("name", name.as_str().into())]) private=true/>
            <OfficeLayout area=OfficeArea::Curating counts=vec![(QUEUE, waiting)]>
                <div class="desk">
                    {queue_pane(queue.items, waiting, &item.id, now, tr)}
                    <section class="desk__main stack gap-3" aria-label=tr.t("curating-review-pane") tabindex="0">
                        <Toast message=message/>
                        {head(&item, name.clone(), tr)}
                        {standing(&item, tr)}
                        {item.changes.clone().map(|changes| view! { <ChangesView changes=changes/> })}
                        <div class="desk__pair">
                            <ContactSheet photos=item.version.photos.clone()/>
                            <Texts item=item.clone()/>
                        </div>
                        <Details item=item.clone() now=now/>
                    </section>
                    <DecisionPane item=item name=name form=form before=before next=next/>
                </div>
            </OfficeLayout>
        }
    };
    Ok(request.render(view).await)
}

/// Name in the language of the page, else in Indonesian.
fn name(item: &ReviewItem, locale: Locale) -> String {
    let texts = &item.version.texts;
    let text = texts.iter().find(|text| text.locale == locale).or(texts.first());
    text.map_or_else(|| item.slug.clone(), |text| text.name.clone())
}

fn queue_pane(items: Vec<QueueItem>, waiting: i64, current: &str, now: Timestamp, tr: Tr) -> impl IntoView + use<> {
    let rows = items.into_iter().map(|item| row(item, Some(current), now, tr)).collect_view();
    view! {
        <section class="desk__list" aria-label=tr.t("curating-queue-title") tabindex="0">
            <div class="panel__head">
                <h2>{tr.count("curating-waiting", waiting)}</h2>
                <a class="small" href=to(QUEUE)>{tr.t("curating-see-queue")}</a>
            </div>
            <ol class="queue">{rows}</ol>
        </section>
    }
}

fn head(item: &ReviewItem, name: String, tr: Tr) -> impl IntoView + use<> {
    let is_on_sale = item.status == domain::product::ProductStatus::Published;
    let shop = to(&format!("/toko/{}", item.shop.slug));
    let price = item.variants.iter().map(|variant| variant.price).min();
    let stock: Option<i64> = item.variants.iter().map(|variant| variant.available).sum();
    let unit = match stock {
        Some(stock) => tr.count("curating-stock", stock),
        None => tr.t("curating-made-to-order"),
    };
    view! {
        <div class="row row--between" data-sentra=item.sentra.clone()>
            <div>
                <p class="maker">
                    <Icon name="store"/>
                    <span><a href=shop>{item.shop.name.clone()}</a>{format!(" · {}", item.sentra_name)}</span>
                </p>
                <h1>{name}</h1>
                <p class="price">
                    {price.map(|price| view! { <span class="price__now"><Money amount=price/></span>" " })}
                    <span class="price__unit">{format!("{} · {unit}", item.category_name)}</span>
                </p>
            </div>
            {is_on_sale.then(|| view! {
                <LinkButton href=to(&format!("/produk/{}", item.slug)) kind=ButtonKind::Quiet small=true icon="eye">
                    {tr.t("curating-as-buyer")}
                </LinkButton>
            })}
        </div>
    }
}

/// What one should know before reading on: a change of something on sale, or nothing to decide any more.
fn standing(item: &ReviewItem, tr: Tr) -> impl IntoView + use<> {
    let reason = item.status_reason.clone().or_else(|| item.version.note.clone());
    if item.is_waiting {
        return (!item.is_new)
            .then(|| view! { <Notice slim=true><p>{tr.t("curating-standing-change")}</p></Notice> })
            .into_any();
    }
    let status = item.status;
    view! {
        <Notice tone=Tone::Note>
            <p>{tr.t("curating-standing-decided")}" "<ProductBadge status=status/></p>
            {reason.map(|reason| view! { <p class="pre">{reason}</p> })}
        </Notice>
    }
    .into_any()
}
