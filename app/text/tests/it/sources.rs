use std::{
    fs,
    path::{Path, PathBuf},
};

/// Calls whose first argument is the key of a text.
const CALLS: &[&str] = &["tr.t(", "tr().t(", "tr.t_args(", "tr().t_args(", "tr.count(", "tr().count("];

#[test]
fn every_key_in_the_code_exists() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Vec::new();
    for folder in ["app/src", "server"] {
        collect(&root.join(folder), &mut sources);
    }
    assert!(sources.len() > 10, "found only {} source files", sources.len());
    let missing: Vec<String> = sources
        .iter()
        .flat_map(|path| {
            let source = fs::read_to_string(path).unwrap();
            keys(&source)
                .into_iter()
                .filter(|key| !has("id", key) || !has("en", key))
                .map(|key| format!("{key} in {}", path.display()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(missing.is_empty(), "no text for:\n{}", missing.join("\n"));
}

fn has(locale: &str, key: &str) -> bool {
    text::areas().any(|area| crate::files::messages(locale, area).contains_key(key))
}

fn keys(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for call in CALLS {
        for (at, _) in source.match_indices(call) {
            let rest = source[at + call.len()..].trim_start();
            if let Some(literal) = rest.strip_prefix('"') {
                found.extend(literal.split('"').next().map(str::to_owned));
            }
        }
    }
    found
}

fn collect(folder: &Path, sources: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(path);
        }
    }
}
