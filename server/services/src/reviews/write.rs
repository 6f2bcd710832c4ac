//! How a buyer writes, changes and takes back a review, by the secret of the order.

use domain::{
    actor::Actor,
    limits,
    locale::Locale,
    review::{AuthorName, ReviewStatus, Spread, can_review, shown_name},
    time::Timestamp,
};
use serde::Deserialize;
use store::{
    Tx, guard,
    history::{self, History},
    orders::OrderRow,
    reviews::{NewReview, ReviewText, ReviewWithPhotos},
};
use utoipa::ToSchema;

use super::{
    notices,
    photos::{self, Pictures},
    view::{self, OwnReview},
};
use crate::{
    Error, FieldError, Result, Services, check, orders,
    rate_limits::{self, RateLimit},
    secret,
};

/// Days in which a review may be changed.
const EDIT_DAYS: i64 = 30;
/// Writes of one order; each may bring pictures that have to be worked through.
const WRITES: RateLimit = RateLimit { action: "review_write", most: 60, window_minutes: 60 };

/// What a buyer says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct ReviewRequest {
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5)]
    pub stars: i64,
    /// In words; may be empty.
    #[serde(default)]
    #[schema(max_length = 1500)]
    pub text: String,
    /// Under which name.
    pub name: AuthorName,
}

/// Whether an order's lines may be reviewed, and the reviews that there are.
///
/// # Errors
/// [`Error::NotFound`] when there is no such order.
pub async fn of_order(services: &Services, token: &str, locale: Locale) -> Result<Vec<OwnReview>> {
    let order = orders::find(services, token).await?;
    let rows = store::reviews::of_order(services.store(), order.id, locale).await?;
    own_views(services, &rows, locale).await
}

/// The review of a line, by its variant; `None` where there is none yet.
///
/// # Errors
/// [`Error::NotFound`] when the order has no such line.
pub async fn own_by_line(services: &Services, token: &str, variant: &str, locale: Locale) -> Result<Option<OwnReview>> {
    let order = orders::find(services, token).await?;
    store::reviews::line(services.store(), order.id, variant).await?.ok_or(Error::NotFound)?;
    Ok(of_order(services, token, locale).await?.into_iter().find(|own| own.variant == variant))
}

async fn own_views(services: &Services, rows: &[ReviewWithPhotos], locale: Locale) -> Result<Vec<OwnReview>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let days = edit_days(services).await?;
    rows.iter().map(|row| view::own(row, days, services.now(), locale)).collect()
}

async fn edit_days(services: &Services) -> Result<i64> {
    Ok(store::settings::all(services.store()).await?.get("review_edit_days", EDIT_DAYS))
}

/// Reviews a line, once.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when it was not delivered or has a review; `stars`
/// (`review-stars`), `text` (`too-long`), `photo` (as photos of products, `photos-full`), `form` (`review-own-shop`);
/// [`Error::TooManyRequests`].
pub async fn write(
    services: &Services,
    token: &str,
    variant: &str,
    request: &ReviewRequest,
    pictures: Pictures,
    account_id: Option<i64>,
) -> Result<OwnReview> {
    let order = orders::find(services, token).await?;
    let line = store::reviews::line(services.store(), order.id, variant).await?.ok_or(Error::NotFound)?;
    may_review(&order)?;
    let text = checked(request)?;
    photos::room(0, pictures.len())?;
    rate_limits::count(services, WRITES, token).await?;
    let pictures = photos::process(services, pictures).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    guard::lock_order(&tx, order.id).await?;
    let order = store::orders::find(&tx, order.id).await?.ok_or(Error::NotFound)?;
    may_review(&order)?;
    for buyer in [order.account_id, account_id].into_iter().flatten() {
        if store::reviews::is_of_shop(&tx, buyer, order.shop_id).await? {
            return Err(Error::invalid("form", "review-own-shop"));
        }
    }
    let author = shown_name(&order.contact_name, request.name).unwrap_or_default();
    let public_id = secret::public_id(domain::id::REVIEW)?;
    let said = ReviewText { stars: request.stars, text: &text, author: &author, form: request.name };
    let new = NewReview { public_id: &public_id, line, order_id: order.id, shop_id: order.shop_id, said };
    let id = store::reviews::insert(&tx, &new, now).await?.ok_or_else(Error::invalid_state)?;
    photos::keep(&tx, id, &pictures, now).await?;
    store::reviews::rate(&tx, line.product_id, order.shop_id, Spread::one(request.stars)).await?;
    history::record(&tx, History::Review, id, "written", (Actor::Buyer, account_id), None, now).await?;
    let found = store::reviews::find(&tx, &public_id, Locale::Id).await?.ok_or(Error::NotFound)?;
    notices::written(services, &tx, &found.row, now).await?;
    tx.commit().await?;
    own(services, token, &public_id).await
}

