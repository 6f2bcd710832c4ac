//! What can go wrong at the database.

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// Result of a repository.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of the database, sorted by what a caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A unique constraint refused a row; the caller decides what that means.
    #[error("the row exists already: {0}")]
    Duplicate(String),
    /// The database is busy, full, read-only or away; the same call may succeed later.
    #[error("the database is not available: {0}")]
    Unavailable(#[source] DbErr),
    /// A stored value does not fit its type: a fault of ours.
    #[error("stored value does not fit: {0}")]
    Corrupt(String),
    /// Anything else: a fault of ours.
    #[error("database error: {0}")]
    Database(#[source] DbErr),
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(message)) = error.sql_err() {
            return Self::Duplicate(message);
        }
        match error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error),
            DbErr::Exec(RuntimeErr::SqlxError(ref inner)) | DbErr::Query(RuntimeErr::SqlxError(ref inner))
                if is_passing(&inner.to_string()) =>
            {
                Self::Unavailable(error)
            }
            other => Self::Database(other),
        }
    }
}

/// SQLite names these by message and code, PostgreSQL by SQLSTATE classes 53, 57 and 08.
fn is_passing(message: &str) -> bool {
    const SIGNS: [&str; 9] = [
        "database is locked",
        "database or disk is full",
        "attempt to write a readonly database",
        "disk I/O error",
        "unable to open database file",
        "terminating connection",
        "the database system is",
        "error communicating with database",
        "pool timed out",
    ];
    SIGNS.iter().any(|sign| message.contains(sign))
}
