//! The table of jobs.

use domain::time::Timestamp;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

/// Tries before a job is given up and waits for a person.
const MAX_ATTEMPTS: i64 = 8;
/// Longest wait between two tries, in minutes.
const MAX_BACKOFF_MINUTES: i64 = 240;

/// A job to be done.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// Which handler does it.
    pub kind: &'static str,
    /// JSON for the handler.
    pub payload: String,
    /// A second job with the same key is dropped.
    pub unique_key: Option<String>,
    /// Not before.
    pub run_at: Timestamp,
    /// Lower goes first.
    pub priority: i64,
}

/// A job that a worker holds.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Job {
    /// Row id.
    pub id: i64,
    /// Which handler does it.
    pub kind: String,
    /// JSON for the handler.
    pub payload: String,
    /// Names the job for good, where it has one.
    pub unique_key: Option<String>,
    /// Tries, this one included.
    pub attempts: i64,
}

/// How many jobs are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct Counts {
    /// Waiting or under way.
    pub ready: i64,
    /// Of those, held by a worker.
    pub running: i64,
    /// Given up.
    pub dead: i64,
}

/// Adds a job within the caller's transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn enqueue(connection: &impl ConnectionTrait, job: NewJob, now: Timestamp) -> Result<(), DbErr> {
    enqueue_all(connection, vec![job], now).await
}

/// Adds several jobs in one statement, within the caller's transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn enqueue_all(connection: &impl ConnectionTrait, jobs: Vec<NewJob>, now: Timestamp) -> Result<(), DbErr> {
    const COLUMNS: usize = 7;
    if jobs.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = (0..jobs.len())
        .map(|row| {
            let places: Vec<String> = (1..=COLUMNS).map(|column| format!("${}", row * COLUMNS + column)).collect();
            format!("({}, 'ready')", places.join(", "))
        })
        .collect();
    let sql = format!(
        "INSERT INTO job (kind, payload, unique_key, priority, run_at, max_attempts, created_at, state)
         VALUES {} ON CONFLICT (unique_key) DO NOTHING",
        rows.join(", ")
    );
    let values: Vec<Value> = jobs
        .into_iter()
        .flat_map(|job| {
            [
                Value::from(job.kind),
                job.payload.into(),
                job.unique_key.into(),
                job.priority.into(),
                job.run_at.millis().into(),
                MAX_ATTEMPTS.into(),
                now.millis().into(),
            ]
        })
        .collect();
    connection.execute_raw(statement(connection, &sql, values)).await?;
    Ok(())
}

/// Takes the next due job for `lease_millis`; `token` names the holder.
///
/// # Errors
/// Whatever the database says.
pub async fn claim(
    connection: &impl ConnectionTrait,
    token: &str,
    lease_millis: i64,
    now: Timestamp,
) -> Result<Option<Job>, DbErr> {
    let lock = match connection.get_database_backend() {
        DbBackend::Postgres => "FOR UPDATE SKIP LOCKED",
        // SQLite has one writer: nobody else looks at the same time.
        _ => "",
    };
    let sql = format!(
        "UPDATE job SET leased_until = $1, lease_token = $2, attempts = attempts + 1
         WHERE id = (SELECT id FROM job
                     WHERE state = 'ready' AND run_at <= $3 AND (leased_until IS NULL OR leased_until <= $3)
                     ORDER BY priority, run_at, id LIMIT 1 {lock})
         RETURNING id, kind, payload, unique_key, attempts"
    );
    let values: [Value; 3] = [now.plus_millis(lease_millis).millis().into(), token.into(), now.millis().into()];
    let row = connection.query_one_raw(statement(connection, &sql, values)).await?;
    row.map(|row| Job::from_query_result(&row, "")).transpose()
}

/// Marks a job done, if the holder still holds it. Its payload goes: it may hold a one-time link.
///
/// # Errors
/// Whatever the database says.
pub async fn complete(connection: &impl ConnectionTrait, id: i64, token: &str, now: Timestamp) -> Result<bool, DbErr> {
    let sql = "UPDATE job SET state = 'done', payload = '', finished_at = $1, leased_until = NULL, lease_token = NULL
               WHERE id = $2 AND lease_token = $3";
    let values: [Value; 3] = [now.millis().into(), id.into(), token.into()];
    Ok(connection.execute_raw(statement(connection, sql, values)).await?.rows_affected() == 1)
}

/// Puts a job back for later (after 2, 4, 8 … minutes), or gives it up after its last try or when it can never work.
///
/// # Errors
/// Whatever the database says.
pub async fn fail(
    connection: &impl ConnectionTrait,
    job: &Job,
    token: &str,
    message: &str,
    is_final: bool,
    now: Timestamp,
) -> Result<bool, DbErr> {
    let exponent = u32::try_from(job.attempts.clamp(1, 20)).unwrap_or(1);
    let minutes = 2_i64.saturating_pow(exponent).min(MAX_BACKOFF_MINUTES);
    let sql = "UPDATE job SET leased_until = NULL, lease_token = NULL, last_error = $1, run_at = $2,
                      state = CASE WHEN $3 OR attempts >= max_attempts THEN 'dead' ELSE 'ready' END
               WHERE id = $4 AND lease_token = $5";
    let message: String = message.chars().take(500).collect();
    let values: [Value; 5] =
        [message.into(), now.plus_minutes(minutes).millis().into(), is_final.into(), job.id.into(), token.into()];
    Ok(connection.execute_raw(statement(connection, sql, values)).await?.rows_affected() == 1)
}

/// Gives a job back unharmed: another worker may take it at once, and the try does not count.
///
/// # Errors
/// Whatever the database says.
pub async fn release(connection: &impl ConnectionTrait, id: i64, token: &str) -> Result<bool, DbErr> {
    let sql = "UPDATE job SET leased_until = NULL, lease_token = NULL, attempts = attempts - 1
               WHERE id = $1 AND lease_token = $2";
    let values: [Value; 2] = [id.into(), token.into()];
    Ok(connection.execute_raw(statement(connection, sql, values)).await?.rows_affected() == 1)
}

/// Removes jobs that were done before that time; how many. Dead ones stay for a person to look at.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_done(connection: &impl ConnectionTrait, before: Timestamp) -> Result<u64, DbErr> {
    let sql = "DELETE FROM job WHERE state = 'done' AND finished_at < $1";
    Ok(connection.execute_raw(statement(connection, sql, [before.millis().into()])).await?.rows_affected())
}

/// How many jobs are where.
///
/// # Errors
/// Whatever the database says.
pub async fn counts(connection: &impl ConnectionTrait) -> Result<Counts, DbErr> {
    let sql = "SELECT COUNT(CASE WHEN state = 'ready' THEN 1 END) AS ready, COUNT(leased_until) AS running,
                      COUNT(CASE WHEN state = 'dead' THEN 1 END) AS dead FROM job WHERE state IN ('ready', 'dead')";
    let row = connection.query_one_raw(statement(connection, sql, [])).await?;
    row.map(|row| Counts::from_query_result(&row, ""))
        .transpose()
        .map(|counts| counts.unwrap_or(Counts { ready: 0, running: 0, dead: 0 }))
}

pub(crate) fn statement(
    connection: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Statement {
    Statement::from_sql_and_values(connection.get_database_backend(), sql, values)
}
