//! Photos of a case: shown to its buyer, its seller and the curator, and to nobody else.

use bytes::Bytes;
use domain::limits;
use store::complaints::CaseRow;

use super::{
    change::lock,
    decide::own,
    view::{self, CaseView},
};
use crate::{
    Error, FieldError, RejectionCode, Result, Services, fulfilment::SellerScope, photos, refunds::keep_photo, secret,
};

/// The buyer adds a photo of what is wrong.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] when it is over; `photo` (`photos-full`, or as photos of
/// products).
pub async fn add_photo(services: &Services, token: &str, id: &str, bytes: Bytes) -> Result<CaseView> {
    let row = own(services, token, id).await?;
    room(store::complaints::photos(services.store(), &[row.id]).await?.len())?;
    let photo = services.ports().photos.process_private(bytes).await.map_err(photos::refusal)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let case = lock(&tx, id).await?;
    if case.status.is_over() {
        return Err(Error::invalid_state());
    }
    room(store::complaints::photos(&tx, &[row.id]).await?.len())?;
    let media_id = keep_photo(&tx, &photo, now).await?;
    let public_id = secret::public_id(domain::id::PHOTO)?;
    store::complaints::insert_photo(&tx, row.id, &public_id, media_id, now).await?;
    tx.commit().await?;
    view::by_id(services.store(), id).await
}

fn room(count: usize) -> Result<()> {
    if count < limits::CASE_PHOTOS {
        return Ok(());
    }
    let full = FieldError::new("photo", "photos-full").with("max", limits::CASE_PHOTOS);
    Err(Error::rejected(RejectionCode::Invalid, vec![full]))
}

/// A photo as JPEG, for the buyer.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn photo_of_buyer(services: &Services, token: &str, id: &str, photo: &str) -> Result<Bytes> {
    let row = own(services, token, id).await?;
    read(services, &row, photo).await
}

/// A photo as JPEG, for the people of the shop.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn photo_for_seller(services: &Services, scope: SellerScope<'_>, id: &str, photo: &str) -> Result<Bytes> {
    let row = store::complaints::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    if scope.shop_ids.contains(&row.shop_id) { read(services, &row, photo).await } else { Err(Error::NotFound) }
}

/// A photo as JPEG, for a curator.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn photo_for_curator(services: &Services, id: &str, photo: &str) -> Result<Bytes> {
    let row = store::complaints::find(services.store(), id).await?.ok_or(Error::NotFound)?;
    read(services, &row, photo).await
}

async fn read(services: &Services, row: &CaseRow, photo: &str) -> Result<Bytes> {
    let photos = store::complaints::photos(services.store(), &[row.id]).await?;
    let photo = photos.into_iter().find(|own| own.public_id == photo).ok_or(Error::NotFound)?;
    photos::read_private(services, &photo.key, &photo.widths).await
}
