//! Tests of the whole server through its router, on databases of their own.
#![expect(clippy::unwrap_used, reason = "tests")]

mod access_matrix;
mod api;
mod app;
mod bad_forms;
mod feeds;
mod head;
mod nul;
mod page_cache;
mod showcase;
mod sitemap;
mod slugs;
mod structured;
