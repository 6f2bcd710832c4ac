//! Writes an archive.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use services::Services;
use store::{
    Store,
    archive::{self, TABLES},
};

use super::{Contents, FORMAT};

/// Everything, into `output`; what it was.
pub(super) async fn write(services: &Services, output: impl Write) -> anyhow::Result<Contents> {
    let mut builder = tar::Builder::new(GzEncoder::new(output, Compression::default()));
    let mut contents = Contents::default();
    append(&mut builder, "format", FORMAT.as_bytes())?;
    append(&mut builder, "schema", Store::newest_schema().as_bytes())?;
    let snapshot = services.store().snapshot().await?;
    for (table, order) in TABLES {
        let (mut after, mut part, mut count) = (0, 0, 0);
        loop {
            let (rows, next) = archive::read_page(&snapshot, table, *order, after).await?;
            if !rows.is_empty() {
                append(&mut builder, &format!("tables/{table}/{part:06}"), rows.join("\n").as_bytes())?;
            }
            count += rows.len() as u64;
            part += 1;
            match next {
                Some(next) => after = next,
                None => break,
            }
        }
        contents.rows.insert((*table).to_owned(), count);
    }
    drop(snapshot);
    // After the rows: a row never comes before its files, so none of them can be missing.
    let media = &services.ports().media;
    let is_kept = |key: &String| !key.starts_with(&format!("{}/", services::share::FOLDER));
    for key in media.list().await?.into_iter().filter(is_kept) {
        if let Some(bytes) = media.get(&key).await? {
            append(&mut builder, &format!("media/{key}"), &bytes)?;
            contents.media += 1;
        }
    }
    append(&mut builder, "end", &serde_json::to_vec(&contents)?)?;
    builder.into_inner()?.finish()?;
    Ok(contents)
}

fn append<W: Write>(builder: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(u64::try_from(bytes.len())?);
    header.set_mode(0o600);
    header.set_cksum();
    builder.append_data(&mut header, name, bytes)?;
    failpoint::pass(failpoint::BACKUP_ENTRY);
    Ok(())
}
