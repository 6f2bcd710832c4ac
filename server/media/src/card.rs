//! The share picture: words on the left, photos on the right.

use bytes::Bytes;
use image::{ImageFormat, Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops};
use ports::{PhotoError, SHARE_HEIGHT, SHARE_WIDTH, ShareCard};

use crate::{letters::Letters, render::shrink};

/// Colours of `style/tokens.css`: paper, ink, muted, cobalt.
const PAPER: [u8; 3] = [0xFB, 0xF8, 0xF2];
const INK: [u8; 3] = [0x22, 0x1E, 0x1A];
const MUTED: [u8; 3] = [0x65, 0x5D, 0x53];
const COBALT: [u8; 3] = [0x1F, 0x4B, 0x8F];
const JPEG_QUALITY: u8 = 84;

const MARGIN: u32 = 64;
/// Where the photos begin.
const SPLIT: u32 = 630;
/// White between photos.
const GAP: u32 = 6;
/// Sizes that a title may have, and how many lines of it; the last one is shortened where it has to be.
const TITLES: [(f32, usize); 5] = [(84.0, 3), (72.0, 4), (62.0, 4), (54.0, 5), (46.0, 6)];
const LINE: f32 = 38.0;
const NAME: f32 = 50.0;

/// Draws it.
pub(crate) fn paint(card: &ShareCard) -> Result<Bytes, PhotoError> {
    let mut picture = RgbImage::from_pixel(SHARE_WIDTH, SHARE_HEIGHT, Rgb(PAPER));
    let photos = card.photos.iter().map(decode).collect::<Result<Vec<_>, _>>()?;
    for (photo, place) in photos.iter().zip(places(photos.len())) {
        let fitted = cover(photo, place.width, place.height)?;
        imageops::replace(&mut picture, &fitted, place.left.into(), place.top.into());
    }
    let width = if photos.is_empty() { SHARE_WIDTH - 2 * MARGIN } else { SPLIT - MARGIN - MARGIN / 2 };
    write(&mut picture, card, width).ok_or_else(|| PhotoError::Damaged("the font of share pictures".to_owned()))?;
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY)
        .encode_image(&picture)
        .map_err(|error| PhotoError::Damaged(error.to_string()))?;
    Ok(jpeg.into())
}

#[expect(clippy::cast_precision_loss, reason = "a width of some hundred pixels")]
#[expect(clippy::float_arithmetic, reason = "letters stand at parts of a pixel")]
fn write(picture: &mut RgbImage, card: &ShareCard, width: u32) -> Option<()> {
    let (left, width) = (MARGIN as f32, width as f32);
    for (x, y) in (MARGIN..MARGIN + 72).flat_map(|x| (MARGIN..MARGIN + 8).map(move |y| (x, y))) {
        picture.put_pixel(x, y, Rgb(COBALT));
    }
    let line = Letters::new(LINE)?;
    line.draw(picture, left, 126.0, &line.shorten(&card.above, width), MUTED);
    let (title, size, lines) = title(&card.title, width)?;
    let mut baseline = 138.0 + size;
    for words in lines {
        title.draw(picture, left, baseline, &words, INK);
        baseline += size;
    }
    line.draw(picture, left, baseline, &line.shorten(&card.below, width), MUTED);
    Letters::new(NAME)?.draw(picture, left, 570.0, "Sentra", COBALT);
    Some(())
}

/// The title in the largest letters that fit.
fn title(text: &str, width: f32) -> Option<(Letters, f32, Vec<String>)> {
    for (size, most_lines) in TITLES {
        let letters = Letters::new(size)?;
        if let Some(lines) = letters.wrap(text, width, most_lines) {
            return Some((letters, size, lines));
        }
    }
    let (size, _) = TITLES[0];
    let letters = Letters::new(size)?;
    let line = letters.shorten(text, width);
    Some((letters, size, vec![line]))
}

struct Place {
    left: u32,
    top: u32,
    width: u32,
    height: u32,
}

/// One photo over the whole height, or a large one above two small ones.
fn places(photos: usize) -> Vec<Place> {
    let width = SHARE_WIDTH - SPLIT;
    if photos < 3 {
        return vec![Place { left: SPLIT, top: 0, width, height: SHARE_HEIGHT }];
    }
    let (tall, half) = (400, (width - GAP) / 2);
    let (below, rest) = (tall + GAP, SHARE_HEIGHT - tall - GAP);
    vec![
        Place { left: SPLIT, top: 0, width, height: tall },
        Place { left: SPLIT, top: below, width: half, height: rest },
        Place { left: SPLIT + half + GAP, top: below, width: width - half - GAP, height: rest },
    ]
}

fn decode(bytes: &Bytes) -> Result<RgbImage, PhotoError> {
    let photo = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg);
    Ok(photo.map_err(|error| PhotoError::Damaged(error.to_string()))?.into_rgb8())
}

/// The middle of a photo, in that size.
fn cover(photo: &RgbImage, width: u32, height: u32) -> Result<RgbImage, PhotoError> {
    let (from_width, from_height) = (u64::from(photo.width().max(1)), u64::from(photo.height().max(1)));
    let (to_width, to_height) = (u64::from(width), u64::from(height));
    let (kept_width, kept_height) = if from_width * to_height > from_height * to_width {
        ((from_height * to_width / to_height).max(1), from_height)
    } else {
        (from_width, (from_width * to_height / to_width).max(1))
    };
    let pixels = |number: u64| u32::try_from(number).unwrap_or(1);
    let (left, top) = (pixels((from_width - kept_width) / 2), pixels((from_height - kept_height) / 2));
    let middle = imageops::crop_imm(photo, left, top, pixels(kept_width), pixels(kept_height)).to_image();
    shrink(middle, width, height)
}
