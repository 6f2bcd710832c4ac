//! Build driver of Sentra: server and WebAssembly by one compiler, style sheet, hashed and compressed site files, the
//! development loop, the gates and the test run.

mod bench;
mod check;
mod dev;
mod run;
mod server;
mod site;
mod test;
mod workspace;

use clap::{Parser, Subcommand};

use crate::{site::Mode, workspace::Workspace};

/// Builds, runs and tests Sentra. Called by the Makefile, which first sees to the tools.
#[derive(Debug, Parser)]
#[command(name = "xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Server and site. Leaves `target/release/sentra` and `target/site/`.
    Build {
        /// Small and fast to run: the default.
        #[arg(long, conflicts_with = "dev")]
        release: bool,
        /// Fast to build: `target/debug/sentra`, and a site that is neither optimised nor compressed.
        #[arg(long)]
        dev: bool,
    },
    /// The site without the server.
    Site {
        /// Fast to build.
        #[arg(long)]
        dev: bool,
    },
    /// Serve, and build anew whenever a file changes.
    Dev,
    /// Build, bring the database up to date, seed the first time, serve.
    Run,
    /// The gates: format, lints, licences, sizes, escaping.
    Check,
    /// Speed and memory of a release build on this machine.
    Bench,
    /// Everything that CI runs.
    Test {
        /// With the long counts.
        #[arg(long)]
        nightly: bool,
    },
}

fn main() -> anyhow::Result<()> {
    let workspace = Workspace::open()?;
    match Cli::parse().command {
        Command::Build { dev, .. } => {
            let mode = Mode::of(dev);
            site::build(&workspace, mode)?;
            server::build(&workspace, mode).map(|_| ())
        }
        Command::Site { dev } => site::build(&workspace, Mode::of(dev)),
        Command::Dev => dev::watch(&workspace),
        Command::Run => run::serve(&workspace),
        Command::Check => check::run(&workspace).finish(),
        Command::Bench => bench::run(&workspace),
        Command::Test { nightly } => test::run(&workspace, nightly).finish(),
    }
}
