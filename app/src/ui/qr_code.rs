//! A QR code, drawn in the page: nothing is fetched, and no other site learns what it says.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;

/// Light modules around a code, without which readers do not find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// A code that says `text`; nothing where that is too long for one.
#[component]
pub fn QrCode(
    /// What it says.
    text: String,
    /// What it is, for whoever does not see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    drawing(&text).map(|(side, path)| {
        let view_box = format!("0 0 {side} {side}");
        view! {
            <div class="qr">
                <svg role="img" aria-label=label viewBox=view_box width="300" height="300" shape-rendering="crispEdges">
                    <path fill="#fff" d=format!("M0 0h{side}v{side}H0z")/>
                    <path fill="#000" d=path/>
                </svg>
            </div>
        }
    })
}

/// Modules of a side with the quiet zone, and the dark ones as a path, one stroke a run.
fn drawing(text: &str) -> Option<(usize, String)> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let is_dark = |column: usize| column < code.size && code[row][column].value();
        let mut column = 0;
        while column < code.size {
            let begin = column;
            while is_dark(column) {
                column += 1;
            }
            if column > begin {
                let (x, y, run) = (begin + QUIET, row + QUIET, column - begin);
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            column += 1;
        }
    }
    Some((code.size + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::drawing;

    #[test]
    fn a_code_has_its_quiet_zone_and_grows_with_what_it_says() {
        let sides: Vec<usize> = ["A", &"A".repeat(250)].iter().filter_map(|text| Some(drawing(text)?.0)).collect();
        assert_eq!(sides[0], 21 + 8);
        assert!(sides[1] > sides[0]);
        assert!(drawing("A").is_some_and(|(_, path)| path.starts_with("M4 4h7")), "the finder pattern");
        assert!(drawing(&"A".repeat(9_000)).is_none());
    }
}
