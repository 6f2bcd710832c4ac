//! `/`

use access::Denied;
use axum::response::Response;
use leptos::prelude::*;
use services::catalogue::{HomeView, ProductItem, SentraView, ShopView, home};

use super::view::{card, cards, photo};
use crate::{
    layout::StoreLayout,
    page::PageRequest,
    structured::{Organization, StructuredData, WebSite},
    ui::{ButtonKind, LinkButton, PageHead, Photo, PhotoView, SearchForm, SectionHead, ShareImage, Shelf, Toast, to},
    viewer::{Operator, tr},
};

/// Photos of the wide scene: one large and four quarters.
const SCENE: usize = 5;
const TILE: usize = 3;
/// Goods beside the maker's story.
const GOODS: usize = 3;

/// The page.
///
/// # Errors
/// When the database is not available.
pub async fn show(request: PageRequest) -> Result<Response, Denied> {
    let home = home(request.services(), request.locale).await?;
    let message = request.message();
    Ok(request.render(move || view! { <HomePage home=home message=message/> }).await)
}

#[component]
fn HomePage(home: HomeView, message: Option<String>) -> impl IntoView {
    let tr = tr();
    let scene = scene(&home);
    let image = scene.first().and_then(ShareImage::of_photo);
    let tiles = home.sentra.iter().map(|(sentra, items)| tile(sentra, items)).collect_view();
    let shelves = home.sentra.into_iter().filter(|(_, items)| !items.is_empty()).map(shelf).collect_view();
    view! {
        <PageHead title=tr.t("home-title") description=tr.t("home-lead") image=image/>
        <StoreLayout>
            <StructuredData thing=Organization::of(use_context::<Operator>().unwrap_or_default())/>
            <StructuredData thing=WebSite::of_page()/>
            <Toast message=message/>
            <div class="wrap hero">
                <div class="hero__text">
                    <h1>{tr.t("home-heading")}</h1>
                    <p class="lead">{tr.t("home-lead")}</p>
                    <SearchForm id="cari" hero=true/>
                </div>
                {(scene.len() == SCENE).then(|| view! {
                    <div class="hero__scene">
                        <div class="mosaic">
                            {scene
                                .into_iter()
                                .map(|photo| view! { <Photo photo=Some(photo) sizes="(min-width: 64rem) 28vw, 1px"/> })
                                .collect_view()}
                        </div>
                    </div>
                })}
            </div>
            <section class="wrap section">
                <h2 class="vh">{tr.t("home-sentra")}</h2>
                <div class="tiles">{tiles}</div>
            </section>
            {shelves}
            {home.featured.map(|(shop, goods)| story(shop, goods))}
            <section class="wrap section">
                <SectionHead title=tr.t("home-how")/>
                <ol class="how">
                    {["order", "pay", "follow"]
                        .map(|step| view! {
                            <li><span>
                                <b>{tr.t(&format!("home-how-{step}-title"))}</b>" "
                                {tr.t(&format!("home-how-{step}-text"))}
                            </span></li>
                        })
                        .collect_view()}
                </ol>
            </section>
        </StoreLayout>
    }
}

/// New photos, taking turns between the sentra.
fn scene(home: &HomeView) -> Vec<PhotoView> {
    let longest = home.sentra.iter().map(|(_, items)| items.len()).max().unwrap_or(0);
    (0..longest)
        .flat_map(|place| home.sentra.iter().filter_map(move |(_, items)| items.get(place)?.photo.clone()))
        .take(SCENE)
        .map(photo)
        .collect()
}

fn tile(sentra: &SentraView, items: &[ProductItem]) -> impl IntoView + use<> {
    let tr = tr();
    let photos: Vec<PhotoView> = items.iter().filter_map(|item| item.photo.clone()).take(TILE).map(photo).collect();
    let full = photos.len() == TILE;
    let photos = photos
        .into_iter()
        .map(|photo| view! { <Photo photo=Some(photo) sizes="(min-width: 64rem) 14vw, (min-width: 40rem) 16vw, 45vw" decorative=true eager=true/> })
        .collect_view();
    view! {
        <article class="tile" data-sentra=sentra.slug.clone()>
            {full.then(|| view! { <div class="triptych">{photos}</div> })}
            <h2><a href=to(&format!("/sentra/{}", sentra.slug))>{sentra.name.clone()}</a></h2>
            <p>{sentra.tagline.clone()}</p>
            <p>{tr.count("makers", sentra.shop_count)}</p>
        </article>
    }
}

fn shelf((sentra, items): (SentraView, Vec<ProductItem>)) -> impl IntoView {
    let tr = tr();
    let title = tr.t_args("home-new", &[("name", sentra.name.into())]);
    let more = (format!("/produk?sentra={}", sentra.slug), tr.t("all"));
    view! {
        <section class="wrap section">
            <SectionHead title=title more=more/>
            <Shelf products=cards(items)/>
        </section>
    }
}

fn story(shop: ShopView, goods: Vec<ProductItem>) -> impl IntoView {
    let tr = tr();
    let path = format!("/toko/{}", shop.slug);
    let visit = tr.t_args("visit-shop", &[("name", shop.name.into())]);
    let picture = goods.iter().find_map(|item| item.second_photo.clone().or(item.photo.clone())).map(photo);
    let goods = goods
        .into_iter()
        .take(GOODS)
        .map(card)
        .map(|item| {
            view! {
                <li class="mini" data-sentra=item.sentra>
                    <Photo photo=item.photo sizes="(min-width: 64rem) 12vw, 30vw" decorative=true/>
                    <a href=to(&format!("/produk/{}", item.slug))>{item.name}</a>
                    <b class="num">{item.price.to_string()}</b>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="story" data-sentra=shop.sentra>
            <div class="wrap story__in">
                <a href=to(&path) aria-label=visit.clone()>
                    <Photo photo=picture sizes="(min-width: 48rem) 45vw, 92vw" decorative=true/>
                </a>
                <div class="stack gap-3">
                    <h2>{shop.tagline}</h2>
                    {shop.story.into_iter().next().map(|text| view! { <p class="muted">{text}</p> })}
                    <ul class="goods-3" role="list">{goods}</ul>
                    <p><LinkButton href=to(&path) kind=ButtonKind::Secondary>{visit}</LinkButton></p>
                </div>
            </div>
        </section>
    }
}
