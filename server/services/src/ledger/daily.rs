//! Jobs of money that run once a day, and how one sees that they did.

use domain::time::{Date, Timestamp, Zone};
use store::Tx;

use crate::{Result, Services};

/// A job that runs once a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DailyJob {
    /// Puts payouts together.
    PayoutSweep,
    /// Looks for money that nobody can explain.
    Reconciliation,
}

/// After so many hours without a run, somebody should look.
pub const LATE_HOURS: i64 = 26;

impl DailyJob {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::PayoutSweep, Self::Reconciliation];

    /// Kind of its jobs in the queue.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::PayoutSweep => "payout_sweep",
            Self::Reconciliation => "reconciliation",
        }
    }

    /// Key of `setting` that remembers when it last ended well.
    const fn heartbeat(self) -> &'static str {
        match self {
            Self::PayoutSweep => "payout_sweep_last_run_at",
            Self::Reconciliation => "reconciliation_last_run_at",
        }
    }
}

/// Puts what has not run today into the queue; the day is part of the key, so each runs once.
pub(crate) async fn enqueue_due(services: &Services) -> Result<()> {
    let now = services.now();
    let today = Date::from_timestamp(now, Zone::Wib);
    let mut due = Vec::new();
    for job in DailyJob::ALL {
        let last = last_run(services, job).await?.map(|at| Date::from_timestamp(at, Zone::Wib));
        if last != Some(today) {
            due.push(job);
        }
    }
    if due.is_empty() {
        return Ok(());
    }
    let tx = services.store().begin().await?;
    for job in due {
        store::jobs::enqueue(&tx, job.kind(), String::new(), Some(format!("{}:{today}", job.kind())), now).await?;
    }
    Ok(tx.commit().await?)
}

/// Remembers that a job ended well.
pub(crate) async fn beat(tx: &Tx, job: DailyJob, now: Timestamp) -> Result<()> {
    Ok(store::settings::put(tx, job.heartbeat(), now.millis()).await?)
}

/// When a job last ended well, in whichever process.
///
/// # Errors
/// When the database is not available.
pub async fn last_run(services: &Services, job: DailyJob) -> Result<Option<Timestamp>> {
    Ok(store::settings::find(services.store(), job.heartbeat()).await?.map(Timestamp::from_millis))
}
