//! From a build to a served shop.

use std::path::Path;

use anyhow::ensure;

use crate::{
    server,
    site::{self, Mode},
    workspace::{Workspace, run},
};

/// Builds, migrates, seeds the first time, prints address and demo accounts, and serves until it is stopped.
///
/// # Errors
/// When one of the steps fails.
pub fn serve(workspace: &Workspace) -> anyhow::Result<()> {
    site::build(workspace, Mode::Release)?;
    let sentra = server::build(workspace, Mode::Release)?;
    prepare(workspace, &sentra)?;
    let status = workspace.command(&sentra).arg("serve").status()?;
    ensure!(status.success(), "sentra serve ended with {status}");
    Ok(())
}

/// Brings the database up to date and seeds it once; every time, the seed prints the address and the demo accounts.
///
/// # Errors
/// When the server's command line says so.
pub fn prepare(workspace: &Workspace, sentra: &Path) -> anyhow::Result<()> {
    run("migrate", workspace.command(sentra).arg("migrate"))?;
    run("seed", workspace.command(sentra).args(["seed", "--demo"]))
}
