//! Reviews as the people of shops and curators work on them.
#![expect(unused_qualifications, reason = "utoipa names the traits of parameters in full")]

use access::{AppState, Curator, Denied, Seller};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use services::{
    Services,
    reviews::{self, ModeratedReview, ModerationFilter, ReviewView},
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
        .routes(routes!(of_shops))
        .routes(routes!(reply))
        .routes(routes!(for_curators))
        .routes(routes!(hide))
        .routes(routes!(restore))
        .routes(routes!(dismiss))
}

/// What is asked of the shops' list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Only those without a reply, when true.
    #[serde(default)]
    unanswered: bool,
}

/// Which reviews a curator looks at.
#[derive(Debug, Clone, Copy, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Queue {
    /// Those with reports that wait.
    #[default]
    Reported,
    /// Those that are hidden.
    Hidden,
    /// All.
    All,
}

/// What is asked of the curators' list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Looked {
    /// `reported` when left out.
    #[serde(default)]
    #[param(inline)]
    state: Queue,
}

/// What a shop says.
#[derive(Debug, Deserialize, ToSchema)]
struct ReplyText {
    /// For everybody to read.
    #[schema(min_length = 3, max_length = 1000)]
    text: String,
}

/// Reviews of the caller's shops, the newest first.
#[utoipa::path(get, path = "/api/v1/seller/reviews", tag = "selling", operation_id = "listSellerReviews",
    params(Wanted, Paging), security(("token" = [])),
    responses((status = 200, description = "A page of reviews", body = Page<ReviewView>)))]
async fn of_shops(
    State(services): State<Services>,
    Language(locale): Language,
    ByToken(seller): ByToken<Seller>,
    InQuery(wanted): InQuery<Wanted>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<ReviewView>>, Denied> {
    let (limit, cursor) = (paging.limit()?, paging.cursor.as_deref());
    let desk = reviews::of_shops(&services, scope(&seller), wanted.unanswered, cursor, limit, locale).await?;
    Ok(Json(Page { items: desk.list.items, next: desk.list.next }))
}

/// Replies to a review, or changes the reply.
#[utoipa::path(post, path = "/api/v1/seller/reviews/{id}/reply", tag = "selling", operation_id = "replyToReview",
    params(("id" = String, Path, description = "Of the review")), security(("token" = [])), request_body = ReplyText,
    responses(
        (status = 200, description = "The review afterwards", body = ReviewView),
        (status = 409, description = "`invalid_state`: it is not shown", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn reply(
    State(services): State<Services>,
    Language(locale): Language,
    ByToken(seller): ByToken<Seller>,
    Path(id): Path<String>,
    Json(body): Json<ReplyText>,
) -> Result<Json<ReviewView>, Denied> {
    Ok(Json(reviews::reply(&services, scope(&seller), &id, &body.text, locale).await?))
}

/// Reviews for curators, the newest first.
#[utoipa::path(get, path = "/api/v1/curation/reviews", tag = "curation", operation_id = "listCurationReviews",
    params(Looked, Paging), security(("token" = [])),
    responses((status = 200, description = "A page of reviews", body = Page<ModeratedReview>)))]
async fn for_curators(
    State(services): State<Services>,
    Language(locale): Language,
    _curator: ByToken<Curator>,
    InQuery(looked): InQuery<Looked>,
    InQuery(paging): InQuery<Paging>,
) -> Result<Json<Page<ModeratedReview>>, Denied> {
    let filter = match looked.state {
        Queue::Reported => ModerationFilter::Reported,
        Queue::Hidden => ModerationFilter::Hidden,
        Queue::All => ModerationFilter::All,
    };
    let page = reviews::for_curators(&services, filter, paging.cursor.as_deref(), paging.limit()?, locale).await?;
    Ok(Json(Page { items: page.items, next: page.next }))
}

/// Hides a review; its author is told why.
#[utoipa::path(post, path = "/api/v1/curation/reviews/{id}/hide", tag = "curation", operation_id = "hideReview",
    params(("id" = String, Path, description = "Of the review")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "The review afterwards", body = ModeratedReview),
        (status = 409, description = "`invalid_state`: it is not shown", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn hide(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<ModeratedReview>, Denied> {
    Ok(Json(reviews::hide(&services, identity.id, &id, &body.reason).await?))
}

/// Shows a hidden review again; its author is told why.
#[utoipa::path(post, path = "/api/v1/curation/reviews/{id}/restore", tag = "curation", operation_id = "restoreReview",
    params(("id" = String, Path, description = "Of the review")), security(("token" = [])), request_body = Reason,
    responses(
        (status = 200, description = "The review afterwards", body = ModeratedReview),
        (status = 409, description = "`invalid_state`: it is not hidden", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn restore(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
    Json(body): Json<Reason>,
) -> Result<Json<ModeratedReview>, Denied> {
    Ok(Json(reviews::restore(&services, identity.id, &id, &body.reason).await?))
}

/// Closes the reports of a review, which stays as it is.
#[utoipa::path(post, path = "/api/v1/curation/reviews/{id}/dismiss-reports", tag = "curation",
    operation_id = "dismissReviewReports", params(("id" = String, Path, description = "Of the review")),
    security(("token" = [])),
    responses(
        (status = 200, description = "The review afterwards", body = ModeratedReview),
        (status = 409, description = "`invalid_state`: no report waits", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn dismiss(
    State(services): State<Services>,
    ByToken(Curator(identity)): ByToken<Curator>,
    Path(id): Path<String>,
) -> Result<Json<ModeratedReview>, Denied> {
    Ok(Json(reviews::dismiss_reports(&services, identity.id, &id).await?))
}
