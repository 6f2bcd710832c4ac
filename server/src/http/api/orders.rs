//! An order as its buyer sees it: whoever has its secret token.

use access::{AppState, Caller, Denied};
use axum::extract::{DefaultBodyLimit, State};
use domain::limits;
use services::{
    Services,
    orders::{self, OrderView},
    payments::{self, NewProof},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    body::Json,
    problem::Problem,
    query::Path,
    upload::{ProofUpload, Upload},
};

/// A photo and what lies around it.
const UPLOAD_BYTES: usize = limits::PHOTO_BYTES + 64 * 1024;

/// Beside the others, for its body may be larger.
fn proof() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(show_proof)).layer(DefaultBodyLimit::max(UPLOAD_BYTES))
}

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(show)).routes(routes!(cancel)).routes(routes!(receive)).merge(proof())
}

/// An order with lines and history.
#[utoipa::path(get, path = "/api/v1/orders/{token}", tag = "orders", operation_id = "showOrder",
    params(("token" = String, Path, description = "Secret of the order; the one of its group names no order")),
    responses((status = 200, description = "The order", body = OrderView)))]
async fn show(State(services): State<Services>, Path(token): Path<String>) -> Result<Json<OrderView>, Denied> {
    Ok(Json(orders::by_token(&services, &token).await?))
}

/// Calls an order off; free until the seller has accepted it.
#[utoipa::path(post, path = "/api/v1/orders/{token}/cancel", tag = "orders", operation_id = "cancelOrder",
    params(("token" = String, Path, description = "Secret of the order")),
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: accepted already, or over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn cancel(
    State(services): State<Services>,
    caller: Caller,
    Path(token): Path<String>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(orders::cancel(&services, &token, account_id(caller)).await?))
}

/// The buyer has the goods.
#[utoipa::path(post, path = "/api/v1/orders/{token}/received", tag = "orders", operation_id = "receiveOrder",
    params(("token" = String, Path, description = "Secret of the order")),
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: not on its way", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn receive(
    State(services): State<Services>,
    caller: Caller,
    Path(token): Path<String>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(orders::received(&services, &token, account_id(caller)).await?))
}

/// Shows the seller that the order is paid. The time to pay stands still until the seller has answered.
#[utoipa::path(post, path = "/api/v1/orders/{token}/payment-proof", tag = "orders", operation_id = "showPaymentProof",
    params(("token" = String, Path, description = "Secret of the order")),
    request_body(content = ProofUpload, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: no money is waited for, or a proof is being looked at",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn show_proof(
    State(services): State<Services>,
    caller: Caller,
    Path(token): Path<String>,
    upload: Upload,
) -> Result<Json<OrderView>, Denied> {
    let proof = NewProof { photo: upload.photo, note: &upload.note };
    Ok(Json(payments::submit_proof(&services, &token, account_id(caller), proof).await?))
}

fn account_id(caller: Caller) -> Option<i64> {
    caller.identity.map(|identity| identity.id)
}
