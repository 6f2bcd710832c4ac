//! What payment providers tell by themselves. One route a provider: it knows the header of the signature, no more.

use access::AppState;
use axum::{body::Bytes, extract::State, http::StatusCode};
use http::HeaderMap;
use services::{
    Error,
    cards::{self, Told},
};

use super::recorder::Recorder;

/// The routes. They have no session and no form: who tells is known by the signature.
pub(super) fn routes() -> Recorder {
    Recorder::default().post("/webhooks/stripe", stripe)
}

async fn stripe(State(state): State<AppState>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get("stripe-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    match cards::receive(&state.services, signature, &body).await {
        Ok(Told::New | Told::Again) => StatusCode::OK,
        Ok(Told::Refused(error)) => {
            tracing::warn!(%error, "an event of the payment provider is refused");
            StatusCode::BAD_REQUEST
        }
        Err(Error::NotFound) => StatusCode::NOT_FOUND,
        Err(error) => {
            // It will be told again.
            tracing::warn!(%error, "an event of the payment provider cannot be kept now");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
