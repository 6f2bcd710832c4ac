//! Lots of food: by the people of their shops, and by curators.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Curator, Denied, Seller};
use axum::{extract::State, response::IntoResponse};
use http::StatusCode;
use serde::Deserialize;
use services::{
    Services,
    lots::{self, LotOrder, LotQuery, LotRequest, LotView},
};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::{Json, Reason},
    language::Language,
    problem::Problem,
    query::{InQuery, Paging, Path},
    seller_orders::scope,
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, make))
        .routes(routes!(find))
        .routes(routes!(orders))
        .routes(routes!(write_off))
        .routes(routes!(recall))
        .routes(routes!(list_all))
        .routes(routes!(recall_by_curator))
}

/// Which lots.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Those that were called back only.
    #[serde(default)]
    recalled: bool,
    /// Part of the code.
    code: Option<String>,
}

impl Wanted {
    fn query(self) -> LotQuery {
        LotQuery { only_recalled: self.recalled, code: self.code }
    }
}

/// What is taken off the shelf.
#[derive(Debug, Deserialize, ToSchema)]
struct WriteOff {
    /// How many.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pieces: i64,
    /// Why.
    #[schema(min_length = 3, max_length = 500)]
    reason: String,
}

/// Lots of the caller's shops, the newest first.
#[utoipa::path(get, path = "/api/v1/seller/lots", tag = "selling", operation_id = "listLots", params(Wanted, Paging),
    security(("token" = [])), responses((status = 200, description = "A page of lots", body = Page<LotView>)))]
async fn list(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Language(locale): Language,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<LotView>>, Denied> {
    let asked = (paging.cursor.as_deref(), paging.limit()?);
    let page = lots::list(&services, scope(&seller), &wanted.query(), asked, locale).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Makes a lot of food.
#[utoipa::path(post, path = "/api/v1/seller/lots", tag = "selling", operation_id = "makeLot",
    request_body = LotRequest, security(("token" = [])),
    responses(
        (status = 201, description = "The lot", body = LotView),
        (status = 404, description = "`not_found`: the variant is not there, or not the caller's", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn make(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Json(body): Json<LotRequest>,
) -> Result<impl IntoResponse, Denied> {
    let lot = lots::make(&services, scope(&seller), &body).await?;
    Ok((StatusCode::CREATED, Json(lot)))
}

/// One lot.
#[utoipa::path(get, path = "/api/v1/seller/lots/{code}", tag = "selling", operation_id = "getLot",
    params(("code" = String, Path, description = "What stands on the pack")), security(("token" = [])),
    responses((status = 200, description = "The lot", body = LotView)))]
async fn find(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Language(locale): Language,
    Path(code): Path<String>,
) -> Result<Json<LotView>, Denied> {
    Ok(Json(lots::find(&services, scope(&seller), &code, locale).await?))
}

/// All orders with pieces of a lot, in the order they were placed.
#[utoipa::path(get, path = "/api/v1/seller/lots/{code}/orders", tag = "selling", operation_id = "listLotOrders",
    params(("code" = String, Path, description = "What stands on the pack"), Paging), security(("token" = [])),
    responses((status = 200, description = "A page of orders", body = Page<LotOrder>)))]
async fn orders(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(code): Path<String>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<LotOrder>>, Denied> {
    let (cursor, limit) = (paging.cursor.as_deref(), paging.limit()?);
    let (items, next) = lots::orders(&services, scope(&seller), &code, cursor, limit).await?;
    Ok(Json(Page { items, next }))
}

/// Takes pieces off the shelf that cannot be sold.
#[utoipa::path(post, path = "/api/v1/seller/lots/{code}/write-off", tag = "selling", operation_id = "writeOffLot",
    params(("code" = String, Path, description = "What stands on the pack")), security(("token" = [])),
    request_body = WriteOff,
    responses(
        (status = 200, description = "The lot afterwards", body = LotView),
        (status = 409, description = "`invalid_state`: fewer are free", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn write_off(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(code): Path<String>,
    Json(body): Json<WriteOff>,
) -> Result<Json<LotView>, Denied> {
    Ok(Json(lots::write_off(&services, scope(&seller), &code, body.pieces, &body.reason).await?))
}

/// Calls a lot back: it is not sold or sent any more, and its buyers are told.
#[utoipa::path(post, path = "/api/v1/seller/lots/{code}/recall", tag = "selling", operation_id = "recallLot",
    params(("code" = String, Path, description = "What stands on the pack")), security(("token" = [])),
    request_body = Reason,
    responses(
        (status = 200, description = "The lot afterwards", body = LotView),
        (status = 409, description = "`invalid_state`: called back before", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn recall(
    State(services): State<Services>,
    ByToken(seller): ByToken<Seller>,
    Path(code): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<LotView>, Denied> {
    Ok(Json(lots::recall(&services, scope(&seller), &code, &body.reason).await?))
}

/// Lots of all shops, the newest first.
#[utoipa::path(get, path = "/api/v1/curation/lots", tag = "curation", operation_id = "listAllLots",
    params(Wanted, Paging), security(("token" = [])),
    responses((status = 200, description = "A page of lots", body = Page<LotView>)))]
async fn list_all(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    Language(locale): Language,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<LotView>>, Denied> {
    let asked = (paging.cursor.as_deref(), paging.limit()?);
    let page = lots::list_all(&services, &wanted.query(), asked, locale).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Calls a lot of any shop back; its shop is told as well.
#[utoipa::path(post, path = "/api/v1/curation/lots/{code}/recall", tag = "curation", operation_id = "recallAnyLot",
    params(("code" = String, Path, description = "What stands on the pack")), security(("token" = [])),
    request_body = Reason,
    responses(
        (status = 200, description = "The lot afterwards", body = LotView),
        (status = 409, description = "`invalid_state`: called back before", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn recall_by_curator(
    State(services): State<Services>,
    ByToken(curator): ByToken<Curator>,
    Path(code): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<LotView>, Denied> {
    Ok(Json(lots::recall_by_curator(&services, &curator.0, &code, &body.reason).await?))
}
