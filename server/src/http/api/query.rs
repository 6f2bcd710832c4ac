//! Values of the address: the query, and the one part of the path that names a thing.

use axum::extract::FromRequestParts;
use domain::limits;
use http::request::Parts;
use serde::{Deserialize, de::DeserializeOwned};
use services::{Error, FieldError};
use url::form_urlencoded;
use utoipa::IntoParams;

use super::refusal::Refusal;
use access::Denied;

/// The query, read into a struct of optional values; others are ignored.
#[derive(Debug)]
pub struct InQuery<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for InQuery<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let pairs = || form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
        if let Some((name, _)) = pairs().find(|(name, value)| name.contains('\0') || value.contains('\0')) {
            return Err(Refusal::query(FieldError::new(name.replace('\0', ""), "nul")));
        }
        let values = serde_urlencoded::Deserializer::new(pairs());
        serde_path_to_error::deserialize(values)
            .map(Self)
            .map_err(|error| Refusal::query(FieldError::new(error.path().to_string(), "value-wrong")))
    }
}

/// The part of the path that names a thing, or several of them. What cannot be a name of ours is not there.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: Names> FromRequestParts<S> for Path<T> {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Denied> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(names)) if !names.has_nul() => Ok(Self(names)),
            _ => Err(Denied(Error::NotFound)),
        }
    }
}

/// Names in a path.
pub trait Names: DeserializeOwned + Send {
    /// Whether one of them cannot be a name of ours.
    fn has_nul(&self) -> bool;
}

impl Names for String {
    fn has_nul(&self) -> bool {
        self.contains('\0')
    }
}

impl Names for (String, String) {
    fn has_nul(&self) -> bool {
        self.0.has_nul() || self.1.has_nul()
    }
}

impl Names for (String, String, String) {
    fn has_nul(&self) -> bool {
        self.0.has_nul() || self.1.has_nul() || self.2.has_nul()
    }
}

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// `next` of the page before.
    pub cursor: Option<String>,
    /// Items of a page; 24 when left out.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

impl Paging {
    /// The number of items wanted.
    ///
    /// # Errors
    /// Outside of the bounds.
    pub fn limit(&self) -> Result<i64, Denied> {
        let limit = self.limit.unwrap_or(limits::DEFAULT_PAGE_SIZE);
        if limits::PAGE_SIZE.contains(&limit) { Ok(limit) } else { Err(Error::invalid("limit", "bad-limit").into()) }
    }

    /// For a list that is always one page, so that no cursor is ours.
    ///
    /// # Errors
    /// Any cursor; a limit outside of the bounds.
    pub fn limit_of_only_page(&self) -> Result<i64, Denied> {
        if self.cursor.is_some() {
            return Err(Error::invalid("cursor", "bad-cursor").into());
        }
        self.limit()
    }
}
