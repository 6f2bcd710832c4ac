//! Why an API request was refused, on its way to be drawn as a problem document.

use access::{Fault, status_of};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use services::{Error, FieldError};

/// A refused API request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Status of the answer.
    pub status: StatusCode,
    /// Stable code of the public surface.
    pub code: &'static str,
    /// What is wrong, where.
    pub fields: Vec<FieldError>,
    /// Seconds after which the same request may be sent again.
    pub retry_after: Option<i64>,
}

/// Code of a query that cannot be used.
const INVALID_QUERY: &str = "invalid_query";

impl Refusal {
    fn new(status: StatusCode, code: &'static str, fields: Vec<FieldError>) -> Self {
        Self { status, code, fields, retry_after: None }
    }

    /// A body that is not JSON.
    #[must_use]
    pub fn unparsable() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "unparsable", Vec::new())
    }

    /// A value of the query that cannot be used.
    #[must_use]
    pub fn query(field: FieldError) -> Self {
        Self::new(StatusCode::BAD_REQUEST, INVALID_QUERY, vec![field])
    }

    /// A value of the body that cannot be used.
    #[must_use]
    pub fn value(field: FieldError) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", vec![field])
    }

    /// A header is missing that makes a repeated request harmless.
    #[must_use]
    pub fn idempotency_key_required() -> Self {
        let field = FieldError::new("Idempotency-Key", "idempotency-key-invalid");
        Self::new(StatusCode::BAD_REQUEST, "idempotency_key_required", vec![field])
    }

    /// What a response that is not ours to draw stands for; `None` for one that is finished.
    #[must_use]
    pub fn of(response: &Response) -> Option<Self> {
        let extensions = response.extensions();
        if let Some(refusal) = extensions.get::<Self>() {
            return Some(refusal.clone());
        }
        if let Some(fault) = extensions.get::<Fault>() {
            return Some(Self::from(fault.error.as_ref()));
        }
        let status = response.status();
        let code = match status {
            StatusCode::BAD_REQUEST => "unparsable",
            StatusCode::UNAUTHORIZED => "unauthenticated",
            StatusCode::FORBIDDEN => "forbidden",
            StatusCode::NOT_FOUND => "not_found",
            StatusCode::METHOD_NOT_ALLOWED => "method_not_allowed",
            StatusCode::PAYLOAD_TOO_LARGE => "too_large",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported_media_type",
            StatusCode::UNPROCESSABLE_ENTITY => "invalid",
            StatusCode::TOO_MANY_REQUESTS => "too_many_requests",
            StatusCode::SERVICE_UNAVAILABLE => "unavailable",
            status if status.is_client_error() || status.is_server_error() => "internal",
            _ => return None,
        };
        let status = if code == "internal" { StatusCode::INTERNAL_SERVER_ERROR } else { status };
        Some(Self::new(status, code, Vec::new()))
    }
}

impl From<&Error> for Refusal {
    fn from(error: &Error) -> Self {
        let status = status_of(error);
        match error {
            Error::NotFound => Self::new(status, "not_found", Vec::new()),
            Error::Unauthenticated => Self::new(status, "unauthenticated", Vec::new()),
            Error::Forbidden => Self::new(status, "forbidden", Vec::new()),
            Error::Rejected(rejection) => {
                let is_paging = |field: &FieldError| matches!(field.field.as_str(), "cursor" | "limit");
                if !rejection.fields.is_empty() && rejection.fields.iter().all(is_paging) {
                    return Self::new(StatusCode::BAD_REQUEST, INVALID_QUERY, rejection.fields.clone());
                }
                Self::new(status, rejection.code.as_str(), rejection.fields.clone())
            }
            Error::TooManyRequests { retry_after_seconds } => {
                Self { retry_after: Some(*retry_after_seconds), ..Self::new(status, "too_many_requests", Vec::new()) }
            }
            Error::Unavailable(_) => Self::new(status, "unavailable", Vec::new()),
            Error::Internal(_) => Self::new(status, "internal", Vec::new()),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
