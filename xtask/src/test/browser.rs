//! Playwright in Chromium, by node's own test runner.

use std::{
    io::{BufRead as _, BufReader},
    process::Stdio,
};

use anyhow::Context as _;

use super::{Tally, live::Server};
use crate::workspace::{Workspace, files};

/// Runs `end2end/**/*.test.js` one file after the other against the served shop.
///
/// # Errors
/// When node cannot be started.
pub fn run(workspace: &Workspace, server: &Server) -> anyhow::Result<Tally> {
    let folder = workspace.root.join("end2end");
    let tests = files(&folder, &["js"])?;
    let tests = tests.iter().filter(|path| path.to_string_lossy().ends_with(".test.js"));
    let mut node = workspace.command("node");
    node.current_dir(&folder).args(["--test", "--test-concurrency=1", "--test-reporter=tap"]).args(tests);
    server.describe(&mut node);
    let mut child = node.stdout(Stdio::piped()).spawn().context("cannot start node")?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            count(&mut tally, &line);
        }
    }
    tally.of_run("node", child.wait()?.success())
}

/// The sums at the end of a TAP report: `# pass 12`, `# fail 0`, `# cancelled 0`.
fn count(tally: &mut Tally, line: &str) {
    let number = |what: &str| line.strip_prefix(what).and_then(|number| number.trim().parse::<u64>().ok()).unwrap_or(0);
    tally.passed += number("# pass ");
    tally.failed += number("# fail ") + number("# cancelled ");
}
