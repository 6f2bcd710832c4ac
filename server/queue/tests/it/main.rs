//! The queue on both engines.
#![expect(clippy::unwrap_used, reason = "tests")]

mod storage;
mod worker;

use domain::time::Timestamp;
use queue::NewJob;

const LEASE_MILLIS: i64 = 60_000;

fn new_job(key: &str, now: Timestamp) -> NewJob {
    NewJob { kind: "greet", payload: format!("\"{key}\""), unique_key: Some(key.to_owned()), run_at: now, priority: 0 }
}
