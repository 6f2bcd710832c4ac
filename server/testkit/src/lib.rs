//! Real databases and worlds for tests: every test gets its own SQLite file and its own PostgreSQL database, copied
//! from a template that is prepared once per test binary.
#![expect(clippy::expect_used, reason = "a test kit fails by panic, with a message")]

mod postgres;
mod publish;
mod shelf;
mod template;
mod world;

pub use postgres::server_url as postgres_server_url;
pub use shelf::{NEAR_VILLAGE, ProductBuilder, TestProduct, TestShop};
pub use world::{World, on_both, on_postgres, on_sqlite};
