//! From a build to a served shop.

use std::path::Path;

use anyhow::ensure;

use crate::{
    server,
    site::{self, Mode},
    workspace::{Workspace, run},
};

/// Where the seed keeps the demo accounts; its presence says that there has been a seed.
const DEMO_ACCOUNTS: &str = "data/demo-accounts";

/// Builds, migrates, seeds the first time, prints the demo accounts and serves until it is stopped.
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

/// Brings the database up to date and seeds it once.
///
/// # Errors
/// When the server's command line says so.
pub fn prepare(workspace: &Workspace, sentra: &Path) -> anyhow::Result<()> {
    run("migrate", workspace.command(sentra).arg("migrate"))?;
    let accounts = workspace.root.join(DEMO_ACCOUNTS);
    if accounts.exists() {
        println!("\n{}\n", std::fs::read_to_string(accounts)?.trim_end());
        return Ok(());
    }
    run("seed", workspace.command(sentra).args(["seed", "--demo"]))
}
