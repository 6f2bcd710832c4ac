//! What the caller's shops have with us, and what was paid out.

use access::{AppState, Denied, Seller};
use axum::extract::State;
use services::{
    Services,
    ledger::{self, EntryView, Month, ShopBalance, Statement},
    payouts::{self, PayoutView},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    query::{InQuery, Paging, Path},
    seller_orders::scope,
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(balances))
        .routes(routes!(entries))
        .routes(routes!(statement))
        .routes(routes!(payouts))
}

/// What each shop of the caller has with us.
#[utoipa::path(get, path = "/api/v1/seller/balances", tag = "selling", operation_id = "listBalances",
    security(("token" = [])),
    responses((status = 200, description = "One balance a shop", body = [ShopBalance])))]
async fn balances(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
) -> Result<Json<Vec<ShopBalance>>, Denied> {
    Ok(Json(ledger::balances(&services, &seller.shop_ids).await?))
}

/// Entries of the ledger of the caller's shops, the newest first.
#[utoipa::path(get, path = "/api/v1/seller/ledger", tag = "selling", operation_id = "listLedgerEntries",
    params(Paging), security(("token" = [])),
    responses((status = 200, description = "A page of entries", body = Page<EntryView>)))]
async fn entries(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<EntryView>>, Denied> {
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = ledger::entries(&services, scope(&seller), cursor, limit).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// A month of a shop's account: the opening balance and all lines together are the closing balance.
#[utoipa::path(get, path = "/api/v1/seller/shops/{shop}/statements/{month}", tag = "selling",
    operation_id = "getStatement", security(("token" = [])),
    params(("shop" = String, Path, description = "Path of the shop"),
        ("month" = String, Path, description = "`2026-11`")),
    responses((status = 200, description = "The statement", body = Statement)))]
async fn statement(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path((shop, month)): Path<(String, String)>,
) -> Result<Json<Statement>, Denied> {
    let month: Month = month.parse()?;
    Ok(Json(ledger::statement(&services, &seller.shop_ids, &shop, month).await?))
}

/// Payouts to the caller's shops, the newest first.
#[utoipa::path(get, path = "/api/v1/seller/payouts", tag = "selling", operation_id = "listSellerPayouts",
    params(Paging), security(("token" = [])),
    responses((status = 200, description = "A page of payouts", body = Page<PayoutView>)))]
async fn payouts(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<PayoutView>>, Denied> {
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = payouts::of_shops(&services, &seller.shop_ids, cursor, limit).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}
