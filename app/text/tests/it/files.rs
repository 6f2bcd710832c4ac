//! Reads the language files as a program would not: by name, message by message.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// Key → source of the message.
pub type Messages = BTreeMap<String, String>;

/// The messages of one file.
pub fn messages(locale: &str, area: &str) -> Messages {
    let text = fs::read_to_string(folder(locale).join(format!("{area}.ftl"))).unwrap();
    let mut messages = Messages::new();
    let mut last = None;
    for line in text.lines() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        if line.starts_with([' ', '}']) {
            let key: &String = last.as_ref().unwrap();
            messages.get_mut(key).unwrap().push_str(line);
        } else {
            let (key, value) = line.split_once('=').unwrap_or_else(|| panic!("{locale}/{area}.ftl: {line}"));
            let key = key.trim().to_owned();
            assert!(messages.insert(key.clone(), value.to_owned()).is_none(), "{area}: {key} twice");
            last = Some(key);
        }
    }
    messages
}

/// Names of the variables of a message.
pub fn variables(source: &str) -> BTreeSet<&str> {
    source
        .split('$')
        .skip(1)
        .map(|rest| {
            &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len())]
        })
        .collect()
}

/// Names of the files of a language.
pub fn names(locale: &str) -> BTreeSet<String> {
    fs::read_dir(folder(locale))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.strip_suffix(".ftl").unwrap_or_else(|| panic!("{name} is no .ftl file")).to_owned())
        .collect()
}

fn folder(locale: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale)
}
