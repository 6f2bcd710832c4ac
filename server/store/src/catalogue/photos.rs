//! Photos of revisions.

use domain::locale::Locale;
use sea_orm::FromQueryResult;

use crate::{Db, Error, Result, sql};

/// A photo with what is needed to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoRow {
    /// Revision that it belongs to.
    pub revision_id: i64,
    /// SHA-256 of the uploaded bytes, hex.
    pub key: String,
    /// What it shows, in the language asked for.
    pub alt: String,
    /// Base64 of the thumbhash.
    pub thumbhash: String,
    /// Pixels of the widest rendition.
    pub width: i64,
    /// Pixels of the widest rendition.
    pub height: i64,
    /// Widths that exist, ascending.
    pub widths: Vec<i64>,
}

#[derive(FromQueryResult)]
struct Row {
    revision_id: i64,
    key: String,
    alt: String,
    thumbhash: String,
    width: i64,
    height: i64,
    widths: String,
}

/// Photos of these revisions, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn photos(db: &impl Db, revision_ids: &[i64], locale: Locale) -> Result<Vec<PhotoRow>> {
    if revision_ids.is_empty() {
        return Ok(Vec::new());
    }
    let alt = match locale {
        Locale::Id => "alt_id",
        Locale::En => "alt_en",
    };
    let text = format!(
        "SELECT f.revision_id, m.key, f.{alt} AS alt, m.thumbhash, m.width, m.height, m.widths
         FROM product_photo f JOIN media m ON m.id = f.media_id
         WHERE f.revision_id IN ({}) ORDER BY f.revision_id, f.position, f.id",
        sql::placeholders(1, revision_ids.len())
    );
    let rows: Vec<Row> = sql::all(db, &text, revision_ids.iter().map(|id| (*id).into())).await?;
    rows.into_iter()
        .map(|row| {
            let widths = serde_json::from_str(&row.widths)
                .map_err(|_| Error::Corrupt(format!("widths of photo {}", row.key)))?;
            Ok(PhotoRow {
                revision_id: row.revision_id,
                key: row.key,
                alt: row.alt,
                thumbhash: row.thumbhash,
                width: row.width,
                height: row.height,
                widths,
            })
        })
        .collect()
}
