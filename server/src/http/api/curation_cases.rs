//! Cases that wait for a curator.

use access::{AppState, Curator, Denied};
use axum::extract::State;
use services::{
    Services,
    complaints::{self, CaseFilter, CaseView, Decision},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    cases::Words,
    problem::Problem,
    query::{InQuery, Paging, Path},
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(decide)).routes(routes!(ask))
}

/// Cases that wait for a curator, the oldest first.
#[utoipa::path(get, path = "/api/v1/curation/cases", tag = "curation", operation_id = "listCurationCases",
    params(Paging), security(("token" = [])),
    responses((status = 200, description = "A page of cases", body = Page<CaseView>)))]
async fn list(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<CaseView>>, Denied> {
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = complaints::all(&services, CaseFilter::UnderReview, cursor, limit).await?;
    Ok(Json(Page { items: page.cases, next: page.next }))
}

/// Decides a case; money and stock follow.
#[utoipa::path(post, path = "/api/v1/curation/cases/{id}/decide", tag = "curation", operation_id = "decideCase",
    params(("id" = String, Path, description = "Of the case")), security(("token" = [])), request_body = Decision,
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: no curator was asked, or it is over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn decide(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Decision>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::decide(&services, identity.id, &id, &body).await?))
}

/// Asks both sides something.
#[utoipa::path(post, path = "/api/v1/curation/cases/{id}/messages", tag = "curation", operation_id = "askInCase",
    params(("id" = String, Path, description = "Of the case")), security(("token" = [])), request_body = Words,
    responses(
        (status = 200, description = "The case afterwards", body = CaseView),
        (status = 409, description = "`invalid_state`: over", body = Problem, content_type = "application/problem+json"),
    ))]
async fn ask(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Words>,
) -> Result<Json<CaseView>, Denied> {
    Ok(Json(complaints::reply_as_curator(&services, identity.id, &id, &body.text).await?))
}
