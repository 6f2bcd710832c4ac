//! One review.

use domain::time::Date;
use leptos::prelude::*;
use services::reviews::ReviewView;

use super::Stars;
use crate::{
    pages::storefront::view::photo,
    ui::{Photo, Shape, to},
    viewer::tr,
};

/// A review as everybody reads it.
#[component]
pub(in crate::pages) fn ReviewCard(
    /// The review.
    review: ReviewView,
    /// Whether it names its product, where it is not on the product's page.
    #[prop(optional)]
    names_product: bool,
    /// Whether it offers to report it.
    #[prop(optional)]
    can_report: bool,
    /// What its reader can do with it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let tr = tr();
    let detail = review.detail.clone();
    let written = tr.date(Date::from_timestamp(detail.created_at, detail.zone));
    let edited = review.edited_at.is_some().then(|| tr.t("review-edited"));
    let about = names_product.then(|| {
        let name = review.product_name.clone();
        match detail.is_on_sale {
            true => view! { <a href=to(&format!("/produk/{}", review.product))>{name}</a> }.into_any(),
            false => view! { <span>{name}</span> }.into_any(),
        }
    });
    let facts: Vec<String> = [Some(written), edited, Some(review.variant_name.clone()).filter(|name| !name.is_empty())]
        .into_iter()
        .flatten()
        .collect();
    let large = tr.t_args("review-photo-large", &[("name", (&review.author).into())]);
    let photos: Vec<_> = review
        .photos
        .into_iter()
        .map(|own| {
            let href = own.photo.sources.last().map(|source| source.jpeg.clone()).unwrap_or_default();
            view! {
                <a href=href aria-label=large.clone()>
                    <Photo photo=Some(photo(own.photo)) shape=Shape::Square sizes="96px" decorative=true/>
                </a>
            }
        })
        .collect();
    let reply = review.reply.map(|reply| {
        view! {
            <div class="review__reply">
                <p class="small"><b>{tr.t_args("review-reply-of", &[("shop", (&detail.shop_name).into())])}</b></p>
                <p class="pre">{reply.text}</p>
            </div>
        }
    });
    let report = can_report.then(|| {
        let whose = tr.t_args("review-report-whose", &[("name", (&review.author).into())]);
        view! {
            " · "<a class="muted" rel="nofollow" href=to(&format!("/ulasan/{}/lapor", review.id)) aria-label=whose>
                {tr.t("review-report")}
            </a>
        }
    });
    view! {
        <article class="review">
            <p class="row row--between"><b>{review.author}</b><Stars stars=review.stars/></p>
            {about.map(|about| view! { <p class="small">{about}</p> })}
            {(!review.text.is_empty()).then(|| view! { <p class="read pre">{review.text}</p> })}
            {(!photos.is_empty()).then(|| view! { <div class="review__photos">{photos}</div> })}
            <p class="small muted">{facts.join(" · ")}{report}</p>
            {reply}
            {children.map(|children| children())}
        </article>
    }
}
