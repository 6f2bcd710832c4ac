//! Reviews: read and reported by everybody, written by whoever has an order's secret token.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Caller, Denied};
use axum::{
    extract::{DefaultBodyLimit, State},
    response::IntoResponse,
};
use domain::limits;
use http::StatusCode;
use serde::Deserialize;
use services::{
    Services,
    reviews::{self, OwnReview, ReportRequest, ReviewQuery, ReviewRequest, ReviewView},
};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    language::Language,
    problem::Problem,
    query::{InQuery, Paging, Path},
    upload::{PhotoUpload, Upload},
};

pub fn routes() -> OpenApiRouter<AppState> {
    let photos =
        OpenApiRouter::new().routes(routes!(add_photo)).layer(DefaultBodyLimit::max(limits::PHOTO_BYTES + 64 * 1024));
    OpenApiRouter::new()
        .routes(routes!(of_product))
        .routes(routes!(of_shop))
        .routes(routes!(report))
        .routes(routes!(of_order, write))
        .routes(routes!(edit))
        .routes(routes!(remove))
        .routes(routes!(remove_photo))
        .merge(photos)
}

/// What is asked of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Only those with so many stars.
    #[param(minimum = 1, maximum = 5)]
    stars: Option<i64>,
    /// Only those with photos, when true.
    #[serde(default)]
    with_photos: bool,
}

/// A review of a line.
#[derive(Debug, Deserialize, ToSchema)]
struct NewReview {
    /// `var_…` of the line.
    variant: String,
    /// What is said.
    #[serde(flatten)]
    review: ReviewRequest,
}

fn query(wanted: &Wanted, paging: &Paging) -> ReviewQuery {
    ReviewQuery { stars: wanted.stars, with_photos: wanted.with_photos, cursor: paging.cursor.clone() }
}

fn account_id(caller: Caller) -> Option<i64> {
    caller.identity.map(|identity| identity.id)
}

/// Reviews of a product, the newest first.
#[utoipa::path(get, path = "/api/v1/products/{slug}/reviews", tag = "catalogue", operation_id = "listProductReviews",
    params(("slug" = String, Path, description = "Slug of the product"), Wanted, Paging),
    responses(
        (status = 200, description = "A page of reviews", body = Page<ReviewView>),
        (status = 422, description = "`stars` that there are not", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn of_product(
    State(services): State<Services>,
    Language(locale): Language,
    Path(slug): Path<String>,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<ReviewView>>, Denied> {
    let page = reviews::of_product(&services, &slug, &query(&wanted, &paging), paging.limit()?, locale).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Reviews of the goods of a shop, the newest first.
#[utoipa::path(get, path = "/api/v1/shops/{slug}/reviews", tag = "catalogue", operation_id = "listShopReviews",
    params(("slug" = String, Path, description = "Slug of the shop"), Wanted, Paging),
    responses(
        (status = 200, description = "A page of reviews", body = Page<ReviewView>),
        (status = 422, description = "`stars` that there are not", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn of_shop(
    State(services): State<Services>,
    Language(locale): Language,
    Path(slug): Path<String>,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<ReviewView>>, Denied> {
    let page = reviews::of_shop(&services, &slug, &query(&wanted, &paging), paging.limit()?, locale).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Tells curators that a review should not be seen.
#[utoipa::path(post, path = "/api/v1/reviews/{id}/report", tag = "catalogue", operation_id = "reportReview",
    params(("id" = String, Path, description = "Of the review")), request_body = ReportRequest,
    responses((status = 204, description = "It is in their queue")))]
async fn report(
    State(services): State<Services>,
    caller: Caller,
    Path(id): Path<String>,
    Json(body): Json<ReportRequest>,
) -> Result<StatusCode, Denied> {
    reviews::report(&services, &id, &body, account_id(caller)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Reviews of the lines of an order, also those that are hidden or were taken back.
#[utoipa::path(get, path = "/api/v1/orders/{token}/reviews", tag = "orders", operation_id = "listOwnReviews",
    params(("token" = String, Path, description = "Secret of the order")),
    responses((status = 200, description = "All of them", body = Page<OwnReview>)))]
async fn of_order(
    State(services): State<Services>,
    Language(locale): Language,
    Path(token): Path<String>,
) -> Result<Json<Page<OwnReview>>, Denied> {
    Ok(Json(Page { items: reviews::of_order(&services, &token, locale).await?, next: None }))
}

/// Reviews a line that was delivered, once. Photos are sent afterwards.
#[utoipa::path(post, path = "/api/v1/orders/{token}/reviews", tag = "orders", operation_id = "writeReview",
    params(("token" = String, Path, description = "Secret of the order")), request_body = NewReview,
    responses(
        (status = 201, description = "The review", body = OwnReview),
        (status = 409, description = "`invalid_state`: not delivered, or reviewed before", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn write(
    State(services): State<Services>,
    caller: Caller,
    Path(token): Path<String>,
    Json(body): Json<NewReview>,
) -> Result<impl IntoResponse, Denied> {
    let by = account_id(caller);
    let own = reviews::write(&services, &token, &body.variant, &body.review, Vec::new(), by).await?;
    Ok((StatusCode::CREATED, Json(own)))
}

/// Changes a review, as long as that is allowed.
#[utoipa::path(put, path = "/api/v1/orders/{token}/reviews/{id}", tag = "orders", operation_id = "editReview",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the review")),
    request_body = ReviewRequest,
    responses(
        (status = 200, description = "The review", body = OwnReview),
        (status = 409, description = "`invalid_state`: too late, or taken back", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn edit(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
    Json(body): Json<ReviewRequest>,
) -> Result<Json<OwnReview>, Denied> {
    Ok(Json(reviews::edit(&services, &token, &id, &body, Vec::new(), account_id(caller)).await?))
}

/// Takes a review back for good.
#[utoipa::path(post, path = "/api/v1/orders/{token}/reviews/{id}/remove", tag = "orders", operation_id = "removeReview",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the review")),
    responses(
        (status = 200, description = "What is left of it", body = OwnReview),
        (status = 409, description = "`invalid_state`: that was done before", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn remove(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
) -> Result<Json<OwnReview>, Denied> {
    Ok(Json(reviews::remove(&services, &token, &id, account_id(caller)).await?))
}

/// Adds a photo to a review; at most five.
#[utoipa::path(post, path = "/api/v1/orders/{token}/reviews/{id}/photos", tag = "orders", operation_id = "addReviewPhoto",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the review")),
    request_body(content = PhotoUpload, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "The review", body = OwnReview),
        (status = 409, description = "`invalid_state`: too late, or taken back", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn add_photo(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
    upload: Upload,
) -> Result<impl IntoResponse, Denied> {
    let own = reviews::add_photo(&services, &token, &id, upload.photo, account_id(caller)).await?;
    Ok((StatusCode::CREATED, Json(own)))
}

/// Takes a photo out of a review.
#[utoipa::path(post, path = "/api/v1/orders/{token}/reviews/{id}/photos/{photo}/remove", tag = "orders",
    operation_id = "removeReviewPhoto",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the review"),
        ("photo" = String, Path, description = "Of the photo")),
    responses(
        (status = 200, description = "The review", body = OwnReview),
        (status = 409, description = "`invalid_state`: too late, or taken back", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn remove_photo(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id, photo)): Path<(String, String, String)>,
) -> Result<Json<OwnReview>, Denied> {
    Ok(Json(reviews::remove_photo(&services, &token, &id, &photo, account_id(caller)).await?))
}
