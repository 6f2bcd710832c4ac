//! Real databases and worlds for tests: every test gets its own SQLite file and its own PostgreSQL database, copied
//! from a template that is prepared once per test binary.
#![expect(clippy::expect_used, reason = "a test kit fails by panic, with a message")]

mod postgres;
mod template;
mod world;

pub use world::{World, on_both, on_postgres, on_sqlite};
