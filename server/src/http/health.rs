//! Answers for supervisors.

use access::AppState;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use services::timers;

/// The process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The process can serve: its database answers and its schema is up to date. Whether somebody does the jobs is said too,
/// but pages can be served without.
pub async fn readyz(State(state): State<AppState>) -> Response {
    let store = state.services.store();
    match (store.ping().await, store.pending_migrations().await) {
        (Ok(()), Ok(pending)) if pending.is_empty() => {
            (StatusCode::OK, format!("ready\ndatabase: ok\njobs: {}\n", jobs(&state).await)).into_response()
        }
        (Ok(()), Ok(pending)) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("migrations pending: {}\n", pending.join(", "))).into_response()
        }
        (Err(error), _) | (_, Err(error)) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "database not available\n").into_response()
        }
    }
}

async fn jobs(state: &AppState) -> String {
    match timers::last_run(&state.services).await {
        Ok(Some(seen)) => {
            let millis = state.services.now().millis() - seen.millis();
            let verdict = if millis > timers::LATE_MILLIS { "late" } else { "ok" };
            format!("{verdict}, seen {} s ago", millis / 1_000)
        }
        Ok(None) => "never seen".to_owned(),
        Err(_) => "unknown".to_owned(),
    }
}
