//! Opens a database by its URL.

use std::{sync::Arc, time::Duration};

use migrations::{Migrator, MigratorTrait as _};
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection};

use crate::{Result, Store};

/// Longest wait for a free connection or for SQLite's writer before a request is answered with 503.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;

/// The two engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file, one writer.
    Sqlite,
    /// A server, many writers.
    Postgres,
}

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Neither `sqlite://` nor `postgres://`.
    #[error("the database URL must begin with sqlite:// or postgres://")]
    UnknownScheme,
    /// The database refused.
    #[error(transparent)]
    Database(#[from] crate::Error),
}

impl Store {
    /// Opens `sqlite://path/to/file.db` (made when missing) or `postgres://user:password@host/name`.
    ///
    /// # Errors
    /// [`ConnectError`] when the scheme is unknown or the database cannot be reached.
    pub async fn connect(url: &str) -> Result<Self, ConnectError> {
        let statements = Arc::<std::sync::atomic::AtomicU64>::default();
        let (mut read, mut write, engine) = if url.starts_with("sqlite:") {
            let write = sqlite(url, 1, Access::Write).await?;
            let read = sqlite(url, SQLITE_READERS, Access::Read).await?;
            (read, write, Engine::Sqlite)
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let pool = postgres(url).await?;
            (pool.clone(), pool, Engine::Postgres)
        } else {
            return Err(ConnectError::UnknownScheme);
        };
        for connection in [&mut read, &mut write] {
            let counter = Arc::clone(&statements);
            connection.set_metric_callback(move |_| {
                counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            });
        }
        Ok(Self { read, write, engine, statements, fixed: Arc::default() })
    }

    /// Brings the schema up to date; does nothing when it is.
    ///
    /// # Errors
    /// Whatever the database says. A migration that fails leaves nothing behind.
    pub async fn migrate(&self) -> Result<()> {
        Ok(Migrator::up(&self.write, None).await?)
    }

    /// Lets the planner count the rows again, after many came at once.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn analyze(&self) -> Result<()> {
        self.write.execute_unprepared("ANALYZE").await?;
        Ok(())
    }

    /// Name of the newest migration that this version knows.
    #[must_use]
    pub fn newest_schema() -> String {
        Migrator::migrations().last().map(|migration| migration.name().to_owned()).unwrap_or_default()
    }

    /// Names of migrations that this database still lacks.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn pending_migrations(&self) -> Result<Vec<String>> {
        let pending = Migrator::get_pending_migrations(&self.write).await?;
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Access {
    Read,
    Write,
}

async fn sqlite(url: &str, connections: u32, access: Access) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).acquire_timeout(ACQUIRE_TIMEOUT).sqlx_logging(false);
    options.idle_timeout(None).max_lifetime(None);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = sqlite
            .create_if_missing(access == Access::Write)
            .foreign_keys(true)
            .busy_timeout(ACQUIRE_TIMEOUT)
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("temp_store", "MEMORY")
            .statement_cache_capacity(200);
        if access == Access::Read { sqlite.pragma("query_only", "1") } else { sqlite }
    });
    Ok(Database::connect(options).await?)
}

async fn postgres(url: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(POSTGRES_CONNECTIONS).acquire_timeout(ACQUIRE_TIMEOUT).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}
