//! How much one client of the API may write.

use access::{AppState, Caller, Denied};
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use services::rate_limits::{self, RateLimit};

/// Writes per account, and checkouts per telephone number: far above what people do, far below what a client that has
/// gone wild can do.
const WRITES: RateLimit = RateLimit { action: "api_write", most: 600, window_minutes: 1 };

/// Middleware: counts the writes of whoever is signed in. Who is not is known by what is in the body only.
pub async fn writes(State(state): State<AppState>, caller: Caller, request: Request, next: Next) -> Response {
    if let (false, Some(identity)) = (request.method().is_safe(), caller.identity)
        && let Err(error) = rate_limits::count(&state.services, WRITES, &format!("account {}", identity.id)).await
    {
        return Denied(error).into_response();
    }
    next.run(request).await
}

/// Counts a checkout of somebody who is not signed in.
///
/// # Errors
/// [`services::Error::TooManyRequests`].
pub async fn checkouts(services: &services::Services, phone: &str) -> services::Result<()> {
    rate_limits::count(services, WRITES, &format!("phone {phone}")).await
}
