//! The server of Sentra: configuration, wiring, HTTP, command line.

pub mod cli;
pub mod config;
pub mod http;
pub mod jobs;
pub mod logging;
pub mod wiring;
