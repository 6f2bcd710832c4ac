//! Serves photos: content-addressed, so for ever.

use access::{AppState, Denied};
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use services::Error;

/// `GET /media/{folder}/{file}`: one rendition of a photo, as named by the pipeline (`ab/<key>-640.webp`).
///
/// # Errors
/// Not found, for anything that is not the name of a rendition as well.
pub async fn show(
    State(state): State<AppState>,
    Path((folder, file)): Path<(String, String)>,
) -> Result<Response, Denied> {
    let kind = match file.rsplit_once('.') {
        Some((_, "webp")) => "image/webp",
        Some((_, "jpg")) => "image/jpeg",
        _ => return Err(Denied(Error::NotFound)),
    };
    let bytes = services::photos::read(&state.services, &format!("{folder}/{file}")).await?;
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, bytes).into_response())
}
