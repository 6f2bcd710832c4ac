//! Refunds that a curator begins, decides, or has sent again.

use access::{AppState, Curator, Denied};
use axum::extract::State;
use http::StatusCode;
use services::{
    Services,
    refunds::{self, OrderRefunds, RefundRequest, RefundView},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::{Json, Reason},
    problem::Problem,
    query::{InQuery, Paging, Path},
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(waiting))
        .routes(routes!(failed))
        .routes(routes!(of_order, request))
        .routes(routes!(approve))
        .routes(routes!(decline))
        .routes(routes!(retry))
}

/// Refunds that failed after they were promised and that nobody asked for again, the newest first.
#[utoipa::path(get, path = "/api/v1/curation/refunds/failed", tag = "curation", operation_id = "listFailedRefunds",
    security(("token" = [])),
    responses((status = 200, description = "The newest fifty", body = Page<RefundView>)))]
async fn failed(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
) -> Result<Json<Page<RefundView>>, Denied> {
    Ok(Json(Page { items: refunds::failed(&services).await?, next: None }))
}

/// What can be given back of any order, and what was.
#[utoipa::path(get, path = "/api/v1/curation/orders/{number}/refunds", tag = "curation",
    operation_id = "listRefundsOfAnyOrder",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    responses((status = 200, description = "Without the buyer's bank account", body = OrderRefunds)))]
async fn of_order(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    Path(number): Path<String>,
) -> Result<Json<OrderRefunds>, Denied> {
    Ok(Json(refunds::of_any_order(&services, &number).await?))
}

/// Gives money of any order back; large amounts wait for a second person.
#[utoipa::path(post, path = "/api/v1/curation/orders/{number}/refunds", tag = "curation",
    operation_id = "requestRefundAsCurator",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    request_body = RefundRequest,
    responses(
        (status = 201, description = "The refund", body = RefundView),
        (status = 409, description = "`invalid_state`: no money came in", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn request(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(number): Path<String>,
    Json(body): Json<RefundRequest>,
) -> Result<(StatusCode, Json<RefundView>), Denied> {
    let refund = refunds::request_as_curator(&services, identity.id, &number, &body).await?;
    Ok((StatusCode::CREATED, Json(refund)))
}

/// Asks again for a refund that failed.
#[utoipa::path(post, path = "/api/v1/curation/refunds/{id}/retry", tag = "curation", operation_id = "retryRefund",
    params(("id" = String, Path, description = "Of the refund that failed")), security(("token" = [])),
    responses(
        (status = 200, description = "The refund in its place", body = RefundView),
        (status = 409, description = "`invalid_state`: it did not fail, or was asked for again", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn retry(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<Json<RefundView>, Denied> {
    Ok(Json(refunds::retry(&services, identity.id, &id).await?))
}

/// Refunds that wait for a second person, the oldest first.
#[utoipa::path(get, path = "/api/v1/curation/refunds", tag = "curation", operation_id = "listWaitingRefunds",
    params(Paging), security(("token" = [])),
    responses((status = 200, description = "A page of refunds", body = Page<RefundView>)))]
async fn waiting(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<RefundView>>, Denied> {
    let page = refunds::waiting(&services, paging.cursor.as_deref(), paging.limit()?).await?;
    Ok(Json(Page { items: page.refunds, next: page.next }))
}

/// Says yes to a refund that somebody else asked for.
#[utoipa::path(post, path = "/api/v1/curation/refunds/{id}/approve", tag = "curation", operation_id = "approveRefund",
    params(("id" = String, Path, description = "Of the refund")), security(("token" = [])),
    responses(
        (status = 200, description = "The refund afterwards", body = RefundView),
        (status = 409, description = "`invalid_state`: it does not wait, or is the caller's own", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn approve(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<Json<RefundView>, Denied> {
    Ok(Json(refunds::approve(&services, identity.id, &id).await?))
}

/// Says no to a refund.
#[utoipa::path(post, path = "/api/v1/curation/refunds/{id}/decline", tag = "curation", operation_id = "declineRefund",
    params(("id" = String, Path, description = "Of the refund")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "The refund afterwards", body = RefundView),
        (status = 409, description = "`invalid_state`: it does not wait", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn decline(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<RefundView>, Denied> {
    Ok(Json(refunds::decline(&services, identity.id, &id, &body.reason).await?))
}
