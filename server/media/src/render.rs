//! Shrinks, turns and encodes a picture; nothing of the upload's metadata survives.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use fast_image_resize::{PixelType, ResizeOptions, Resizer, images::Image};
use image::{DynamicImage, RgbImage, codecs::jpeg::JpegEncoder, metadata::Orientation};
use ports::PhotoError;

/// Widths in pixels of the renditions.
const WIDTHS: [u32; 3] = [320, 640, 1280];
const WEBP_QUALITY: f32 = 76.0;
const JPEG_QUALITY: u8 = 80;
/// The thumbhash looks at no more than 100 pixels a side.
const THUMB_SIDE: u32 = 100;

/// One stored size of a photo.
pub(crate) struct Rendition {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) webp: Bytes,
    pub(crate) jpeg: Bytes,
}

/// All sizes, ascending, and the thumbhash. A small upload keeps its own width and is never blown up.
pub(crate) fn render(image: DynamicImage, orientation: Orientation) -> Result<(Vec<Rendition>, String), PhotoError> {
    let flat = flatten(image);
    let turned = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let (upright_width, upright_height) =
        if turned { (flat.height(), flat.width()) } else { (flat.width(), flat.height()) };
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|&width| width <= upright_width).collect();
    if widths.is_empty() {
        widths.push(upright_width);
    }
    let mut renditions = Vec::with_capacity(widths.len());
    // From large to small, each from the one before: the large picture is read once.
    let mut source = flat;
    for &width in widths.iter().rev() {
        let height = scaled(upright_height, width, upright_width);
        let (stored_width, stored_height) = if turned { (height, width) } else { (width, height) };
        source = shrink(source, stored_width, stored_height)?;
        renditions.push(encode(&upright(source.clone(), orientation))?);
    }
    renditions.reverse();
    let (width, height) = source.dimensions();
    let longest = width.max(height);
    let side = THUMB_SIDE.min(longest);
    let thumb = shrink(source, scaled(width, side, longest), scaled(height, side, longest))?;
    let thumb = upright(thumb, orientation);
    let rgba = DynamicImage::ImageRgb8(thumb).to_rgba8();
    let hash = thumbhash::rgba_to_thumb_hash(rgba.width() as usize, rgba.height() as usize, rgba.as_raw());
    Ok((renditions, STANDARD.encode(hash)))
}

/// Transparent pictures stand on white.
fn flatten(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let rgba = image.into_rgba8();
    let mut flat = RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(flat.pixels_mut()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        let over_white = |channel: u32| u8::try_from((channel * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        to.0 = [over_white(red), over_white(green), over_white(blue)];
    }
    flat
}

/// A picture in another size.
pub(crate) fn shrink(source: RgbImage, width: u32, height: u32) -> Result<RgbImage, PhotoError> {
    if (source.width(), source.height()) == (width, height) {
        return Ok(source);
    }
    let damaged = |error: &dyn std::fmt::Display| PhotoError::Damaged(error.to_string());
    let (from_width, from_height) = source.dimensions();
    let from = Image::from_vec_u8(from_width, from_height, source.into_raw(), PixelType::U8x3)
        .map_err(|error| damaged(&error))?;
    let mut to = Image::new(width, height, PixelType::U8x3);
    Resizer::new().resize(&from, &mut to, &ResizeOptions::new()).map_err(|error| damaged(&error))?;
    RgbImage::from_raw(width, height, to.into_vec()).ok_or_else(|| damaged(&"resized to another size"))
}

fn upright(image: RgbImage, orientation: Orientation) -> RgbImage {
    let mut image = DynamicImage::ImageRgb8(image);
    image.apply_orientation(orientation);
    image.into_rgb8()
}

fn encode(image: &RgbImage) -> Result<Rendition, PhotoError> {
    let (width, height) = image.dimensions();
    let webp = webp::Encoder::from_rgb(image.as_raw(), width, height).encode(WEBP_QUALITY);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY)
        .encode_image(image)
        .map_err(|error| PhotoError::Damaged(error.to_string()))?;
    Ok(Rendition { width, height, webp: Bytes::copy_from_slice(&webp), jpeg: jpeg.into() })
}

/// `length` in the proportion of `to` to `from`, rounded, at least one pixel.
fn scaled(length: u32, to: u32, from: u32) -> u32 {
    let (length, to, from) = (u64::from(length), u64::from(to), u64::from(from.max(1)));
    u32::try_from((length * to + from / 2) / from).unwrap_or(1).max(1)
}
