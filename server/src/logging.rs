//! Structured logs on standard error: readable on a terminal, JSON elsewhere; `SENTRA_LOG_FORMAT` (`text`, `json`)
//! chooses for both. Only the environment has it: logs begin before `sentra.toml` is read.

use std::io::IsTerminal as _;

use tracing_subscriber::{EnvFilter, fmt};

/// Starts logging; `RUST_LOG` chooses what, by default warnings of libraries and news of ours.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,server=info,services=info"));
    let builder = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let is_text = match std::env::var("SENTRA_LOG_FORMAT").as_deref() {
        Ok("text") => true,
        Ok("json") => false,
        _ => std::io::stderr().is_terminal(),
    };
    // A second start in one process (tests) keeps the first.
    let _ = if is_text { builder.try_init() } else { builder.json().try_init() };
}
