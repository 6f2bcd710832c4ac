//! Reads an archive.

use std::{fs::File, io::Read as _, path::Path};

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use flate2::read::GzDecoder;
use services::Services;
use store::{
    Store,
    archive::{self, TABLES},
};

use super::{Contents, FORMAT};

/// Looks through the whole archive: ours, of this version, and all there.
pub(super) async fn verify(file: &Path) -> anyhow::Result<Contents> {
    let (mut found, mut promised, mut is_ours) = (Contents::default(), None, false);
    for_each(file, async |name, bytes| {
        match name {
            "format" => {
                ensure!(bytes == FORMAT.as_bytes(), "the archive is of another form than {FORMAT}");
                is_ours = true;
            }
            "schema" => {
                let theirs = String::from_utf8_lossy(&bytes);
                ensure!(
                    theirs == Store::newest_schema(),
                    "the archive is of schema {theirs}, this version has {}: restore with the version that wrote it, \
                     then run `sentra migrate` of this one",
                    Store::newest_schema()
                );
            }
            "end" => promised = Some(serde_json::from_slice(&bytes).context("its last entry is not readable")?),
            _ => {
                ensure!(is_ours, "this is not a backup of Sentra");
                if name.starts_with("media/") {
                    found.media += 1;
                } else {
                    let (table, rows) = rows(name, bytes)?;
                    *found.rows.entry(table.to_owned()).or_default() += rows.len() as u64;
                }
            }
        }
        Ok(())
    })
    .await?;
    ensure!(is_ours, "this is not a backup of Sentra");
    let promised: Contents = promised.context("the archive is cut short")?;
    for (table, count) in &promised.rows {
        ensure!(found.rows.get(table).copied().unwrap_or(0) == *count, "the archive lacks rows of {table}");
    }
    ensure!(found.media == promised.media, "the archive lacks photos");
    Ok(promised)
}

/// Stores the photos. Their names are made from what they hold, so doing it twice does no harm.
pub(super) async fn media(services: &Services, file: &Path) -> anyhow::Result<()> {
    for_each(file, async |name, bytes| {
        if let Some(key) = name.strip_prefix("media/") {
            services.ports().media.put(key, Bytes::from(bytes)).await?;
        }
        Ok(())
    })
    .await
}

/// Writes the rows in one transaction; the reference data of a migrated database gives way to the archive's.
pub(super) async fn tables(services: &Services, file: &Path) -> anyhow::Result<()> {
    let tx = services.store().begin().await?;
    archive::clear_reference(&tx).await?;
    for_each(file, async |name, bytes| {
        if name.starts_with("tables/") {
            let (table, rows) = rows(name, bytes)?;
            archive::write_rows(&tx, table, &rows).await.with_context(|| format!("table {table}"))?;
        }
        Ok(())
    })
    .await?;
    archive::continue_ids(&tx).await?;
    tx.commit().await?;
    Ok(())
}

/// The table of an entry, and its rows.
fn rows(name: &str, bytes: Vec<u8>) -> anyhow::Result<(&'static str, Vec<String>)> {
    let table = name.strip_prefix("tables/").and_then(|rest| rest.split('/').next()).unwrap_or(name);
    let known = TABLES.iter().map(|(known, _)| *known).find(|known| *known == table);
    let known = known.with_context(|| format!("unknown table {table}"))?;
    Ok((known, String::from_utf8(bytes)?.lines().map(str::to_owned).collect()))
}

/// Calls `with` for every entry, and reads on to the checksum at the end.
async fn for_each(file: &Path, mut with: impl AsyncFnMut(&str, Vec<u8>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    const DAMAGED: &str = "the archive is cut short or damaged";
    let mut reader = tar::Archive::new(GzDecoder::new(File::open(file).context("cannot read it")?));
    for entry in reader.entries()? {
        let mut entry = entry.context(DAMAGED)?;
        let name = entry.path()?.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).context(DAMAGED)?;
        with(&name, bytes).await?;
    }
    std::io::copy(&mut reader.into_inner(), &mut std::io::sink()).context(DAMAGED)?;
    Ok(())
}
