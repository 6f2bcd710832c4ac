use std::collections::BTreeSet;

use domain::locale::Locale;
use text::{Arg, Tr, areas};

use crate::files::{messages, names, variables};

#[test]
fn every_file_is_compiled_in() {
    let listed: BTreeSet<String> = areas().map(str::to_owned).collect();
    assert_eq!(names("id"), listed);
    assert_eq!(names("en"), listed);
}

#[test]
fn both_languages_say_the_same_things() {
    for area in areas() {
        let (id, en) = (messages("id", area), messages("en", area));
        let keys = |messages: &crate::files::Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(&id), keys(&en), "keys of {area}.ftl");
        for (key, source) in &id {
            assert_eq!(variables(source), variables(&en[key]), "variables of {key} in {area}.ftl");
        }
    }
}

#[test]
fn a_key_belongs_to_one_file() {
    let mut seen = BTreeSet::new();
    for area in areas() {
        for key in messages("id", area).into_keys() {
            assert!(seen.insert(key.clone()), "{key} again in {area}.ftl");
        }
    }
}

#[test]
fn every_message_formats() {
    for (folder, locale) in [("id", Locale::Id), ("en", Locale::En)] {
        for area in areas() {
            for (key, source) in messages(folder, area) {
                for value in [Arg::Number(1), Arg::Number(2_000)] {
                    let args: Vec<_> = variables(&source).into_iter().map(|name| (name, value.clone())).collect();
                    let text = Tr::new(locale).t_args(&key, &args);
                    assert!(!text.trim().is_empty(), "{key} is empty in {folder}");
                    assert!(!text.contains(['{', '}']), "{key} in {folder}: {text}");
                }
            }
        }
    }
}

#[test]
fn a_key_from_outside_may_be_unknown() {
    assert_eq!(Tr::new(Locale::Id).try_t("no-such-key"), None);
}
