//! Payouts to shops: put together by night, agreed by a second person, sent in a file to the bank, paid, or come back.

mod batch;
mod list;
mod steps;
mod sweep;

pub use batch::{Batch, batch_file, send};
pub use list::{PayoutPage, PayoutView, all, find, of_shops};
pub use steps::{approve, fail, pay, returned};
pub use sweep::{sweep, sweep_by};
