//! What a page knows of a form that was refused: the values as typed, and one sentence per field.

use std::collections::HashMap;

use services::{FieldError, forms::FormState};
use text::Tr;

/// Query key of the address that a refused form leads back to.
pub const REFUSED_QUERY: &str = "ulang";

/// Values and errors of a refused form; empty for a fresh one.
#[derive(Debug, Clone, Default)]
pub struct FormView {
    values: HashMap<String, Vec<String>>,
    errors: Vec<FieldError>,
    refused: bool,
}

impl FormView {
    /// From what was stored when the form was refused.
    #[must_use]
    pub fn new(state: FormState) -> Self {
        Self { values: state.values, errors: state.errors, refused: true }
    }

    /// The same values, without what was wrong with them.
    #[must_use]
    pub fn without_errors(self) -> Self {
        Self { errors: Vec::new(), ..self }
    }

    /// Whether this is a form shown again.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused
    }

    /// What was typed into a field, or `otherwise` on a fresh form.
    #[must_use]
    pub fn value_or(&self, field: &str, otherwise: &str) -> String {
        match self.values.get(field) {
            Some(values) => values.first().cloned().unwrap_or_default(),
            None if self.refused => String::new(),
            None => otherwise.to_owned(),
        }
    }

    /// What was typed into a field; empty on a fresh form.
    #[must_use]
    pub fn value(&self, field: &str) -> String {
        self.value_or(field, "")
    }

    /// Whether a checkbox or radio with that value was chosen.
    #[must_use]
    pub fn is_chosen(&self, field: &str, value: &str) -> bool {
        self.values.get(field).is_some_and(|values| values.iter().any(|chosen| chosen == value))
    }

    /// The sentence at a field, when there is something wrong with it.
    #[must_use]
    pub fn error(&self, field: &str, tr: Tr) -> Option<String> {
        self.errors.iter().find(|error| error.field == field).map(|error| sentence(error, tr))
    }

    /// All of them in order, as (field, sentence), for the summary on top.
    #[must_use]
    pub fn summary(&self, tr: Tr) -> Vec<(String, String)> {
        self.errors.iter().map(|error| (error.field.clone(), sentence(error, tr))).collect()
    }
}

/// The sentence of an error: text key `error-{code}` with its arguments.
#[must_use]
pub fn sentence(error: &FieldError, tr: Tr) -> String {
    let args: Vec<(&str, text::Arg)> =
        error.args.iter().map(|(name, value)| (name.as_str(), text::Arg::from(value.as_str()))).collect();
    tr.t_args(&format!("error-{}", error.code), &args)
}
