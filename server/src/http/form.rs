//! Reads a submitted form and answers it by redirect.

use std::collections::HashMap;

use access::{AppState, Denied, RequestLocale, cookies};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts as _, Request},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use domain::locale::Locale;
use services::{Error, FieldError, forms::FormState, secret};

/// Most fields of one form; ours have at most a few dozen.
const MAX_FIELDS: usize = 400;
/// How long the browser keeps the token that ties a refused form to its values.
const FORM_COOKIE_DAYS: i64 = 1;

/// A form as submitted, with what is needed to answer it.
pub struct SubmittedForm {
    values: HashMap<String, Vec<String>>,
    state: AppState,
    jar: CookieJar,
    locale: Locale,
}

impl FromRequest<AppState> for SubmittedForm {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(jar) = CookieJar::from_request_parts(&mut parts, state).await;
        let locale = parts.extensions.get::<RequestLocale>().map_or(Locale::Id, |locale| locale.0);
        let body =
            Bytes::from_request(Request::from_parts(parts, body), state).await.map_err(IntoResponse::into_response)?;
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&body)
            .map_err(|_| Denied(Error::invalid("body", "unreadable")).into_response())?;
        // PostgreSQL keeps no NUL in texts.
        if pairs.iter().any(|(name, value)| name.contains('\0') || value.contains('\0')) {
            return Err(Denied(Error::invalid("body", "unreadable")).into_response());
        }
        if pairs.len() > MAX_FIELDS {
            return Err(Denied(Error::invalid("body", "too-many-fields")).into_response());
        }
        let mut values: HashMap<String, Vec<String>> = HashMap::new();
        for (name, value) in pairs {
            values.entry(name).or_default().push(value);
        }
        Ok(Self { values, state: state.clone(), jar, locale })
    }
}

impl SubmittedForm {
    /// A form whose values were read elsewhere (multipart).
    #[must_use]
    pub fn from_values(values: HashMap<String, Vec<String>>, state: AppState, jar: CookieJar, locale: Locale) -> Self {
        Self { values, state, jar, locale }
    }

    /// A value, trimmed; empty when missing.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        self.values.get(name).and_then(|values| values.first()).map(|value| value.trim().to_owned()).unwrap_or_default()
    }

    /// A value, trimmed; `None` when missing or empty.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<String> {
        Some(self.value(name)).filter(|value| !value.is_empty())
    }

    /// A whole number; `None` when it is not one.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.value(name).parse().ok()
    }

    /// All values of a name, for checkboxes and repeated rows.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<String> {
        self.values.get(name).cloned().unwrap_or_default()
    }

    /// All names that were sent.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// Whether a checkbox was ticked or a button of that name pressed.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// The use cases.
    #[must_use]
    pub fn services(&self) -> &services::Services {
        &self.state.services
    }

    /// The shared state.
    #[must_use]
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// The browser's cookies.
    pub fn jar(&self) -> &CookieJar {
        &self.jar
    }

    /// Language of the page that sent the form.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Redirects to a path of ours (303), in the language of the form.
    #[must_use]
    pub fn redirect(&self, path: &str) -> Response {
        Redirect::to(&format!("{}{path}", self.locale.prefix())).into_response()
    }

    /// Redirects with one of our fixed messages (`done-{code}`) shown on the next page.
    #[must_use]
    pub fn done(&self, path: &str, code: &str) -> Response {
        self.redirect(&with_query(path, "pesan", code))
    }

    /// Answers an error: what was typed is kept and the form shown again with a sentence at each field; errors that
    /// are not about the form go to the error pages.
    pub async fn refuse(self, form: &str, back_to: &str, error: Error) -> Response {
        let fields = match error {
            Error::Rejected(rejection) if rejection.fields.is_empty() => {
                vec![FieldError::new("form", rejection.code.as_str())]
            }
            Error::Rejected(rejection) => rejection.fields,
            Error::TooManyRequests { retry_after_seconds } => {
                let minutes = retry_after_seconds.max(1).div_euclid(60) + 1;
                vec![FieldError::new("form", "too-many-requests").with("minutes", minutes)]
            }
            other => return Denied(other).into_response(),
        };
        self.show_again(form, back_to, fields).await
    }

    /// Leads back to a form of several steps with everything that was typed, and with what is wrong where there is
    /// something.
    pub async fn show_again(self, form: &str, back_to: &str, errors: Vec<FieldError>) -> Response {
        match self.keep(form, back_to, errors).await {
            Ok(response) => response,
            Err(error) => Denied(error).into_response(),
        }
    }

    /// Forgets what was typed into a form that went through.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn forget(&self, form: &str) -> Result<(), Error> {
        match cookies::get(&self.jar, cookies::FORM, &self.state.site) {
            Some(token) => services::forms::clear(&self.state.services, &token, form).await,
            None => Ok(()),
        }
    }

    async fn keep(mut self, form: &str, back_to: &str, errors: Vec<FieldError>) -> Result<Response, Error> {
        let site = self.state.site.clone();
        let token = match cookies::get(&self.jar, cookies::FORM, &site) {
            Some(token) => token,
            None => secret::token()?,
        };
        self.values.retain(|name, _| !name.starts_with("password"));
        let state = FormState { values: std::mem::take(&mut self.values), errors };
        services::forms::save(&self.state.services, &token, form, &state).await?;
        let answer = self.redirect(&with_query(back_to, app::forms::REFUSED_QUERY, "1"));
        Ok((self.jar.add(cookies::build(cookies::FORM, token, FORM_COOKIE_DAYS, &site)), answer).into_response())
    }
}

/// Adds a query pair before a fragment.
#[must_use]
pub fn with_query(path: &str, key: &str, value: &str) -> String {
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let joint = if path.contains('?') { '&' } else { '?' };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{path}{joint}{key}={value}{fragment}")
}
