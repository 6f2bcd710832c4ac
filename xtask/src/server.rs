//! The server's binary.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::{
    site::Mode,
    workspace::{Workspace, run},
};

/// Builds it and returns where it is. The release one is also put at `target/release/sentra`, wherever cargo builds.
///
/// # Errors
/// When it does not compile.
pub fn build(workspace: &Workspace, mode: Mode) -> anyhow::Result<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--package", "server"]);
    if mode == Mode::Dev {
        run("server (development)", &mut cargo)?;
        return Ok(workspace.target.join("debug/sentra"));
    }
    run("server", cargo.arg("--release"))?;
    let built = workspace.target.join("release/sentra");
    let promised = workspace.root.join("target/release/sentra");
    if built != promised {
        let folder = workspace.root.join("target/release");
        std::fs::create_dir_all(&folder)?;
        // A running server keeps its old file: a rename does not write into it.
        let fresh = folder.join("sentra.new");
        std::fs::copy(&built, &fresh).with_context(|| format!("cannot copy {}", built.display()))?;
        std::fs::rename(&fresh, &promised)?;
    }
    Ok(promised)
}
