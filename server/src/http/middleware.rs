//! What every request passes: language, request id, log line, headers.

use std::time::Duration;

use access::{RequestLocale, RequestPath, split_locale};
use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

/// Header that names a request in logs and in answers.
pub static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Takes the locale prefix off the path, before routing.
pub fn strip_locale<B>(mut request: http::Request<B>) -> http::Request<B> {
    let asked = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let (locale, rest) = split_locale(asked);
    let rest = if rest.starts_with('?') { format!("/{rest}") } else { rest.to_owned() };
    if let Ok(uri) = rest.parse::<Uri>() {
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(RequestLocale(locale));
    request.extensions_mut().insert(RequestPath(rest));
    request
}

/// Security headers of every answer. Scripts run only from our own files or by the hash of a fixed inline script;
/// style attributes only carry the accent of a sentra and the thumbhash of a photo.
pub async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| HeaderValue::from_static(super::assets::CSP));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("strict-origin-when-cross-origin"));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(self), geolocation=(), microphone=()"),
    );
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
    if let Ok(vary) = HeaderValue::from_str("accept-encoding, cookie") {
        headers.entry(header::VARY).or_insert(vary);
    }
    response
}

/// How long an answer may take.
const TIME_LIMIT: Duration = Duration::from_secs(30);
/// How long it may take when files are uploaded: ten photos over a slow phone.
const UPLOAD_TIME_LIMIT: Duration = Duration::from_secs(300);

/// Gives up on what takes too long.
pub async fn time_limit(request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let limit = if kind.starts_with("multipart/form-data") { UPLOAD_TIME_LIMIT } else { TIME_LIMIT };
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// No address of a page holds a NUL: PostgreSQL could not even look for it.
pub async fn no_nul(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path().contains("%00") || uri.query().is_some_and(|query| query.contains("%00")) {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}

/// Pages are made for one person unless they say otherwise.
pub async fn private_by_default(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    response
}
