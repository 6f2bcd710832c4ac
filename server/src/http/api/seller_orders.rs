//! Orders of the caller's shops.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Denied, Seller};
use axum::extract::State;
use domain::order::OrderStatus;
use serde::Deserialize;
use services::{
    Services,
    fulfilment::{self, OrderFilter, SellerScope},
    orders::OrderView,
};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::{Json, Reason},
    problem::Problem,
    query::{InQuery, Paging, Path},
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(confirm))
        .routes(routes!(reject))
        .routes(routes!(payment_confirm))
        .routes(routes!(payment_reject))
        .routes(routes!(ready))
        .routes(routes!(ship))
        .routes(routes!(deliver))
}

/// The shops that the caller works for.
pub(super) fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}

/// What is asked of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Only orders in that status.
    #[param(inline)]
    status: Option<OrderStatus>,
}

/// Who carries it.
#[derive(Debug, Deserialize, ToSchema)]
struct Parcel {
    /// Name of the courier.
    #[schema(min_length = 2, max_length = 60)]
    courier: Option<String>,
    /// Number to follow it by.
    #[schema(min_length = 4, max_length = 60)]
    tracking: Option<String>,
}

/// Orders of the caller's shops, the newest first.
#[utoipa::path(get, path = "/api/v1/seller/orders", tag = "selling", operation_id = "listSellerOrders",
    params(Wanted, Paging), security(("token" = [])),
    responses((status = 200, description = "A page of orders", body = Page<OrderView>)))]
async fn list(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<OrderView>>, Denied> {
    let filter = wanted.status.map_or(OrderFilter::All, OrderFilter::Status);
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = fulfilment::list(&services, scope(&seller), filter, cursor, limit).await?;
    Ok(Json(Page { items: page.orders, next: page.next }))
}

/// One order of the caller's shops.
#[utoipa::path(get, path = "/api/v1/seller/orders/{number}", tag = "selling", operation_id = "showSellerOrder",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    responses((status = 200, description = "The order", body = OrderView)))]
async fn show(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(fulfilment::find(&services, scope(&seller), &number).await?))
}

/// Accepts an order that waits for it.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/confirm", tag = "selling", operation_id = "confirmOrder",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: not waiting for it", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn confirm(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(fulfilment::confirm(&services, scope(&seller), &number).await?))
}

/// Refuses an order that is not accepted yet.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/reject", tag = "selling", operation_id = "rejectOrder",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    request_body = Reason,
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: accepted already, or over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn reject(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(fulfilment::reject(&services, scope(&seller), &number, &body.reason).await?))
}

/// The money is there: accepts the order at once.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/payment/confirm", tag = "selling", operation_id = "confirmPayment",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: not waiting for money", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn payment_confirm(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(fulfilment::payment_confirm(&services, scope(&seller), &number).await?))
}

/// The money is not there: the payment waits for the buyer again.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/payment/reject", tag = "selling", operation_id = "rejectPayment",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    request_body = Reason,
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: not waiting for money", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn payment_reject(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(fulfilment::payment_reject(&services, scope(&seller), &number, &body.reason).await?))
}

/// Packed; for pick-up it waits for the buyer then.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/ready", tag = "selling", operation_id = "readyOrder",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: not being prepared", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn ready(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(fulfilment::ready(&services, scope(&seller), &number).await?))
}

/// On its way. A courier needs both values, the seller's own delivery neither.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/ship", tag = "selling", operation_id = "shipOrder",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    request_body = Parcel,
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: not accepted, on its way already, or picked up", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn ship(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
    Json(body): Json<Parcel>,
) -> Result<Json<OrderView>, Denied> {
    let (courier, tracking) = (body.courier.as_deref(), body.tracking.as_deref());
    Ok(Json(fulfilment::ship(&services, scope(&seller), &number, courier, tracking).await?))
}

/// Handed over; cash is taken with it.
#[utoipa::path(post, path = "/api/v1/seller/orders/{number}/deliver", tag = "selling", operation_id = "deliverOrder",
    params(("number" = String, Path, description = "Number of the order")), security(("token" = [])),
    responses(
        (status = 200, description = "The order afterwards", body = OrderView),
        (status = 409, description = "`invalid_state`: neither on its way nor waiting for pick-up", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn deliver(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(number): Path<String>,
) -> Result<Json<OrderView>, Denied> {
    Ok(Json(fulfilment::deliver(&services, scope(&seller), &number).await?))
}
