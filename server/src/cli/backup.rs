//! `sentra backup` and `sentra restore`: one archive that both engines read.

use std::{fs::File, io::Read as _, path::Path};

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use services::Services;
use store::archive::{self, TABLES};

use crate::{config::Config, wiring};

/// Archives of another form are refused.
const FORMAT: &str = "sentra-backup-1";

/// Writes one instant of the data, and the photos, into a compressed archive. A running server is not disturbed.
pub(super) async fn backup(config: &Config, file: &Path) -> anyhow::Result<()> {
    let services = wiring::services(config).await?;
    let partial = file.with_extension("partial");
    let output = File::create(&partial).with_context(|| format!("cannot write {}", partial.display()))?;
    let mut builder = tar::Builder::new(GzEncoder::new(output, Compression::default()));
    append(&mut builder, "format", FORMAT.as_bytes())?;
    let snapshot = services.store().snapshot().await?;
    for (table, order) in TABLES {
        let (mut after, mut part) = (0, 0);
        loop {
            let (rows, next) = archive::read_page(&snapshot, table, *order, after).await?;
            if !rows.is_empty() {
                append(&mut builder, &format!("tables/{table}/{part:06}"), rows.join("\n").as_bytes())?;
            }
            part += 1;
            match next {
                Some(next) => after = next,
                None => break,
            }
        }
    }
    drop(snapshot);
    let media = &services.ports().media;
    for key in media.list().await? {
        if let Some(bytes) = media.get(&key).await? {
            append(&mut builder, &format!("media/{key}"), &bytes)?;
        }
    }
    builder.into_inner()?.finish()?.sync_all()?;
    std::fs::rename(&partial, file)?;
    services.store().close().await;
    println!("{} written", file.display());
    Ok(())
}

/// Reads an archive into an empty database, in one transaction.
pub(super) async fn restore(config: &Config, file: &Path) -> anyhow::Result<()> {
    let services = wiring::services(config).await?;
    services.store().migrate().await.context("migration failed")?;
    ensure!(archive::count(services.store(), "account").await? == 0, "the database is not empty; nothing was changed");
    ensure!(archive::count(services.store(), "region").await? == 0, "the database is not empty; nothing was changed");
    read_archive(&services, file).await?;
    let tx = services.store().begin().await?;
    store::regions::index(&tx).await.context("the region index could not be built")?;
    tx.commit().await?;
    let products = services::catalogue::reindex(&services).await?;
    services.store().close().await;
    println!("restored; {products} products indexed");
    Ok(())
}

async fn read_archive(services: &Services, file: &Path) -> anyhow::Result<()> {
    let input = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut reader = tar::Archive::new(GzDecoder::new(input));
    let tx = services.store().begin().await?;
    let mut is_ours = false;
    for entry in reader.entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        if name == "format" {
            ensure!(bytes == FORMAT.as_bytes(), "the archive is of another form");
            is_ours = true;
        }
        ensure!(is_ours, "this is not an archive of ours");
        if let Some(rest) = name.strip_prefix("tables/") {
            let table = rest.split('/').next().unwrap_or_default();
            ensure!(TABLES.iter().any(|(known, _)| *known == table), "unknown table {table}");
            let rows: Vec<String> = String::from_utf8(bytes)?.lines().map(str::to_owned).collect();
            archive::write_rows(&tx, table, &rows).await.with_context(|| format!("table {table}"))?;
        } else if let Some(key) = name.strip_prefix("media/") {
            services.ports().media.put(key, Bytes::from(bytes)).await?;
        }
    }
    archive::continue_ids(&tx).await?;
    tx.commit().await?;
    Ok(())
}

fn append<W: std::io::Write>(builder: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(u64::try_from(bytes.len())?);
    header.set_mode(0o600);
    header.set_cksum();
    builder.append_data(&mut header, name, bytes)?;
    Ok(())
}
