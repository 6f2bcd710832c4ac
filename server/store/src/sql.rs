//! Runs one SQL text on either engine. Placeholders are `$1`, `$2`, … on both.

use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use crate::{Db, Error, Result};

/// All rows.
pub(crate) async fn all<T: FromQueryResult>(
    db: &impl Db,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>> {
    let rows = db.connection().query_all_raw(statement(db, sql, values)).await?;
    rows.iter().map(|row| T::from_query_result(row, "").map_err(Error::from)).collect()
}

/// The first row, if there is one.
pub(crate) async fn one<T: FromQueryResult>(
    db: &impl Db,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<T>> {
    let row = db.connection().query_one_raw(statement(db, sql, values)).await?;
    row.map(|row| T::from_query_result(&row, "").map_err(Error::from)).transpose()
}

/// The first column of the first row, for counts, sums and `RETURNING id`.
pub(crate) async fn integer(db: &impl Db, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Option<i64>> {
    let row = db.connection().query_one_raw(statement(db, sql, values)).await?;
    Ok(row.map(|row| row.try_get_by_index::<Option<i64>>(0)).transpose()?.flatten())
}

/// Number of rows that a statement changed.
pub(crate) async fn execute(db: &impl Db, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64> {
    Ok(db.connection().execute_raw(statement(db, sql, values)).await?.rows_affected())
}

/// `$3, $4, $5` for a list of `count` values whose first placeholder is `first`.
pub(crate) fn placeholders(first: usize, count: usize) -> String {
    (first..first + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// `($1, $2), ($3, $4)`: rows of a set-based insert.
pub(crate) fn rows(count: usize, columns: usize) -> String {
    (0..count).map(|row| format!("({})", placeholders(row * columns + 1, columns))).collect::<Vec<_>>().join(", ")
}

fn statement(db: &impl Db, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(db.connection().get_database_backend(), sql, values)
}

/// A statement put together from parts, with the values of its placeholders.
#[derive(Debug, Default)]
pub(crate) struct Fragment {
    pub(crate) text: String,
    pub(crate) values: Vec<Value>,
}

impl Fragment {
    /// Adds text.
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a value and gives its placeholder, for text that is pushed later.
    pub(crate) fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }
}
