//! The gates: what the compiler does not refuse by itself.

mod licences;
mod sizes;
mod text_areas;
mod weights;

use crate::{
    test::Tally,
    workspace::{Workspace, run as run_command},
};

pub use weights::check as weights;

/// What a call for everything but the two bundles selects. The features of one build unify, so the bundles are
/// built by calls of their own.
pub const SERVER_SIDE: &[&str] =
    &["--workspace", "--exclude", "frontend-shop", "--exclude", "frontend-desk", "--features", "app/ssr"];

/// Runs all gates, also after one has failed.
pub fn run(workspace: &Workspace) -> Tally {
    let mut tally = Tally::default();
    tally.gate("format", run_command("format", workspace.cargo().args(["fmt", "--all", "--check"])));
    tally.gate("text areas", text_areas::check(workspace));
    tally.gate("file sizes", sizes::check(workspace));
    tally.gate("licences", licences::check(workspace));
    let mut clippy = workspace.cargo();
    clippy.arg("clippy").args(SERVER_SIDE).args(["--all-targets", "--", "-D", "warnings"]);
    tally.gate("lints of the server side", run_command("clippy", &mut clippy));
    for bundle in ["frontend-shop", "frontend-desk"] {
        let mut clippy = workspace.cargo();
        clippy.args(["clippy", "--target", "wasm32-unknown-unknown", "--profile", "wasm-dev", "--package", bundle]);
        tally.gate(&format!("lints of {bundle}"), run_command("clippy", clippy.args(["--", "-D", "warnings"])));
    }
    tally
}
