//! Pictures that phones send, and some that nobody should.

use std::io::Cursor;

use bytes::Bytes;
use image::{ImageFormat, Rgb, RgbImage};

/// A JPEG of one colour.
pub(crate) fn plain(shade: u8) -> Bytes {
    let picture = RgbImage::from_pixel(64, 80, Rgb([shade, 80, 120]));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    bytes.into()
}

/// The first half of a JPEG.
pub(crate) fn cut_off() -> Bytes {
    let whole = plain(1);
    whole.slice(..whole.len() / 2)
}

/// A PNG of a few bytes whose header says 30,000 by 30,000.
pub(super) fn bomb() -> Bytes {
    let mut header = b"IHDR".to_vec();
    header.extend_from_slice(&30_000_u32.to_be_bytes());
    header.extend_from_slice(&30_000_u32.to_be_bytes());
    header.extend_from_slice(&[8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    bytes.extend_from_slice(&header);
    bytes.extend_from_slice(&checksum(&header).to_be_bytes());
    bytes.into()
}

/// The CRC-32 of a PNG chunk (ISO 3309).
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}
