//! The ledger: what was posted, and by whom. Rows are only ever added; the database refuses everything else.

mod checks;
mod posting;
mod reading;
mod stray;

pub use checks::{Check, FindingRow, RunRow, find, last_reconciliation, record_reconciliation};
pub use posting::{NewTransaction, OrderMoney, is_posted, order_money, post};
pub use reading::{EntryRow, KindRow, balance, entries, first_entry_at, sum_before, totals};
pub use stray::{StrayRow, record as record_stray, stray};
