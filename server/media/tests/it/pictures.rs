//! Makes pictures to upload.

use std::io::Cursor;

use bytes::Bytes;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// Red on the left half, blue on the right one.
pub fn two_halves(width: u32, height: u32) -> DynamicImage {
    let half = |x| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, _| half(x)))
}

pub fn encoded(image: &DynamicImage, format: ImageFormat) -> Bytes {
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes.into()
}

/// Puts an EXIF block with an orientation and a GPS latitude reference behind the first marker of a JPEG.
pub fn with_exif(jpeg: &[u8], orientation: u8) -> Bytes {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    exif.extend([0, 0, 0, 0]);
    exif.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 8, 0, 0, 0, 56, 0, 0, 0, 0]);
    exif.extend(b"GPSHERE\0");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat().into()
}

/// Writes another size into the frame header of a JPEG.
pub fn claiming(jpeg: &[u8], width: u16, height: u16) -> Bytes {
    let mut jpeg = jpeg.to_vec();
    let frame = jpeg.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg.into()
}
