//! Villages that an address can lie in.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Denied};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use services::{Services, regions};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::Json,
    query::{InQuery, Paging},
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(search))
}

/// A village.
#[derive(Debug, Serialize, ToSchema)]
struct Region {
    /// Dotted code, as an address names it.
    code: String,
    /// Name of the village.
    name: String,
    /// Name with district, city and province.
    full_name: String,
    /// Five digits, where known.
    postal_code: Option<String>,
}

/// What is asked of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Words of village, district, city, province or a postcode; each may be cut short. The first 100 characters
    /// count.
    q: Option<String>,
}

/// Villages that fit all words, at most fifty; another word finds the others.
#[utoipa::path(get, path = "/api/v1/regions", tag = "catalogue", operation_id = "searchRegions",
    params(Wanted, Paging), responses((status = 200, description = "The villages", body = Page<Region>)))]
async fn search(
    State(services): State<Services>,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<Region>>, Denied> {
    let limit = paging.limit_of_only_page()?;
    let found = regions::search(&services, wanted.q.as_deref().unwrap_or_default(), limit).await?;
    let items = found
        .into_iter()
        .map(|region| Region {
            code: region.code,
            name: region.name,
            full_name: region.full_name,
            postal_code: region.postal_code,
        })
        .collect();
    Ok(Json(Page { items, next: None }))
}
