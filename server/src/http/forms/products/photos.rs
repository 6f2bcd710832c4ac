//! Photos of a product: uploads, order, descriptions.

use std::collections::HashMap;

use access::{AppState, Denied, RequestLocale, Seller};
use app::{forms::FILE, pages::selling::products::edit};
use axum::{
    Extension,
    extract::{DefaultBodyLimit, FromRequest as _, Multipart, Path, Request, State},
    handler::Handler as _,
    response::{IntoResponse as _, Response},
};
use axum_extra::extract::CookieJar;
use domain::limits;
use services::{
    Error, FieldError, RejectionCode,
    selling::{self, MoveTo, NewPhoto, PhotoChange, ProductChange},
};

use super::{back_to, editor, scope};
use crate::http::{
    form::SubmittedForm,
    forms::uploads::{self, PHOTO, unreadable},
    recorder::Recorder,
};

/// Largest upload: as many photos as one form takes, each as large as it may be, and what lies between them.
const UPLOAD_BYTES: usize = limits::PHOTOS_PER_UPLOAD * limits::PHOTO_BYTES + 1024 * 1024;
/// Longest file name that an error says.
const FILE_NAME: usize = 40;

pub(super) fn routes() -> Recorder {
    Recorder::default()
        .post("/jual/produk/{id}/foto", upload.layer(DefaultBodyLimit::max(UPLOAD_BYTES)))
        .post("/jual/produk/{id}/foto/keterangan", describe)
        .post("/jual/produk/{id}/foto/{photo}/maju", earlier)
        .post("/jual/produk/{id}/foto/{photo}/mundur", later)
        .post("/jual/produk/{id}/foto/{photo}/hapus", remove)
}

/// Takes the photos one after the other; one that is refused does not keep the others out. Whose product it is is known
/// before the first byte of them is read.
async fn upload(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
    jar: CookieJar,
    seller: Seller,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    if let Err(error) = selling::find(&state.services, scope(&seller), &id, locale).await {
        return Denied(error).into_response();
    }
    let mut parts = match Multipart::from_request(request, &state).await {
        Ok(parts) => parts,
        Err(refusal) => return refusal.into_response(),
    };
    let mut taken = 0_usize;
    let mut errors = Vec::new();
    let mut fault = None;
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => {
                errors.push(unreadable(error.status()));
                break;
            }
        };
        if part.name() != Some(PHOTO) {
            continue;
        }
        let file: String = part.file_name().unwrap_or_default().chars().take(FILE_NAME).collect();
        let bytes = match uploads::file(part).await {
            Ok(bytes) => bytes,
            Err(error) => {
                errors.push(error);
                break;
            }
        };
        // A browser sends an empty file where none was chosen.
        if bytes.is_empty() && file.is_empty() {
            continue;
        }
        if taken + errors.len() >= limits::PHOTOS_PER_UPLOAD {
            errors.push(FieldError::new(PHOTO, "photos-per-upload").with("max", limits::PHOTOS_PER_UPLOAD));
            break;
        }
        let photo = NewPhoto { bytes, alt: "", alt_en: "" };
        match selling::add_photo(&state.services, scope(&seller), &id, photo).await {
            Ok(_) => taken += 1,
            Err(Error::Rejected(rejection)) if rejection.code == RejectionCode::Invalid => {
                errors.extend(rejection.fields.into_iter().map(|error| error.with(FILE, &file)));
            }
            Err(error) => {
                fault = Some(error);
                break;
            }
        }
    }
    let form = SubmittedForm::from_values(HashMap::new(), state, jar, locale);
    if taken == 0 && errors.is_empty() && fault.is_none() {
        errors.push(FieldError::new(PHOTO, "photo-none"));
    }
    let error = match fault {
        Some(fault) => fault,
        None if errors.is_empty() => return form.done(&format!("{}#photos", editor(&id)), "foto-ditambah"),
        None => Error::rejected(RejectionCode::Invalid, errors),
    };
    form.refuse(edit::PHOTOS_FORM, &back_to(&id, edit::PHOTOS_FORM, ""), error).await
}

async fn describe(seller: Seller, Path(id): Path<String>, form: SubmittedForm) -> Response {
    let photos = (0..limits::MAX_PHOTOS)
        .map_while(|place| {
            let at = |field: &str| format!("photos[{place}].{field}");
            let id = form.optional(&at("id"))?;
            Some(PhotoChange { id, alt: Some(form.value(&at("alt"))), alt_en: Some(form.value(&at("alt_en"))) })
        })
        .collect();
    let change = ProductChange { photos, ..ProductChange::default() };
    match selling::update(form.services(), scope(&seller), &id, &change).await {
        Ok(_) => form.done(&format!("{}#photos", editor(&id)), "produk-disimpan"),
        Err(error) => form.refuse(edit::ALT_FORM, &back_to(&id, edit::ALT_FORM, ""), error).await,
    }
}

async fn earlier(seller: Seller, path: Path<(String, String)>, form: SubmittedForm) -> Result<Response, Denied> {
    arrange(&seller, path, &form, MoveTo::Earlier).await
}

async fn later(seller: Seller, path: Path<(String, String)>, form: SubmittedForm) -> Result<Response, Denied> {
    arrange(&seller, path, &form, MoveTo::Later).await
}

async fn arrange(
    seller: &Seller,
    Path((id, photo)): Path<(String, String)>,
    form: &SubmittedForm,
    to: MoveTo,
) -> Result<Response, Denied> {
    selling::move_photo(form.services(), scope(seller), &id, &photo, to).await?;
    Ok(form.redirect(&format!("{}#photos", editor(&id))))
}

async fn remove(
    seller: Seller,
    Path((id, photo)): Path<(String, String)>,
    form: SubmittedForm,
) -> Result<Response, Denied> {
    selling::remove_photo(form.services(), scope(&seller), &id, &photo).await?;
    Ok(form.done(&format!("{}#photos", editor(&id)), "foto-dihapus"))
}
