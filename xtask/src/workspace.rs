//! Where things are, and how cargo is called.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context as _, ensure};

/// The checkout and its target folder.
#[derive(Debug)]
pub struct Workspace {
    /// The checkout.
    pub root: PathBuf,
    /// Where cargo builds: `target`, or whatever `CARGO_TARGET_DIR` says.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    ///
    /// # Errors
    /// When this was not started by `cargo run`.
    pub fn open() -> anyhow::Result<Self> {
        // At run time: one target folder may serve several checkouts, and the binary be of another one.
        let manifest = std::env::var("CARGO_MANIFEST_DIR").context("start this with `cargo xtask` or `make`")?;
        let root = Path::new(&manifest).parent().context("xtask lies in the workspace")?.to_owned();
        let mut workspace = Self { target: root.join("target"), root };
        let metadata = workspace.metadata(false)?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names the target folder")?;
        workspace.target = target.into();
        Ok(workspace)
    }

    /// A cargo call in the checkout, by the cargo that started us.
    pub fn cargo(&self) -> Command {
        self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// A call of another program in the checkout.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// `cargo metadata`, with all dependencies or with our crates only.
    ///
    /// # Errors
    /// When cargo cannot resolve the workspace.
    pub fn metadata(&self, dependencies: bool) -> anyhow::Result<serde_json::Value> {
        let mut cargo = self.cargo();
        cargo.args(["metadata", "--format-version", "1"]);
        if !dependencies {
            cargo.arg("--no-deps");
        }
        let output = cargo.stderr(std::process::Stdio::inherit()).output().context("cannot start cargo")?;
        ensure!(output.status.success(), "cargo metadata failed");
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// The built site, always in the checkout: that is where `sentra serve` looks.
    pub fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }
}

/// Runs a command to its end and says how long it took.
///
/// # Errors
/// When it cannot be started or fails.
pub fn run(label: &str, command: &mut Command) -> anyhow::Result<()> {
    let begun = Instant::now();
    let status = command.status().with_context(|| format!("{label}: cannot start {:?}", command.get_program()))?;
    ensure!(status.success(), "{label} failed");
    println!("{label}: {} s", begun.elapsed().as_secs());
    Ok(())
}

/// All files below a folder whose names end in one of `extensions`, sorted; build output and packages left out.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path, extensions: &[&str]) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !name.starts_with('.') && name != "target" && name != "node_modules" {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|end| extensions.iter().any(|wanted| end == *wanted)) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
