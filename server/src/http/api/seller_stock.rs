//! What lies on a seller's shelf.

use access::{AppState, Denied, Seller};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use services::{
    Services,
    capacity::{self, WeekView},
    stock::{self, StockView},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{body::Json, problem::Problem, query::Path, seller_orders::scope, token::ByToken};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(set)).routes(routes!(set_capacity))
}

/// How many pieces there are.
#[derive(Debug, Deserialize, ToSchema)]
struct OnHand {
    /// Pieces on the shelf, promised ones included.
    #[schema(minimum = 0, maximum = 1_000_000)]
    on_hand: i64,
    /// Code of a lot of food; that of today, which is made where there is none, when left out.
    lot: Option<String>,
}

/// What is left of a variant.
#[derive(Debug, Serialize, ToSchema)]
struct Stock {
    /// `var_…`
    variant: String,
    /// One for each lot of food, else one.
    lots: Vec<StockView>,
}

/// Sets how many pieces of a variant lie on the shelf.
#[utoipa::path(put, path = "/api/v1/seller/variants/{id}/stock", tag = "selling", operation_id = "setStock",
    params(("id" = String, Path, description = "`var_…`")), request_body = OnHand, security(("token" = [])),
    responses(
        (status = 200, description = "What is left", body = Stock),
        (status = 409, description = "`invalid_state`: more is promised, or it is made to order", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn set(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(variant): Path<String>,
    Json(count): Json<OnHand>,
) -> Result<Json<Stock>, Denied> {
    let lots = stock::set_on_hand(&services, scope(&seller), &variant, count.on_hand, count.lot.as_deref()).await?;
    Ok(Json(Stock { variant, lots }))
}

/// How many pieces a week can be made.
#[derive(Debug, Deserialize, ToSchema)]
struct PerWeek {
    /// Pieces; no limit when left out.
    #[schema(minimum = 0, maximum = 100_000)]
    per_week: Option<i64>,
}

/// Room of the weeks of a variant that is made to order.
#[derive(Debug, Serialize, ToSchema)]
struct Capacity {
    /// `var_…`
    variant: String,
    /// The weeks in sight; none where there is no limit.
    weeks: Vec<WeekView>,
}

/// Sets how many pieces a week can be made of what is made to order. Full weeks push the promised day on.
#[utoipa::path(put, path = "/api/v1/seller/variants/{id}/capacity", tag = "selling", operation_id = "setCapacity",
    params(("id" = String, Path, description = "`var_…`")), request_body = PerWeek, security(("token" = [])),
    responses(
        (status = 200, description = "Room of the weeks", body = Capacity),
        (status = 409, description = "`invalid_state`: a week has more orders, or it is not made to order", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn set_capacity(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(variant): Path<String>,
    Json(limit): Json<PerWeek>,
) -> Result<Json<Capacity>, Denied> {
    let weeks = capacity::set(&services, scope(&seller), &variant, limit.per_week).await?;
    Ok(Json(Capacity { variant, weeks }))
}
