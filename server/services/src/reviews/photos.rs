//! Photos of reviews: public, through the same pipeline as those of products.

use bytes::Bytes;
use domain::{actor::Actor, limits, time::Timestamp};
use ports::ProcessedPhoto;
use store::{
    Tx,
    history::{self, History},
};

use super::{
    view::OwnReview,
    write::{lock_editable, own},
};
use crate::{Error, FieldError, RejectionCode, Result, Services, photos, refunds::keep_photo, secret};

/// Pictures as they were sent, each with the name of its file, which an error says.
pub type Pictures = Vec<(String, Bytes)>;

/// Argument of an error about one of several files: the name of that file.
const FILE: &str = "file";

/// Adds a photo to a review.
///
/// # Errors
/// [`Error::NotFound`] when it is not of that order; [`RejectionCode::InvalidState`] when it is too late; `photo` as
/// photos of products, `photos-full`.
pub async fn add_photo(
    services: &Services,
    token: &str,
    id: &str,
    bytes: Bytes,
    account_id: Option<i64>,
) -> Result<OwnReview> {
    let before = own(services, token, id).await?;
    if !before.can_edit {
        return Err(Error::invalid_state());
    }
    room(before.review.photos.len(), 1)?;
    let pictures = process(services, vec![(String::new(), bytes)]).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let found = lock_editable(services, &tx, id).await?.1;
    room(found.photos.len(), 1)?;
    let row = found.row;
    keep(&tx, row.id, &pictures, now).await?;
    changed(&tx, &row, "photo_added", account_id, now).await?;
    tx.commit().await?;
    own(services, token, id).await
}

/// Takes a photo out of a review.
///
/// # Errors
/// [`Error::NotFound`] when there is no such photo; [`RejectionCode::InvalidState`] when it is too late.
pub async fn remove_photo(
    services: &Services,
    token: &str,
    id: &str,
    photo: &str,
    account_id: Option<i64>,
) -> Result<OwnReview> {
    own(services, token, id).await?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let row = lock_editable(services, &tx, id).await?.1.row;
    if !store::reviews::remove_photo(&tx, row.id, photo).await? {
        return Err(Error::NotFound);
    }
    changed(&tx, &row, "photo_removed", account_id, now).await?;
    tx.commit().await?;
    own(services, token, id).await
}

/// Notes a change of photos, and lets the pages that show them be made anew.
async fn changed(
    tx: &Tx,
    row: &store::reviews::ReviewRow,
    kind: &str,
    account_id: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    store::reviews::rate(tx, row.product_id, row.shop_id, domain::review::Spread::default()).await?;
    Ok(history::record(tx, History::Review, row.id, kind, (Actor::Buyer, account_id), None, now).await?)
}

/// Whether so many more fit.
pub(super) fn room(kept: usize, more: usize) -> Result<()> {
    if kept + more <= limits::REVIEW_PHOTOS {
        return Ok(());
    }
    let full = FieldError::new("photo", "photos-full").with("max", limits::REVIEW_PHOTOS);
    Err(Error::rejected(RejectionCode::Invalid, vec![full]))
}

/// Works pictures through, one after the other, before anything is written.
pub(super) async fn process(services: &Services, pictures: Pictures) -> Result<Vec<ProcessedPhoto>> {
    let mut done = Vec::new();
    let mut errors = Vec::new();
    for (file, bytes) in pictures {
        match services.ports().photos.process(bytes).await.map_err(photos::refusal) {
            Ok(photo) => done.push(photo),
            Err(Error::Rejected(rejection)) => {
                let named = |error: FieldError| if file.is_empty() { error } else { error.with(FILE, &file) };
                errors.extend(rejection.fields.into_iter().map(named));
            }
            Err(error) => return Err(error),
        }
    }
    crate::check(errors)?;
    Ok(done)
}

/// Keeps pictures with a review.
pub(super) async fn keep(tx: &Tx, review_id: i64, pictures: &[ProcessedPhoto], now: Timestamp) -> Result<()> {
    for picture in pictures {
        let media_id = keep_photo(tx, picture, now).await?;
        store::reviews::add_photo(tx, review_id, &secret::public_id(domain::id::PHOTO)?, media_id, now).await?;
    }
    Ok(())
}
