//! A product in a list: photo, maker, name, price, place and availability, always in this order.

use domain::money::Rupiah;
use leptos::prelude::*;

use super::{Icon, Photo, PhotoView, to};
use crate::viewer::tr;

/// What a card shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductCardView {
    /// Slug of the product.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Name of the shop.
    pub maker: String,
    /// Slug of the sentra; sets the colour and the icon.
    pub sentra: String,
    /// Name of the sentra.
    pub place: String,
    /// The lowest price of its variants.
    pub price: Rupiah,
    /// Whether other variants cost more.
    pub price_varies: bool,
    /// What the price is for, like "100 g".
    pub unit: Option<String>,
    /// Its first photo.
    pub photo: Option<PhotoView>,
    /// Its second photo, shown below a pointer.
    pub second_photo: Option<PhotoView>,
    /// A word on the photo, like "Baru".
    pub flag: Option<String>,
    /// Whether it can be bought now.
    pub in_stock: bool,
    /// For made-to-order goods, how many days it takes.
    pub lead_days: Option<i64>,
    /// What a certificate says of it, like "Halal".
    pub badge: Option<String>,
    /// Rating in tenths of a star and how many gave one.
    pub rating: Option<(i64, i64)>,
}

impl ProductCardView {
    fn availability(&self) -> String {
        let tr = tr();
        match (self.in_stock, self.lead_days) {
            (false, _) => tr.t("sold-out"),
            (true, Some(days)) => tr.count("made-in-days", days),
            (true, None) => tr.t("ready-to-ship"),
        }
    }
}

/// Icon of the craft of a sentra.
fn craft_icon(sentra: &str) -> &'static str {
    match sentra {
        "dinoyo" => "amphora",
        "sanan" => "leaf",
        _ => "store",
    }
}

/// Whether a sentra sells what people eat, for the silhouette of a missing photo.
#[must_use]
pub fn sells_food(sentra: &str) -> bool {
    craft_icon(sentra) == "leaf"
}

/// A product card, an item of a list.
#[component]
pub fn ProductCard(
    /// What it shows.
    product: ProductCardView,
    /// Whether its photo belongs to the first screen.
    #[prop(optional)]
    eager: bool,
) -> impl IntoView {
    let tr = tr();
    let availability = product.availability();
    let from = product.price_varies.then(|| view! { <small>{tr.t("price-from")}" "</small> });
    view! {
        <li class=if product.in_stock { "card" } else { "card is-sold" } data-sentra=product.sentra>
            <Photo photo=product.photo second=product.second_photo eager=eager food=sells_food(&product.sentra)/>
            {product.flag.map(|flag| view! { <span class="badge card__flag">{flag}</span> })}
            <p class="maker"><Icon name=craft_icon(&product.sentra)/><span>{product.maker}</span></p>
            <h3 class="card__name"><a href=to(&format!("/produk/{}", product.slug))>{product.name}</a></h3>
            <p class="card__price">
                {from}{product.price.to_string()}
                {product.unit.map(|unit| view! { " "<small>{format!("/ {unit}")}</small> })}
            </p>
            <p class="card__meta">
                {product.rating.map(|(tenths, count)| view! { <Rating tenths=tenths count=count/> })}
                <span>{format!("{} · {availability}", product.place)}</span>
                {product.badge.map(|badge| view! { <span class="card__badge"><Icon name="badge-check" class="i--s"/>{badge}</span> })}
            </p>
        </li>
    }
}

/// A rating: one star and the average.
#[component]
pub fn Rating(
    /// Average in tenths of a star.
    tenths: i64,
    /// How many ratings it is the average of.
    count: i64,
) -> impl IntoView {
    let tr = tr();
    let text = format!("{} ({})", tr.decimal(tenths), tr.number(count));
    view! {
        <span class="rating">
            <Icon name="star" class="i--s i--fill"/>
            <span><span class="vh">{tr.t("rating")}" "</span>{text}</span>
        </span>
    }
}

/// Products in columns: two on a phone, four on a desk.
#[component]
pub fn ProductGrid(
    /// The products.
    products: Vec<ProductCardView>,
    /// How many of them belong to the first screen.
    #[prop(default = 2)]
    eager: usize,
) -> impl IntoView {
    view! { <div class="grid-host"><ul class="products" role="list">{cards(products, eager)}</ul></div> }
}

/// Products in a row that scrolls sideways on a phone.
#[component]
pub fn Shelf(
    /// The products; four fill a desk.
    products: Vec<ProductCardView>,
) -> impl IntoView {
    view! { <ul class="shelf" role="list">{cards(products, 0)}</ul> }
}

fn cards(products: Vec<ProductCardView>, eager: usize) -> impl IntoView {
    products
        .into_iter()
        .enumerate()
        .map(|(place, product)| view! { <ProductCard product=product eager=place < eager/> })
        .collect_view()
}
