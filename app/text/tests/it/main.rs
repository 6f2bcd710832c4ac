//! The language files are complete, and complete in both languages.
#![expect(clippy::unwrap_used, reason = "tests")]

mod files;
mod keys;
mod plurals;
mod sources;
mod states;
