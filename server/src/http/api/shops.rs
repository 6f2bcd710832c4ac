//! Who sells, and where.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Denied};
use axum::extract::State;
use domain::phone::Phone;
use serde::{Deserialize, Serialize};
use services::{
    Error, Services,
    catalogue::{self, SentraView, ShopView},
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

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_sentras)).routes(routes!(list_shops)).routes(routes!(show_shop))
}

/// A craft village.
#[derive(Debug, Serialize, ToSchema)]
struct Sentra {
    /// Part of its address.
    slug: String,
    /// Name of the place.
    name: String,
    /// What is made there.
    craft: String,
    /// Where it lies.
    place: String,
    /// One sentence.
    tagline: String,
    /// Shops that sell here.
    shop_count: i64,
}

/// A shop.
#[derive(Debug, Serialize, ToSchema)]
struct Shop {
    /// Part of its address.
    slug: String,
    /// Its name.
    name: String,
    /// Slug of its sentra.
    sentra: String,
    /// Name of the person behind it.
    owner: String,
    /// Year that it began.
    since_year: Option<i64>,
    /// One sentence.
    tagline: String,
    /// Paragraphs with an empty line between them.
    story: String,
    /// Street and number.
    street: String,
    /// Village, district, city, province.
    region: String,
    /// E.164.
    phone: Option<String>,
    /// Address of its logo.
    logo: Option<String>,
    /// When it is open, as its owner wrote it.
    opening_hours: String,
    /// Whether goods can be collected there.
    offers_pickup: bool,
    /// Whether couriers carry its goods.
    offers_courier: bool,
    /// Whether it is paid at hand-over.
    accepts_cod: bool,
    /// Products on sale.
    product_count: i64,
    /// What buyers think of its goods; null until somebody has said so.
    rating: Option<Rating>,
}

/// What is asked of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Slug of a sentra.
    sentra: Option<String>,
}

/// Craft villages in their order.
#[utoipa::path(get, path = "/api/v1/sentras", tag = "catalogue", operation_id = "listSentras", params(Paging),
    responses((status = 200, description = "A page of sentras", body = Page<Sentra>)))]
async fn list_sentras(
    State(services): State<Services>,
    Language(locale): Language,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<Sentra>>, Denied> {
    let limit = usize::try_from(paging.limit()?).unwrap_or(usize::MAX);
    let all = catalogue::sentra_list(&services, locale).await?;
    // There are a handful, so they are read at once and a page ends at a slug.
    let from = match &paging.cursor {
        None => 0,
        Some(last) => {
            let position = all.iter().position(|sentra| sentra.slug == *last);
            position.ok_or_else(|| Error::invalid("cursor", "bad-cursor"))? + 1
        }
    };
    let has_more = all.len() > from.saturating_add(limit);
    let items: Vec<Sentra> = all.into_iter().skip(from).take(limit).map(Sentra::from).collect();
    let next = items.last().filter(|_| has_more).map(|sentra| sentra.slug.clone());
    Ok(Json(Page { items, next }))
}

/// Shops by slug.
#[utoipa::path(get, path = "/api/v1/shops", tag = "catalogue", operation_id = "listShops", params(Wanted, Paging),
    responses((status = 200, description = "A page of shops", body = Page<Shop>)))]
async fn list_shops(
    State(services): State<Services>,
    Language(locale): Language,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<Shop>>, Denied> {
    let (sentra, cursor) = (wanted.sentra.as_deref(), paging.cursor.as_deref());
    let (shops, next) = catalogue::shops(&services, sentra, cursor, paging.limit, locale).await?;
    Ok(Json(Page { items: shops.into_iter().map(Shop::from).collect(), next }))
}

/// A shop.
#[utoipa::path(get, path = "/api/v1/shops/{slug}", tag = "catalogue", operation_id = "showShop",
    params(("slug" = String, Path, description = "Slug of the shop")),
    responses((status = 200, description = "The shop", body = Shop)))]
async fn show_shop(
    State(services): State<Services>,
    Language(locale): Language,
    Path(slug): Path<String>,
) -> Result<Json<Shop>, Denied> {
    Ok(Json(catalogue::find_shop(&services, &slug, locale).await?.into()))
}

impl From<SentraView> for Sentra {
    fn from(view: SentraView) -> Self {
        Self {
            slug: view.slug,
            name: view.name,
            craft: view.craft,
            place: view.place,
            tagline: view.tagline,
            shop_count: view.shop_count,
        }
    }
}

impl From<ShopView> for Shop {
    fn from(view: ShopView) -> Self {
        Self {
            slug: view.slug,
            name: view.name,
            sentra: view.sentra,
            owner: view.owner,
            since_year: view.since_year,
            tagline: view.tagline,
            story: view.story.join("\n\n"),
            street: view.street,
            region: view.region,
            phone: view.phone.as_ref().map(Phone::as_e164).map(str::to_owned),
            logo: view.logo,
            opening_hours: view.opening_hours,
            offers_pickup: view.offers_pickup,
            offers_courier: view.offers_courier,
            accepts_cod: view.accepts_cod,
            product_count: view.product_count,
            rating: Rating::of_spread(view.spread),
        }
    }
}
