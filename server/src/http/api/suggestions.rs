//! What a search field offers while somebody types.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Denied};
use axum::extract::State;
use serde::Deserialize;
use services::{
    Services,
    catalogue::{Suggestions, suggest},
};
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{body::Json, language::Language, query::InQuery};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(show))
}

/// What was typed so far.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// The beginning of a search; the first 100 characters count, less than two suggest nothing.
    q: Option<String>,
}

/// Searches, categories and products that may be meant by the beginning of a search; a few of each.
#[utoipa::path(get, path = "/api/v1/suggestions", tag = "catalogue", operation_id = "suggestSearches",
    params(Wanted), responses((status = 200, description = "The suggestions", body = Suggestions)))]
async fn show(
    State(services): State<Services>,
    Language(locale): Language,
    InQuery(wanted): InQuery<Wanted>,
) -> Result<Json<Suggestions>, Denied> {
    Ok(Json(suggest(&services, wanted.q.as_deref().unwrap_or_default(), locale).await?))
}
