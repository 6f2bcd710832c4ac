//! An order as its buyer sees it: whoever has its secret token.

use access::{AppState, Caller, Denied};
use axum::extract::State;
use services::{
    Services,
    orders::{self, OrderView},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{body::Json, problem::Problem, query::Path};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(show)).routes(routes!(cancel)).routes(routes!(receive))
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

fn account_id(caller: Caller) -> Option<i64> {
    caller.identity.map(|identity| identity.id)
}
