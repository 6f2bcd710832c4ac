//! QRIS codes that curators compare with the papers of their shops.

use access::{AppState, Curator, Denied};
use axum::extract::State;
use http::StatusCode;
use services::{
    Services,
    payments::{self, QrisView},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::{Json, Reason},
    problem::Problem,
    query::Path,
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(waiting))
        .routes(routes!(in_use))
        .routes(routes!(verify))
        .routes(routes!(reject))
}

/// Codes that wait, the oldest first.
#[utoipa::path(get, path = "/api/v1/curation/payees", tag = "curation", operation_id = "listWaitingPayees",
    security(("token" = [])),
    responses((status = 200, description = "The oldest fifty", body = Page<QrisView>)))]
async fn waiting(State(services): State<Services>, _curator: ByToken<Curator>) -> Result<Json<Page<QrisView>>, Denied> {
    Ok(Json(Page { items: payments::queue(&services).await?.qris, next: None }))
}

/// Codes that a shop uses.
#[utoipa::path(get, path = "/api/v1/curation/shops/{shop}/payees", tag = "curation", operation_id = "listPayeesOfShop",
    params(("shop" = String, Path, description = "Path of the shop")), security(("token" = [])),
    responses((status = 200, description = "All of them; none of a shop that is not there", body = Page<QrisView>)))]
async fn in_use(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    Path(shop): Path<String>,
) -> Result<Json<Page<QrisView>>, Denied> {
    Ok(Json(Page { items: payments::in_use(&services, &shop).await?, next: None }))
}

/// Says that a code is the shop's.
#[utoipa::path(post, path = "/api/v1/curation/payees/{id}/verify", tag = "curation", operation_id = "verifyPayee",
    params(("id" = String, Path, description = "Of the code")), security(("token" = [])),
    responses(
        (status = 204, description = "Buyers pay to it from its time on"),
        (status = 409, description = "`invalid_state`: it does not wait", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn verify(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<StatusCode, Denied> {
    payments::verify_qris(&services, &identity, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says that a code is not the shop's, or must not be used any more.
#[utoipa::path(post, path = "/api/v1/curation/payees/{id}/reject", tag = "curation", operation_id = "rejectPayee",
    params(("id" = String, Path, description = "Of the code")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 204, description = "Nobody pays to it any more"),
        (status = 409, description = "`invalid_state`: refused before", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn reject(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<StatusCode, Denied> {
    payments::reject_qris(&services, &identity, &id, &body.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
