//! Jobs that were given up: what they are, and another round of tries. What they carry may hold one-time links and
//! addresses, so none of it is shown; what a handler said is shown without what names a person or opens a door.

mod redact;

use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use store::{
    audit::NewAuditEvent,
    jobs::{self, DeadJob, Retry},
};
use utoipa::ToSchema;

use self::redact::{key, redacted};
use crate::{Error, Result, Services, accounts::Identity, catalogue::page_size, curation::actor_of, orders::below};

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct JobView {
    /// Its number.
    pub id: String,
    /// What kind of work: `mail`, `payout_sweep` …
    pub kind: String,
    /// Which message, where it sends one: `order_placed` …
    pub template: Option<String>,
    /// The occasion, such as the number of an order; without addresses.
    pub about: Option<String>,
    /// Tries before it was given up.
    pub attempts: i64,
    /// What was said last; addresses, numbers and secrets are replaced by `•••`.
    pub last_error: Option<String>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// The same instant.
    #[serde(skip)]
    pub since: Timestamp,
}

/// How many jobs are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct JobCounts {
    /// Not begun, or to be tried again later.
    pub waiting: i64,
    /// Under way.
    pub running: i64,
    /// Given up.
    pub dead: i64,
}

/// Jobs of one kind that were given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadKind {
    /// What kind of work.
    pub kind: String,
    /// How many.
    pub count: i64,
}

/// A page of jobs that were given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct JobPage {
    /// The newest first.
    pub items: Vec<JobView>,
    /// Pass it as `cursor` to get the next page; null at the end.
    pub next: Option<String>,
    /// Of all jobs.
    pub counts: JobCounts,
}

/// How many jobs wait for another try now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Retried {
    /// None when they were not given up (any more).
    pub retried: i64,
}

/// Which kind of jobs to try again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct WhichKind {
    /// As in the list.
    #[schema(min_length = 1, max_length = 40)]
    pub kind: String,
}

/// Longest name of a kind.
const KIND_LENGTH: usize = 40;

/// Jobs that were given up, of one kind where one is given.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor` or `limit`.
pub async fn dead(
    services: &Services,
    kind: Option<&str>,
    cursor: Option<&str>,
    limit: Option<i64>,
) -> Result<JobPage> {
    let limit = page_size(limit)?;
    let mut rows = jobs::dead(services.store(), kind, below(cursor)?, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    Ok(JobPage { items: rows.into_iter().map(view).collect(), next, counts: counts(services).await? })
}

/// Kinds of which jobs were given up.
///
/// # Errors
/// When the database is not available.
pub async fn kinds(services: &Services) -> Result<Vec<DeadKind>> {
    let kinds = jobs::dead_kinds(services.store()).await?;
    Ok(kinds.into_iter().map(|row| DeadKind { kind: row.kind, count: row.count }).collect())
}

/// How many jobs are where.
///
/// # Errors
/// When the database is not available.
pub async fn counts(services: &Services) -> Result<JobCounts> {
    let counts = jobs::counts(services.store()).await?;
    Ok(JobCounts { waiting: counts.ready - counts.running, running: counts.running, dead: counts.dead })
}

/// Has one job tried again. Asked twice, or after it was done, it changes nothing.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn retry(services: &Services, curator: &Identity, id: &str) -> Result<Retried> {
    let number: i64 = id.parse().ok().filter(|number| *number > 0).ok_or(Error::NotFound)?;
    if !jobs::exists(services.store(), number).await? {
        return Err(Error::NotFound);
    }
    again(services, curator, Retry::One(number), ("job_retried", id)).await
}

/// Has all jobs of a kind tried again.
///
/// # Errors
/// `kind`: `choice-unknown`.
pub async fn retry_kind(services: &Services, curator: &Identity, kind: &str) -> Result<Retried> {
    if kind.is_empty() || kind.len() > KIND_LENGTH {
        return Err(Error::invalid("kind", "choice-unknown"));
    }
    again(services, curator, Retry::Kind(kind), ("jobs_retried", kind)).await
}

async fn again(services: &Services, curator: &Identity, which: Retry<'_>, line: (&str, &str)) -> Result<Retried> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let retried = i64::try_from(jobs::retry(&tx, which, now).await?).unwrap_or(i64::MAX);
    if retried > 0 {
        let count = retried.to_string();
        let event = NewAuditEvent {
            account_id: Some(curator.id),
            actor: actor_of(curator),
            action: line.0,
            object_kind: "job",
            object_id: line.1,
            reason: Some(&count),
        };
        store::audit::record(&tx, &event, now).await?;
    }
    tx.commit().await?;
    Ok(Retried { retried })
}

fn view(row: DeadJob) -> JobView {
    #[derive(Deserialize)]
    struct Message {
        content: Content,
    }
    #[derive(Deserialize)]
    struct Content {
        template: String,
    }
    let since = Timestamp::from_millis(row.created_at);
    JobView {
        id: row.id.to_string(),
        template: serde_json::from_str(&row.payload).ok().map(|message: Message| message.content.template),
        about: row.unique_key.as_deref().and_then(|unique| key(unique, &row.kind)),
        kind: row.kind,
        attempts: row.attempts,
        last_error: row.last_error.as_deref().map(redacted),
        created_at: since.to_rfc3339(),
        since,
    }
}
