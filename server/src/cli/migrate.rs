//! `sentra migrate` and `sentra reindex`.

use anyhow::Context as _;
use store::reference::{self, Regions};

use crate::{config::Config, wiring};

/// Applies migrations and loads reference data; both do nothing when nothing is missing.
pub(super) async fn migrate(config: &Config) -> anyhow::Result<()> {
    let services = wiring::services(config).await?;
    services.store().migrate().await.context("migration failed")?;
    reference::load(services.store(), Regions::Full).await.context("reference data could not be loaded")?;
    services.store().close().await;
    Ok(())
}

/// Builds the search index anew.
pub(super) async fn reindex(config: &Config) -> anyhow::Result<()> {
    let services = wiring::services(config).await?;
    let count = services::catalogue::reindex(&services).await?;
    println!("{count} products indexed");
    services.store().close().await;
    Ok(())
}
