//! One subject per file: a file that grows too long has more than one.

use std::fs;

use anyhow::ensure;

use crate::workspace::{Workspace, files};

/// Lines above which a file is worth a look, and above which it is refused.
const LONG: usize = 400;
const TOO_LONG: usize = 600;

/// Prints the long files.
///
/// # Errors
/// Names the files that are too long.
pub fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let mut sizes = Vec::new();
    for path in files(&workspace.root, &["rs"])? {
        let lines = fs::read_to_string(&path)?.lines().count();
        sizes.push((lines, path.strip_prefix(&workspace.root)?.display().to_string()));
    }
    sizes.sort_unstable();
    let at = |percent: usize| sizes.get(sizes.len() * percent / 100).map_or(0, |(lines, _)| *lines);
    println!("{} Rust files: median {} lines, 90 % below {}", sizes.len(), at(50), at(90));
    let listed = |least: usize| {
        let long = sizes.iter().rev().take_while(move |(lines, _)| *lines > least);
        long.map(|(lines, path)| format!("{lines:5} {path}")).collect::<Vec<_>>()
    };
    for line in listed(LONG) {
        println!("{line}");
    }
    let too_long = listed(TOO_LONG);
    ensure!(too_long.is_empty(), "more than {TOO_LONG} lines:\n{}", too_long.join("\n"));
    Ok(())
}
