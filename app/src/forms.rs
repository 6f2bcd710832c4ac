//! What a page knows of a form that was refused: the values as typed, and one sentence per field.

use std::collections::HashMap;

use services::{FieldError, forms::FormState};
use text::Tr;

/// Query key of the address that a refused form leads back to.
pub const REFUSED_QUERY: &str = "ulang";

/// Field name of errors that concern a form as a whole.
pub(crate) const WHOLE_FORM: &str = "form";

/// Argument of an error about one of several files: the name of that file.
pub const FILE: &str = "file";

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

/// Key of the address that says which of several forms with the same fields was refused.
pub(crate) const FORM_QUERY: &str = "formulir";

/// Where the page of several forms with the same fields shows one of them again, which has its name as id.
#[must_use]
pub fn refused_at(path: &str, form: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{FORM_QUERY}={form}#{form}")
}

/// Id of a field of a form beside which there are others with the same fields.
#[must_use]
pub fn field_id(field: &str, form: &str) -> String {
    format!("{field}-{form}")
}

/// The one form that was refused, of several with the same fields, by its name.
#[derive(Debug, Clone, Default)]
pub struct RefusedForm(Option<(String, FormView)>);

impl RefusedForm {
    pub(crate) fn new(name: String, form: FormView) -> Self {
        Self(Some((name, form)))
    }

    /// The form of that name; a fresh one unless it was refused.
    #[must_use]
    pub fn get(&self, name: &str) -> FormView {
        self.0.as_ref().filter(|(refused, _)| refused == name).map(|(_, form)| form.clone()).unwrap_or_default()
    }

    /// What is wrong with it, by the ids of its fields.
    #[must_use]
    pub fn summary(&self, tr: Tr) -> Vec<(String, String)> {
        let Some((name, form)) = &self.0 else { return Vec::new() };
        let id = |field: String| if field == WHOLE_FORM { field } else { field_id(&field, name) };
        form.summary(tr).into_iter().map(|(field, sentence)| (id(field), sentence)).collect()
    }
}

/// The sentence of an error: text key `error-{code}` with its arguments.
#[must_use]
pub fn sentence(error: &FieldError, tr: Tr) -> String {
    let args: Vec<(&str, text::Arg)> =
        error.args.iter().map(|(name, value)| (name.as_str(), text::Arg::from(value.as_str()))).collect();
    let sentence = tr.t_args(&format!("error-{}", error.code), &args);
    // Of several files, the one that is meant is named.
    match error.args.iter().find(|(name, _)| name == FILE) {
        Some((_, file)) => format!("{file}: {sentence}"),
        None => sentence,
    }
}
