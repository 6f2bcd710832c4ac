//! `sentra seed`: the demo (two sentra with shops, goods and accounts) or goods by the thousand, all invented.

mod accounts;
mod catalogue;
mod certificates;
mod files;
mod qris;
mod reviews;
mod synthetic;

use anyhow::ensure;
use clap::Args;
use services::Services;
use store::archive;

use crate::{config::Config, wiring};

/// What to fill a shop with.
#[derive(Debug, Args)]
pub(super) struct SeedArguments {
    /// Invented shops, goods and accounts, with photos, into an empty database.
    #[arg(long)]
    demo: bool,
    /// Many invented shops and goods, beside what there is.
    #[arg(long)]
    synthetic: bool,
    /// How many shops `--synthetic` makes.
    #[arg(long, default_value_t = 100, requires = "synthetic")]
    shops: i64,
    /// How many products `--synthetic` makes.
    #[arg(long, default_value_t = 1_000, requires = "synthetic")]
    products: i64,
}

/// Seeds what was asked for, the demo first: the others then share its photos.
pub(super) async fn seed(config: &Config, arguments: SeedArguments) -> anyhow::Result<()> {
    ensure!(arguments.demo || arguments.synthetic, "say what to seed: --demo or --synthetic");
    let services = wiring::services(config).await?;
    if arguments.demo {
        demo(config, &services).await?;
    }
    if arguments.synthetic {
        synthetic::create(&services, arguments.shops, arguments.products).await?;
    }
    services.store().close().await;
    Ok(())
}

/// Seeds an empty database; a filled one is left alone, and the demo accounts are printed again.
async fn demo(config: &Config, services: &Services) -> anyhow::Result<()> {
    if archive::count(services.store(), "shop").await? == 0 {
        let password = accounts::password(config)?;
        let owners = accounts::create(services, &password).await?;
        catalogue::create(services, &owners).await?;
        services::catalogue::reindex(services).await?;
        let shops = catalogue::owners_of_shops(&owners)?;
        reviews::create(services, &shops, &files::products()?, &catalogue::folder().join("photos")).await?;
    }
    accounts::print(config)
}
