//! Tests of the use cases on real databases, each on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "tests")]

mod accounts;
mod cart;
mod catalogue;
mod checkout;
mod curation;
mod fulfilment;
mod model;
mod outbox;
mod payments;
mod selling;
mod shopping;
mod stock;
