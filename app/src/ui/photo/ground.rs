//! The colours of a photo while it loads: its thumbhash as a gradient of three, about 100 bytes in the page where a small
//! picture would be 1,500.

use base64::{Engine as _, engine::general_purpose::STANDARD};

const BANDS: usize = 3;

/// The style of a box; `None` for something that is no thumbhash.
pub(super) fn style(thumbhash: &str) -> Option<String> {
    let hash = STANDARD.decode(thumbhash).ok()?;
    let (_, height, rgba) = thumbhash::thumb_hash_to_rgba(&hash).ok()?;
    let row_bytes = rgba.len().checked_div(height)?;
    let colours: Vec<String> = (0..BANDS)
        .map(|band| {
            let rows = height * band / BANDS..(height * (band + 1) / BANDS).max(height * band / BANDS + 1);
            average(rgba.get(rows.start * row_bytes..rows.end * row_bytes).unwrap_or_default())
        })
        .collect();
    Some(format!("background:linear-gradient({})", colours.join(",")))
}

fn average(rgba: &[u8]) -> String {
    let count = (rgba.len() / 4).max(1) as u64;
    let channel = |place: usize| rgba.iter().skip(place).step_by(4).map(|value| u64::from(*value)).sum::<u64>() / count;
    format!("#{:02x}{:02x}{:02x}", channel(0), channel(1), channel(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_colour_stays_one() {
        let red: Vec<u8> = [200, 30, 30, 255].repeat(16 * 20);
        let hash = thumbhash::rgba_to_thumb_hash(16, 20, &red);
        let style = style(&STANDARD.encode(hash)).unwrap_or_default();
        assert!(style.starts_with("background:linear-gradient(#c"), "{style}");
        assert_eq!(style.matches('#').count(), 3);
    }

    #[test]
    fn rubbish_has_no_colour() {
        assert_eq!(style("no base64!"), None);
        assert_eq!(style(""), None);
    }
}
