//! The test run: gates, Rust tests, browser, QRIS payloads, API, in this order, counted together.

mod api;
mod browser;
pub mod live;
mod qris;
mod rust;
mod stripe;
mod tally;

use crate::{
    check, server,
    site::{self, Mode},
    workspace::Workspace,
};

pub use tally::Tally;

/// Runs everything that can be run; what does not build counts as failed.
pub fn run(workspace: &Workspace, nightly: bool) -> Tally {
    let mut tally = check::run(workspace);
    if !tally.gate("site", site::build(workspace, Mode::Release)) {
        return tally;
    }
    tally.gate("weights", check::weights(workspace));
    tally.add("Rust tests", rust::run(workspace, nightly));
    let binary = match server::build_tested(workspace) {
        Ok(binary) => binary,
        Err(error) => {
            tally.gate("server", Err(error));
            return tally;
        }
    };
    match live::Server::start_with_cards(workspace, &binary, &["seed", "--demo"]) {
        Ok(server) => {
            tally.add("browser tests", browser::run(workspace, &server));
            tally.gate("QRIS payloads", qris::run(workspace, &server));
            tally.gate("API against its description", api::run(workspace, &server));
            tally.gate("stop", server.stop());
        }
        Err(error) => {
            tally.gate("served shop", Err(error));
        }
    }
    tally
}
