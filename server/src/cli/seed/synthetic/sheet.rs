//! Rows of one table, gathered until there are enough for a few large statements.

use store::{
    Tx,
    seeding::{self, Value},
};

pub(super) struct Sheet {
    table: &'static str,
    columns: &'static [&'static str],
    values: Vec<Value>,
}

impl Sheet {
    pub(super) fn new(table: &'static str, columns: &'static [&'static str]) -> Self {
        Self { table, columns, values: Vec::new() }
    }

    /// A row, in the order of the columns.
    pub(super) fn add<const WIDTH: usize>(&mut self, row: [Value; WIDTH]) {
        debug_assert_eq!(WIDTH, self.columns.len(), "{}", self.table);
        self.values.extend(row);
    }

    /// Writes what was gathered, and is empty again.
    pub(super) async fn write(&mut self, tx: &Tx) -> anyhow::Result<()> {
        Ok(seeding::insert_rows(tx, self.table, self.columns, std::mem::take(&mut self.values)).await?)
    }
}
