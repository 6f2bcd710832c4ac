//! `sentra seed --demo`: two sentra with shops, goods and accounts, all invented.

mod accounts;
mod catalogue;
mod files;

use anyhow::ensure;
use clap::Args;
use store::archive;

use crate::{config::Config, wiring};

/// What to fill an empty shop with.
#[derive(Debug, Args)]
pub(super) struct SeedArguments {
    /// Invented shops, goods and accounts, with photos.
    #[arg(long, required = true)]
    demo: bool,
}

/// Seeds an empty database; a filled one is left alone, and the demo accounts are printed again.
pub(super) async fn seed(config: &Config, arguments: SeedArguments) -> anyhow::Result<()> {
    ensure!(arguments.demo, "say what to seed: --demo");
    let services = wiring::services(config).await?;
    if archive::count(services.store(), "shop").await? == 0 {
        let password = accounts::password(config)?;
        let owners = accounts::create(&services, &password).await?;
        catalogue::create(&services, &owners).await?;
        services::catalogue::reindex(&services).await?;
    }
    accounts::print(config)?;
    services.store().close().await;
    Ok(())
}
