//! The site: everything that a browser fetches under `/pkg`, and the manifest that names it.

mod bundle;
mod folder;
mod style;

use std::{fs, time::Instant};

use anyhow::Context as _;

use crate::workspace::Workspace;
use folder::Folder;

/// What the build is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Small and compressed.
    Release,
    /// Quick to build.
    Dev,
}

impl Mode {
    /// By the flag of the command line.
    pub fn of(dev: bool) -> Self {
        if dev { Self::Dev } else { Self::Release }
    }
}

/// Builds the site into `target/site`.
///
/// # Errors
/// When something does not compile, or a tool of the set-up is missing.
pub fn build(workspace: &Workspace, mode: Mode) -> anyhow::Result<()> {
    let mut folder = Folder::open(workspace.site(), mode)?;
    for name in ["shop", "desk"] {
        let bundle = bundle::build(workspace, name, mode)?;
        folder.add(&format!("{name}.js"), bundle.js.as_bytes())?;
        folder.add(&format!("{name}.wasm"), &bundle.wasm)?;
    }
    let begun = Instant::now();
    for name in ["loader.js", "suggest.js"] {
        let script = fs::read_to_string(workspace.root.join("frontend/js").join(name)).context(name)?;
        folder.add(name, without_comments(&script).as_bytes())?;
    }
    let style = workspace.root.join("style");
    let font = fs::read(style.join("fonts/sentra-serif.woff2")).context("the serif")?;
    let font = folder.add("sentra-serif.woff2", &font)?;
    folder.add("sentra.css", style::bundle(&style, &font)?.as_bytes())?;
    folder.finish()?;
    println!("site: {} ms for style and compression", begun.elapsed().as_millis());
    Ok(())
}

/// Our scripts keep a comment on a line of its own, so that dropping such lines and the indent is safe.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
