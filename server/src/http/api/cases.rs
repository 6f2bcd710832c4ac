//! Cases as their buyers see them: whoever has the order's secret token. Photos are sent after the case is opened.

use access::{AppState, Caller, Denied};
use axum::{
    extract::{DefaultBodyLimit, State},
    response::IntoResponse,
};
use domain::limits;
use http::{StatusCode, header};
use serde::Deserialize;
use services::{
    Services,
    complaints::{self, CaseRequest, CaseView},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    problem::Problem,
    query::Path,
    upload::{PhotoUpload, Upload},
};

pub fn routes() -> OpenApiRouter<AppState> {
    let photos =
        OpenApiRouter::new().routes(routes!(add_photo)).layer(DefaultBodyLimit::max(limits::PHOTO_BYTES + 64 * 1024));
    OpenApiRouter::new()
        .routes(routes!(list, open))
        .routes(routes!(accept))
        .routes(routes!(escalate))
        .routes(routes!(withdraw))
        .routes(routes!(replacement_received))
        .routes(routes!(write))
        .routes(routes!(show_photo))
        .merge(photos)
}

/// Something to say.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Words {
    /// For the other side to read.
    #[schema(min_length = 3, max_length = 2000)]
    pub text: String,
}

/// Cases of an order, the oldest first.
#[utoipa::path(get, path = "/api/v1/orders/{token}/cases", tag = "orders", operation_id = "listCases",
    params(("token" = String, Path, description = "Secret of the order")),
    responses((status = 200, description = "All of them", body = Page<CaseView>)))]
async fn list(State(services): State<Services>, Path(token): Path<String>) -> Result<Json<Page<CaseView>>, Denied> {
    Ok(Json(Page { items: complaints::by_token(&services, &token).await?, next: None }))
}

/// Opens a case, once the goods were handed over or are later than promised.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cases", tag = "orders", operation_id = "openCase",
    params(("token" = String, Path, description = "Secret of the order")), request_body = CaseRequest,
    responses(
        (status = 201, description = "The case", body = CaseView),
        (status = 409, description = "`invalid_state`: still on its way in time, or over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn open(
    State(services): State<Services>,
    caller: Caller,
    Path(token): Path<String>,
    Json(body): Json<CaseRequest>,
) -> Result<impl IntoResponse, Denied> {
    let case = complaints::open(&services, &token, &body, account_id(caller)).await?;
    Ok((StatusCode::CREATED, Json(case)))
}

/// Adds a photo of what is wrong; at most five.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cases/{id}/photos", tag = "orders", operation_id = "addCasePhoto",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the case")),
    request_body(content = PhotoUpload, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "The case", body = CaseView),
        (status = 409, description = "`invalid_state`: over", body = Problem, content_type = "application/problem+json"),
    ))]
async fn add_photo(
    State(services): State<Services>,
    Path((token, id)): Path<(String, String)>,
    upload: Upload,
) -> Result<impl IntoResponse, Denied> {
    Ok((StatusCode::CREATED, Json(complaints::add_photo(&services, &token, &id, upload.photo).await?)))
}

/// A photo, for whoever has the order's secret.
#[utoipa::path(get, path = "/api/v1/orders/{token}/cases/{id}/photos/{photo}", tag = "orders",
    operation_id = "showCasePhoto",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the case"),
        ("photo" = String, Path, description = "Of the photo")),
    responses((status = 200, description = "The picture", content_type = "image/jpeg")))]
async fn show_photo(
    State(services): State<Services>,
    Path((token, id, photo)): Path<(String, String, String)>,
) -> Result<impl IntoResponse, Denied> {
    let bytes = complaints::photo_of_buyer(&services, &token, &id, &photo).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, no-store")], bytes))
}

/// Takes the seller's offer.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cases/{id}/accept", tag = "orders", operation_id = "acceptOffer",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the case")),
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: nothing is offered, or over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn accept(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::accept(&services, &token, &id, account_id(caller)).await?))
}

/// Asks a curator to decide.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cases/{id}/escalate", tag = "orders", operation_id = "escalateCase",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the case")),
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: asked already, or over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn escalate(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::escalate(&services, &token, &id, account_id(caller)).await?))
}

/// Takes the case back.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cases/{id}/withdraw", tag = "orders", operation_id = "withdrawCase",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the case")),
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: over", body = Problem, content_type = "application/problem+json"),
    ))]
async fn withdraw(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::withdraw(&services, &token, &id, account_id(caller)).await?))
}

/// Says that goods that were sent again have arrived.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cases/{id}/replacement-received", tag = "orders",
    operation_id = "confirmReplacementReceived",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the case")),
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: nothing is on its way", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn replacement_received(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::replacement_received(&services, &token, &id, account_id(caller)).await?))
}

/// Says something to the seller.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cases/{id}/messages", tag = "orders", operation_id = "writeInCase",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the case")),
    request_body = Words,
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: over", body = Problem, content_type = "application/problem+json"),
    ))]
async fn write(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
    Json(body): Json<Words>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::write(&services, &token, &id, &body.text, account_id(caller)).await?))
}

fn account_id(caller: Caller) -> Option<i64> {
    caller.identity.map(|identity| identity.id)
}
