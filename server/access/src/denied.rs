//! The refusal of an extractor, in the form that the asking side understands.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use services::Error;

/// A refused request. The error-page layer turns it into a page, the API layer into a problem document; the error
/// travels in the response's extensions.
#[derive(Debug)]
pub struct Denied(pub Error);

/// What a fault was, for the layers that draw it.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The error of the use case.
    pub error: std::sync::Arc<Error>,
}

impl From<Error> for Denied {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<store::Error> for Denied {
    fn from(error: store::Error) -> Self {
        Self(error.into())
    }
}

/// HTTP status of an error of a use case.
#[must_use]
pub fn status_of(error: &Error) -> StatusCode {
    use services::RejectionCode as Code;
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Unauthenticated => StatusCode::UNAUTHORIZED,
        Error::Forbidden => StatusCode::FORBIDDEN,
        Error::Rejected(rejection) => match rejection.code {
            Code::Invalid | Code::NotDeliverable | Code::PaymentUnavailable => StatusCode::UNPROCESSABLE_ENTITY,
            Code::InvalidState | Code::OutOfStock | Code::PriceChanged | Code::IdempotencyConflict => {
                StatusCode::CONFLICT
            }
        },
        Error::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Denied {
    fn into_response(self) -> Response {
        let mut response = status_of(&self.0).into_response();
        response.extensions_mut().insert(Fault { error: std::sync::Arc::new(self.0) });
        response
    }
}
