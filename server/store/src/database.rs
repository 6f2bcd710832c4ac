//! The handle to the database and the one transaction type.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

use crate::{Engine, Result};

/// Something a repository can read from: the read side of a [`Store`], or a [`Tx`].
pub trait Db: Sync {
    /// The connection or transaction underneath; for repositories only.
    #[doc(hidden)]
    fn connection(&self) -> &impl ConnectionTrait;

    /// Which engine answers.
    fn engine(&self) -> Engine;

    /// Settings of this process, which stand above the rows.
    #[doc(hidden)]
    fn fixed(&self) -> Option<&HashMap<String, i64>> {
        None
    }
}

/// A database: one writer and several readers on SQLite, one pool on PostgreSQL. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) read: DatabaseConnection,
    pub(crate) write: DatabaseConnection,
    pub(crate) engine: Engine,
    pub(crate) statements: Arc<AtomicU64>,
    pub(crate) fixed: Arc<HashMap<String, i64>>,
}

impl Store {
    /// Begins a transaction that may write. On SQLite it takes the write lock at once (`BEGIN IMMEDIATE`): a deferred
    /// upgrade would fail instead of waiting.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] when no connection is free in time.
    pub async fn begin(&self) -> Result<Tx> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let inner = self.write.begin_with_options(options).await?;
        Ok(Tx { inner, engine: self.engine, fixed: Arc::clone(&self.fixed) })
    }

    /// The same database with these settings, whatever its rows say.
    #[must_use]
    pub fn with_settings(mut self, fixed: HashMap<String, i64>) -> Self {
        self.fixed = Arc::new(fixed);
        self
    }

    /// Number of statements sent since start, transactions' own BEGIN and COMMIT excepted.
    #[must_use]
    pub fn statement_count(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// The connection that the job queue claims its jobs through.
    #[must_use]
    pub fn queue_connection(&self) -> DatabaseConnection {
        self.write.clone()
    }

    /// Answers once the database does.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] when it does not.
    pub async fn ping(&self) -> Result<()> {
        self.read.ping().await.map_err(crate::Error::Unavailable)?;
        self.write.ping().await.map_err(crate::Error::Unavailable)
    }

    /// Closes all connections, after which every call fails.
    pub async fn close(&self) {
        let _ = self.read.close_by_ref().await;
        let _ = self.write.close_by_ref().await;
    }
}

impl Db for Store {
    fn connection(&self) -> &impl ConnectionTrait {
        &self.read
    }

    fn engine(&self) -> Engine {
        self.engine
    }

    fn fixed(&self) -> Option<&HashMap<String, i64>> {
        Some(&self.fixed)
    }
}

/// A transaction. Dropped without [`Tx::commit`] it leaves nothing behind.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    engine: Engine,
    fixed: Arc<HashMap<String, i64>>,
}

impl Tx {
    /// Makes everything written so far durable.
    ///
    /// # Errors
    /// Whatever the database says; nothing is written then.
    pub async fn commit(self) -> Result<()> {
        failpoint::pass(failpoint::BEFORE_COMMIT);
        self.inner.commit().await?;
        failpoint::pass(failpoint::AFTER_COMMIT);
        Ok(())
    }
}

impl Db for Tx {
    fn connection(&self) -> &impl ConnectionTrait {
        &self.inner
    }

    fn engine(&self) -> Engine {
        self.engine
    }

    fn fixed(&self) -> Option<&HashMap<String, i64>> {
        Some(&self.fixed)
    }
}
