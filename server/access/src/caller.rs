//! The caller of a request: an account by session cookie or bearer token, or nobody.

use std::convert::Infallible;

use axum::{
    extract::{FromRequestParts, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use domain::role::Role;
use http::{header::AUTHORIZATION, request::Parts};
use services::{Error, accounts::Identity};

use crate::{AppState, Denied, cookies};

/// Who asks, loaded once per request by [`load_caller`].
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// The account, when somebody is signed in.
    pub identity: Option<Identity>,
}

impl Caller {
    /// Whether the caller has that role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.identity.as_ref().is_some_and(|identity| identity.roles.contains(&role))
    }
}

/// Middleware: looks up the session cookie or bearer token, when there is one, and leaves a [`Caller`] behind.
/// A wrong bearer token is refused at once; a stale cookie just means nobody.
pub async fn load_caller(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let bearer = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .map(|value| value.strip_prefix("Bearer ").unwrap_or_default().to_owned());
    let cookie = cookies::session(&CookieJar::from_headers(request.headers()), &state.site);
    let identity = match (bearer, cookie) {
        (Some(token), _) => match services::accounts::identify_token(&state.services, &token).await {
            Ok(Some(identity)) => Some(identity),
            Ok(None) => return Denied(Error::Unauthenticated).into_response(),
            Err(error) => return Denied(error).into_response(),
        },
        (None, Some(token)) => match services::accounts::identify_session(&state.services, &token).await {
            Ok(identity) => identity,
            Err(error) => return Denied(error).into_response(),
        },
        (None, None) => None,
    };
    request.extensions_mut().insert(Caller { identity });
    next.run(request).await
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Identity);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Denied> {
        let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
        caller.identity.map(Self).ok_or(Denied(Error::Unauthenticated))
    }
}
