//! `cargo test` of everything that is not a bundle.

use std::{
    io::{BufRead as _, BufReader},
    process::Stdio,
};

use anyhow::Context as _;

use super::Tally;
use crate::{check::SERVER_SIDE, workspace::Workspace};

/// Runs the tests of all crates on and counts, also after a failure. `nightly` adds those marked as long.
///
/// # Errors
/// When cargo cannot be started.
pub fn run(workspace: &Workspace, nightly: bool) -> anyhow::Result<Tally> {
    let mut cargo = workspace.cargo();
    cargo.arg("test").args(SERVER_SIDE).arg("--no-fail-fast");
    if nightly {
        cargo.args(["--", "--include-ignored"]);
    }
    let mut child = cargo.stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            count(&mut tally, &line);
        }
    }
    tally.of_run("cargo test", child.wait()?.success())
}

/// `test result: ok. 3 passed; 0 failed; 0 ignored; …`
fn count(tally: &mut Tally, line: &str) {
    let Some(result) = line.strip_prefix("test result: ") else { return };
    let number = |what: &str| {
        let before = result.split(what).next().unwrap_or_default().trim_end();
        before.rsplit([' ', ';']).next().and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    tally.passed += number("passed");
    tally.failed += number("failed");
}

#[cfg(test)]
mod tests {
    use super::{Tally, count};

    #[test]
    fn counts_are_read_off_the_result_lines() {
        let mut tally = Tally::default();
        count(&mut tally, "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out");
        count(&mut tally, "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
        count(&mut tally, "test money::tests::adds ... ok");
        assert_eq!(tally, Tally { passed: 16, failed: 3 });
    }
}
