//! The icon of the site, at the address that browsers ask for by themselves when they show a photo on its own.

use axum::{http::header, response::IntoResponse};

/// The mark as SVG; kept for a day, since its name says nothing about its content.
pub async fn show() -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, app::layout::icon())
}
