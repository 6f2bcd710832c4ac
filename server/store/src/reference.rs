//! Loads the reference data that is shipped with the binary. Rows that exist are left as operators have edited them;
//! regions alone are brought up to date, since nobody edits those.

mod goods;
mod regions;
mod shipping;

use migrations::data;
use serde::de::DeserializeOwned;

use crate::{Error, Result, Store, settings, sql};

/// Which regions to load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regions {
    /// All of Indonesia.
    Full,
    /// A few hundred villages, for tests.
    Test,
}

/// Raised whenever this code makes other rows of the same files.
const FORMAT: u32 = 1;
/// Keys of `setting` that remember which files are in the database.
const REGIONS_LOADED: &str = "reference_regions_fingerprint";
const ROWS_LOADED: &str = "reference_rows_fingerprint";

/// Loads what is missing; one statement when nothing is.
///
/// # Errors
/// [`Error::Corrupt`] when a shipped file does not fit the code, otherwise whatever the database says.
pub async fn load(store: &Store, regions: Regions) -> Result<()> {
    let csv = match regions {
        Regions::Full => data::REGIONS_CSV_GZ,
        Regions::Test => data::REGIONS_TEST_CSV_GZ,
    };
    let files = [data::SENTRA_TOML, data::CATEGORIES_TOML, data::SHIPPING_TOML].map(str::as_bytes);
    let (csv_print, files_print) = (fingerprint(&[csv]), fingerprint(&files));
    let loaded = sql::integer(
        store,
        "SELECT COUNT(*) FROM setting WHERE (key = $1 AND value = $2) OR (key = $3 AND value = $4)",
        [REGIONS_LOADED.into(), csv_print.into(), ROWS_LOADED.into(), files_print.into()],
    )
    .await?;
    if loaded == Some(2) {
        return Ok(());
    }
    let tx = store.begin().await?;
    regions::load(&tx, csv).await?;
    goods::load(&tx, data::SENTRA_TOML, data::CATEGORIES_TOML).await?;
    shipping::load(&tx, data::SHIPPING_TOML).await?;
    settings::put(&tx, REGIONS_LOADED, csv_print).await?;
    settings::put(&tx, ROWS_LOADED, files_print).await?;
    tx.commit().await
}

fn fingerprint(files: &[&[u8]]) -> i64 {
    let mut crc = flate2::Crc::new();
    crc.update(&FORMAT.to_le_bytes());
    for file in files {
        crc.update(file);
    }
    i64::from(crc.sum())
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T> {
    toml::from_str(text).map_err(|error| Error::Corrupt(format!("{name}: {error}")))
}
