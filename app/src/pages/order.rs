//! Orders as their buyers see them.

pub mod find;
pub(super) mod group;
mod next;
pub(super) mod parts;
mod pay;
mod proof;
mod qris;
pub mod show;
pub(super) mod steps;
