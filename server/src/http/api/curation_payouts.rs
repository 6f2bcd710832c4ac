//! Payouts to shops, which two persons agree to, and what the daily reconciliation found.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Curator, Denied};
use axum::extract::State;
use domain::payout::PayoutStatus;
use serde::{Deserialize, Serialize};
use services::{
    Services,
    ledger::{self, Report},
    payouts::{self, Batch, PayoutView},
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
        .routes(routes!(sweep))
        .routes(routes!(send))
        .routes(routes!(approve))
        .routes(routes!(pay))
        .routes(routes!(fail))
        .routes(routes!(returned))
        .routes(routes!(report))
}

/// What is asked of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Which {
    /// Only those that stand there.
    status: Option<PayoutStatus>,
}

/// How many payouts a run made.
#[derive(Debug, Serialize, ToSchema)]
struct Made {
    /// Drafts; one a shop with money that may go.
    made: usize,
}

/// Payouts for one file.
#[derive(Debug, Deserialize, ToSchema)]
struct BatchRequest {
    /// `out_…`, 1 to 500.
    #[schema(min_items = 1, max_items = 500)]
    payouts: Vec<String>,
}

/// Number of the transfer.
#[derive(Debug, Deserialize, ToSchema)]
struct PaidWith {
    /// As the bank has it.
    #[schema(min_length = 3, max_length = 80)]
    reference: String,
}

/// Payouts to all shops, the newest first.
#[utoipa::path(get, path = "/api/v1/curation/payouts", tag = "curation", operation_id = "listPayouts",
    params(Which, Paging), security(("token" = [])),
    responses((status = 200, description = "A page of payouts", body = Page<PayoutView>)))]
async fn list(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    InQuery(which): InQuery<Which>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<PayoutView>>, Denied> {
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let page = payouts::all(&services, which.status, cursor, limit).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Puts all money that may go into drafts, one a shop; another person has to agree to them.
#[utoipa::path(post, path = "/api/v1/curation/payouts", tag = "curation", operation_id = "makePayouts",
    security(("token" = [])), responses((status = 200, description = "How many were made", body = Made)))]
async fn sweep(State(services): State<Services>, ByToken(Curator(me)): ByToken<Curator>) -> Result<Json<Made>, Denied> {
    Ok(Json(Made { made: payouts::sweep_by(&services, &me).await? }))
}

/// Puts payouts that were agreed to into a file for the bank, all or none; they count as sent then.
#[utoipa::path(post, path = "/api/v1/curation/payout-batches", tag = "curation", operation_id = "sendPayouts",
    security(("token" = [])), request_body = BatchRequest,
    responses(
        (status = 200, description = "The file", body = Batch),
        (status = 404, description = "`not_found`: one of them is not there", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`invalid_state`: one of them was not agreed to", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn send(
    State(services): State<Services>,
    ByToken(Curator(me)): ByToken<Curator>,
    Json(body): Json<BatchRequest>,
) -> Result<Json<Batch>, Denied> {
    Ok(Json(payouts::send(&services, &me, &body.payouts).await?))
}

/// Agrees to a payout that somebody else, or the nightly run, has put together.
#[utoipa::path(post, path = "/api/v1/curation/payouts/{id}/approve", tag = "curation", operation_id = "approvePayout",
    params(("id" = String, Path, description = "Of the payout")), security(("token" = [])),
    responses(
        (status = 200, description = "The payout afterwards", body = PayoutView),
        (status = 409, description = "`invalid_state`: it is not where this step begins", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn approve(
    State(services): State<Services>,
    ByToken(Curator(me)): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<Json<PayoutView>, Denied> {
    Ok(Json(payouts::approve(&services, &me, &id).await?))
}

/// The bank has confirmed it.
#[utoipa::path(post, path = "/api/v1/curation/payouts/{id}/paid", tag = "curation", operation_id = "confirmPayout",
    params(("id" = String, Path, description = "Of the payout")), security(("token" = [])), request_body = PaidWith,
    responses(
        (status = 200, description = "The payout afterwards", body = PayoutView),
        (status = 409, description = "`invalid_state`: it is not where this step begins", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn pay(
    State(services): State<Services>,
    ByToken(Curator(me)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<PaidWith>,
) -> Result<Json<PayoutView>, Denied> {
    Ok(Json(payouts::pay(&services, &me, &id, &body.reference).await?))
}

/// The bank refuses it, or it is given up; its money is free for the next one.
#[utoipa::path(post, path = "/api/v1/curation/payouts/{id}/failed", tag = "curation", operation_id = "failPayout",
    params(("id" = String, Path, description = "Of the payout")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "The payout afterwards", body = PayoutView),
        (status = 409, description = "`invalid_state`: it is not where this step begins", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn fail(
    State(services): State<Services>,
    ByToken(Curator(me)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<PayoutView>, Denied> {
    Ok(Json(payouts::fail(&services, &me, &id, &body.reason).await?))
}

/// The money came back after the bank had confirmed it.
#[utoipa::path(post, path = "/api/v1/curation/payouts/{id}/returned", tag = "curation", operation_id = "returnPayout",
    params(("id" = String, Path, description = "Of the payout")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "The payout afterwards", body = PayoutView),
        (status = 409, description = "`invalid_state`: it is not where this step begins", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn returned(
    State(services): State<Services>,
    ByToken(Curator(me)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<PayoutView>, Denied> {
    Ok(Json(payouts::returned(&services, &me, &id, &body.reason).await?))
}

/// What the last reconciliation found; nothing before the first.
#[utoipa::path(get, path = "/api/v1/curation/reconciliation", tag = "curation", operation_id = "getReconciliation",
    security(("token" = [])), responses((status = 200, description = "The report", body = Option<Report>)))]
async fn report(State(services): State<Services>, _curator: ByToken<Curator>) -> Result<Json<Option<Report>>, Denied> {
    Ok(Json(ledger::last_report(&services).await?))
}
