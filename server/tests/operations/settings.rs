//! The table of settings, against the code that reads them.

use std::{collections::BTreeSet, fs, path::Path};

use domain::timer::{TIMERS, Timer};
use testkit::World;

use crate::command::{command, outcome, sentra};

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
    read.extend(TIMERS.iter().map(Timer::variable));
    let rows = DOCUMENT.lines().filter(|line| line.starts_with("| `SENTRA_") || line.starts_with("| `STRIPE_"));
    let documented: BTreeSet<String> = rows.flat_map(|row| names(row, '`').into_iter().next()).collect();
    assert_eq!(documented, read);
}

#[test]
fn the_table_of_timers_tells_what_they_are_and_what_is_allowed() {
    for timer in &TIMERS {
        let (least, most) = (timer.range.start(), timer.range.end());
        let row = format!("| `{}` | {} | {least} to {most} | ", timer.variable(), timer.default);
        assert!(DOCUMENT.lines().any(|line| line.starts_with(&row)), "no row begins {row}");
    }
}

#[test]
fn the_reference_data_holds_every_timer_with_its_default() {
    let file: toml::Table = migrations::data::SHIPPING_TOML.parse().unwrap();
    let rows = file["setting"].as_table().unwrap();
    for timer in &TIMERS {
        assert_eq!(rows[timer.key].as_integer(), Some(timer.default), "{}", timer.key);
        assert!(timer.range.contains(&timer.default), "{}", timer.key);
    }
    let is_timer = |key: &&String| ["_minutes", "_hours", "_seconds"].iter().any(|unit| key.ends_with(unit));
    for key in rows.keys().filter(is_timer) {
        assert!(Timer::find(key).is_some(), "{key} is in no table");
    }
}

#[tokio::test]
async fn a_timer_of_the_environment_stands_above_its_row() {
    let world = World::sqlite().await;
    let before = world.sql("SELECT value FROM setting WHERE key = 'job_days'", []).await;
    let store = world.store().clone().with_settings([("job_days".to_owned(), 3)].into());
    assert_eq!(store::settings::all(&store).await.unwrap().get("job_days", 14), 3);
    let tx = store.begin().await.unwrap();
    assert_eq!(store::settings::all(&tx).await.unwrap().get("job_days", 14), 3);
    drop(tx);
    assert_eq!(store::settings::all(world.store()).await.unwrap().get("job_days", 14), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_timer_that_is_not_allowed_is_named() {
    let world = World::sqlite().await;
    let refused = outcome(&command(&world, &["doctor"]).env("SENTRA_JOB_DAYS", "0").output().unwrap());
    assert!(
        !refused.succeeded && refused.errors.contains("SENTRA_JOB_DAYS must be from 1 to 365, not 0"),
        "{refused:?}"
    );
    world.sql("UPDATE setting SET value = -1 WHERE key = 'job_days' RETURNING value", []).await;
    assert_eq!(store::settings::all(world.store()).await.unwrap().get("job_days", 14), 14);
    let checked = sentra(&world, &["doctor"]);
    assert!(
        checked.output.contains("failed  timers: not allowed, so that their defaults hold: job_days"),
        "{checked:?}"
    );
}
