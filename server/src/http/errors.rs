//! Draws faults: a page for people, a problem document for programs, the details for the log only.

use std::sync::Arc;

use access::{AppState, Fault, RequestLocale, RequestPath};
use app::page::PageRequest;
use axum::{
    extract::{FromRequestParts as _, Request, State},
    http::{Extensions, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use domain::locale::Locale;
use services::Error;

/// Middleware over pages and forms: replaces a bare fault by its page.
pub async fn error_pages(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let kept = parts.clone();
    let response = next.run(Request::from_parts(parts.clone(), body)).await;
    let Some((status, error)) = fault_of(&response) else { return response };
    log(&error, &kept.uri.to_string());
    if matches!(*error, Error::Unauthenticated) {
        return sign_in(&kept.method, &kept.extensions);
    }
    // The page is drawn for the same caller, whatever became of the body.
    parts.extensions = kept.extensions;
    let Ok(page) = PageRequest::from_request_parts(&mut parts, &state).await;
    app::pages::fault::show(page, status, &error).await
}

/// The fault that a handler left, or the one that a bare status stands for, with the status to answer.
fn fault_of(response: &Response) -> Option<(StatusCode, Arc<Error>)> {
    if let Some(fault) = response.extensions().get::<Fault>() {
        return Some((access::status_of(&fault.error), Arc::clone(&fault.error)));
    }
    let has_own_page = response.headers().contains_key(header::CONTENT_TYPE)
        && response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
            kind.to_str().is_ok_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/json"))
        });
    if has_own_page {
        return None;
    }
    let error = match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Error::NotFound,
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => {
            Error::invalid("body", "unreadable")
        }
        StatusCode::PAYLOAD_TOO_LARGE => Error::invalid("body", "too-large"),
        StatusCode::INTERNAL_SERVER_ERROR => Error::internal("panic in a handler"),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => {
            Error::Unavailable("timed out".to_owned())
        }
        _ => return None,
    };
    Some((response.status(), Arc::new(error)))
}

/// Logs what is ours to mend, once; what a person did wrong is not an event.
pub fn log(error: &Error, uri: &str) {
    match error {
        Error::Internal(message) => tracing::error!(uri, message, "request failed"),
        Error::Unavailable(message) => tracing::warn!(uri, message, "request could not be served for now"),
        _ => {}
    }
}

fn sign_in(method: &Method, extensions: &Extensions) -> Response {
    let prefix = extensions.get::<RequestLocale>().map_or(Locale::Id, |locale| locale.0).prefix();
    let path = extensions.get::<RequestPath>().map(|path| path.0.clone()).unwrap_or_default();
    let next = access::own_path(&path).filter(|_| method == Method::GET);
    Redirect::to(&format!("{prefix}{}", super::forms::account::sign_in_address(next))).into_response()
}
