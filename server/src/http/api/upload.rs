//! A photo as `multipart/form-data`.

use access::AppState;
use axum::{
    body::Bytes,
    extract::{
        FromRequest, Multipart, Request,
        multipart::{MultipartError, MultipartRejection},
    },
    response::{IntoResponse, Response},
};
use http::StatusCode;
use services::FieldError;
use utoipa::ToSchema;

use super::refusal::Refusal;

/// What an upload holds, for the description.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by name, part by part")]
pub struct PhotoUpload {
    /// JPEG, PNG or WebP.
    #[schema(value_type = String, format = Binary)]
    photo: Vec<u8>,
    /// What it shows, in Indonesian; the name of the product when left out.
    #[schema(max_length = 200)]
    alt: Option<String>,
    /// What it shows, in English.
    #[schema(max_length = 200)]
    alt_en: Option<String>,
}

/// What the proof of a payment holds, for the description.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read by name, part by part")]
pub struct ProofUpload {
    /// JPEG, PNG or WebP.
    #[schema(value_type = String, format = Binary)]
    photo: Vec<u8>,
    /// A word to the seller.
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// What an upload holds.
#[derive(Debug)]
pub struct Upload {
    /// The file.
    pub photo: Bytes,
    /// What it shows, in Indonesian; may be empty.
    pub alt: String,
    /// What it shows, in English; may be empty.
    pub alt_en: String,
    /// A word to whoever looks at it; may be empty.
    pub note: String,
}

impl FromRequest<AppState> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        let parts = Multipart::from_request(request, state).await.map_err(|error: MultipartRejection| match error {
            MultipartRejection::InvalidBoundary(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response(),
            other => other.status().into_response(),
        })?;
        read(parts)
            .await
            .map_err(|error| error.status().into_response())?
            .ok_or_else(|| Refusal::value(FieldError::new("photo", "missing")).into_response())
    }
}

async fn read(mut parts: Multipart) -> Result<Option<Upload>, MultipartError> {
    let (mut photo, mut alt, mut alt_en, mut note) = (None, String::new(), String::new(), String::new());
    while let Some(part) = parts.next_field().await? {
        match part.name() {
            Some("photo") => photo = Some(part.bytes().await?),
            Some("alt") => alt = part.text().await?,
            Some("alt_en") => alt_en = part.text().await?,
            Some("note") => note = part.text().await?,
            _ => {}
        }
    }
    Ok(photo.map(|photo| Upload { photo, alt, alt_en, note }))
}
