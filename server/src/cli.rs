//! The command line.

mod admin;
mod backup;
mod doctor;
mod migrate;
mod seed;
mod serve;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::Config;

/// The marketplace of Malang's sentra.
#[derive(Debug, Parser)]
#[command(name = "sentra", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve pages and API, and run jobs beside them.
    Serve {
        /// Leave the jobs to `sentra work`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Run jobs only.
    Work,
    /// Bring the database up to date and load reference data.
    Migrate,
    /// Fill an empty shop.
    Seed(seed::SeedArguments),
    /// Accounts of people who run the site.
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Build the search index anew.
    Reindex,
    /// Write all data and photos into one archive, from a running server too.
    Backup {
        /// Archive to write.
        file: PathBuf,
    },
    /// Read an archive into an empty database of either engine.
    Restore {
        /// Archive to read.
        file: PathBuf,
    },
    /// Check settings, database, photos and mail, and say what is wrong.
    Doctor,
}

impl Cli {
    /// Runs the command.
    ///
    /// # Errors
    /// Whatever keeps it from being done, in words for the operator.
    pub async fn run(self) -> anyhow::Result<()> {
        crate::logging::start();
        let config = Config::read()?;
        match self.command {
            Command::Serve { no_worker } => serve::serve(config, !no_worker).await,
            Command::Work => serve::work(config).await,
            Command::Migrate => migrate::migrate(&config).await,
            Command::Seed(arguments) => seed::seed(&config, arguments).await,
            Command::Admin(command) => admin::run(&config, command).await,
            Command::Reindex => migrate::reindex(&config).await,
            Command::Backup { file } => backup::backup(&config, &file).await,
            Command::Restore { file } => backup::restore(&config, &file).await,
            Command::Doctor => doctor::doctor(&config).await,
        }
    }
}
