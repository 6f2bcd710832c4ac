//! What is said of a product or a shop: the average, how the stars are spread, and the reviews.

use domain::review::Spread;
use leptos::prelude::*;
use services::reviews::{ReviewQuery, Shown};

use super::ReviewCard;
use crate::{
    page::PageRequest,
    pages::storefront::view::path_with,
    ui::{ButtonKind, EmptyState, LinkButton, SectionHead, product_card::Rating, to},
    viewer::tr,
};

/// Id of the section, and key of the cursor in the address.
const ID: &str = "ulasan";
const STARS: &str = "bintang";
const PHOTOS: &str = "foto";

/// Reviews of a page.
pub(in crate::pages) const PER_PAGE: i64 = 6;

/// What the address asks for; stars that there are not are none.
pub(in crate::pages) fn query(request: &PageRequest) -> ReviewQuery {
    ReviewQuery {
        stars: request.query(STARS).and_then(|text| text.parse().ok()).filter(|stars| (1..=5).contains(stars)),
        with_photos: request.query(PHOTOS).is_some(),
        cursor: request.query(ID),
    }
}

/// The rating below a title, which leads to the reviews; nothing without one.
#[component]
pub(in crate::pages) fn TitleRating(
    /// The ratings.
    spread: Spread,
) -> impl IntoView {
    spread.tenths().map(|tenths| {
        view! { <p><a class="title-rating" href=format!("#{ID}")><Rating tenths=tenths count=spread.count()/></a></p> }
    })
}

/// The section.
#[component]
pub(in crate::pages) fn ReviewSection(
    /// What is said.
    shown: Shown,
    /// Path of the page.
    path: String,
    /// Whether reviews name their product.
    #[prop(optional)]
    names_product: bool,
) -> impl IntoView {
    let tr = tr();
    let (spread, query) = (shown.spread, shown.query);
    let Some(tenths) = spread.tenths() else {
        let lead = if names_product { "review-none-shop-lead" } else { "review-none-lead" };
        return view! {
            <section class="section" id=ID>
                <SectionHead title=tr.t("reviews")/>
                <EmptyState icon="star" title=tr.t("review-none") text=tr.t(lead)/>
            </section>
        }
        .into_any();
    };
    let address = move |stars: Option<i64>, photos: bool, cursor: Option<&str>| {
        let stars = stars.map(|stars| stars.to_string());
        let query = [(STARS, stars.as_deref()), (PHOTOS, photos.then_some("1")), (ID, cursor)];
        to(&format!("{}#{ID}", path_with(&path, &query)))
    };
    let bars = (1..=5)
        .rev()
        .map(|stars| {
            let current = (query.stars == Some(stars)).then_some("true");
            view! {
                <a href=address(Some(stars), false, None) aria-current=current rel="nofollow">
                    <span>{tr.t_args("review-stars", &[("n", stars.into())])}</span>
                    <i style=format!("--v:{}%", spread.percent(stars))></i>
                    <span class="num end">{tr.number(spread.of(stars))}</span>
                </a>
            }
        })
        .collect_view();
    let is_all = query.stars.is_none() && !query.with_photos;
    let photos = match shown.with_photos {
        0 => tr.t("review-filter-photos"),
        count => tr.t_args("review-filter-photos-count", &[("n", tr.number(count).into())]),
    };
    let has_photos = shown.with_photos > 0 || query.with_photos;
    let chosen = query.stars.map(|stars| tr.t_args("review-stars", &[("n", stars.into())]));
    let is_empty = shown.list.items.is_empty();
    let next = shown.list.next.map(|cursor| address(query.stars, query.with_photos, Some(&cursor)));
    let all = address(None, false, None);
    let reviews = shown
        .list
        .items
        .into_iter()
        .map(|review| view! { <ReviewCard review=review names_product=names_product can_report=true/> })
        .collect_view();
    view! {
        <section class="section two-cols" id=ID>
            <div>
                <SectionHead title=tr.t("reviews")/>
                <div class="stack gap-1">
                    <p>
                        <span class="serif rating-large">{tr.decimal(tenths)}</span>" "
                        <span class="muted">{tr.t("review-of-five")}" · "{tr.count("review-count", spread.count())}</span>
                    </p>
                    <div class="spread">{bars}</div>
                    <div class="chips" role="group" aria-label=tr.t("review-filter")>
                        <a class="chip" href=all.clone() aria-current=is_all.then_some("true")>{tr.t("review-filter-all")}</a>
                        {has_photos.then(|| view! {
                            <a class="chip" href=address(None, true, None) rel="nofollow"
                                aria-current=query.with_photos.then_some("true")>{photos}</a>
                        })}
                        {chosen.map(|chosen| view! { <span class="chip" aria-current="true">{chosen}</span> })}
                    </div>
                    <p class="small muted">{tr.t("review-only-delivered")}</p>
                </div>
            </div>
            <div class="reviews">
                {reviews}
                {is_empty.then(|| view! {
                    <p class="muted">{tr.t("review-none-fit")}" "<a href=all>{tr.t("review-filter-all")}</a></p>
                })}
                {next.map(|href| view! {
                    <p><LinkButton href=href kind=ButtonKind::Secondary>{tr.t("review-more")}</LinkButton></p>
                })}
            </div>
        </section>
    }
    .into_any()
}
