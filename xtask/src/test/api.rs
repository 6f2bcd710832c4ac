//! The API against its own description, by Schemathesis.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};

use super::live::Server;
use crate::workspace::{Workspace, run as run_command};

/// Fixed, so that a failure comes again.
const SEED: &str = "20261124";
const EXAMPLES: &str = "20";

/// # Errors
/// When an answer is not as described, or a request makes the server fail.
pub fn run(workspace: &Workspace, server: &Server) -> anyhow::Result<()> {
    let program = cache()?.join("python/bin/schemathesis");
    ensure!(program.exists(), "{} is missing: scripts/setup.sh test installs it", program.display());
    let mut command = workspace.command(program);
    command.arg("run").arg(format!("{}/api/v1/openapi.json", server.url()));
    command.args(["--seed", SEED, "--max-examples", EXAMPLES, "--generation-database", "none", "--no-color"]);
    command.args([
        "--checks",
        "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
    ]);
    if let Some(token) = server.admin_token() {
        command.arg("--header").arg(format!("Authorization: Bearer {token}"));
    }
    run_command("schemathesis", &mut command)
}

/// Where the set-up keeps its tools.
fn cache() -> anyhow::Result<PathBuf> {
    if let Some(cache) = std::env::var_os("XDG_CACHE_HOME") {
        return Ok(PathBuf::from(cache).join("sentra"));
    }
    let home = std::env::var_os("HOME").context("HOME is not set")?;
    Ok(PathBuf::from(home).join(".cache/sentra"))
}
