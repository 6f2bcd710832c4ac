//! Reasons and notes that people have to give.

use domain::limits;

use crate::{Error, FieldError, RejectionCode, Result};

/// A reason, trimmed; `missing` is the code of one that is too short or unreadable.
///
/// # Errors
/// [`RejectionCode::Invalid`] at that field: `missing`, `too-long`.
pub(crate) fn required(field: &str, missing: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if limits::fits(text, &limits::REASON) {
        return Ok(text.to_owned());
    }
    let max = limits::REASON.end();
    let error = if text.chars().count() > *max {
        FieldError::new(field, "too-long").with("max", max)
    } else {
        FieldError::new(field, missing)
    };
    Err(Error::rejected(RejectionCode::Invalid, vec![error]))
}
