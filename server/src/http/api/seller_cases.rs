//! Cases and refunds of the caller's shops.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Denied, Seller};
use axum::{extract::State, response::IntoResponse};
use http::StatusCode;
use serde::Deserialize;
use services::{
    Services,
    complaints::{self, CaseFilter, CaseView, ReplacementMove, Reply},
    refunds::{self, OrderRefunds, RefundRequest, RefundView, Sending},
};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::{Json, Reason},
    problem::Problem,
    query::{InQuery, Paging, Path},
    seller_orders::scope,
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(reply))
        .routes(routes!(move_replacement))
        .routes(routes!(of_order, request))
        .routes(routes!(sent))
        .routes(routes!(failed))
}

/// What is asked of a list of cases.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// True for those that are over.
    #[serde(default)]
    pub closed: bool,
}

/// Number of the transfer.
#[derive(Debug, Deserialize, ToSchema)]
struct Sent {
    /// As the bank's receipt has it; cash needs none.
    #[schema(min_length = 3, max_length = 80)]
    reference: Option<String>,
}

/// Cases of the caller's shops, the newest first.
#[utoipa::path(get, path = "/api/v1/seller/cases", tag = "selling", operation_id = "listSellerCases",
    params(Which, Paging), security(("token" = [])),
    responses((status = 200, description = "A page of cases", body = Page<CaseView>)))]
async fn list(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    InQuery(which): InQuery<Which>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<CaseView>>, Denied> {
    let filter = if which.closed { CaseFilter::Closed } else { CaseFilter::Live };
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = complaints::of_shops(&services, scope(&seller), filter, cursor, limit).await?;
    Ok(Json(Page { items: page.cases, next: page.next }))
}

/// Answers a case, with an offer or without.
#[utoipa::path(post, path = "/api/v1/seller/cases/{id}/reply", tag = "selling", operation_id = "replyToCase",
    params(("id" = String, Path, description = "Of the case")), security(("token" = [])), request_body = Reply,
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: over, or an offer while a curator decides", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn reply(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(id): Path<String>,
    Json(body): Json<Reply>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::reply(&services, scope(&seller), &id, &body).await?))
}

/// Sends goods again, step by step, where a case was settled so.
#[utoipa::path(post, path = "/api/v1/seller/cases/{id}/replacement", tag = "selling", operation_id = "moveReplacement",
    params(("id" = String, Path, description = "Of the case")), security(("token" = [])), request_body = ReplacementMove,
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: the goods are not where this step begins", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn move_replacement(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(id): Path<String>,
    Json(body): Json<ReplacementMove>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::move_replacement(&services, scope(&seller), &id, &body).await?))
}

/// Refunds of an order, and what can still be given back.
#[utoipa::path(get, path = "/api/v1/seller/orders/{number}/refunds", tag = "selling", operation_id = "listRefunds",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    responses((status = 200, description = "All of them", body = OrderRefunds)))]
async fn of_order(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
) -> Result<Json<OrderRefunds>, Denied> {
    Ok(Json(refunds::of_order(&services, scope(&seller), &number).await?))
}

/// Gives money back. A large amount waits for a second person.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/refunds", tag = "selling", operation_id = "requestRefund",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    request_body = RefundRequest,
    responses(
        (status = 201, description = "The refund", body = RefundView),
        (status = 409, description = "`invalid_state`: no money came in", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn request(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
    Json(body): Json<RefundRequest>,
) -> Result<impl IntoResponse, Denied> {
    let refund = refunds::request(&services, scope(&seller), &number, &body).await?;
    Ok((StatusCode::CREATED, Json(refund)))
}

/// The money went out, by transfer or in cash.
#[utoipa::path(post, path = "/api/v1/seller/refunds/{id}/sent", tag = "selling", operation_id = "markRefundSent",
    params(("id" = String, Path, description = "Of the refund")), security(("token" = [])), request_body = Sent,
    responses(
        (status = 200, description = "The refund afterwards", body = RefundView),
        (status = 409, description = "`invalid_state`: not approved, or the provider sends it", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn sent(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(id): Path<String>,
    Json(body): Json<Sent>,
) -> Result<Json<RefundView>, Denied> {
    let sending = Sending { reference: body.reference, proof: None };
    Ok(Json(refunds::mark_sent(&services, scope(&seller), &id, sending).await?))
}

/// The money came back, or will not be sent.
#[utoipa::path(post, path = "/api/v1/seller/refunds/{id}/failed", tag = "selling", operation_id = "markRefundFailed",
    params(("id" = String, Path, description = "Of the refund")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "The refund afterwards, or the one in its place", body = RefundView),
        (status = 409, description = "`invalid_state`: it arrived, or the provider sends it", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn failed(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<RefundView>, Denied> {
    Ok(Json(refunds::mark_failed(&services, scope(&seller), &id, &body.reason).await?))
}