/// Changes a review while that is allowed; photos are added to those that it has.
///
/// # Errors
/// [`Error::NotFound`] when it is not of that order; [`crate::RejectionCode::InvalidState`] when it is too late or taken
/// back; fields as [`write`].
pub async fn edit(
    services: &Services,
    token: &str,
    id: &str,
    request: &ReviewRequest,
    pictures: Pictures,
    account_id: Option<i64>,
) -> Result<OwnReview> {
    let before = own(services, token, id).await?;
    if !before.can_edit {
        return Err(Error::invalid_state());
    }
    let text = checked(request)?;
    photos::room(before.review.photos.len(), pictures.len())?;
    rate_limits::count(services, WRITES, token).await?;
    let pictures = photos::process(services, pictures).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let (order, found) = lock_editable(services, &tx, id).await?;
    photos::room(found.photos.len(), pictures.len())?;
    let row = found.row;
    let author = shown_name(&order.contact_name, request.name).unwrap_or_default();
    let said = ReviewText { stars: request.stars, text: &text, author: &author, form: request.name };
    store::reviews::edit(&tx, row.id, said, now).await?;
    photos::keep(&tx, row.id, &pictures, now).await?;
    // What is hidden does not count, and its pages show nothing of it.
    if view::status_of(&row)? == ReviewStatus::Shown {
        let change = Spread::one(request.stars).minus(Spread::one(row.stars));
        store::reviews::rate(&tx, row.product_id, row.shop_id, change).await?;
    }
    history::record(&tx, History::Review, row.id, "edited", (Actor::Buyer, account_id), None, now).await?;
    tx.commit().await?;
    own(services, token, id).await
}

/// Takes a review back for good: what was written and its photos are gone, and the line is not reviewed again.
///
/// # Errors
/// [`Error::NotFound`] when it is not of that order; [`crate::RejectionCode::InvalidState`] when that was done before.
pub async fn remove(services: &Services, token: &str, id: &str, account_id: Option<i64>) -> Result<OwnReview> {
    own(services, token, id).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let row = lock(&tx, id).await?.1.row;
    let status = view::status_of(&row)?;
    if status == ReviewStatus::Removed {
        return Err(Error::invalid_state());
    }
    store::reviews::remove(&tx, row.id).await?;
    store::reviews::forget_photos(&tx, row.id).await?;
    store::reviews::close_reports(&tx, row.id, "removed", account_id, now).await?;
    if status == ReviewStatus::Shown {
        let change = Spread::default().minus(Spread::one(row.stars));
        store::reviews::rate(&tx, row.product_id, row.shop_id, change).await?;
    }
    history::record(&tx, History::Review, row.id, "removed", (Actor::Buyer, account_id), None, now).await?;
    tx.commit().await?;
    own(services, token, id).await
}

/// A review of the order behind a secret.
pub(super) async fn own(services: &Services, token: &str, id: &str) -> Result<OwnReview> {
    let order = orders::find(services, token).await?;
    let locale = order.locale.parse().unwrap_or(Locale::Id);
    let found = store::reviews::find(services.store(), id, locale).await?.ok_or(Error::NotFound)?;
    if found.row.order_id != order.id {
        return Err(Error::NotFound);
    }
    own_views(services, &[found], locale).await?.pop().ok_or(Error::NotFound)
}

/// Locks the order of a review and reads both.
pub(super) async fn lock(tx: &Tx, id: &str) -> Result<(OrderRow, ReviewWithPhotos)> {
    let order_id = store::reviews::find(tx, id, Locale::Id).await?.ok_or(Error::NotFound)?.row.order_id;
    guard::lock_order(tx, order_id).await?;
    let found = store::reviews::find(tx, id, Locale::Id).await?.ok_or(Error::NotFound)?;
    let order = store::orders::find(tx, order_id).await?.ok_or(Error::NotFound)?;
    Ok((order, found))
}

/// The same, when it may still be changed.
pub(super) async fn lock_editable(services: &Services, tx: &Tx, id: &str) -> Result<(OrderRow, ReviewWithPhotos)> {
    let (order, found) = lock(tx, id).await?;
    let days = store::settings::all(tx).await?.get("review_edit_days", EDIT_DAYS);
    let until = Timestamp::from_millis(found.row.created_at).plus_days(days);
    if view::status_of(&found.row)? == ReviewStatus::Removed || services.now() > until {
        return Err(Error::invalid_state());
    }
    Ok((order, found))
}

fn may_review(order: &OrderRow) -> Result<()> {
    let states = order.states()?;
    if can_review(states.status, states.fulfilment) { Ok(()) } else { Err(Error::invalid_state()) }
}

/// What was written, trimmed.
fn checked(request: &ReviewRequest) -> Result<String> {
    let mut errors = Vec::new();
    if !(1..=5).contains(&request.stars) {
        errors.push(FieldError::new("stars", "review-stars"));
    }
    let text = request.text.trim();
    if !limits::fits(text, &limits::REVIEW_TEXT) {
        let max = *limits::REVIEW_TEXT.end();
        let is_long = text.chars().count() > max;
        let error = FieldError::new("text", if is_long { "too-long" } else { "unreadable" });
        errors.push(if is_long { error.with("max", max) } else { error });
    }
    check(errors)?;
    Ok(text.to_owned())
}
