//! Payouts: put together from ledger entries, moved on, listed.

mod releasable;
mod rows;
mod writing;

pub use releasable::{ShopMoney, releasable_shops, shop_money};
pub use rows::{BatchRow, PayoutFilter, PayoutRow, find, list, of_batch};
pub use writing::{PayoutUpdate, free_entries, put_together, update};
