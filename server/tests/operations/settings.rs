//! The table of settings, against the code that reads them.

use std::{collections::BTreeSet, fs, path::Path};

const DOCUMENT: &str = include_str!("../../../docs/operating.md");

/// Names of settings between any two quotes of one kind.
fn names(text: &str, quote: char) -> BTreeSet<String> {
    let quoted = text.split(quote).filter(|part| part.starts_with("SENTRA_") || part.starts_with("STRIPE_"));
    let is_name = |part: &&str| part.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    quoted.filter(is_name).map(str::to_owned).collect()
}

#[test]
fn every_setting_is_documented_and_every_documented_one_exists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/config");
    let mut read = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        read.extend(names(&text, '"').into_iter().filter(|name| name != "SENTRA_" && name != "SENTRA_CONFIG"));
    }
    let rows = DOCUMENT.lines().filter(|line| line.starts_with("| `SENTRA_") || line.starts_with("| `STRIPE_"));
    let documented: BTreeSet<String> = rows.flat_map(|row| names(row, '`').into_iter().next()).collect();
    assert_eq!(documented, read);
}
