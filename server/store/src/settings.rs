//! Timers and limits that operators edit as rows. What a process was started with stands above them.

use std::collections::HashMap;

use domain::timer::Timer;
use sea_orm::FromQueryResult;

use crate::{Db, Result, Tx, sql};

/// All settings at one instant.
#[derive(Debug, Clone, Default)]
pub struct Settings(HashMap<String, i64>);

#[derive(FromQueryResult)]
struct SettingRow {
    key: String,
    value: i64,
}

impl Settings {
    /// The value of a key, in the unit that its name ends with; `otherwise` where no row has it, or where it is a timer
    /// and outside of what is allowed.
    #[must_use]
    pub fn get(&self, key: &str, otherwise: i64) -> i64 {
        let is_allowed = |value: &i64| Timer::find(key).is_none_or(|timer| timer.range.contains(value));
        self.0.get(key).copied().filter(is_allowed).unwrap_or(otherwise)
    }

    /// The value of a timer.
    #[must_use]
    pub fn timer(&self, timer: &Timer) -> i64 {
        self.get(timer.key, timer.default)
    }

    /// Timers whose rows are outside of what is allowed, so that their defaults hold.
    #[must_use]
    pub fn refused(&self) -> Vec<&'static Timer> {
        let is_refused = |timer: &&Timer| self.0.get(timer.key).is_some_and(|value| !timer.range.contains(value));
        domain::timer::TIMERS.iter().filter(is_refused).collect()
    }
}

/// All settings of this process over those of the rows, in one statement.
///
/// # Errors
/// Whatever the database says.
pub async fn all(db: &impl Db) -> Result<Settings> {
    let rows: Vec<SettingRow> = sql::all(db, "SELECT key, value FROM setting ORDER BY key LIMIT 1000", []).await?;
    let mut settings: HashMap<_, _> = rows.into_iter().map(|row| (row.key, row.value)).collect();
    settings.extend(db.fixed().into_iter().flatten().map(|(key, value)| (key.clone(), *value)));
    Ok(Settings(settings))
}

/// Sets a value, made when missing.
///
/// # Errors
/// Whatever the database says.
pub async fn put(tx: &Tx, key: &str, value: i64) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [key.into(), value.into()],
    )
    .await?;
    Ok(())
}

/// One value.
///
/// # Errors
/// Whatever the database says.
pub async fn find(db: &impl Db, key: &str) -> Result<Option<i64>> {
    sql::integer(db, "SELECT value FROM setting WHERE key = $1", [key.into()]).await
}
