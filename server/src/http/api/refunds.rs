//! Money that goes back, as buyers see it: whoever has the order's secret token.

use access::{AppState, Caller, Denied};
use axum::extract::State;
use http::StatusCode;
use services::{
    BankAccount, Services,
    refunds::{self, RefundView},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{Page, body::Json, problem::Problem, query::Path};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(give_account)).routes(routes!(received))
}

/// Refunds of an order, the oldest first.
#[utoipa::path(get, path = "/api/v1/orders/{token}/refunds", tag = "orders", operation_id = "listOrderRefunds",
    params(("token" = String, Path, description = "Secret of the order")),
    responses((status = 200, description = "All of them", body = Page<RefundView>)))]
async fn list(State(services): State<Services>, Path(token): Path<String>) -> Result<Json<Page<RefundView>>, Denied> {
    Ok(Json(Page { items: refunds::by_token(&services, &token).await?, next: None }))
}

/// Says to which bank account a transfer goes back. Only the shop that pays reads it.
#[utoipa::path(put, path = "/api/v1/orders/{token}/refund-account", tag = "orders", operation_id = "giveRefundAccount",
    params(("token" = String, Path, description = "Secret of the order")), request_body = BankAccount,
    responses(
        (status = 204, description = "Kept, in place of the one before"),
        (status = 409, description = "`invalid_state`: no transfer back waits to be sent", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn give_account(
    State(services): State<Services>,
    Path(token): Path<String>,
    Json(body): Json<BankAccount>,
) -> Result<StatusCode, Denied> {
    refunds::give_account(&services, &token, &body).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says that money sent by hand has arrived.
#[utoipa::path(post, path = "/api/v1/orders/{token}/refunds/{id}/received", tag = "orders",
    operation_id = "confirmRefundReceived",
    params(("token" = String, Path, description = "Secret of the order"), ("id" = String, Path, description = "Of the refund")),
    responses(
        (status = 200, description = "The refund afterwards", body = RefundView),
        (status = 409, description = "`invalid_state`: not sent by hand, or over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn received(
    State(services): State<Services>,
    caller: Caller,
    Path((token, id)): Path<(String, String)>,
) -> Result<Json<RefundView>, Denied> {
    let account_id = caller.identity.map(|identity| identity.id);
    Ok(Json(refunds::confirm_received(&services, &token, &id, account_id).await?))
}
