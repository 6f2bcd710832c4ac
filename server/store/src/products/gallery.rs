//! Photos of the revision that is being edited.

use domain::time::Timestamp;
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Error, Result, Tx, catalogue::PhotoRow, sql};

/// A photo with both of its descriptions.
#[derive(Debug, Clone)]
pub struct GalleryRow {
    /// Key.
    pub id: i64,
    /// `pho_…`
    pub public_id: String,
    /// Key of the stored picture.
    pub media_id: i64,
    /// What it shows, in English.
    pub alt_en: String,
    /// Place among the photos.
    pub position: i64,
    /// The picture, described in Indonesian.
    pub photo: PhotoRow,
}

/// A photo at its place.
#[derive(Debug)]
pub struct NewPhoto<'a> {
    /// `pho_…`
    pub public_id: String,
    /// Key of the stored picture.
    pub media_id: i64,
    /// What it shows, in Indonesian.
    pub alt_id: &'a str,
    /// What it shows, in English.
    pub alt_en: &'a str,
    /// Place among the photos.
    pub position: i64,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    public_id: String,
    media_id: i64,
    alt_id: String,
    alt_en: String,
    position: i64,
    key: String,
    thumbhash: String,
    width: i64,
    height: i64,
    widths: String,
}

/// Photos of a revision, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn gallery(db: &impl Db, revision_id: i64) -> Result<Vec<GalleryRow>> {
    let rows: Vec<Row> = sql::all(
        db,
        "SELECT f.id, f.public_id, f.media_id, f.alt_id, f.alt_en, f.position, m.key, m.thumbhash, m.width, m.height,
             m.widths
         FROM product_photo f JOIN media m ON m.id = f.media_id
         WHERE f.revision_id = $1 ORDER BY f.position, f.id",
        [revision_id.into()],
    )
    .await?;
    rows.into_iter()
        .map(|row| {
            let widths = serde_json::from_str(&row.widths)
                .map_err(|_| Error::Corrupt(format!("widths of photo {}", row.key)))?;
            Ok(GalleryRow {
                id: row.id,
                public_id: row.public_id,
                media_id: row.media_id,
                alt_en: row.alt_en,
                position: row.position,
                photo: PhotoRow {
                    revision_id,
                    key: row.key,
                    alt: row.alt_id,
                    thumbhash: row.thumbhash,
                    width: row.width,
                    height: row.height,
                    widths,
                },
            })
        })
        .collect()
}

/// Adds a stored picture unless it is known; its key.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_media(
    tx: &Tx,
    key: &str,
    (width, height): (i64, i64),
    thumbhash: &str,
    widths: &[i64],
    now: Timestamp,
) -> Result<i64> {
    let widths = serde_json::to_string(widths).map_err(|error| Error::Corrupt(error.to_string()))?;
    // An update that changes nothing makes the statement answer with the row that was there.
    sql::integer(
        tx,
        "INSERT INTO media (key, width, height, thumbhash, widths, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING id",
        [key.into(), width.into(), height.into(), thumbhash.into(), widths.into(), now.millis().into()],
    )
    .await?
    .ok_or_else(|| Error::Corrupt("media without an id".to_owned()))
}

/// Adds photos to a revision, in one statement.
///
/// # Errors
/// Whatever the database says.
pub async fn insert_photos(tx: &Tx, revision_id: i64, photos: &[NewPhoto<'_>]) -> Result<()> {
    if photos.is_empty() {
        return Ok(());
    }
    let text = format!(
        "INSERT INTO product_photo (public_id, revision_id, media_id, alt_id, alt_en, position) VALUES {}",
        sql::rows(photos.len(), 6)
    );
    let values = photos.iter().flat_map(|photo| -> [Value; 6] {
        [
            photo.public_id.as_str().into(),
            revision_id.into(),
            photo.media_id.into(),
            photo.alt_id.into(),
            photo.alt_en.into(),
            photo.position.into(),
        ]
    });
    sql::execute(tx, &text, values).await?;
    Ok(())
}

/// Sets the descriptions of a photo.
///
/// # Errors
/// Whatever the database says.
pub async fn describe(tx: &Tx, photo_id: i64, alt_id: &str, alt_en: &str) -> Result<()> {
    let text = "UPDATE product_photo SET alt_id = $2, alt_en = $3 WHERE id = $1";
    sql::execute(tx, text, [photo_id.into(), alt_id.into(), alt_en.into()]).await?;
    Ok(())
}

/// Takes a photo out of its revision; the picture stays, other revisions may show it.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(tx: &Tx, photo_id: i64) -> Result<()> {
    sql::execute(tx, "DELETE FROM product_photo WHERE id = $1", [photo_id.into()]).await?;
    Ok(())
}

/// Puts photos into this order: keys from the first to the last.
///
/// # Errors
/// Whatever the database says.
pub async fn arrange(tx: &Tx, photo_ids: &[i64]) -> Result<()> {
    if photo_ids.is_empty() {
        return Ok(());
    }
    let places: Vec<String> = (0..photo_ids.len()).map(|place| format!("WHEN ${} THEN {place}", place + 1)).collect();
    let text = format!(
        "UPDATE product_photo SET position = CASE id {} ELSE position END WHERE id IN ({})",
        places.join(" "),
        sql::placeholders(1, photo_ids.len())
    );
    sql::execute(tx, &text, photo_ids.iter().map(|&id| id.into())).await?;
    Ok(())
}
