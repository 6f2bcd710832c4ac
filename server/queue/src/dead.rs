//! Jobs that were given up and wait for a person.

use domain::time::Timestamp;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Value};

use crate::storage::statement;

/// Most kinds that are counted; a program knows a handful.
const MOST_KINDS: i64 = 100;

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct DeadJob {
    /// Row id.
    pub id: i64,
    /// Which handler could not do it.
    pub kind: String,
    /// JSON for the handler; may hold secrets.
    pub payload: String,
    /// Names the job for good, where it has one.
    pub unique_key: Option<String>,
    /// Tries.
    pub attempts: i64,
    /// What the handler said last.
    pub last_error: Option<String>,
    /// When it was enqueued, in UTC milliseconds.
    pub created_at: i64,
}

/// How many jobs of a kind were given up.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct DeadKind {
    /// Which handler.
    pub kind: String,
    /// How many.
    pub count: i64,
}

/// Which dead jobs are tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry<'a> {
    /// Every one.
    All,
    /// Those of a kind.
    Kind(&'a str),
    /// The one with that row id.
    One(i64),
}

/// Dead jobs with ids below `below`, the newest first, of one kind where one is given.
///
/// # Errors
/// Whatever the database says.
pub async fn dead(
    connection: &impl ConnectionTrait,
    kind: Option<&str>,
    below: i64,
    limit: i64,
) -> Result<Vec<DeadJob>, DbErr> {
    let mut values: Vec<Value> = vec![below.into(), limit.into()];
    let of_kind = kind.map_or("", |kind| {
        values.push(kind.into());
        "AND kind = $3"
    });
    let sql = format!(
        "SELECT id, kind, payload, unique_key, attempts, last_error, created_at FROM job
         WHERE state = 'dead' AND id < $1 {of_kind} ORDER BY id DESC LIMIT $2"
    );
    let rows = connection.query_all_raw(statement(connection, &sql, values)).await?;
    rows.iter().map(|row| DeadJob::from_query_result(row, "")).collect()
}

/// How many of each kind are dead.
///
/// # Errors
/// Whatever the database says.
pub async fn dead_kinds(connection: &impl ConnectionTrait) -> Result<Vec<DeadKind>, DbErr> {
    let sql = "SELECT kind, COUNT(*) AS count FROM job WHERE state = 'dead' GROUP BY kind ORDER BY kind LIMIT $1";
    let rows = connection.query_all_raw(statement(connection, sql, [MOST_KINDS.into()])).await?;
    rows.iter().map(|row| DeadKind::from_query_result(row, "")).collect()
}

/// Whether there is a job with that row id, in whatever state.
///
/// # Errors
/// Whatever the database says.
pub async fn exists(connection: &impl ConnectionTrait, id: i64) -> Result<bool, DbErr> {
    let row = connection.query_one_raw(statement(connection, "SELECT 1 FROM job WHERE id = $1", [id.into()])).await?;
    Ok(row.is_some())
}

/// Gives dead jobs another round of tries; how many. What is not dead stays as it is.
///
/// # Errors
/// Whatever the database says.
pub async fn retry_dead(connection: &impl ConnectionTrait, which: Retry<'_>, now: Timestamp) -> Result<u64, DbErr> {
    let mut values: Vec<Value> = vec![now.millis().into()];
    let bounds = match which {
        Retry::All => "",
        Retry::Kind(kind) => {
            values.push(kind.into());
            "AND kind = $2"
        }
        Retry::One(id) => {
            values.push(id.into());
            "AND id = $2"
        }
    };
    let sql = format!("UPDATE job SET state = 'ready', attempts = 0, run_at = $1 WHERE state = 'dead' {bounds}");
    Ok(connection.execute_raw(statement(connection, &sql, values)).await?.rows_affected())
}
