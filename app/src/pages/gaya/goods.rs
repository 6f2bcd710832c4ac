//! Product cards, photos, empty states.

use domain::money::Rupiah;
use leptos::prelude::*;

use crate::{
    ui::{
        ButtonKind, EmptyState, LinkButton, LoadMore, Photo, ProductCardView, ProductGrid, SectionHead, Shape, Shelf,
        to,
    },
    viewer::tr,
};

fn examples() -> Vec<ProductCardView> {
    let tr = tr();
    let card = |sentra: &str, place: &str, price: i64| ProductCardView {
        slug: "contoh".to_owned(),
        name: tr.t("gaya-sample"),
        maker: tr.t("gaya-maker"),
        sentra: sentra.to_owned(),
        place: place.to_owned(),
        price: Rupiah::new(price),
        in_stock: true,
        ..ProductCardView::default()
    };
    vec![
        ProductCardView {
            rating: Some((48, 2_032)),
            flag: Some(tr.t("gaya-word")),
            ..card("dinoyo", "Dinoyo", 65_000)
        },
        ProductCardView { lead_days: Some(14), price_varies: true, ..card("dinoyo", "Dinoyo", 195_000) },
        ProductCardView { unit: Some("100 g".to_owned()), ..card("sanan", "Sanan", 10_000) },
        ProductCardView { in_stock: false, ..card("sanan", "Sanan", 6_000) },
    ]
}

#[component]
pub(super) fn Cards() -> impl IntoView {
    let tr = tr();
    view! {
        <section>
            <SectionHead title=tr.t("gaya-cards") more=("/produk".to_owned(), tr.t("nav-all-products"))/>
            <ProductGrid products=examples() eager=0/>
            <Shelf products=examples()/>
            <LoadMore href=Some(to("/produk"))/>
        </section>
    }
}

#[component]
pub(super) fn Photos() -> impl IntoView {
    view! {
        <section>
            <h2>{tr().t("gaya-photos")}</h2>
            <div class="goods-3">
                <Photo photo=None/>
                <span class="photo skel"></span>
                <Photo photo=None shape=Shape::Square/>
            </div>
        </section>
    }
}

#[component]
pub(super) fn Empty() -> impl IntoView {
    let tr = tr();
    view! {
        <section>
            <h2>{tr.t("gaya-empty")}</h2>
            <EmptyState icon="shopping-bag" title=tr.t("gaya-sample") text=tr.t("gaya-text")>
                <LinkButton href=to("/produk") kind=ButtonKind::Secondary>{tr.t("to-products")}</LinkButton>
            </EmptyState>
        </section>
    }
}
