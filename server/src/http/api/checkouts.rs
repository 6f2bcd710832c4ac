//! From a cart to orders.

use access::{AppState, Caller, Denied};
use axum::extract::{FromRequestParts, State};
use domain::{limits, phone::Phone};
use http::{StatusCode, request::Parts};
use services::{
    Services,
    checkout::{self, CheckoutRequest, IdempotencyKey, PlacedGroup},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{body::Json, limit, problem::Problem, refusal::Refusal};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(place))
}

/// The header that makes a repeated checkout harmless; there is no checkout without one.
#[derive(Debug)]
struct Key(String);

impl<S: Sync> FromRequestParts<S> for Key {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let key = parts.headers.get("idempotency-key").and_then(|value| value.to_str().ok());
        key.filter(|key| limits::IDEMPOTENCY_KEY.contains(&key.len()))
            .map(|key| Self(key.to_owned()))
            .ok_or_else(Refusal::idempotency_key_required)
    }
}

/// Places one order a shop, all of them or none. The same key and body get the same answer for seven days.
#[utoipa::path(post, path = "/api/v1/checkouts", tag = "buying", operation_id = "placeCheckout",
    params(("Idempotency-Key" = String, Header, description = "Chosen by the caller, another one for every checkout",
        min_length = 16, max_length = 255, pattern = "^[!-~]+$")),
    request_body = CheckoutRequest,
    responses(
        (status = 201, description = "The orders", body = PlacedGroup),
        (status = 409, description = "`out_of_stock` at `items[i]`, `price_changed`, `idempotency_conflict`",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid`, `not_deliverable`, `payment_unavailable`, field by field",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn place(
    State(services): State<Services>,
    caller: Caller,
    Key(key): Key,
    Json(request): Json<CheckoutRequest>,
) -> Result<(StatusCode, Json<PlacedGroup>), Denied> {
    let key = IdempotencyKey { key, body_hash: checkout::body_hash(&request)? };
    let account_id = caller.identity.map(|identity| identity.id);
    // Whoever is signed in has been counted; a number that is none is refused below.
    if let (None, Ok(phone)) = (account_id, request.buyer.phone.parse::<Phone>()) {
        limit::checkouts(&services, phone.as_e164()).await?;
    }
    let placed = checkout::place(&services, &request, account_id, None, Some(&key)).await?;
    Ok((StatusCode::CREATED, Json(placed)))
}
