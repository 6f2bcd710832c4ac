//! Photos with the addresses of their renditions.

use serde::Serialize;
use store::catalogue::PhotoRow;
use utoipa::ToSchema;

/// A photo to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Photo {
    /// Names the picture, whatever its size.
    #[serde(skip)]
    pub key: String,
    /// What it shows.
    pub alt: String,
    /// Base64 of the thumbhash.
    pub thumbhash: String,
    /// Pixels of the widest rendition.
    #[serde(skip)]
    pub width: i64,
    /// Pixels of the widest rendition.
    #[serde(skip)]
    pub height: i64,
    /// Renditions, narrow to wide.
    pub sources: Vec<PhotoSource>,
}

/// One rendition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PhotoSource {
    /// In pixels.
    pub width: i64,
    /// Address of the WebP file.
    pub webp: String,
    /// Address of the JPEG file.
    pub jpeg: String,
}

/// A photo as stored, with addresses.
#[must_use]
pub fn photo_of(row: PhotoRow) -> Photo {
    let sources = row
        .widths
        .iter()
        .map(|width| PhotoSource {
            width: *width,
            webp: address(&row.key, *width, "webp"),
            jpeg: address(&row.key, *width, "jpg"),
        })
        .collect();
    Photo { key: row.key, alt: row.alt, thumbhash: row.thumbhash, width: row.width, height: row.height, sources }
}

/// Smallest logo that is sharp in its largest box.
const LOGO_WIDTH: i64 = 224;

/// Address of a shop's logo as stored, its key and its widths in JSON: the narrowest JPEG that is sharp, or the widest.
#[must_use]
pub fn logo_of(key: Option<&str>, widths: Option<&str>) -> Option<String> {
    let widths: Vec<i64> = serde_json::from_str(widths?).ok()?;
    let width = widths.iter().find(|width| **width >= LOGO_WIDTH).or(widths.last())?;
    Some(address(key?, *width, "jpg"))
}

fn address(key: &str, width: i64, ending: &str) -> String {
    let folder = key.get(..2).unwrap_or_default();
    format!("/media/{folder}/{key}-{width}.{ending}")
}
