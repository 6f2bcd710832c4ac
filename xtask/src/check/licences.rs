//! Licences and origins of all dependencies, by what `cargo metadata` says.

use anyhow::{Context as _, ensure};

use crate::workspace::Workspace;

/// Licences that bind nobody who runs or changes Sentra. `deny.toml` has the same list.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// # Errors
/// Names every dependency with another licence or from elsewhere than crates.io.
pub fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let metadata = workspace.metadata(true)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists packages")?;
    let mut faults = Vec::new();
    for package in packages {
        let name = format!("{} {}", text(&package["name"]), text(&package["version"]));
        match package["source"].as_str() {
            None | Some(REGISTRY) => {}
            Some(source) => faults.push(format!("{name} comes from {source}")),
        }
        let licence = text(&package["license"]);
        if !is_allowed(licence) {
            faults.push(format!("{name} has the licence \"{licence}\""));
        }
    }
    println!("{} packages", packages.len());
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Reads an SPDX expression; older packages write `/` for OR.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let allowed = any(&mut words);
    allowed && words.next().is_none()
}

type Words<'text> = std::iter::Peekable<std::str::SplitWhitespace<'text>>;

fn any(words: &mut Words<'_>) -> bool {
    let mut allowed = all(words);
    while words.next_if_eq(&"OR").is_some() {
        allowed |= all(words);
    }
    allowed
}

fn all(words: &mut Words<'_>) -> bool {
    let mut allowed = one(words);
    while words.next_if_eq(&"AND").is_some() {
        allowed &= one(words);
    }
    allowed
}

fn one(words: &mut Words<'_>) -> bool {
    let Some(word) = words.next() else { return false };
    if word == "(" {
        let allowed = any(words);
        return words.next_if_eq(&")").is_some() && allowed;
    }
    if words.next_if_eq(&"WITH").is_none() {
        return ALLOWED.contains(&word);
    }
    // An exception only ever gives more.
    let exception = words.next().unwrap_or_default();
    ALLOWED.contains(&word) || ALLOWED.contains(&format!("{word} WITH {exception}").as_str())
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn a_choice_needs_one_and_a_sum_needs_all() {
        for allowed in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR GPL-3.0) AND Unicode-3.0", "ISC AND (MIT)"]
        {
            assert!(is_allowed(allowed), "{allowed}");
        }
        for refused in
            ["", "AGPL-3.0-only", "MIT AND GPL-3.0", "(MIT", "MIT Apache-2.0", "GPL-2.0 WITH Classpath-exception-2.0"]
        {
            assert!(!is_allowed(refused), "{refused}");
        }
    }
}
