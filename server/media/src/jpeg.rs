//! The marker structure of a JPEG, as far as we look at it ourselves.

/// Whether the picture has an end. The decoder paints what is missing grey, so a broken-off upload is found here.
pub(crate) fn has_end(jpeg: &[u8]) -> bool {
    const START_OF_SCAN: u8 = 0xda;
    const END_OF_IMAGE: [u8; 2] = [0xff, 0xd9];
    let mut rest = jpeg.get(2..).unwrap_or_default();
    // Segments are skipped by their length: a preview inside EXIF has an end of its own.
    while let [0xff, marker, after @ ..] = rest {
        match (*marker, after) {
            // A marker may be preceded by any number of fill bytes.
            (0xff, _) => rest = &rest[1..],
            // Inside a scan these two bytes occur only as the marker.
            (START_OF_SCAN, scan) => return scan.windows(2).any(|bytes| bytes == END_OF_IMAGE),
            (_, [high, low, ..]) => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                rest = after.get(length.max(2)..).unwrap_or_default();
            }
            _ => return false,
        }
    }
    false
}
