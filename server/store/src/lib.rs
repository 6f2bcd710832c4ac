//! Everything that knows the database: entities, repositories, the one transaction type, search, locks.
//!
//! A repository function takes `&impl Db` (the read side of a [`Store`], or a [`Tx`]) when it reads and `&Tx` when it
//! writes, and never begins a transaction: that is for the services. Only `guard` changes the counters of `stock`.

pub mod accounts;
pub mod archive;
pub mod audit;
pub mod capacity;
pub mod cart;
pub mod cart_holds;
pub mod catalogue;
pub mod certificates;
pub mod commission;
pub mod complaints;
mod connect;
pub mod curation;
mod database;
mod error;
pub mod form_states;
pub mod goods;
pub mod guard;
pub mod history;
pub mod idempotency;
pub mod jobs;
pub mod ledger;
pub mod lots;
pub mod orders;
pub mod payments;
pub mod payouts;
pub mod products;
pub mod rate_limits;
pub mod reference;
pub mod refunds;
pub mod regions;
pub mod reviews;
pub mod search;
pub mod seeding;
pub mod sessions;
pub mod settings;
pub mod shelves;
pub mod shipping;
mod sql;
pub mod stock;
pub mod tokens;
pub mod vouchers;

pub use connect::{ConnectError, Engine};
pub use database::{Db, Store, Tx};
pub use error::{Error, Result};
