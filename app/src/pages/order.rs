//! Orders as their buyers see them.

pub mod cases;
pub mod come_back;
pub mod find;
pub(super) mod group;
mod next;
pub(super) mod parts;
mod pay;
mod proof;
mod qris;
mod refunds;
pub mod reviews;
pub mod show;
pub(super) mod steps;

pub(super) use parts::voucher_line;
