//! One transport-free error for all use cases. Pages, forms and the API turn it into their own answer as the last step.

/// Result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not there, or not the caller's: the two are never told apart.
    #[error("not found")]
    NotFound,
    /// The caller must sign in.
    #[error("not signed in")]
    Unauthenticated,
    /// The caller's role does not allow it.
    #[error("forbidden")]
    Forbidden,
    /// The request cannot be carried out as it stands; nothing was changed.
    #[error("rejected: {0:?}")]
    Rejected(Rejection),
    /// Too many tries; the same request may be sent again after that time.
    #[error("too many requests, retry after {retry_after_seconds} s")]
    TooManyRequests {
        /// Seconds until the limit lets one through again.
        retry_after_seconds: i64,
    },
    /// A passing fault (database busy, disk full); the message is for the log only.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours; the message is for the log only.
    #[error("internal error: {0}")]
    Internal(String),
}

/// Stable codes of refused requests; the same strings stand in the API's problem documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RejectionCode {
    /// Values that do not fit, named field by field.
    Invalid,
    /// The thing is not in a state that allows it.
    InvalidState,
    /// Less is left than was asked for.
    OutOfStock,
    /// The total is not the one the buyer saw.
    PriceChanged,
    /// A line cannot go to that address by that method.
    NotDeliverable,
    /// A shop does not take that payment way.
    PaymentUnavailable,
    /// The idempotency key was used with another body.
    IdempotencyConflict,
}

impl RejectionCode {
    /// The string of the public surface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::InvalidState => "invalid_state",
            Self::OutOfStock => "out_of_stock",
            Self::PriceChanged => "price_changed",
            Self::NotDeliverable => "not_deliverable",
            Self::PaymentUnavailable => "payment_unavailable",
            Self::IdempotencyConflict => "idempotency_conflict",
        }
    }
}

/// A refused request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// What kind of refusal.
    pub code: RejectionCode,
    /// What is wrong, where; may be empty.
    pub fields: Vec<FieldError>,
}

/// One thing that is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FieldError {
    /// Path of the field: `buyer.phone`, `items[2]`.
    pub field: String,
    /// Stable code; its sentence is the text key `error-{code}`.
    pub code: String,
    /// Arguments of that sentence.
    pub args: Vec<(String, String)>,
}

impl FieldError {
    /// An error without arguments.
    pub fn new(field: impl Into<String>, code: &str) -> Self {
        Self { field: field.into(), code: code.to_owned(), args: Vec::new() }
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

impl Error {
    /// A refusal with the fields it is about.
    #[must_use]
    pub fn rejected(code: RejectionCode, fields: Vec<FieldError>) -> Self {
        Self::Rejected(Rejection { code, fields })
    }

    /// One wrong field.
    pub fn invalid(field: impl Into<String>, code: &str) -> Self {
        Self::rejected(RejectionCode::Invalid, vec![FieldError::new(field, code)])
    }

    /// The thing is in a state that does not allow it.
    #[must_use]
    pub fn invalid_state() -> Self {
        Self::rejected(RejectionCode::InvalidState, Vec::new())
    }

    /// A fault of ours, with a message for the log.
    pub fn internal(message: impl ToString) -> Self {
        Self::Internal(message.to_string())
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Unavailable(_) => Self::Unavailable(error.to_string()),
            other => Self::Internal(other.to_string()),
        }
    }
}

/// `Ok` when nothing was found wrong.
///
/// # Errors
/// [`RejectionCode::Invalid`] with all of them otherwise.
pub fn check(fields: Vec<FieldError>) -> Result<()> {
    if fields.is_empty() { Ok(()) } else { Err(Error::rejected(RejectionCode::Invalid, fields)) }
}
