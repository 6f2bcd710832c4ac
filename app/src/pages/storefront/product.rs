//! `/produk/{slug}`

mod buy;
mod estimate;
mod gallery;
mod process;

use std::sync::Arc;

use access::Denied;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use http::{StatusCode, header::LOCATION};
use leptos::prelude::*;
use services::{
    Error,
    catalogue::{Postage, ProductView, VariantView, moved_to, postage, product},
    reviews::{Shown as Said, shown_of_product},
    share::SharePicture,
};

use self::{
    buy::{BuyBar, BuyForm},
    estimate::{Estimate, ShippingEstimate},
    gallery::Gallery,
};
use super::{
    certificates::proof,
    view::{cards, share_image},
};
use crate::{
    forms::FormView,
    layout::StoreLayout,
    page::PageRequest,
    pages::reviews::{PER_PAGE, ReviewSection, TitleRating, query},
    structured::{BreadcrumbList, Product, RETURN_DAYS, StructuredData},
    ui::{
        Breadcrumb, ButtonKind, ErrorSummary, Facts, Icon, LinkButton, PageHead, SectionHead, Shelf, ShopSign, Subject,
        Toast, to,
    },
    viewer::tr,
};

/// Name of the form that puts a product into the cart.
pub const FORM: &str = "add-to-cart";
pub use buy::VARIANTS_ID;

/// What the page shows.
#[derive(Clone)]
struct Shown {
    product: ProductView,
    /// The variant that was chosen, or the only one.
    chosen: Option<VariantView>,
    /// Address of the chat with the seller.
    chat: Option<String>,
    /// What couriers ask for.
    postage: Arc<Postage>,
    /// What buyers say.
    said: Said,
    /// What it costs to bring it to a place that was asked for.
    estimate: Estimate,
    /// What was asked for when it was refused.
    form: FormView,
}

/// The page. An unknown variant in the address is none.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path(slug): Path<String>) -> Result<Response, Denied> {
    let product = match product(request.services(), &slug, request.locale).await {
        Err(Error::NotFound) => return moved(&request, &slug).await,
        found => found?,
    };
    let said = shown_of_product(request.services(), &product, query(&request), PER_PAGE, request.locale).await?;
    let postage = postage(request.services()).await?;
    let form = request.form(FORM).await?;
    let (tr, message) = (request.tr, request.message());
    let wanted = request.query("varian");
    let chosen = match product.variants.as_slice() {
        [only] => Some(only.clone()),
        several => several.iter().find(|variant| Some(&variant.id) == wanted.as_ref()).cloned(),
    };
    let estimate = Estimate::load(&request, &product, chosen.as_ref()).await?;
    let path = format!("/produk/{}", product.slug);
    let address = format!("{}{}", request.services().site().public_url, crate::ui::href(request.locale, &path));
    let chat = product.shop.phone.as_ref().map(|phone| {
        let args = [("name", (&product.name).into()), ("address", (&address).into())];
        phone.whatsapp_link(&tr.t_args("chat-product-text", &args))
    });
    let errors = form.summary(tr);
    let shown = Shown { product, chosen, chat, postage, said, estimate, form };
    Ok(request.render(move || view! { <ProductPage shown=shown errors=errors message=message/> }).await)
}

/// Leads from an address that a product once had to the one of today.
async fn moved(request: &PageRequest, slug: &str) -> Result<Response, Denied> {
    let today = moved_to(request.services(), slug).await?.ok_or(Error::NotFound)?;
    let query = request.path.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
    let address = crate::ui::href(request.locale, &format!("/produk/{today}{query}"));
    Ok((StatusCode::MOVED_PERMANENTLY, [(LOCATION, address)]).into_response())
}

#[component]
fn ProductPage(shown: Shown, errors: Vec<(String, String)>, message: Option<String>) -> impl IntoView {
    let tr = tr();
    let product = shown.product.clone();
    let lang = (product.text_locale != tr.locale()).then(|| product.text_locale.as_str());
    let image = share_image(&SharePicture::of_product(&product), format!("{} · {}", product.name, product.shop.name));
    let description = product.description.first().cloned().unwrap_or_else(|| product.name.clone());
    let summary: String = description.chars().take(160).collect();
    let shop_path = format!("/toko/{}", product.shop.slug);
    let category_path = format!("/produk?kategori={}", product.category);
    let trail = vec![
        (product.sentra_name.clone(), Some(format!("/sentra/{}", product.sentra))),
        (product.category_name.clone(), Some(category_path.clone())),
        (product.name.clone(), None),
    ];
    let paragraphs = product.description.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
    let more_title = tr.t_args("more-of-shop", &[("name", (&product.shop.name).into())]);
    let bar = view! { <BuyBar shown=shown.clone()/> }.into_any();
    view! {
        <PageHead title=product.name.clone() description=summary image=Some(image) subject=Subject::Product(product.price_from)/>
        <StoreLayout bar=bar>
            <StructuredData thing=Product::of(&product, &shown.postage).with_reviews(&shown.said)/>
            <StructuredData thing=BreadcrumbList::of(&trail)/>
            <div class="wrap" data-sentra=product.sentra.clone()>
                <div class="desk-only"><Breadcrumb trail=trail/></div>
                <Toast message=message link=(to("/keranjang"), tr.t("to-cart"))/>
                <ErrorSummary errors=errors/>
                <article class="product">
                    <Gallery photos=product.photos.clone() food=product.kind == "food"
                        chosen=shown.chosen.as_ref().and_then(|variant| variant.photo.clone())/>
                    <div class="product__info stack">
                        <div class="stack gap-05">
                            <p class="maker">
                                <Icon name=if product.kind == "food" { "leaf" } else { "amphora" }/>
                                <span><a href=to(&shop_path)>{product.shop.name.clone()}</a>{format!(" · {}", product.sentra_name)}</span>
                            </p>
                            <h1 class="product__name" lang=lang>{product.name.clone()}</h1>
                            <TitleRating spread=shown.said.spread/>
                        </div>
                        <BuyForm shown=shown.clone()/>
                        {proofs(&shown)}
                    </div>
                </article>
                <section class="section two-cols">
                    <div>
                        <SectionHead title=tr.t("about-product")/>
                        <div class="stack read" lang=lang>{paragraphs}</div>
                    </div>
                    <div>
                        <SectionHead title=tr.t("facts")/>
                        <Facts rows=facts(&shown)/>
                    </div>
                </section>
                {process::strip(&product)}
                {maker_card(&shown)}
                <ReviewSection shown=shown.said.clone() path=format!("/produk/{}", product.slug)/>
                {(!product.more.is_empty()).then(|| view! {
                    <section class="section">
                        <SectionHead title=more_title more=(shop_path, tr.t("to-shop-page"))/>
                        <Shelf products=cards(product.more)/>
                    </section>
                })}
                {(!product.related.is_empty()).then(|| view! {
                    <section class="section">
                        <SectionHead title=tr.t("related") more=(category_path, tr.t("related-all"))/>
                        <Shelf products=cards(product.related)/>
                    </section>
                })}
            </div>
        </StoreLayout>
    }
}

