//! A WebAssembly bundle: compiled, bound to JavaScript, optimised.

use std::{fs, path::Path, time::Instant};

use anyhow::{Context as _, ensure};
use sha2::{Digest as _, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use super::Mode;
use crate::workspace::{Workspace, run};

/// What rustc 1.96 may emit for wasm32; `wasm-opt` refuses what it has not been told of.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// JavaScript and WebAssembly that belong together.
#[derive(Debug)]
pub struct Bundle {
    /// The module that the loader imports.
    pub js: String,
    /// What it starts.
    pub wasm: Vec<u8>,
}

/// Builds `frontend/<name>`.
///
/// # Errors
/// When it does not compile, or a tool of the set-up is missing.
pub fn build(workspace: &Workspace, name: &str, mode: Mode) -> anyhow::Result<Bundle> {
    let profile = if mode == Mode::Release { "wasm-release" } else { "wasm-dev" };
    let mut cargo = workspace.cargo();
    // A call of its own for each bundle: features of one would unify with those of the other.
    cargo.args(["build", "--target", "wasm32-unknown-unknown", "--package", &format!("frontend-{name}")]);
    run(&format!("{name} bundle"), cargo.args(["--profile", profile]))?;
    let compiled = workspace.target.join(format!("wasm32-unknown-unknown/{profile}/frontend_{name}.wasm"));
    let compiled = fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;

    // Binding and optimising take seconds and depend on the compiled file only.
    let cache = workspace.target.join("xtask").join(name);
    let key = hex::encode(Sha256::digest(&compiled));
    let (js_file, wasm_file) = (cache.join(format!("{key}.js")), cache.join(format!("{key}.wasm")));
    if !wasm_file.exists() {
        let begun = Instant::now();
        if cache.exists() {
            fs::remove_dir_all(&cache)?;
        }
        fs::create_dir_all(&cache)?;
        fs::write(&js_file, bind(name, compiled, &cache)?)?;
        optimise(workspace, mode, &cache, &wasm_file)?;
        println!("{name} bundle: {} s for binding and optimising", begun.elapsed().as_secs());
    }
    Ok(Bundle { js: fs::read_to_string(js_file)?, wasm: fs::read(wasm_file)? })
}

/// Writes `bound.wasm` into the cache and returns the JavaScript for it.
fn bind(name: &str, compiled: Vec<u8>, cache: &Path) -> anyhow::Result<String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, compiled).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.web(true)?.generate_output()?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "the {name} bundle brings JavaScript of a dependency, but the site serves one module per bundle: {:?} {:?}",
        output.snippets(),
        output.local_modules().keys()
    );
    fs::write(cache.join("bound.wasm"), output.wasm_mut().emit_wasm())?;
    Ok(output.js().to_owned())
}

fn optimise(workspace: &Workspace, mode: Mode, cache: &Path, wasm_file: &Path) -> anyhow::Result<()> {
    let bound = cache.join("bound.wasm");
    if mode == Mode::Dev {
        return Ok(fs::rename(bound, wasm_file)?);
    }
    let tool = workspace.root.join("end2end/node_modules/.bin/wasm-opt");
    ensure!(tool.exists(), "{} is missing: scripts/setup.sh installs it", tool.display());
    let mut command = workspace.command(tool);
    command.arg("-Oz").args(FEATURES).arg(&bound).arg("-o").arg(wasm_file);
    let status = command.status().context("cannot start wasm-opt")?;
    ensure!(status.success(), "wasm-opt failed");
    Ok(fs::remove_file(bound)?)
}
