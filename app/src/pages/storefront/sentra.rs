//! `/sentra/{slug}`

use access::Denied;
use axum::{extract::Path, response::Response};
use leptos::prelude::*;
use services::catalogue::{SentraPage, ShopView, sentra};

use super::view::{cards, photo};
use crate::{
    layout::StoreLayout,
    page::PageRequest,
    structured::{BreadcrumbList, StructuredData},
    ui::{ButtonKind, Icon, LinkButton, PageHead, Photo, SectionHead, ShareImage, Shelf, ShopSign, sells_food, to},
    viewer::tr,
};

const SCENE: usize = 5;

/// The page.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path(slug): Path<String>) -> Result<Response, Denied> {
    let page = sentra(request.services(), &slug, request.locale).await?;
    Ok(request.render(move || view! { <Place page=page/> }).await)
}

#[component]
fn Place(page: SentraPage) -> impl IntoView {
    let tr = tr();
    let sentra = page.sentra;
    let food = sells_food(&sentra.slug);
    let products: i64 = page.categories.iter().map(|category| category.count).sum();
    let scene: Vec<_> = page.newest.iter().filter_map(|item| item.photo.clone()).take(SCENE).map(photo).collect();
    let image = scene.first().and_then(ShareImage::of_photo);
    let list = format!("/produk?sentra={}", sentra.slug);
    let mut story = sentra.story.into_iter();
    let lead = story.next();
    let rest = story.map(|text| view! { <p>{text}</p> }).collect_view();
    let categories = page
        .categories
        .into_iter()
        .filter(|category| category.count > 0)
        .map(|category| {
            let picture = page.covers.get(&category.slug).cloned().map(photo);
            view! {
                <li class="cat">
                    <Photo photo=picture shape=crate::ui::Shape::Square sizes="64px" decorative=true food=food/>
                    <span>
                        <a href=to(&format!("/produk?kategori={}", category.slug))>{category.name}</a>
                        <small>{tr.count("products", category.count)}</small>
                    </span>
                </li>
            }
        })
        .collect_view();
    let makers = page.shops.into_iter().map(maker).collect_view();
    let trail = [(sentra.name.clone(), None)];
    let title = format!("{} · {}", sentra.name, sentra.craft);
    view! {
        <PageHead title=title description=sentra.tagline.clone() image=image/>
        <StoreLayout>
            <StructuredData thing=BreadcrumbList::of(&trail)/>
            <div data-sentra=sentra.slug>
                <div class="wrap place">
                    <div class="stack">
                        <p class="maker"><Icon name="map-pin"/><span>{sentra.place}</span></p>
                        <h1>{sentra.name.clone()}</h1>
                        {lead.map(|text| view! { <p class="read lead-text">{text}</p> })}
                        <dl class="figures">
                            <div><dt>{tr.t("figure-makers")}</dt><dd>{tr.number(sentra.shop_count)}</dd></div>
                            <div><dt>{tr.t("figure-products")}</dt><dd>{tr.number(products)}</dd></div>
                        </dl>
                        <p class="row">
                            <LinkButton href=to(&list) kind=ButtonKind::Primary>{tr.t("see-all-products")}</LinkButton>
                        </p>
                    </div>
                    {(scene.len() == SCENE).then(|| view! {
                        <div class="mosaic">
                            {scene
                                .into_iter()
                                .map(|photo| view! {
                                    <Photo photo=Some(photo) sizes="(min-width: 64rem) 28vw, 46vw" decorative=true/>
                                })
                                .collect_view()}
                        </div>
                    })}
                </div>
                <section class="wrap section">
                    <SectionHead title=tr.t("categories")/>
                    <ul class="cats" role="list">{categories}</ul>
                </section>
                <section class="wrap section">
                    <SectionHead title=tr.t("makers-heading")/>
                    <ul class="makers makers--2" role="list">{makers}</ul>
                </section>
                <section class="wrap section">
                    <SectionHead title=tr.t_args("home-new", &[("name", sentra.name.into())]) more=(list, tr.t("all"))/>
                    <Shelf products=cards(page.newest)/>
                </section>
                <section class="wrap section">
                    <SectionHead title=tr.t("about-place")/>
                    <div class="stack read">{rest}</div>
                </section>
            </div>
        </StoreLayout>
    }
}

fn maker(shop: ShopView) -> impl IntoView {
    let tr = tr();
    let since = shop.since_year.map(|year| format!("{} · ", tr.t_args("since", &[("year", year.to_string().into())])));
    view! {
        <li class="maker-row">
            <ShopSign name=shop.name.clone() logo=shop.logo sentra=shop.sentra/>
            <div>
                <p class="maker-row__n"><a href=to(&format!("/toko/{}", shop.slug))>{shop.name}</a></p>
                <p>{shop.tagline}</p>
                <p>{since}{tr.count("products", shop.product_count)}</p>
            </div>
        </li>
    }
}
