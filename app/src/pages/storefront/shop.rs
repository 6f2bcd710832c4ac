//! `/toko/{slug}`

use access::Denied;
use axum::{extract::Path, response::Response};
use leptos::prelude::*;
use services::{
    catalogue::{ListQuery, ShopPage, shop},
    reviews::{Shown, shown_of_shop},
    share::SharePicture,
};

use super::{
    certificates::Certificates,
    view::{cards, path_with, share_image},
};
use crate::{
    layout::StoreLayout,
    page::PageRequest,
    pages::reviews::{PER_PAGE, ReviewSection, TitleRating, query as review_query},
    structured::{BreadcrumbList, Store, StructuredData},
    ui::{
        ButtonKind, EmptyState, Facts, Icon, LinkButton, LoadMore, PageHead, ProductGrid, SectionHead, ShopSign, Toast,
        to,
    },
    viewer::tr,
};

/// Pictures that search engines are shown of a shop.
const PICTURES: usize = 3;

/// The page.
///
/// # Errors
/// Not found; a bad cursor; or the database is not available.
pub async fn show(request: PageRequest, Path(slug): Path<String>) -> Result<Response, Denied> {
    let query = ListQuery { cursor: request.query("dari"), ..ListQuery::default() };
    let page = shop(request.services(), &slug, &query, request.locale).await?;
    let said = shown_of_shop(request.services(), &page.shop, review_query(&request), PER_PAGE, request.locale).await?;
    let message = request.message();
    Ok(request.render(move || view! { <ShopFront page=page said=said message=message/> }).await)
}

#[component]
fn ShopFront(page: ShopPage, said: Shown, message: Option<String>) -> impl IntoView {
    let tr = tr();
    let shop = page.shop;
    let path = format!("/toko/{}", shop.slug);
    let pictures: Vec<String> = page
        .products
        .items
        .iter()
        .filter_map(|item| item.photo.as_ref()?.sources.last())
        .map(|source| source.jpeg.clone())
        .take(PICTURES)
        .collect();
    let image = share_image(
        &SharePicture::of_shop(&shop, &page.products.items),
        format!("{} · {}", shop.name, shop.sentra_name),
    );
    let store = Store::of(&shop, &pictures);
    let trail = [(shop.sentra_name.clone(), Some(format!("/sentra/{}", shop.sentra))), (shop.name.clone(), None)];
    let next = page.products.next.map(|cursor| to(&path_with(&path, &[("dari", Some(&cursor))])));
    let chat = shop
        .phone
        .as_ref()
        .map(|phone| phone.whatsapp_link(&tr.t_args("chat-shop-text", &[("shop", shop.name.clone().into())])));
    let since = shop.since_year.map(|year| tr.t_args("since", &[("year", year.to_string().into())]));
    let ways: Vec<String> =
        [(shop.offers_courier, "way-courier"), (shop.offers_pickup, "way-pickup"), (shop.accepts_cod, "way-cod")]
            .into_iter()
            .filter(|(offered, _)| *offered)
            .map(|(_, key)| tr.t(key))
            .collect();
    let facts = [
        (tr.t("fact-address"), format!("{}, {}", shop.street, shop.region)),
        (tr.t("fact-hours"), shop.opening_hours),
        (tr.t("fact-owner"), shop.owner.clone()),
        (tr.t("fact-ways"), ways.join(" · ")),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect::<Vec<_>>();
    let story = shop.story.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let owner_line = [Some(shop.owner), since].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <PageHead title=shop.name.clone() description=shop.tagline.clone() image=Some(image)/>
        <StoreLayout>
            <StructuredData thing=store/>
            <StructuredData thing=BreadcrumbList::of(&trail)/>
            <div class="wrap" data-sentra=shop.sentra>
                <Toast message=message/>
                <div class="shop-head">
                    <div class="shop-head__id">
                        <ShopSign name=shop.name.clone() logo=shop.logo sentra=shop.sentra.clone() class="sign--l"/>
                        <div>
                            <p class="maker">
                                <Icon name="map-pin"/>
                                <span><a href=to(&format!("/sentra/{}", shop.sentra))>{shop.sentra_name}</a></span>
                            </p>
                            <h1>{shop.name.clone()}</h1>
                            <TitleRating spread=said.spread/>
                            <p class="muted small">{owner_line}</p>
                        </div>
                    </div>
                    {chat.map(|href| view! {
                        <p class="row">
                            <LinkButton href=href kind=ButtonKind::Primary icon="message-circle">
                                {tr.t("chat")}
                            </LinkButton>
                        </p>
                    })}
                </div>
                <p class="read lead-text">{shop.tagline}</p>
                <Certificates certificates=page.certificates/>
                <section id="produk" class="section">
                    <SectionHead title=tr.count("products-heading", shop.product_count)/>
                    {if page.products.items.is_empty() {
                        view! { <EmptyState icon="box" title=tr.t("shop-empty")/> }.into_any()
                    } else {
                        view! { <ProductGrid products=cards(page.products.items)/> }.into_any()
                    }}
                    <LoadMore href=next/>
                </section>
                <ReviewSection shown=said path=path names_product=true/>
                <section id="tentang" class="section two-cols">
                    <div>
                        <SectionHead title=tr.t_args("about-shop", &[("name", shop.name.into())])/>
                        <div class="stack read">{story}</div>
                    </div>
                    <div>
                        <SectionHead title=tr.t("visit-workshop")/>
                        <Facts rows=facts/>
                    </div>
                </section>
            </div>
        </StoreLayout>
    }
}
