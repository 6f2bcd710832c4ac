//! Products as the sellers of the caller's shops write them.

use access::{AppState, Denied, Seller};
use axum::extract::{DefaultBodyLimit, State};
use domain::locale::Locale;
use http::StatusCode;
use serde::Serialize;
use services::{
    Services,
    selling::{self, NewPhoto, NewProduct, ProductChange, SellerItem, SellerPhoto, SellerProduct, SellerTab},
};
use text::Tr;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    language::Language,
    problem::{FieldProblem, Problem},
    query::{InQuery, Paging, Path},
    seller_orders::scope,
    token::ByToken,
    upload::{PhotoUpload, Upload},
};

/// Largest upload: one photo of the size that is taken, and what lies around it.
const UPLOAD_BYTES: usize = 16 * 1024 * 1024;

pub fn routes() -> OpenApiRouter<AppState> {
    let photos = OpenApiRouter::new().routes(routes!(add_photo)).layer(DefaultBodyLimit::max(UPLOAD_BYTES));
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change))
        .routes(routes!(propose))
        .merge(photos)
}

/// A product with the revision that is being edited.
#[derive(Debug, Serialize, ToSchema)]
struct OwnProduct {
    /// As it is now.
    #[serde(flatten)]
    product: SellerProduct,
    /// What is missing before it can be proposed; empty when nothing is.
    missing: Vec<FieldProblem>,
}

impl OwnProduct {
    fn new(mut product: SellerProduct, locale: Locale) -> Json<Self> {
        let missing = std::mem::take(&mut product.missing);
        let missing = missing.iter().map(|error| FieldProblem::new(error, Tr::new(locale))).collect();
        Json(Self { product, missing })
    }
}

/// Products of the caller's shops, the newest first; those given up are left out.
#[utoipa::path(get, path = "/api/v1/seller/products", tag = "selling", operation_id = "listSellerProducts",
    params(Paging), security(("token" = [])),
    responses((status = 200, description = "A page of products", body = Page<SellerItem>)))]
async fn list(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<SellerItem>>, Denied> {
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = selling::list(&services, scope(&seller), SellerTab::default(), cursor, limit).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Begins a product.
#[utoipa::path(post, path = "/api/v1/seller/products", tag = "selling", operation_id = "createProduct",
    request_body = NewProduct, security(("token" = [])),
    responses(
        (status = 201, description = "The draft", body = OwnProduct),
        (status = 404, description = "The shop is not the caller's", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`invalid_state`: the shop may not sell now", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn create(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Language(locale): Language,
    Json(product): Json<NewProduct>,
) -> Result<(StatusCode, Json<OwnProduct>), Denied> {
    let product = selling::create(&services, scope(&seller), &product).await?;
    Ok((StatusCode::CREATED, OwnProduct::new(product, locale)))
}

/// A product of the caller's shops.
#[utoipa::path(get, path = "/api/v1/seller/products/{id}", tag = "selling", operation_id = "showSellerProduct",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])),
    responses((status = 200, description = "The product", body = OwnProduct)))]
async fn show(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Language(locale): Language,
    Path(id): Path<String>,
) -> Result<Json<OwnProduct>, Denied> {
    Ok(OwnProduct::new(selling::find(&services, scope(&seller), &id, locale).await?, locale))
}

/// Changes what is named; the rest stays.
#[utoipa::path(patch, path = "/api/v1/seller/products/{id}", tag = "selling", operation_id = "changeProduct",
    params(("id" = String, Path, description = "`prd_…`")), request_body = ProductChange, security(("token" = [])),
    responses(
        (status = 200, description = "The product afterwards", body = OwnProduct),
        (status = 409, description = "`invalid_state`: a curator has it, or it was given up", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Language(locale): Language,
    Path(id): Path<String>,
    Json(change): Json<ProductChange>,
) -> Result<Json<OwnProduct>, Denied> {
    Ok(OwnProduct::new(selling::update(&services, scope(&seller), &id, &change).await?, locale))
}

/// Asks the curator to look at a product.
#[utoipa::path(post, path = "/api/v1/seller/products/{id}/propose", tag = "selling", operation_id = "proposeProduct",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])),
    responses(
        (status = 200, description = "The product afterwards", body = OwnProduct),
        (status = 409, description = "`invalid_state`: there is nothing to look at", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "Everything that is missing, field by field", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn propose(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Language(locale): Language,
    Path(id): Path<String>,
) -> Result<Json<OwnProduct>, Denied> {
    Ok(OwnProduct::new(selling::propose(&services, scope(&seller), &id).await?, locale))
}

/// Adds a photo after the others.
#[utoipa::path(post, path = "/api/v1/seller/products/{id}/photos", tag = "selling", operation_id = "addPhoto",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])),
    request_body(content = PhotoUpload, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "The photo", body = SellerPhoto),
        (status = 409, description = "`invalid_state`: a curator has the product, or it was given up", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn add_photo(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(id): Path<String>,
    upload: Upload,
) -> Result<(StatusCode, Json<SellerPhoto>), Denied> {
    let photo = NewPhoto { bytes: upload.photo, alt: &upload.alt, alt_en: &upload.alt_en };
    Ok((StatusCode::CREATED, Json(selling::add_photo(&services, scope(&seller), &id, photo).await?)))
}
