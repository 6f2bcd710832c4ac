//! Forms with one picture and a few values.

use std::collections::HashMap;

use access::AppState;
use axum::extract::{FromRequest as _, Multipart, Request};
use axum_extra::extract::CookieJar;
use bytes::Bytes;
use domain::{limits, locale::Locale};
use http::StatusCode;
use services::FieldError;

use crate::http::form::SubmittedForm;

/// Largest form: one photo and what lies around it.
pub(super) const BYTES: usize = limits::PHOTO_BYTES + 256 * 1024;
/// Name of the field with the file.
pub(super) const PHOTO: &str = "photo";
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
                let bytes = part.bytes().await.map_err(|error| unreadable(error.status()))?;
                // A browser sends an empty file where none was chosen.
                file = (!bytes.is_empty()).then_some(bytes);
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

fn unreadable(status: StatusCode) -> FieldError {
    let is_large = status == StatusCode::PAYLOAD_TOO_LARGE;
    FieldError::new(PHOTO, if is_large { "too-large" } else { "upload-cut" })
}
