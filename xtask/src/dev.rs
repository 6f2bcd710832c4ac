//! The development loop: build what a change touches, start the server anew.

use std::{
    path::{Path, PathBuf},
    process::Child,
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use anyhow::Context as _;
use notify::{EventKind, RecursiveMode, Watcher as _};

use crate::{
    run, server,
    site::{self, Mode},
    workspace::Workspace,
};

const WATCHED: &[&str] = &["app", "frontend", "migrations", "server", "style"];
/// An editor writes a file in several steps, and a formatter follows.
const QUIET: Duration = Duration::from_millis(200);

/// Builds, serves and watches until it is stopped.
///
/// # Errors
/// When the first build or the watcher fails. Later faults are printed, and the last good server goes on.
pub fn watch(workspace: &Workspace) -> anyhow::Result<()> {
    site::build(workspace, Mode::Dev)?;
    let sentra = server::build(workspace, Mode::Dev)?;
    run::prepare(workspace, &sentra)?;
    let (send, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if let Ok(event) = event
            && !matches!(event.kind, EventKind::Access(_))
        {
            for path in event.paths {
                // The loop has ended, and with it the need.
                let _ = send.send(path);
            }
        }
    })?;
    for folder in WATCHED {
        watcher.watch(&workspace.root.join(folder), RecursiveMode::Recursive)?;
    }
    let mut child = start(workspace, &sentra)?;
    loop {
        let changed = settled(&changes)?;
        match rebuild(workspace, &changed) {
            Ok(()) => {
                child.kill()?;
                child.wait()?;
                child = start(workspace, &sentra)?;
            }
            Err(error) => println!("{error:#}"),
        }
    }
}

fn start(workspace: &Workspace, sentra: &Path) -> anyhow::Result<Child> {
    workspace.command(sentra).arg("serve").env("SENTRA_DEV", "1").spawn().context("cannot start sentra")
}

/// Waits for a change, and then until there are no more.
fn settled(changes: &Receiver<PathBuf>) -> anyhow::Result<Vec<PathBuf>> {
    let mut changed = vec![changes.recv()?];
    while let Ok(path) = changes.recv_timeout(QUIET) {
        changed.push(path);
    }
    Ok(changed)
}

/// Style and scripts need no server build; everything else may be in both (cargo finds out quickly).
fn rebuild(workspace: &Workspace, changed: &[PathBuf]) -> anyhow::Result<()> {
    let below = |folder: &str| {
        let folder = workspace.root.join(folder);
        move |path: &PathBuf| path.starts_with(&folder)
    };
    if ["style", "frontend", "app"].iter().any(|folder| changed.iter().any(below(folder))) {
        site::build(workspace, Mode::Dev)?;
    }
    if ["app", "server", "migrations"].iter().any(|folder| changed.iter().any(below(folder))) {
        server::build(workspace, Mode::Dev)?;
    }
    Ok(())
}
