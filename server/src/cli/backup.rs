//! `sentra backup` and `sentra restore`: one archive that both engines read.
//!
//! A gzipped tar: `format`, `schema`, `tables/<table>/<part>` (a JSON object a line, parents before children),
//! `media/<key>`, and at last `end` with the number of rows of each table, by which a shortened archive is known.

mod read;
mod write;

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context as _, bail, ensure};
use serde::{Deserialize, Serialize};
use store::archive;

use crate::{config::Config, wiring};

/// Archives of another form are refused.
const FORMAT: &str = "sentra-backup-1";

/// What an archive holds, as its last entry says.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Contents {
    rows: BTreeMap<String, u64>,
    media: u64,
}

/// Writes one instant of the data, and the photos, into a compressed archive. A running server is not disturbed.
pub(super) async fn backup(config: &Config, file: &Path) -> anyhow::Result<()> {
    let services = wiring::services(config).await?;
    let pending = services.store().pending_migrations().await?;
    ensure!(pending.is_empty(), "the database lacks {}: run `sentra migrate` first", pending.join(", "));
    // A name of its own until it is whole, and readable by the operator only: it holds addresses and password hashes.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut partial =
        tempfile::NamedTempFile::new_in(folder).with_context(|| format!("cannot write into {}", folder.display()))?;
    let contents = write::write(&services, partial.as_file_mut()).await?;
    partial.as_file().sync_all()?;
    partial.persist(file).with_context(|| format!("cannot write {}", file.display()))?;
    services.store().close().await;
    println!("{}: {} rows, {} files of photos", file.display(), contents.rows.values().sum::<u64>(), contents.media);
    Ok(())
}

/// Reads an archive into a database without data, in one transaction. The whole archive is looked through first, so
/// that a damaged one leaves nothing behind.
pub(super) async fn restore(config: &Config, file: &Path) -> anyhow::Result<()> {
    let contents = read::verify(file).await.with_context(|| format!("{}: nothing was changed", file.display()))?;
    let services = wiring::services(config).await?;
    if let Some(table) = archive::first_filled(services.store()).await? {
        bail!("the database is not empty (table {table} has rows); nothing was changed. Restore into a new database.");
    }
    services.store().migrate().await.context("migration failed")?;
    read::media(&services, file).await?;
    read::tables(&services, file).await?;
    let products = services::catalogue::reindex(&services).await?;
    services.store().analyze().await?;
    services.store().close().await;
    let rows = contents.rows.values().sum::<u64>();
    println!("restored {rows} rows and {} files of photos; {products} products indexed", contents.media);
    Ok(())
}
