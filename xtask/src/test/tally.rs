//! How many passed and how many failed.

use anyhow::{anyhow, ensure};

/// A count over all kinds of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests and gates that passed.
    pub passed: u64,
    /// Those that did not.
    pub failed: u64,
}

impl Tally {
    /// Counts one gate, and says what was wrong. Returns whether it passed.
    pub fn gate(&mut self, name: &str, result: anyhow::Result<()>) -> bool {
        match result {
            Ok(()) => {
                println!("ok: {name}");
                self.passed += 1;
                true
            }
            Err(error) => {
                println!("FAILED: {name}: {error:#}");
                self.failed += 1;
                false
            }
        }
    }

    /// Adds the count of a whole run. One that could not be counted has failed.
    pub fn add(&mut self, name: &str, counted: anyhow::Result<Self>) {
        match counted {
            Ok(counted) => {
                println!("{name}: {} passed, {} failed", counted.passed, counted.failed);
                self.passed += counted.passed;
                self.failed += counted.failed;
            }
            Err(error) => {
                self.gate(name, Err(error));
            }
        }
    }

    /// Prints the sum as the last line.
    ///
    /// # Errors
    /// When something failed.
    pub fn finish(self) -> anyhow::Result<()> {
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed > 0 {
            std::process::exit(1);
        }
        Ok(())
    }

    /// The count that a run printed. A run that failed without a failed test (it did not compile, it crashed) counts
    /// as one more.
    ///
    /// # Errors
    /// When it says that all went well, but has counted nothing.
    pub fn of_run(mut self, name: &str, succeeded: bool) -> anyhow::Result<Self> {
        ensure!(!succeeded || self != Self::default(), anyhow!("{name} ran no test"));
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        Ok(self)
    }
}
