//! Runs due jobs, one after the other, until told to stop.

use std::{collections::HashMap, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use async_trait::async_trait;
use domain::time::Timestamp;
use futures::FutureExt as _;
use sea_orm::DatabaseConnection;
use tokio_util::sync::CancellationToken;

use crate::storage::{self, Job};

/// A job that takes longer is taken to be lost with its worker.
const LEASE_MILLIS: i64 = 120_000;
/// A job is broken off before its lease ends, so that it never runs twice at a time.
const JOB_LIMIT: Duration = Duration::from_secs(100);
/// How long a job under way may go on after the stop signal, before it is given back.
const STOP_LIMIT: Duration = Duration::from_secs(8);
/// How long to wait when there is nothing to do.
const IDLE: Duration = Duration::from_millis(500);

/// Does one kind of job.
#[async_trait]
pub trait Handler: Send + Sync {
    /// The kind of job that this handler does.
    fn kind(&self) -> &'static str;
    /// Does it. It may be done again after a crash, so it has to bear that.
    async fn run(&self, job: &Job) -> Result<(), JobError>;
}

/// Why a job was not done.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// It may work later.
    #[error("{0}")]
    Retry(String),
    /// It never will.
    #[error("{0}")]
    GiveUp(String),
}

/// Takes due jobs and gives them to their handlers.
pub struct Worker {
    connection: DatabaseConnection,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    handlers: HashMap<&'static str, Arc<dyn Handler>>,
    token: String,
    stop_limit: Duration,
}

impl Worker {
    /// A worker; `token` is a random name of its own.
    pub fn new(
        connection: DatabaseConnection,
        now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
        handlers: Vec<Arc<dyn Handler>>,
        token: String,
    ) -> Self {
        let handlers = handlers.into_iter().map(|handler| (handler.kind(), handler)).collect();
        Self { connection, now, handlers, token, stop_limit: STOP_LIMIT }
    }

    /// Another time that a job under way may go on after the stop signal.
    #[must_use]
    pub fn with_stop_limit(mut self, stop_limit: Duration) -> Self {
        self.stop_limit = stop_limit;
        self
    }

    /// Works until `stop`. A job under way is finished first, or given back for another worker when that takes too long.
    pub async fn run(&self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let busy = match self.work(&stop).await {
                Ok(busy) => busy,
                Err(error) => {
                    tracing::warn!(%error, "the job queue cannot be read");
                    false
                }
            };
            if !busy {
                let _ = tokio::time::timeout(IDLE, stop.cancelled()).await;
            }
        }
    }

    /// Does the next due job; `false` when there is none.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn run_next(&self) -> Result<bool, sea_orm::DbErr> {
        self.work(&CancellationToken::new()).await
    }

    async fn work(&self, stop: &CancellationToken) -> Result<bool, sea_orm::DbErr> {
        let Some(job) = storage::claim(&self.connection, &self.token, LEASE_MILLIS, (self.now)()).await? else {
            return Ok(false);
        };
        let outcome = match self.handlers.get(job.kind.as_str()) {
            Some(handler) => tokio::select! {
                outcome = run_guarded(handler.as_ref(), &job) => outcome,
                () = self.patience(stop) => {
                    tracing::info!(job = job.id, kind = job.kind, "job given back");
                    storage::release(&self.connection, job.id, &self.token).await?;
                    return Ok(false);
                }
            },
            None => Err(JobError::Retry("no handler for this kind".to_owned())),
        };
        let now = (self.now)();
        match outcome {
            Ok(()) => {
                failpoint::pass(failpoint::JOB_EFFECTIVE);
                storage::complete(&self.connection, job.id, &self.token, now).await?;
            }
            Err(error) => {
                tracing::warn!(job = job.id, kind = job.kind, attempt = job.attempts, %error, "job failed");
                let is_final = matches!(error, JobError::GiveUp(_));
                storage::fail(&self.connection, &job, &self.token, &error.to_string(), is_final, now).await?;
            }
        }
        Ok(true)
    }

    /// Ends some time after `stop`.
    async fn patience(&self, stop: &CancellationToken) {
        stop.cancelled().await;
        tokio::time::sleep(self.stop_limit).await;
    }
}

async fn run_guarded(handler: &dyn Handler, job: &Job) -> Result<(), JobError> {
    let guarded = AssertUnwindSafe(handler.run(job)).catch_unwind();
    match tokio::time::timeout(JOB_LIMIT, guarded).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(JobError::Retry("the handler panicked".to_owned())),
        Err(_) => Err(JobError::Retry("the handler took too long".to_owned())),
    }
}
