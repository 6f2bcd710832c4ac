//! The server's binary.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::{
    check::SERVER_SIDE,
    site::Mode,
    workspace::{Workspace, run},
};

/// The debug build as the Rust tests have built it, with the fake Stripe beside it: by the same selection, so that nothing is
/// built a second time with other features. Its overflow checks and assertions are tests too.
///
/// # Errors
/// When it does not compile.
pub fn build_tested(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.arg("build").args(SERVER_SIDE).args(["--bin", "sentra", "--example", "stripe"]);
    run("server as it was tested", &mut cargo)?;
    Ok(workspace.target.join("debug/sentra"))
}

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
