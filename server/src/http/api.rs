//! The HTTP API, version 1. A handler's annotation says its method, path and schemas; router, list of routes and
//! OpenAPI document all come from it.

pub mod body;
mod cases;
mod checkouts;
mod curation;
mod curation_cases;
mod curation_jobs;
mod curation_payments;
mod curation_payouts;
mod curation_refunds;
mod description;
mod language;
pub mod limit;
mod lots;
mod orders;
pub mod problem;
mod products;
mod query;
mod refunds;
mod refusal;
mod regions;
mod review_desk;
mod reviews;
mod seller_cases;
mod seller_money;
mod seller_orders;
mod seller_payments;
mod seller_products;
mod seller_stock;
mod shipping_quotes;
mod shops;
mod suggestions;
mod token;
mod upload;

use std::sync::LazyLock;

use access::AppState;
use axum::{
    response::{IntoResponse, Response},
    routing::any,
};
use http::{StatusCode, header};
use serde::Serialize;
use utoipa::{ToSchema, openapi::OpenApi};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::recorder::Recorder;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
struct Page<T> {
    /// The items.
    items: Vec<T>,
    /// Pass it as `cursor` to get the next page; null at the end.
    next: Option<String>,
}

fn documented() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(description::frame())
        .routes(routes!(describe))
        .merge(products::routes())
        .merge(shops::routes())
        .merge(suggestions::routes())
        .merge(regions::routes())
        .merge(shipping_quotes::routes())
        .merge(checkouts::routes())
        .merge(orders::routes())
        .merge(seller_products::routes())
        .merge(seller_orders::routes())
        .merge(seller_stock::routes())
        .merge(curation::routes())
        .merge(cases::routes())
        .merge(seller_cases::routes())
        .merge(curation_cases::routes())
        .merge(refunds::routes())
        .merge(curation_refunds::routes())
        .merge(seller_payments::routes())
        .merge(curation_payments::routes())
        .merge(seller_money::routes())
        .merge(curation_payouts::routes())
        .merge(curation_jobs::routes())
        .merge(lots::routes())
        .merge(reviews::routes())
        .merge(review_desk::routes())
}

/// All calls.
#[must_use]
pub fn routes() -> Recorder {
    let (router, document) = documented().split_for_parts();
    let unknown = || any(|| async { StatusCode::NOT_FOUND });
    let router = router.route("/api", unknown()).route("/api/", unknown()).route("/api/{*rest}", unknown());
    Recorder::described(router, &document)
}

/// What the API says of itself.
#[must_use]
pub fn document() -> OpenApi {
    description::complete(documented().into_openapi())
}

/// This description.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "about", operation_id = "describe",
    responses((status = 200, description = "The description", body = Object)))]
async fn describe() -> Response {
    static DOCUMENT: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], DOCUMENT.as_str()).into_response()
}
