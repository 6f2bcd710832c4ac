//! Callers that came with an API token.

use access::{Caller, Denied};
use axum::extract::FromRequestParts;
use http::request::Parts;
use services::Error;

/// A caller whom `T` lets through and who came with `Authorization: Bearer`. A browser's session opens no seller's or
/// curator's call of the API: a token is never sent by a browser on its own, so no other site can make one act.
#[derive(Debug, Clone)]
pub struct ByToken<T>(pub T);

impl<S: Sync, T: FromRequestParts<S, Rejection = Denied>> FromRequestParts<S> for ByToken<T> {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Denied> {
        let identity = parts.extensions.get::<Caller>().and_then(|caller| caller.identity.as_ref());
        if identity.is_none_or(|identity| identity.session.is_some()) {
            return Err(Denied(Error::Unauthenticated));
        }
        T::from_request_parts(parts, state).await.map(Self)
    }
}
