//! Callers by what they may do. Anonymous callers are asked to sign in, others refused.

use axum::extract::FromRequestParts;
use domain::role::Role;
use http::request::Parts;
use services::{Error, accounts::Identity};

use crate::{Denied, SignedIn};

/// A curator or an admin.
#[derive(Debug, Clone)]
pub struct Curator(pub Identity);

/// A mentor or an admin.
#[derive(Debug, Clone)]
pub struct Mentor(pub Identity);

/// Somebody who runs the site.
#[derive(Debug, Clone)]
pub struct Admin(pub Identity);

/// Somebody who works for at least one shop.
#[derive(Debug, Clone)]
pub struct Seller {
    /// The account.
    pub identity: Identity,
    /// Its shops, ascending; never empty. Whatever a seller asks for is looked up among these only.
    pub shop_ids: Vec<i64>,
}

impl<S: Sync> FromRequestParts<S> for Curator {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Denied> {
        with_role(parts, state, Role::Curator).await.map(Self)
    }
}

impl<S: Sync> FromRequestParts<S> for Mentor {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Denied> {
        with_role(parts, state, Role::Mentor).await.map(Self)
    }
}

impl<S: Sync> FromRequestParts<S> for Admin {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Denied> {
        with_role(parts, state, Role::Admin).await.map(Self)
    }
}

impl<S: Sync> FromRequestParts<S> for Seller {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Denied> {
        let SignedIn(identity) = SignedIn::from_request_parts(parts, state).await?;
        if identity.shop_ids.is_empty() {
            return Err(Denied(Error::Forbidden));
        }
        Ok(Self { shop_ids: identity.shop_ids.clone(), identity })
    }
}

/// The caller, when it has that role or runs the site.
async fn with_role<S: Sync>(parts: &mut Parts, state: &S, role: Role) -> Result<Identity, Denied> {
    let SignedIn(identity) = SignedIn::from_request_parts(parts, state).await?;
    if identity.has(role) || identity.has(Role::Admin) { Ok(identity) } else { Err(Denied(Error::Forbidden)) }
}
