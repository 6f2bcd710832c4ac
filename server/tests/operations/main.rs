//! What operators do, by the real binary: seeds, backups, checks, start and stop.
#![expect(clippy::unwrap_used, reason = "tests")]

mod admin;
mod archive;
mod archive_refused;
mod command;
mod doctor;
mod lifecycle;
mod money;
mod seed;
mod server;
mod settings;
