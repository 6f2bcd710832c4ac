//! Answers for supervisors and monitors.

use std::fmt::Write as _;

use access::AppState;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// The process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The process can serve: its database answers and its schema is up to date.
pub async fn readyz(State(state): State<AppState>) -> Response {
    let store = state.services.store();
    match (store.ping().await, store.pending_migrations().await) {
        (Ok(()), Ok(pending)) if pending.is_empty() => (StatusCode::OK, "ready\n").into_response(),
        (Ok(()), Ok(pending)) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("migrations pending: {}\n", pending.join(", "))).into_response()
        }
        (Err(error), _) | (_, Err(error)) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "database not available\n").into_response()
        }
    }
}

/// Figures in the text format of Prometheus.
pub async fn metrics(State(state): State<AppState>) -> Response {
    let mut text = String::new();
    let _ = writeln!(text, "# TYPE sentra_sql_statements_total counter");
    let _ = writeln!(text, "sentra_sql_statements_total {}", state.services.store().statement_count());
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response()
}
