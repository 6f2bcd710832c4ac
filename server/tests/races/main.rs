//! People who want the same thing at the same moment, over HTTP, on both databases. On PostgreSQL two servers answer
//! them, on SQLite one.
#![expect(clippy::unwrap_used, reason = "tests")]

mod checkouts;
mod orders;
mod shelves;
mod venue;
mod vouchers;
