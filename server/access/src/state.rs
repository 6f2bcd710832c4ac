//! The state that every handler shares.

use std::sync::Arc;

use axum::extract::FromRef;
use services::Services;

/// Settings of the site that handlers need.
#[derive(Debug, Clone)]
pub struct Site {
    /// `https://sentra.example`, without a slash at the end.
    pub public_url: String,
    /// Whether cookies carry `Secure` and the `__Host-` prefix: the public URL is https, or loopback.
    pub secure_cookies: bool,
    /// Whether development pages are served.
    pub development: bool,
}

/// What axum hands to every handler; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The use cases.
    pub services: Services,
    /// Settings of the site.
    pub site: Arc<Site>,
}

impl FromRef<AppState> for Services {
    fn from_ref(state: &AppState) -> Self {
        state.services.clone()
    }
}
