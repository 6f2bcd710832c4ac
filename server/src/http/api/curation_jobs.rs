//! Jobs that were given up and wait for a person.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Curator, Denied};
use axum::extract::State;
use serde::Deserialize;
use services::{
    Services,
    jobs::{self, JobPage, Retried, WhichKind},
};
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    body::Json,
    query::{InQuery, Paging, Path},
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(retry)).routes(routes!(retry_kind))
}

/// Which jobs.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Of that kind only.
    kind: Option<String>,
}

/// Jobs that were given up, the newest first, and how many jobs wait and run.
#[utoipa::path(get, path = "/api/v1/curation/jobs", tag = "curation", operation_id = "listDeadJobs",
    params(Wanted, Paging), security(("token" = [])),
    responses((status = 200, description = "A page of jobs", body = JobPage)))]
async fn list(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<JobPage>, Denied> {
    Ok(Json(jobs::dead(&services, wanted.kind.as_deref(), paging.cursor.as_deref(), Some(paging.limit()?)).await?))
}

/// Has one job tried again. Asked twice it changes nothing.
#[utoipa::path(post, path = "/api/v1/curation/jobs/{id}/retry", tag = "curation", operation_id = "retryJob",
    params(("id" = String, Path, description = "Of the job")), security(("token" = [])),
    responses((status = 200, description = "Whether it waits for another try now", body = Retried)))]
async fn retry(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<Json<Retried>, Denied> {
    Ok(Json(jobs::retry(&services, &identity, &id).await?))
}

/// Has all jobs of a kind tried again that were given up.
#[utoipa::path(post, path = "/api/v1/curation/jobs/retry", tag = "curation", operation_id = "retryJobs",
    security(("token" = [])), request_body = WhichKind,
    responses((status = 200, description = "How many wait for another try now", body = Retried)))]
async fn retry_kind(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Json(which): Json<WhichKind>,
) -> Result<Json<Retried>, Denied> {
    Ok(Json(jobs::retry_kind(&services, &identity, &which.kind).await?))
}
