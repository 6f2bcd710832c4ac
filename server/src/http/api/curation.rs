//! What waits for a curator, and the decisions.

use access::{AppState, Curator, Denied};
use axum::extract::State;
use domain::{locale::Locale, product::ProductStatus};
use serde::{Deserialize, Serialize};
use services::{
    Services,
    catalogue::{Photo, ShopRef},
    curation::{self, QueueFilter, QueueItem},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Page,
    body::{Json, Reason},
    language::Language,
    problem::Problem,
    query::{InQuery, Paging, Path},
    token::ByToken,
};

pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(queue))
        .routes(routes!(publish))
        .routes(routes!(request_changes))
        .routes(routes!(reject))
        .routes(routes!(suspend))
        .routes(routes!(restore))
}

/// A proposal that waits.
#[derive(Debug, Serialize, ToSchema)]
struct Proposal {
    /// `prd_…`
    id: String,
    /// Part of the product's address.
    slug: String,
    /// Proposed name.
    name: String,
    /// Slug of its sentra.
    sentra: String,
    /// Slug of its category.
    category: String,
    /// Who proposes it.
    shop: ShopRef,
    /// First of the proposed photos.
    photo: Option<Photo>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    proposed_at: String,
    /// True for a new product, false for a change of a published one.
    is_new: bool,
}

/// Where a product stands after a decision.
#[derive(Debug, Serialize, ToSchema)]
struct Decided {
    /// `prd_…`
    id: String,
    /// Part of its address.
    slug: String,
    /// State of the product.
    status: ProductStatus,
}

/// What to change.
#[derive(Debug, Deserialize, ToSchema)]
struct Note {
    /// For the seller to read.
    #[schema(min_length = 3, max_length = 500)]
    note: String,
}

/// Proposals that wait, the oldest first.
#[utoipa::path(get, path = "/api/v1/curation/queue", tag = "curation", operation_id = "listQueue", params(Paging),
    security(("token" = [])),
    responses((status = 200, description = "A page of proposals", body = Page<Proposal>)))]
async fn queue(
    State(services): State<Services>,
    _curator: ByToken<Curator>,
    Language(locale): Language,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<Proposal>>, Denied> {
    let all = QueueFilter::default();
    let page = curation::queue(&services, &all, paging.cursor.as_deref(), paging.limit, locale).await?;
    Ok(Json(Page { items: page.items.into_iter().map(Proposal::from).collect(), next: page.next }))
}

/// Puts a proposal on sale.
#[utoipa::path(post, path = "/api/v1/curation/products/{id}/publish", tag = "curation", operation_id = "publishProduct",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])),
    responses(
        (status = 200, description = "Where it stands afterwards", body = Decided),
        (status = 409, description = "`invalid_state`: nothing waits", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn publish(
    State(services): State<Services>,
    ByToken(curator): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<Json<Decided>, Denied> {
    curation::publish(&services, &curator.0, &id, None).await?;
    decided(&services, &id).await
}

/// Sends a proposal back with a note on what to change.
#[utoipa::path(post, path = "/api/v1/curation/products/{id}/request-changes", tag = "curation", operation_id = "requestChanges",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])), request_body = Note,
    responses(
        (status = 200, description = "Where it stands afterwards", body = Decided),
        (status = 409, description = "`invalid_state`: nothing waits", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn request_changes(
    State(services): State<Services>,
    ByToken(curator): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Note>,
) -> Result<Json<Decided>, Denied> {
    curation::request_changes(&services, &curator.0, &id, None, &body.note).await?;
    decided(&services, &id).await
}

/// Refuses a proposal.
#[utoipa::path(post, path = "/api/v1/curation/products/{id}/reject", tag = "curation", operation_id = "rejectProduct",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "Where it stands afterwards", body = Decided),
        (status = 409, description = "`invalid_state`: nothing waits", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn reject(
    State(services): State<Services>,
    ByToken(curator): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<Decided>, Denied> {
    curation::reject(&services, &curator.0, &id, None, &body.reason).await?;
    decided(&services, &id).await
}

/// Takes a product off the shelf; orders already placed go on.
#[utoipa::path(post, path = "/api/v1/curation/products/{id}/suspend", tag = "curation", operation_id = "suspendProduct",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "Where it stands afterwards", body = Decided),
        (status = 409, description = "`invalid_state`: not on sale", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn suspend(
    State(services): State<Services>,
    ByToken(curator): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<Decided>, Denied> {
    curation::suspend(&services, &curator.0, &id, &body.reason).await?;
    decided(&services, &id).await
}

/// Puts a suspended product back.
#[utoipa::path(post, path = "/api/v1/curation/products/{id}/restore", tag = "curation", operation_id = "restoreProduct",
    params(("id" = String, Path, description = "`prd_…`")), security(("token" = [])),
    responses(
        (status = 200, description = "Where it stands afterwards", body = Decided),
        (status = 409, description = "`invalid_state`: not suspended", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn restore(
    State(services): State<Services>,
    ByToken(curator): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<Json<Decided>, Denied> {
    curation::restore(&services, &curator.0, &id).await?;
    decided(&services, &id).await
}

async fn decided(services: &Services, id: &str) -> Result<Json<Decided>, Denied> {
    let product = curation::find(services, id, Locale::Id).await?;
    Ok(Json(Decided { id: product.id, slug: product.slug, status: product.status }))
}

impl From<QueueItem> for Proposal {
    fn from(item: QueueItem) -> Self {
        Self {
            id: item.id,
            slug: item.slug,
            name: item.name,
            sentra: item.sentra,
            category: item.category,
            shop: ShopRef { slug: item.shop, name: item.shop_name },
            photo: item.photo,
            proposed_at: item.proposed_at.to_rfc3339(),
            is_new: item.is_new,
        }
    }
}
