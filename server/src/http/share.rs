//! Pictures that chat apps show beside a link.

use access::{AppState, Denied, RequestLocale};
use axum::{
    Extension,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use services::{
    Error,
    share::{self, ShareKind, SharePicture},
};

/// `GET /og/{kind}/{slug}/{file}`: the picture of that name, or a redirect to the one of today.
///
/// # Errors
/// Not found; or the database or the photos are not available.
pub async fn show(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
    Path((kind, slug, file)): Path<(String, String, String)>,
) -> Result<Response, Denied> {
    let services = &state.services;
    let kind = ShareKind::find(&kind).ok_or(Denied(Error::NotFound))?;
    match share::read(services, &file).await {
        Ok(bytes) => return Ok(picture(bytes)),
        Err(Error::NotFound) => {}
        Err(error) => return Err(Denied(error)),
    }
    let today = SharePicture::find(services, kind, &slug, locale).await?;
    let path = today.path();
    if path.ends_with(&format!("/{file}")) {
        return Ok(picture(today.paint(services).await?));
    }
    // Chat apps keep addresses for long; what they once asked for has another picture by now.
    let address = format!("{}{path}", locale.prefix());
    Ok(([(header::CACHE_CONTROL, "public, max-age=300")], Redirect::temporary(&address)).into_response())
}

fn picture(bytes: bytes::Bytes) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, bytes).into_response()
}
