//! Icons, drawn into the page: no request, and a page carries only those that it shows.

mod drawings;

use leptos::prelude::*;

/// An icon beside words. It says nothing to a screen reader; a control that has only an icon carries an `aria-label`.
#[component]
pub fn Icon(
    /// Its Lucide name.
    name: &'static str,
    /// More classes, like `i--s`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let drawing = drawings::drawing(name);
    debug_assert!(drawing.is_some(), "no icon {name}");
    let class = if class.is_empty() { "i".to_owned() } else { format!("i {class}") };
    view! { <svg class=class viewBox="0 0 24 24" aria-hidden="true" inner_html=drawing.unwrap_or_default()></svg> }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::{fs, path::Path};

    use super::drawings::drawing;

    /// What stands before the literal name of an icon.
    const USES: &[&str] = &["<Icon name=\"", "icon=\"", "icon: \""];

    #[test]
    fn every_icon_that_is_asked_for_is_drawn() {
        let mut missing = Vec::new();
        scan(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut missing);
        assert!(missing.is_empty(), "no drawing of {missing:?}");
    }

    fn scan(folder: &Path, missing: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                scan(&path, missing);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for opening in USES {
                for rest in source.split(opening).skip(1) {
                    let name = rest.split('"').next().unwrap_or_default();
                    let is_name = !name.is_empty()
                        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                    if is_name && drawing(name).is_none() {
                        missing.push(format!("{name} in {}", path.display()));
                    }
                }
            }
        }
    }
}
