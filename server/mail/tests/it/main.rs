//! Mails and text messages as people and mail servers get them.
#![expect(clippy::unwrap_used, reason = "tests")]

mod folder;
mod messages;
mod server;
mod smtp;
mod texting;
