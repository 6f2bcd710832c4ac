//! How the caller's shops are paid, and money that came without an order. Where money goes is changed with the password,
//! as on the page.

use access::{AppState, Denied, Seller};
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use services::{
    BankAccount, Services,
    payments::{self, BankChange, NewUnmatched, QrisView, Resolution, UnmatchedView},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    problem::Problem,
    query::{InQuery, Paging, Path},
    seller_orders::scope,
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(set_bank))
        .routes(routes!(propose_qris))
        .routes(routes!(set_cash))
        .routes(routes!(unmatched, record))
        .routes(routes!(resolve))
}

/// How a shop is paid.
#[derive(Debug, Serialize, ToSchema)]
struct PaymentWays {
    /// Path of the shop.
    shop: String,
    /// Its bank account, for transfers and payouts.
    bank: Option<BankAccount>,
    /// Whether it takes cash at hand-over.
    takes_cash: bool,
    /// The code that buyers pay to now.
    qris: Option<QrisView>,
    /// The code that was handed in last, unless that is the one in use.
    qris_latest: Option<QrisView>,
}

/// A bank account, and the password of whoever changes it.
#[derive(Debug, Deserialize, ToSchema)]
struct NewBank {
    /// Name of the bank.
    #[schema(min_length = 2, max_length = 40)]
    bank: String,
    /// Number of the account; spaces and hyphens do not count.
    #[schema(min_length = 6, max_length = 30)]
    account: String,
    /// Whose account it is.
    #[schema(min_length = 2, max_length = 80)]
    holder: String,
    /// Of the caller.
    password_current: String,
}

/// A QRIS code, and the password of whoever hands it in.
#[derive(Debug, Deserialize, ToSchema)]
struct NewQris {
    /// Static payload, as it stands in the picture.
    #[schema(min_length = 1, max_length = 512)]
    payload: String,
    /// Of the caller.
    password_current: String,
}

/// Whether a shop takes cash.
#[derive(Debug, Deserialize, ToSchema)]
struct Cash {
    /// At hand-over.
    takes_cash: bool,
}

/// How each shop of the caller is paid.
#[utoipa::path(get, path = "/api/v1/seller/payment-ways", tag = "selling", operation_id = "listPaymentWays",
    security(("token" = [])),
    responses((status = 200, description = "One of each shop, by name", body = [PaymentWays])))]
async fn list(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
) -> Result<Json<Vec<PaymentWays>>, Denied> {
    let desk = payments::desk(&services, scope(&seller), None, 1).await?;
    let ways = desk.shops.into_iter().map(|shop| PaymentWays {
        shop: shop.slug,
        bank: shop.bank,
        takes_cash: shop.takes_cash,
        qris: shop.used,
        qris_latest: shop.latest,
    });
    Ok(Json(ways.collect()))
}

/// Gives a shop another bank account; the people of the shop are told by mail.
#[utoipa::path(put, path = "/api/v1/seller/shops/{shop}/bank", tag = "selling", operation_id = "setBank",
    params(("shop" = String, Path, description = "Path of the shop")), security(("token" = [])), request_body = NewBank,
    responses(
        (status = 204, description = "Used from now on"),
        (status = 422, description = "`invalid`: also `password_current`: `password_wrong`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn set_bank(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(shop): Path<String>,
    Json(body): Json<NewBank>,
) -> Result<StatusCode, Denied> {
    let change =
        BankChange { bank: &body.bank, account: &body.account, holder: &body.holder, password: &body.password_current };
    payments::set_bank(&services, scope(&seller), &seller.identity, &shop, change).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Hands in the QRIS code of a shop; it is used once a curator has compared it.
#[utoipa::path(put, path = "/api/v1/seller/shops/{shop}/qris", tag = "selling", operation_id = "proposeQris",
    params(("shop" = String, Path, description = "Path of the shop")), security(("token" = [])), request_body = NewQris,
    responses(
        (status = 204, description = "Waits for a curator"),
        (status = 422, description = "`invalid`: also `password_current`: `password_wrong`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn propose_qris(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(shop): Path<String>,
    Json(body): Json<NewQris>,
) -> Result<StatusCode, Denied> {
    let (scope, password) = (scope(&seller), &body.password_current);
    payments::propose_qris(&services, scope, &seller.identity, &shop, &body.payload, password).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says whether a shop takes cash at hand-over.
#[utoipa::path(put, path = "/api/v1/seller/shops/{shop}/cash", tag = "selling", operation_id = "setCash",
    params(("shop" = String, Path, description = "Path of the shop")), security(("token" = [])), request_body = Cash,
    responses((status = 204, description = "From the next checkout on")))]
async fn set_cash(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(shop): Path<String>,
    Json(body): Json<Cash>,
) -> Result<StatusCode, Denied> {
    payments::set_cash(&services, scope(&seller), &shop, body.takes_cash).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Money that came without an order that waits for it, the newest first.
#[utoipa::path(get, path = "/api/v1/seller/unmatched-payments", tag = "selling", operation_id = "listUnmatchedPayments",
    params(Paging), security(("token" = [])),
    responses((status = 200, description = "A page of them", body = Page<UnmatchedView>)))]
async fn unmatched(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<UnmatchedView>>, Denied> {
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = payments::list(&services, scope(&seller), cursor, limit).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Writes down money that came without an order that waits for it.
#[utoipa::path(post, path = "/api/v1/seller/unmatched-payments", tag = "selling", operation_id = "recordUnmatchedPayment",
    security(("token" = [])), request_body = NewUnmatched,
    responses(
        (status = 201, description = "What was written down", body = UnmatchedView),
        (status = 404, description = "`not_found`: the shop or the order is not there, or not the caller's", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn record(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Json(body): Json<NewUnmatched>,
) -> Result<(StatusCode, Json<UnmatchedView>), Denied> {
    let money = payments::record(&services, scope(&seller), &body).await?;
    Ok((StatusCode::CREATED, Json(money)))
}

/// Says that such money was sent back, or taken for another order.
#[utoipa::path(post, path = "/api/v1/seller/unmatched-payments/{id}/resolve", tag = "selling",
    operation_id = "resolveUnmatchedPayment",
    params(("id" = String, Path, description = "Of the money")), security(("token" = [])), request_body = Resolution,
    responses(
        (status = 200, description = "How it stands now", body = UnmatchedView),
        (status = 409, description = "`invalid_state`: dealt with before", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn resolve(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(id): Path<String>,
    Json(body): Json<Resolution>,
) -> Result<Json<UnmatchedView>, Denied> {
    Ok(Json(payments::resolve(&services, scope(&seller), &id, &body).await?))
}
