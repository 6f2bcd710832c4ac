//! Reads an upload, within bounds that are checked before anything is decoded.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, metadata::Orientation};
use ports::PhotoError;

use crate::jpeg;

/// Most bytes of an upload.
pub(crate) const MAX_BYTES: usize = domain::limits::PHOTO_BYTES;
/// Most pixels of an upload.
const MAX_MEGAPIXELS: u32 = 40;
/// Longest side of an upload.
const MAX_SIDE: u32 = 16_000;

/// The picture as stored, and how it has to be turned.
pub(crate) fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), PhotoError> {
    if bytes.len() > MAX_BYTES {
        return Err(PhotoError::TooLarge { max_bytes: MAX_BYTES });
    }
    if is_heic(bytes) {
        return Err(PhotoError::Heic);
    }
    let format = image::guess_format(bytes).map_err(|_| PhotoError::NotAnImage)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PhotoError::NotAnImage);
    }
    if format == ImageFormat::Jpeg && !jpeg::has_end(bytes) {
        return Err(PhotoError::Damaged("the picture has no end".to_owned()));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(256 * 1024 * 1024);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| sort(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > u64::from(MAX_MEGAPIXELS) * 1_000_000 {
        return Err(PhotoError::TooManyPixels { max_megapixels: MAX_MEGAPIXELS });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|error| sort(&error))?;
    Ok((image, orientation))
}

fn sort(error: &image::ImageError) -> PhotoError {
    match error {
        image::ImageError::Limits(_) => PhotoError::TooManyPixels { max_megapixels: MAX_MEGAPIXELS },
        other => PhotoError::Damaged(other.to_string()),
    }
}

/// ISO base media file with a HEIF brand.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 6] = [b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}
