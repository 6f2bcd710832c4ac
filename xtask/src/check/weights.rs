//! Budgets of what a browser fetches, in bytes of Brotli.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, ensure};

use crate::workspace::Workspace;

/// What together may weigh how much. Pages without islands fetch the loader only.
const BUDGETS: &[(&[&str], u64)] = &[
    (&["loader.js"], 2 * 1024),
    // Fetched when somebody begins to search, on whatever page.
    (&["loader.js", "suggest.js", "shop.js", "shop.wasm"], 85 * 1024),
    (&["desk.js", "desk.wasm"], 140 * 1024),
    (&["sentra-serif.woff2"], 25 * 1024),
];

/// Prints the weights of the built site.
///
/// # Errors
/// When one is above its budget, or the site was not built for release.
pub fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let site = workspace.site();
    let manifest = fs::read(site.join("manifest.json")).context("the site is not built")?;
    let manifest: BTreeMap<String, String> = serde_json::from_slice(&manifest)?;
    for name in manifest.keys() {
        println!("{:8} {name}", weight(&site, &manifest, name)?);
    }
    for (names, budget) in BUDGETS {
        let mut total = 0;
        for name in *names {
            total += weight(&site, &manifest, name)?;
        }
        ensure!(total <= *budget, "{} weigh {total} bytes, {budget} allowed", names.join(" + "));
    }
    Ok(())
}

fn weight(site: &Path, manifest: &BTreeMap<String, String>, name: &str) -> anyhow::Result<u64> {
    let address = manifest.get(name).with_context(|| format!("the site has no {name}"))?;
    let path = site.join(address.trim_start_matches('/'));
    // A font is compressed by its own format.
    let path = if name.ends_with(".woff2") { path } else { format!("{}.br", path.display()).into() };
    Ok(fs::metadata(&path).with_context(|| format!("{} is missing", path.display()))?.len())
}
