//! The API against its own description, by Schemathesis.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};

use super::live::Server;
use crate::workspace::{Workspace, run as run_command};

/// Fixed, so that a failure comes again.
const SEED: &str = "20261124";
/// Requests of each call, beside those that cover its description value by value.
const EXAMPLES: &str = "20";
/// Who asks: most calls are a seller's, the others those of who runs the site.
const CALLERS: [&str; 2] = ["perajin.dinoyo@contoh.test", "admin@contoh.test"];
/// Whether a token is needed is the access matrix's to test: every request here has one. What fits the description may
/// still name goods that are not there.
const LEFT_OUT: &str = "ignored_auth,positive_data_acceptance";

/// # Errors
/// When an answer is not as described, or a request makes the server fail.
pub fn run(workspace: &Workspace, server: &Server) -> anyhow::Result<()> {
    let program = cache()?.join("python/bin/schemathesis");
    ensure!(program.exists(), "{} is missing: scripts/setup.sh test installs it", program.display());
    for caller in CALLERS {
        let mut command = workspace.command(&program);
        command.current_dir(server.folder()).arg("run").arg(format!("{}/api/v1/openapi.json", server.url()));
        command.args(["--phases", "examples,coverage,fuzzing", "--max-examples", EXAMPLES, "--seed", SEED]);
        command.args([
            "--exclude-checks",
            LEFT_OUT,
            "--generation-database",
            "none",
            "--warnings",
            "off",
            "--no-color",
        ]);
        command.arg("--header").arg(format!("Authorization: Bearer {}", server.token(workspace, caller)?));
        run_command(&format!("schemathesis as {caller}"), &mut command)?;
    }
    Ok(())
}

/// Where the set-up keeps its tools.
pub(super) fn cache() -> anyhow::Result<PathBuf> {
    if let Some(cache) = std::env::var_os("XDG_CACHE_HOME") {
        return Ok(PathBuf::from(cache).join("sentra"));
    }
    let home = std::env::var_os("HOME").context("HOME is not set")?;
    Ok(PathBuf::from(home).join(".cache/sentra"))
}
