//! Photos: why an upload is refused, and who reads the renditions.

use bytes::Bytes;
use ports::{MediaError, PRIVATE_FOLDER, PhotoError};

use crate::{Error, FieldError, RejectionCode, Result, Services};

/// The bytes of a public rendition by its key (`ab/<key>-640.webp`).
///
/// # Errors
/// Not found, also for what is not a key of ours.
pub async fn read(services: &Services, key: &str) -> Result<Bytes> {
    if key.split('/').next() == Some(PRIVATE_FOLDER) {
        return Err(Error::NotFound);
    }
    load(services, key).await
}

/// The largest rendition of a private photo, as JPEG; `widths` are those that exist, as JSON. Whoever calls this has
/// found out that the reader may see it.
pub(crate) async fn read_private(services: &Services, key: &str, widths: &str) -> Result<Bytes> {
    let widths: Vec<i64> = serde_json::from_str(widths).map_err(Error::internal)?;
    let largest = widths.last().ok_or(Error::NotFound)?;
    load(services, &format!("{PRIVATE_FOLDER}/{key}-{largest}.jpg")).await
}

async fn load(services: &Services, key: &str) -> Result<Bytes> {
    match services.ports().media.get(key).await {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) | Err(MediaError::Key(_)) => Err(Error::NotFound),
        Err(MediaError::Storage(message)) => Err(Error::Unavailable(message)),
    }
}

/// What a refused picture means to whoever uploaded it, at `photo`.
pub(crate) fn refusal(error: PhotoError) -> Error {
    let field = match error {
        PhotoError::NotAnImage => FieldError::new("photo", "photo-not-image"),
        PhotoError::Heic => FieldError::new("photo", "photo-heic"),
        PhotoError::TooLarge { max_bytes } => {
            FieldError::new("photo", "photo-too-large").with("max", max_bytes / (1024 * 1024))
        }
        PhotoError::TooManyPixels { max_megapixels } => {
            FieldError::new("photo", "photo-too-many-pixels").with("max", max_megapixels)
        }
        PhotoError::Damaged(_) => FieldError::new("photo", "photo-damaged"),
        PhotoError::Storage(error) => return Error::Unavailable(error.to_string()),
    };
    Error::rejected(RejectionCode::Invalid, vec![field])
}
