//! Timers and limits that operators edit as rows.

use std::collections::HashMap;

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
    /// The value of a key, in the unit that its name ends with; `otherwise` where no row has it.
    #[must_use]
    pub fn get(&self, key: &str, otherwise: i64) -> i64 {
        self.0.get(key).copied().unwrap_or(otherwise)
    }
}

/// Reads all settings, in one statement.
///
/// # Errors
/// Whatever the database says.
pub async fn all(db: &impl Db) -> Result<Settings> {
    let rows: Vec<SettingRow> = sql::all(db, "SELECT key, value FROM setting ORDER BY key LIMIT 1000", []).await?;
    Ok(Settings(rows.into_iter().map(|row| (row.key, row.value)).collect()))
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
