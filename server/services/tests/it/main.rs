//! Tests of the use cases on real databases, each on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "tests")]

mod accounts;
mod allocation;
mod capacity;
mod cards;
mod cart;
mod cases;
mod catalogue;
mod checkout;
mod cleaning;
mod curation;
mod finding;
mod fulfilment;
mod holds;
mod jobs;
mod keeping;
mod ledger;
mod lots;
mod model;
mod money;
mod numbers;
mod outbox;
mod payments;
mod refunds;
mod reviews;
mod selling;
mod shopping;
mod stock;
mod stray;
mod vouchers;
