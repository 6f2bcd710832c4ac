//! What is for sale.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::Denied;
use axum::extract::State;
use domain::{
    certificate::CertificateKind,
    listing::{Making, Sort},
    tier::PriceTier,
    time::Date,
};
use serde::{Deserialize, Serialize};
use services::{
    Services,
    catalogue::{self, ListQuery, Photo, ProductItem, ProductView, ShopRef},
    certificates::CertificateView,
    reviews::Rating,
};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    language::Language,
    query::{InQuery, Paging, Path},
};

pub fn routes() -> OpenApiRouter<access::AppState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(show))
}

/// What is asked of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Words to search for; the first 100 characters count.
    q: Option<String>,
    /// Slug of a sentra.
    sentra: Option<String>,
    /// Slug of a category.
    category: Option<String>,
    /// Slug of a shop.
    shop: Option<String>,
    /// Only what is ready, or only what is made to order.
    #[param(inline)]
    making: Option<Making>,
    /// Only what has a verified certificate of that kind.
    #[param(inline)]
    certificate: Option<CertificateKind>,
    /// Only what can be bought now, when true.
    in_stock: Option<bool>,
    /// What it is made of, as `its filter on the web` names it.
    material: Option<String>,
    /// What it tastes of, as `its filter on the web` names it.
    taste: Option<String>,
    /// Lowest price, in rupiah.
    price_min: Option<i64>,
    /// Highest price, in rupiah.
    price_max: Option<i64>,
    /// Order; `relevance` when left out.
    #[param(inline)]
    sort: Option<Sort>,
}

/// Products on sale.
#[utoipa::path(get, path = "/api/v1/products", tag = "catalogue", operation_id = "listProducts",
    params(Wanted, Paging), responses((status = 200, description = "A page of products", body = Page<ProductItem>)))]
async fn list(
    State(services): State<Services>,
    Language(locale): Language,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<ProductItem>>, Denied> {
    let query = ListQuery {
        q: wanted.q,
        sentra: wanted.sentra,
        category: wanted.category,
        shop: wanted.shop,
        sort: wanted.sort,
        in_stock: wanted.in_stock.unwrap_or_default(),
        making: wanted.making,
        certificate: wanted.certificate,
        material: wanted.material,
        taste: wanted.taste,
        price_min: wanted.price_min,
        price_max: wanted.price_max,
        cursor: paging.cursor,
        limit: paging.limit,
    };
    let page = catalogue::list(&services, &query, locale).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// A product.
#[utoipa::path(get, path = "/api/v1/products/{slug}", tag = "catalogue", operation_id = "showProduct",
    params(("slug" = String, Path, description = "Slug of the product")),
    responses((status = 200, description = "The product", body = Product)))]
async fn show(
    State(services): State<Services>,
    Language(locale): Language,
    Path(slug): Path<String>,
) -> Result<Json<Product>, Denied> {
    Ok(Json(catalogue::product(&services, &slug, locale).await?.into()))
}

/// A product with all that is said of it.
#[derive(Debug, Serialize, ToSchema)]
struct Product {
    /// The same as in lists.
    #[serde(flatten)]
    item: ProductItem,
    /// What can be chosen; at least one.
    variants: Vec<Variant>,
    /// Its photos.
    photos: Vec<Photo>,
    /// What sets it apart.
    badges: Vec<Badge>,
    /// Days until it is handed over.
    lead_time_days: i64,
    /// Food only: days from production to best before.
    shelf_life_days: Option<i64>,
    /// Paragraphs with an empty line between them.
    description: String,
    /// What is known of it, in order.
    attributes: Vec<Attribute>,
    /// Verified certificates that hold.
    certificates: Vec<Certificate>,
    /// The certificate that it cannot be sold without and does not have; nothing can be bought of it then.
    lacking_certificate: Option<CertificateKind>,
}

/// A certificate of a product or of all goods of its shop.
#[derive(Debug, Serialize, ToSchema)]
struct Certificate {
    /// What it is about.
    kind: CertificateKind,
    /// As it is printed.
    number: String,
    /// Who gave it.
    issuer: String,
    /// When.
    #[schema(value_type = String, format = Date)]
    issued_on: Date,
    /// When a curator found it to be true.
    #[schema(value_type = Option<String>, format = Date)]
    verified_on: Option<Date>,
    /// Its last day; null where it has no end.
    #[schema(value_type = Option<String>, format = Date)]
    last_day: Option<Date>,
}

impl From<CertificateView> for Certificate {
    fn from(view: CertificateView) -> Self {
        Self {
            kind: view.kind,
            number: view.number,
            issuer: view.issuer,
            issued_on: view.issued_on,
            verified_on: view.verified_on,
            last_day: view.last_day,
        }
    }
}

/// A variant.
#[derive(Debug, Serialize, ToSchema)]
struct Variant {
    /// `var_…`
    id: String,
    /// Empty where there is one variant only.
    name: String,
    /// Of one piece alone.
    price: i64,
    /// What each piece costs where several are bought, the smallest number first; empty where all cost the same.
    tiers: Vec<PriceTier>,
    /// Pieces that can be bought now; null where it is made to order, unless all weeks are full.
    available: Option<i64>,
}

/// What sets a product apart.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Badge {
    /// It is made only when ordered.
    MadeToOrder,
    /// Few pieces of a variant are left.
    LowStock,
    /// Nothing is left.
    SoldOut,
}

/// One thing that is known of a product.
#[derive(Debug, Serialize, ToSchema)]
struct Attribute {
    /// Stable key.
    key: String,
    /// Name for people.
    name: String,
    /// Value for people, with its unit.
    value: String,
}

impl From<ProductView> for Product {
    fn from(view: ProductView) -> Self {
        let marks = [
            (Badge::MadeToOrder, view.made_to_order),
            (Badge::LowStock, view.variants.iter().any(|variant| variant.is_low)),
            (Badge::SoldOut, !view.in_stock),
        ];
        Self {
            variants: view
                .variants
                .into_iter()
                .map(|variant| Variant {
                    id: variant.id,
                    name: variant.name,
                    price: variant.price.get(),
                    tiers: variant.tiers.steps().to_vec(),
                    available: variant.available,
                })
                .collect(),
            certificates: view.certificates.into_iter().map(Certificate::from).collect(),
            lacking_certificate: view.lacking,
            badges: marks.into_iter().filter_map(|(badge, is_so)| is_so.then_some(badge)).collect(),
            lead_time_days: view.lead_time_days,
            shelf_life_days: view.shelf_life_days,
            description: view.description.join("\n\n"),
            attributes: view
                .attributes
                .into_iter()
                .map(|attribute| Attribute { key: attribute.key, name: attribute.name, value: attribute.value })
                .collect(),
            item: ProductItem {
                slug: view.slug,
                name: view.name,
                sentra: view.sentra,
                category: view.category,
                price_from: view.price_from,
                shop: ShopRef { slug: view.shop.slug, name: view.shop.name },
                photo: view.photos.first().cloned(),
                in_stock: view.in_stock,
                rating: Rating::of_spread(view.spread),
                price_to: view.price_from,
                sentra_name: view.sentra_name,
                second_photo: None,
                made_to_order: view.made_to_order,
                lead_time_days: view.lead_time_days,
                badge: None,
            },
            photos: view.photos,
        }
    }
}
