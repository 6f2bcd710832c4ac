//! PostgreSQL for a bench, which waits for the disk as in production.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
};

use anyhow::Context as _;

use crate::workspace::{Workspace, run};

pub struct Postgres {
    url: String,
    child: Child,
}

impl Postgres {
    pub fn start(workspace: &Workspace) -> anyhow::Result<Self> {
        let mut cargo = workspace.cargo();
        run("PostgreSQL starter", cargo.args(["build", "--package", "testkit", "--example", "postgres"]))?;
        let mut child = std::process::Command::new(workspace.target.join("debug/examples/postgres"))
            .env("SENTRA_TEST_POSTGRES_DURABLE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start PostgreSQL")?;
        let output = child.stdout.take().context("no output")?;
        let mut url = String::new();
        BufReader::new(output).read_line(&mut url)?;
        Ok(Self { url: url.trim().to_owned(), child })
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It ends by itself when its input does.
        let _ = self.child.wait();
    }
}
