//! The payloads of QRIS orders against an independent reader, the package `qriskit`.

use anyhow::ensure;

use super::{api::cache, live::Server};
use crate::workspace::{Workspace, run as run_command};

/// # Errors
/// When a payload is refused, or asks for something else than its order.
pub fn run(workspace: &Workspace, server: &Server) -> anyhow::Result<()> {
    let python = cache()?.join("python/bin/python");
    ensure!(python.exists(), "{} is missing: scripts/setup.sh test installs it", python.display());
    let mut command = workspace.command(&python);
    command.arg(workspace.root.join("end2end/qris.py")).arg(server.url());
    run_command("qriskit", &mut command)
}
