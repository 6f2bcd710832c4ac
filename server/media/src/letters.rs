//! Sets words in the display serif.
#![expect(clippy::float_arithmetic, reason = "letters have widths and edges in parts of a pixel")]

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _, point};
use image::{Rgb, RgbImage};

/// Source Serif 4, weight 600, Latin; the same cut as the one that pages use (`style/fonts`), as TrueType.
static SERIF: &[u8] = include_bytes!("../fonts/sentra-serif-600.ttf");

/// The serif in a size.
pub(crate) struct Letters {
    font: FontRef<'static>,
    scale: PxScale,
}

impl Letters {
    /// A size in pixels, from the highest to the lowest point of a line. `None` if the font were broken.
    pub(crate) fn new(pixels: f32) -> Option<Self> {
        Some(Self { font: FontRef::try_from_slice(SERIF).ok()?, scale: PxScale::from(pixels) })
    }

    /// Words that fit into lines of that width; `None` where they need more lines.
    pub(crate) fn wrap(&self, text: &str, width: f32, most_lines: usize) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if self.width(word) > width {
                return None;
            }
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|line| self.width(line) <= width) {
                Some(line) => {
                    lines.pop();
                    lines.push(line);
                }
                None => lines.push(word.to_owned()),
            }
        }
        (lines.len() <= most_lines).then_some(lines)
    }

    /// The beginning of a text that fits, with an ellipsis where something is missing.
    pub(crate) fn shorten(&self, text: &str, width: f32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept = String::new();
        for character in text.chars() {
            let longer = format!("{kept}{character}…");
            if self.width(&longer) > width {
                break;
            }
            kept.push(character);
        }
        format!("{}…", kept.trim_end())
    }

    fn width(&self, text: &str) -> f32 {
        self.place(text).1
    }

    /// Glyphs with their distance from the left edge, and where the next one would stand.
    fn place(&self, text: &str) -> (Vec<(ab_glyph::GlyphId, f32)>, f32) {
        let font = self.font.as_scaled(self.scale);
        let (mut glyphs, mut x) = (Vec::new(), 0.0);
        for character in text.chars() {
            let glyph = font.glyph_id(character);
            // Glyph 0 is the box of what the font lacks.
            if glyph.0 != 0 {
                glyphs.push((glyph, x));
                x += font.h_advance(glyph);
            }
        }
        (glyphs, x)
    }

    /// Draws a line whose letters stand on `baseline`.
    pub(crate) fn draw(&self, picture: &mut RgbImage, left: f32, baseline: f32, text: &str, ink: [u8; 3]) {
        for (glyph, x) in self.place(text).0 {
            let glyph = glyph.with_scale_and_position(self.scale, point(left + x, baseline));
            let Some(outline) = self.font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            outline.draw(|x, y, covered| {
                let at = |edge: f32, offset: u32| u32::try_from(whole(edge) + i64::from(offset)).ok();
                if let (Some(x), Some(y)) = (at(corner.x, x), at(corner.y, y))
                    && let Some(pixel) = picture.get_pixel_mut_checked(x, y)
                {
                    blend(pixel, ink, covered);
                }
            });
        }
    }
}

fn blend(pixel: &mut Rgb<u8>, ink: [u8; 3], covered: f32) {
    let covered = whole(covered.clamp(0.0, 1.0) * 255.0);
    for (below, above) in pixel.0.iter_mut().zip(ink) {
        let mixed = (i64::from(above) * covered + i64::from(*below) * (255 - covered)) / 255;
        *below = u8::try_from(mixed).unwrap_or(u8::MAX);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "edges of glyphs lie within a picture of 1200 pixels")]
fn whole(number: f32) -> i64 {
    number.round() as i64
}