/// What stands behind the offer: shipping, certificates, returns; each opens where it is.
fn proofs(shown: &Shown) -> impl IntoView + use<> {
    let tr = tr();
    let product = &shown.product;
    let variant = shown.chosen.as_ref().filter(|_| product.variants.len() > 1).map(|variant| variant.id.clone());
    let is_sent = product.kind != "experience";
    let certificates = product.certificates.iter().cloned().map(proof).collect_view();
    let days = [("days", RETURN_DAYS.into())];
    view! {
        <div class="proofs">
            {is_sent.then(|| view! {
                <ShippingEstimate estimate=shown.estimate.clone() path=format!("/produk/{}", product.slug)
                    name=product.name.clone() variant=variant/>
            })}
            {certificates}
            {is_sent.then(|| view! {
                <details class="proof">
                    <summary><Icon name="rotate-ccw"/><span>{tr.t("returns")}</span><Icon name="chevron-down"/></summary>
                    <div>
                        <p>{tr.t_args("returns-rule", &days)}" "<a href=to("/syarat#cancel")>{tr.t("returns-link")}</a></p>
                    </div>
                </details>
            })}
        </div>
    }
}

fn facts(shown: &Shown) -> Vec<(String, String)> {
    let tr = tr();
    let product = &shown.product;
    let mut rows: Vec<(String, String)> =
        product.attributes.iter().map(|attribute| (attribute.name.clone(), attribute.value.clone())).collect();
    if let Some(days) = product.shelf_life_days {
        rows.push((tr.t("fact-shelf-life"), tr.count("fact-shelf-life-days", days)));
    }
    let best_before = match &shown.chosen {
        Some(variant) => variant.best_before,
        None => product.variants.iter().filter_map(|variant| variant.best_before).min(),
    };
    if let Some(date) = best_before {
        rows.push((tr.t("fact-best-before"), tr.date(date)));
    }
    if product.shop.offers_courier && product.kind != "experience" {
        rows.push((tr.t("fact-sent-to"), tr.t(&format!("fact-sent-{}", product.transport))));
    }
    // Nobody packs a class; its weight is a formality of the shipping rules.
    let packed = (product.kind != "experience").then(|| shown.chosen.as_ref().or(product.variants.first())).flatten();
    if let Some(variant) = packed {
        rows.push((tr.t("fact-packed-weight"), variant.weight.display(tr.locale())));
    }
    rows
}

fn maker_card(shown: &Shown) -> impl IntoView + use<> {
    let tr = tr();
    let shop = shown.product.shop.clone();
    let place = match shop.since_year {
        Some(year) => {
            format!("{}, {}", shown.product.sentra_name, tr.t_args("since", &[("year", year.to_string().into())]))
        }
        None => shown.product.sentra_name.clone(),
    };
    view! {
        <section class="section">
            <div class="maker-card">
                <div class="maker-card__head">
                    <ShopSign name=shop.name.clone() logo=shop.logo sentra=shown.product.sentra.clone() class="sign--l"/>
                    <div>
                        <p class="maker"><Icon name="map-pin"/><span>{place}</span></p>
                        <h2>{shop.name}</h2>
                        <p class="muted small">{shop.owner}</p>
                    </div>
                </div>
                <div class="stack">
                    <p class="read">{shop.tagline}</p>
                    <p class="row">
                        <LinkButton href=to(&format!("/toko/{}", shop.slug)) kind=ButtonKind::Secondary>
                            {tr.t("visit")}
                        </LinkButton>
                        {shown.chat.clone().map(|href| view! {
                            <LinkButton href=href kind=ButtonKind::Text icon="message-circle">{tr.t("chat-whatsapp")}</LinkButton>
                        })}
                    </p>
                </div>
            </div>
        </section>
    }
}
