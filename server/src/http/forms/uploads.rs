//! Files that forms bring along, forms with one picture and a few values, and pictures that only some may see.

use std::collections::HashMap;

use access::AppState;
use axum::{
    extract::{FromRequest as _, Multipart, Request, multipart::Field},
    response::{IntoResponse as _, Response},
};
use axum_extra::extract::CookieJar;
use bytes::{Bytes, BytesMut};
use domain::{limits, locale::Locale};
use http::{StatusCode, header};
use services::FieldError;

use crate::http::form::SubmittedForm;

/// Largest form: one photo and what lies around it.
pub(super) const BYTES: usize = limits::PHOTO_BYTES + 256 * 1024;
/// Name of the field with the file.
pub(super) const PHOTO: &str = "photo";
/// Longest file name that an error says.
const FILE_NAME: usize = 40;
/// Most values beside the file.
const MAX_VALUES: usize = 20;

/// What was sent.
pub(super) struct Uploaded {
    /// The picture; `None` when none was chosen.
    pub file: Result<Option<Bytes>, FieldError>,
    /// The values.
    pub form: SubmittedForm,
}

/// Reads a form with a picture; whoever calls this has found out that it may be sent.
pub(super) async fn read(request: Request, state: AppState, jar: CookieJar, locale: Locale) -> Uploaded {
    let mut values: HashMap<String, Vec<String>> = HashMap::new();
    let parts = Multipart::from_request(request, &state).await;
    let file = async {
        let mut parts = parts.map_err(|error| unreadable(error.status()))?;
        let mut file = None;
        while let Some(part) = parts.next_field().await.map_err(|error| unreadable(error.status()))? {
            let name = part.name().unwrap_or_default().to_owned();
            if name == PHOTO {
                // A browser sends an empty file where none was chosen.
                file = Some(self::file(part).await?).filter(|bytes| !bytes.is_empty());
            } else {
                let text = part.text().await.map_err(|error| unreadable(error.status()))?;
                // PostgreSQL keeps no NUL in texts.
                if values.len() < MAX_VALUES && !text.contains('\0') {
                    values.entry(name).or_default().push(text);
                }
            }
        }
        Ok(file)
    }
    .await;
    Uploaded { file, form: SubmittedForm::from_values(values, state, jar, locale) }
}

/// What was sent with several pictures.
pub(super) struct Several {
    /// The pictures with the names of their files, which errors say.
    pub files: Result<Vec<(String, Bytes)>, FieldError>,
    /// The values.
    pub form: SubmittedForm,
}

/// Reads a form with up to so many pictures; whoever calls this has found out that it may be sent. One picture more than
/// that is read no further.
pub(super) async fn read_several(
    request: Request,
    state: AppState,
    jar: CookieJar,
    locale: Locale,
    most: usize,
) -> Several {
    let mut values: HashMap<String, Vec<String>> = HashMap::new();
    let parts = Multipart::from_request(request, &state).await;
    let files = async {
        let mut parts = parts.map_err(|error| unreadable(error.status()))?;
        let mut files = Vec::new();
        while let Some(part) = parts.next_field().await.map_err(|error| unreadable(error.status()))? {
            let name = part.name().unwrap_or_default().to_owned();
            if name == PHOTO {
                let file: String = part.file_name().unwrap_or_default().chars().take(FILE_NAME).collect();
                if files.len() == most {
                    return Err(FieldError::new(PHOTO, "photos-per-upload").with("max", most));
                }
                // A browser sends an empty file where none was chosen.
                let bytes = self::file(part).await?;
                if !bytes.is_empty() {
                    files.push((file, bytes));
                }
            } else {
                let text = part.text().await.map_err(|error| unreadable(error.status()))?;
                // PostgreSQL keeps no NUL in texts.
                if values.len() < MAX_VALUES && !text.contains('\0') {
                    values.entry(name).or_default().push(text);
                }
            }
        }
        Ok(files)
    }
    .await;
    Several { files, form: SubmittedForm::from_values(values, state, jar, locale) }
}

/// The bytes of a file; of one that is too large only so many that it is refused.
pub(super) async fn file(mut part: Field<'_>) -> Result<Bytes, FieldError> {
    let mut bytes = BytesMut::new();
    loop {
        match part.chunk().await {
            Ok(Some(chunk)) if bytes.len() <= limits::PHOTO_BYTES => bytes.extend_from_slice(&chunk),
            Ok(Some(_)) => {}
            Ok(None) => return Ok(bytes.freeze()),
            Err(error) => return Err(unreadable(error.status())),
        }
    }
}

/// Why what was sent cannot be read to its end.
pub(super) fn unreadable(status: StatusCode) -> FieldError {
    let is_large = status == StatusCode::PAYLOAD_TOO_LARGE;
    FieldError::new(PHOTO, if is_large { "too-large" } else { "upload-cut" })
}

/// A picture that only some may see, so that nothing between us and them keeps it.
pub(super) fn picture(bytes: Bytes) -> Response {
    ([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, no-store")], bytes).into_response()
}
