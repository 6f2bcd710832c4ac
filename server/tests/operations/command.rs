//! Calls the binary as an operator does.

use std::process::{Command, Output};

use testkit::World;

/// The binary under test.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_sentra");

/// What a call printed and how it ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) succeeded: bool,
    pub(crate) output: String,
    pub(crate) errors: String,
}

/// A call in the world's folder, on its database and photos, without the settings of our own shell.
pub(crate) fn command(world: &World, arguments: &[&str]) -> Command {
    testkit::sentra(BINARY, world, arguments)
}

/// Runs a call to its end.
pub(crate) fn sentra(world: &World, arguments: &[&str]) -> Outcome {
    outcome(&command(world, arguments).output().unwrap())
}

/// The same, which has to succeed.
pub(crate) fn succeed(world: &World, arguments: &[&str]) -> String {
    let outcome = sentra(world, arguments);
    assert!(outcome.succeeded, "{arguments:?}: {outcome:?}");
    outcome.output
}

pub(crate) fn outcome(output: &Output) -> Outcome {
    Outcome {
        succeeded: output.status.success(),
        output: String::from_utf8_lossy(&output.stdout).into_owned(),
        errors: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
