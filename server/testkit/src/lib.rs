//! Real databases and worlds for tests: every test gets its own SQLite file and its own PostgreSQL database, copied
//! from a template that is prepared once per test binary.
#![expect(clippy::expect_used, reason = "a test kit fails by panic, with a message")]

mod client;
mod demo;
mod invariants;
mod postgres;
mod process;
mod publish;
mod shelf;
mod stripe;
mod template;
mod world;

pub use client::{Client, Reply, checkout};
pub use postgres::server_url as postgres_server_url;
pub use process::{Server, sentra, site};
pub use shelf::{NEAR_VILLAGE, ProductBuilder, TestProduct, TestShop};
pub use stripe::{
    FakeStripe, Fault, RefundMode, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, SessionState, sign as sign_as_stripe,
};
pub use world::{World, on_both, on_postgres, on_sqlite};
