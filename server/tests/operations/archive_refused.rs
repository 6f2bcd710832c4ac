//! Archives that are refused, and the list of tables that goes into one.

use std::{collections::BTreeSet, fs};

use store::archive::{self, TABLES};
use testkit::{World, on_both};

use crate::command::{sentra, succeed};

async fn archive_of(world: &World) -> Vec<u8> {
    succeed(world, &["seed", "--synthetic", "--shops", "2", "--products", "20"]);
    let file = world.folder.join("cadangan.tar.gz");
    succeed(world, &["backup", file.to_str().unwrap()]);
    fs::read(file).unwrap()
}

fn restore(world: &World, bytes: &[u8]) -> String {
    let file = world.folder.join("diterima.tar.gz");
    fs::write(&file, bytes).unwrap();
    let outcome = sentra(world, &["restore", file.to_str().unwrap()]);
    assert!(!outcome.succeeded, "{outcome:?}");
    outcome.errors
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filled_database_is_left_alone() {
    on_both(async |world| {
        let bytes = archive_of(&world).await;
        assert!(restore(&world, &bytes).contains("the database is not empty (table account has rows)"));
        assert_eq!(archive::count(world.store(), "product").await.unwrap(), 20);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_archive_leaves_nothing_behind() {
    let from = World::sqlite().await;
    let bytes = archive_of(&from).await;
    for kept in [0, 10, bytes.len() / 2, bytes.len() - 1] {
        let to = World::empty_sqlite().await;
        let errors = restore(&to, &bytes[..kept]);
        assert!(errors.contains("nothing was changed"), "{kept}: {errors}");
        assert!(archive::table_names(to.store()).await.unwrap().is_empty(), "{kept}");
    }
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 0xff;
    assert!(restore(&World::empty_sqlite().await, &changed).contains("nothing was changed"));
    assert!(restore(&World::empty_sqlite().await, b"not an archive").contains("nothing was changed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_is_in_the_archive() {
    on_both(async |world| {
        let there: BTreeSet<String> = archive::table_names(world.store()).await.unwrap().into_iter().collect();
        let kept: BTreeSet<String> = TABLES.iter().map(|(table, _)| (*table).to_owned()).collect();
        assert_eq!(there, kept);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn parents_come_before_their_children() {
    let world = World::sqlite().await;
    for (place, (table, _)) in TABLES.iter().enumerate() {
        for (later, _) in &TABLES[place + 1..] {
            let text = "SELECT COUNT(*) FROM pragma_foreign_key_list($1) WHERE \"table\" = $2";
            let count = world.sql(text, [(*table).into(), (*later).into()]).await;
            assert_eq!(count, 0, "{table} refers to {later}");
        }
    }
}
