//! Wires the job queue: which handlers there are, and the timers beside them.

use std::sync::Arc;

use async_trait::async_trait;
use ports::{Mailer, MailerError, TextError, TextMessenger, mail::MailMessage, texting::TextMessage};
use queue::{Handler, Job, JobError, Worker};
use services::{
    Error, Services,
    cards::{self, CardJob},
    ledger::{self, DailyJob},
    mails::{MAIL_JOB, TEXT_JOB},
    payouts, secret, timers,
};
use tokio_util::sync::CancellationToken;

/// Runs jobs and timers until `stop`.
pub async fn run(
    services: Services,
    mailer: Arc<dyn Mailer>,
    messenger: Arc<dyn TextMessenger>,
    stop: CancellationToken,
) {
    let token = match secret::token() {
        Ok(token) => token,
        Err(error) => {
            tracing::error!(%error, "the worker cannot start");
            return;
        }
    };
    let clock = Arc::clone(&services.ports().clock);
    let worker = Worker::new(
        services.store().queue_connection(),
        Arc::new(move || clock.now()),
        [
            Arc::new(MailHandler { mailer }) as Arc<dyn Handler>,
            Arc::new(TextHandler { messenger }),
            Arc::new(MoneyHandler { services: services.clone(), job: DailyJob::PayoutSweep }),
            Arc::new(MoneyHandler { services: services.clone(), job: DailyJob::Reconciliation }),
        ]
        .into_iter()
        .chain(CardJob::ALL.map(|job| Arc::new(CardHandler { services: services.clone(), job }) as Arc<dyn Handler>))
        .collect(),
        token,
    );
    tokio::join!(worker.run(stop.clone()), run_timers(services, stop));
}

async fn run_timers(services: Services, stop: CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = timers::run_due(&services).await {
            tracing::warn!(%error, "timers could not run");
        }
        let _ = tokio::time::timeout(timers::period(&services).await, stop.cancelled()).await;
    }
}

struct MailHandler {
    mailer: Arc<dyn Mailer>,
}

#[async_trait]
impl Handler for MailHandler {
    fn kind(&self) -> &'static str {
        MAIL_JOB
    }

    async fn run(&self, job: &Job) -> Result<(), JobError> {
        let message: MailMessage =
            serde_json::from_str(&job.payload).map_err(|error| JobError::GiveUp(error.to_string()))?;
        self.mailer.send(&mail::render(&message, key(job))).await.map_err(|error| match error {
            MailerError::Passing(message) => JobError::Retry(message),
            MailerError::Final(message) => JobError::GiveUp(message),
        })
    }
}

struct TextHandler {
    messenger: Arc<dyn TextMessenger>,
}

#[async_trait]
impl Handler for TextHandler {
    fn kind(&self) -> &'static str {
        TEXT_JOB
    }

    async fn run(&self, job: &Job) -> Result<(), JobError> {
        let message: TextMessage =
            serde_json::from_str(&job.payload).map_err(|error| JobError::GiveUp(error.to_string()))?;
        self.messenger.send(&mail::render_text(&message, key(job))).await.map_err(|error| match error {
            TextError::Passing(message) => JobError::Retry(message),
            TextError::Final(message) => JobError::GiveUp(message),
        })
    }
}

/// Names a message for good, however often its job is done.
fn key(job: &Job) -> String {
    job.unique_key.clone().unwrap_or_else(|| format!("job-{}", job.id))
}

struct MoneyHandler {
    services: Services,
    job: DailyJob,
}

#[async_trait]
impl Handler for MoneyHandler {
    fn kind(&self) -> &'static str {
        self.job.kind()
    }

    async fn run(&self, _: &Job) -> Result<(), JobError> {
        let retry = |error: Error| JobError::Retry(error.to_string());
        match self.job {
            DailyJob::PayoutSweep => {
                let made = payouts::sweep(&self.services).await.map_err(retry)?;
                tracing::info!(made, "payouts put together");
            }
            DailyJob::Reconciliation => {
                let report = ledger::reconcile(&self.services).await.map_err(retry)?;
                for finding in report.findings {
                    tracing::warn!(kind = finding.kind.as_str(), subject = finding.subject, "money does not add up");
                }
            }
        }
        Ok(())
    }
}

struct CardHandler {
    services: Services,
    job: CardJob,
}

#[async_trait]
impl Handler for CardHandler {
    fn kind(&self) -> &'static str {
        self.job.kind()
    }

    async fn run(&self, job: &Job) -> Result<(), JobError> {
        cards::run(&self.services, self.job, &job.payload).await.map_err(|error| match error {
            Error::Unavailable(message) => JobError::Retry(message),
            other => JobError::GiveUp(other.to_string()),
        })
    }
}
