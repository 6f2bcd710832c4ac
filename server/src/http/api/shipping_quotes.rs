//! What it costs to bring goods to a buyer.

use access::{AppState, Denied};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use services::{
    Services,
    shipping::{self, ItemRequest, ShopQuote},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{body::Json, language::Language};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(quote))
}

/// What goes where.
#[derive(Debug, Deserialize, ToSchema)]
struct QuoteRequest {
    /// What; a variant may be named twice.
    #[schema(min_items = 1, max_items = 50)]
    items: Vec<ItemRequest>,
    /// Code of a village; only pick-up is offered without one.
    region: Option<String>,
}

/// The ways, shop by shop.
#[derive(Debug, Serialize, ToSchema)]
struct Quotes {
    /// In the order of the items.
    shops: Vec<ShopQuote>,
}

/// All ways to get these goods to a village.
#[utoipa::path(post, path = "/api/v1/shipping-quotes", tag = "buying", operation_id = "quoteShipping",
    request_body = QuoteRequest, responses((status = 200, description = "The ways, shop by shop", body = Quotes)))]
async fn quote(
    State(services): State<Services>,
    Language(locale): Language,
    Json(request): Json<QuoteRequest>,
) -> Result<Json<Quotes>, Denied> {
    let shops = shipping::quote(&services, &request.items, request.region.as_deref(), locale).await?;
    Ok(Json(Quotes { shops }))
}
