//! Draws refusals as problem documents (RFC 9457), in the caller's language.

use std::collections::BTreeMap;

use access::Fault;
use axum::{body::Body, extract::Request, middleware::Next, response::Response};
use domain::locale::Locale;
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use serde_json::Value;
use services::{Error, FieldError};
use text::Tr;
use utoipa::ToSchema;

use super::{language, refusal::Refusal};
use crate::http::errors;

/// Media type of a problem document.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A refused request.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The kind of problem, as a URN that ends in the code.
    #[serde(rename = "type")]
    #[schema(format = "uri")]
    kind: String,
    /// The kind in words.
    title: String,
    /// The HTTP status once more.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What happened and what to do.
    detail: String,
    /// Stable code of the kind.
    code: String,
    /// What is wrong, field by field; may be empty.
    errors: Vec<FieldProblem>,
}

/// One thing that is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    /// Path in the body (`items[2].quantity`), or name of a query value or header.
    field: String,
    /// Stable code.
    code: String,
    /// A sentence for people.
    message: String,
    /// Figures of the sentence: `available` of `out_of_stock`, `max` of `too_long`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = Object, required = false)]
    params: BTreeMap<String, Value>,
}

/// Middleware over everything: what was refused under `/api` leaves as a problem document.
pub async fn problems(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path != "/api" && !path.starts_with("/api/") {
        return next.run(request).await;
    }
    let locale = language::of(request.headers());
    let uri = request.uri().to_string();
    let mut response = next.run(request).await;
    let vary = HeaderValue::from_static("accept-encoding, accept-language, cookie");
    response.headers_mut().insert(header::VARY, vary);
    let Some(refusal) = Refusal::of(&response) else { return response };
    match response.extensions().get::<Fault>() {
        Some(fault) => errors::log(&fault.error, &uri),
        None if refusal.status.is_server_error() => errors::log(&Error::internal("panic, or timed out"), &uri),
        None => {}
    }
    draw(&refusal, locale, response)
}

/// Headers that say more than the document (`Allow`, cookies) stay.
fn draw(refusal: &Refusal, locale: Locale, response: Response) -> Response {
    let tr = Tr::new(locale);
    let key = refusal.code.replace('_', "-");
    let problem = Problem {
        kind: format!("urn:sentra:problem:{}", refusal.code),
        title: tr.t(&format!("problem-{key}")),
        status: refusal.status.as_u16(),
        detail: tr.t(&format!("problem-{key}-detail")),
        code: refusal.code.to_owned(),
        errors: refusal.fields.iter().map(|field| FieldProblem::new(field, tr)).collect(),
    };
    let (mut parts, _) = response.into_parts();
    parts.status = refusal.status;
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    if refusal.status == StatusCode::UNAUTHORIZED {
        parts.headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"Sentra\""));
    }
    if let Some(seconds) = refusal.retry_after {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    // A struct of texts always serialises.
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    Response::from_parts(parts, Body::from(body))
}

impl FieldProblem {
    /// An error of a use case, with its sentence.
    pub fn new(error: &FieldError, tr: Tr) -> Self {
        let number = |text: &str| text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from);
        Self {
            field: error.field.clone(),
            code: error.code.replace('-', "_"),
            message: app::forms::sentence(error, tr),
            params: error.args.iter().map(|(name, value)| (name.clone(), number(value))).collect(),
        }
    }
}
