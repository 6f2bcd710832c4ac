//! Answers for supervisors.

use access::AppState;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::time::Timestamp;
use services::{
    ledger::{self, DailyJob},
    timers,
};

/// The process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The process can serve: its database answers and its schema is up to date. Whether somebody does the jobs is said too,
/// but pages can be served without.
pub async fn readyz(State(state): State<AppState>) -> Response {
    let store = state.services.store();
    match (store.ping().await, store.pending_migrations().await) {
        (Ok(()), Ok(pending)) if pending.is_empty() => (
            StatusCode::OK,
            format!(
                "ready\ndatabase: ok\njobs: {}\npayouts: {}\nreconciliation: {}\n",
                jobs(&state).await,
                daily(&state, DailyJob::PayoutSweep).await,
                daily(&state, DailyJob::Reconciliation).await
            ),
        )
            .into_response(),
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
    verdict(state, timers::last_run(&state.services).await, timers::LATE_MILLIS)
}

async fn daily(state: &AppState, job: DailyJob) -> String {
    verdict(state, ledger::last_run(&state.services, job).await, ledger::LATE_HOURS * 3_600_000)
}

fn verdict(state: &AppState, seen: services::Result<Option<Timestamp>>, late_millis: i64) -> String {
    match seen {
        Ok(Some(seen)) => {
            let millis = state.services.now().millis() - seen.millis();
            let verdict = if millis > late_millis { "late" } else { "ok" };
            format!("{verdict}, seen {} s ago", millis / 1_000)
        }
        Ok(None) => "never seen".to_owned(),
        Err(_) => "unknown".to_owned(),
    }
}
