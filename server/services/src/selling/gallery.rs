//! Photos of a product: the first is the cover.

use domain::{limits, locale::Locale, time::Timestamp};
use ports::ProcessedPhoto;
use store::{Tx, products};

use super::{
    draft::{Draft, record},
    find,
    request::{MoveTo, NewPhoto, PhotoChange},
    validate,
    view::{SellerPhoto, SellerProduct},
};
use crate::{Error, FieldError, RejectionCode, Result, Services, check, fulfilment::SellerScope, photos, secret};

/// A photo at its place in the gallery, with its descriptions after a change.
pub(super) type Described = (usize, String, String);

/// Adds a photo after the others. The picture is read before anything is written.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::Invalid`] at `photo` (`photo-not-image`, `photo-heic`, `photo-too-large`,
/// `photo-too-many-pixels`, `photo-damaged`, `photos-full`), `alt`, `alt_en`; [`RejectionCode::InvalidState`] as
/// [`super::update`].
pub async fn add_photo(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    photo: NewPhoto<'_>,
) -> Result<SellerPhoto> {
    let draft = Draft::load(services.store(), scope, id, Locale::Id).await?;
    draft.check_edit()?;
    let mut errors = Vec::new();
    let alt = validate::alt_text("alt", photo.alt, &mut errors);
    let alt_en = validate::alt_text("alt_en", photo.alt_en, &mut errors);
    if products::gallery(services.store(), draft.row.revision_id).await?.len() >= limits::MAX_PHOTOS {
        errors.push(full());
    }
    check(errors)?;
    let processed = services.ports().photos.process(photo.bytes).await.map_err(photos::refusal)?;
    let now = services.now();
    let photo_id = insert(services, scope, id, &processed, (&alt, &alt_en), now).await?;
    let product = find(services, scope, id, Locale::Id).await?;
    product.photos.into_iter().find(|photo| photo.id == photo_id).ok_or(Error::NotFound)
}

async fn insert(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    photo: &ProcessedPhoto,
    (alt, alt_en): (&str, &str),
    now: Timestamp,
) -> Result<String> {
    let tx = services.store().begin().await?;
    let draft = Draft::lock(&tx, scope, id).await?;
    let revision_id = draft.editable(&tx, scope, now).await?;
    let gallery = products::gallery(&tx, revision_id).await?;
    if gallery.len() >= limits::MAX_PHOTOS {
        return Err(Error::rejected(RejectionCode::Invalid, vec![full()]));
    }
    if gallery.iter().any(|other| other.photo.key == photo.key) {
        return Err(Error::invalid("photo", "photo-twice"));
    }
    let size = (photo.width, photo.height);
    let media_id = products::insert_media(&tx, &photo.key, size, &photo.thumbhash, &photo.widths, now).await?;
    let texts = products::texts(&tx, revision_id).await?;
    let name = |locale: Locale| texts.iter().find(|text| text.locale == locale.as_str()).map(|text| &*text.name);
    // Whoever cannot see the photo hears the name of the product at least.
    let own_name = name(Locale::Id).unwrap_or_default();
    let described = |text: &'_ str, fallback: &'_ str| {
        if text.is_empty() { fallback.to_owned() } else { text.to_owned() }
    };
    let public_id = secret::public_id(domain::id::PHOTO)?;
    let position = gallery.last().map_or(0, |last| last.position + 1);
    let new = products::NewPhoto {
        public_id: public_id.clone(),
        media_id,
        alt_id: &described(alt, own_name),
        alt_en: &described(alt_en, name(Locale::En).unwrap_or(own_name)),
        position,
    };
    products::insert_photos(&tx, revision_id, &[new]).await?;
    products::touch(&tx, draft.row.id, now).await?;
    record(&tx, scope, id, "product_photo_added", now).await?;
    tx.commit().await?;
    Ok(public_id)
}

/// Takes a photo out.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] as [`super::update`].
pub async fn remove_photo(services: &Services, scope: SellerScope<'_>, id: &str, photo: &str) -> Result<SellerProduct> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let draft = Draft::lock(&tx, scope, id).await?;
    let place = place_of(&tx, &draft, photo).await?;
    let revision_id = draft.editable(&tx, scope, now).await?;
    let row = products::gallery(&tx, revision_id).await?.into_iter().nth(place).ok_or(Error::NotFound)?;
    products::remove(&tx, row.id).await?;
    products::touch(&tx, draft.row.id, now).await?;
    record(&tx, scope, id, "product_photo_removed", now).await?;
    tx.commit().await?;
    find(services, scope, id, Locale::Id).await
}

/// Moves a photo among the others; at its end it stays where it is.
///
/// # Errors
/// [`Error::NotFound`]; [`RejectionCode::InvalidState`] as [`super::update`].
pub async fn move_photo(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    photo: &str,
    to: MoveTo,
) -> Result<SellerProduct> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let draft = Draft::lock(&tx, scope, id).await?;
    let place = place_of(&tx, &draft, photo).await?;
    let revision_id = draft.editable(&tx, scope, now).await?;
    let mut order: Vec<i64> = products::gallery(&tx, revision_id).await?.iter().map(|row| row.id).collect();
    let row = order.remove(place);
    let target = match to {
        MoveTo::Earlier => place.saturating_sub(1),
        MoveTo::Later => (place + 1).min(order.len()),
        MoveTo::First => 0,
    };
    order.insert(target, row);
    products::arrange(&tx, &order).await?;
    products::touch(&tx, draft.row.id, now).await?;
    tx.commit().await?;
    find(services, scope, id, Locale::Id).await
}

/// The descriptions that a change asks for, without those that stay as they are.
pub(super) async fn described(
    tx: &Tx,
    draft: &Draft,
    changes: &[PhotoChange],
    errors: &mut Vec<FieldError>,
) -> Result<Vec<Described>> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let gallery = products::gallery(tx, draft.row.revision_id).await?;
    let mut described = Vec::new();
    for (index, change) in changes.iter().enumerate() {
        let place = gallery.iter().position(|row| row.public_id == change.id).ok_or(Error::NotFound)?;
        let row = &gallery[place];
        let text = |asked: &Option<String>, own: &str| asked.clone().unwrap_or_else(|| own.to_owned());
        let alt = validate::alt_text(&format!("photos[{index}].alt"), &text(&change.alt, &row.photo.alt), errors);
        let alt_en = validate::alt_text(&format!("photos[{index}].alt_en"), &text(&change.alt_en, &row.alt_en), errors);
        if alt != row.photo.alt || alt_en != row.alt_en {
            described.push((place, alt, alt_en));
        }
    }
    Ok(described)
}

/// Writes descriptions into the revision that an edit goes into.
pub(super) async fn describe(tx: &Tx, revision_id: i64, described: &[Described]) -> Result<()> {
    if described.is_empty() {
        return Ok(());
    }
    let gallery = products::gallery(tx, revision_id).await?;
    for (place, alt, alt_en) in described {
        let row = gallery.get(*place).ok_or(Error::NotFound)?;
        products::describe(tx, row.id, alt, alt_en).await?;
    }
    Ok(())
}

/// Where a photo is; its public id changes with the revision, its place does not.
async fn place_of(tx: &Tx, draft: &Draft, photo: &str) -> Result<usize> {
    let gallery = products::gallery(tx, draft.row.revision_id).await?;
    gallery.iter().position(|row| row.public_id == photo).ok_or(Error::NotFound)
}

fn full() -> FieldError {
    FieldError::new("photo", "photos-full").with("max", limits::MAX_PHOTOS)
}
