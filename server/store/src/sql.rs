//! Runs one SQL text on either engine. Placeholders are `$1`, `$2`, … on both.

use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use crate::{Db, Engine, Error, Result, Tx};

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

/// Rows of one table, in as few statements as is quick; `values` holds them one after the other, `ending` is what
/// follows them (`ON CONFLICT …`), or nothing.
///
/// On SQLite the placeholders are `?`: looking up a numbered one walks the list of all others, so that the time of a
/// statement rises with the square of their number.
pub(crate) async fn insert_rows(
    tx: &Tx,
    table: &str,
    columns: &[&str],
    values: Vec<Value>,
    ending: &str,
) -> Result<()> {
    /// PostgreSQL takes 65,535 parameters a statement, SQLite 32,766; more than this gains nothing.
    const PARAMETERS: usize = 6_000;
    let width = columns.len().max(1);
    let names = columns.join(", ");
    let row = format!("({})", vec!["?"; width].join(", "));
    let mut values = values.into_iter().peekable();
    while values.peek().is_some() {
        let chunk: Vec<Value> = values.by_ref().take(PARAMETERS / width * width).collect();
        let count = chunk.len() / width;
        let places = match tx.engine() {
            Engine::Sqlite => vec![row.as_str(); count].join(", "),
            Engine::Postgres => rows(count, width),
        };
        execute(tx, &format!("INSERT INTO {table} ({names}) VALUES {places} {ending}"), chunk).await?;
    }
    Ok(())
}

/// A text without wildcards of `LIKE … ESCAPE '\'`.
pub(crate) fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
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
