//! The ledger: money that came in, went back, was corrected; statements and what nobody can explain.

mod adjust;
mod commission;
mod daily;
mod list;
mod posting;
mod reconcile;
mod statement;
mod stray;

pub use adjust::adjust;
pub use commission::{CommissionScope, set_commission};
pub use daily::{DailyJob, LATE_HOURS, last_run};
pub(crate) use daily::{beat, enqueue_due};
pub use list::{EntryPage, EntryView, ShopBalance, balances, entries};
pub(crate) use posting::post_of_payout;
pub use posting::{record_capture, record_refund};
pub(crate) use posting::{record_gateway_fee, record_gateway_fee_of_site};
pub use reconcile::{Finding, FindingKind, Report, last_report, reconcile};
pub use statement::{Month, Statement, StatementLine, statement, statement_csv, statements};
pub use stray::collect_stray;
