//! Backups that become databases again, of either engine.

use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use store::{
    archive::{self, Order, TABLES},
    seeding,
};
use testkit::World;

use crate::{
    command::{command, outcome, succeed},
    money,
};

/// Rows of a table as JSON, sorted, with the booleans of both engines alike.
pub(crate) async fn rows(world: &World, table: &str, order: Order) -> Vec<String> {
    let snapshot = world.store().snapshot().await.unwrap();
    let (mut rows, mut after) = (Vec::new(), 0);
    loop {
        let (page, next) = archive::read_page(&snapshot, table, order, after).await.unwrap();
        rows.extend(page.iter().map(|row| plain(row)));
        match next {
            Some(next) => after = next,
            None => break,
        }
    }
    rows.sort();
    rows
}

fn plain(row: &str) -> String {
    let mut object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(row).unwrap();
    for value in object.values_mut() {
        if let serde_json::Value::Bool(flag) = value {
            *value = i64::from(*flag).into();
        }
    }
    serde_json::to_string(&object).unwrap()
}

/// Goods, an account with a password, a photo.
async fn fill(world: &World) {
    succeed(world, &["seed", "--synthetic", "--shops", "3", "--products", "40"]);
    let mut admin = command(world, &["admin", "create", "--email", "pengelola@contoh.test", "--name", "Pengelola"]);
    assert!(outcome(&admin.env("SENTRA_ADMIN_PASSWORD", "kata sandi panjang 7").output().unwrap()).succeeded);
    world.services.ports().media.put("ab/abcd-320.webp", Bytes::from_static(b"photo")).await.unwrap();
}

async fn moves(from: World, to: World) {
    fill(&from).await;
    let begun = money::begin(&from).await;
    let file = from.folder.join("cadangan.tar.gz");
    let name = file.to_str().unwrap();
    succeed(&from, &["backup", name]);
    let printed = succeed(&to, &["restore", name]);
    assert!(printed.contains("40 products indexed"), "{printed}");
    for (table, order) in TABLES {
        assert_eq!(rows(&from, table, *order).await, rows(&to, table, *order).await, "{table}");
    }
    let photo = to.services.ports().media.get("ab/abcd-320.webp").await.unwrap();
    assert_eq!(photo.unwrap(), "photo");
    // Keys go on after the highest one.
    let mut admin = command(&to, &["admin", "create", "--email", "kedua@contoh.test", "--name", "Kedua"]);
    let made = outcome(&admin.env("SENTRA_ADMIN_PASSWORD", "kata sandi panjang 7").output().unwrap());
    assert!(made.succeeded, "{made:?}");
    succeed(&to, &["admin", "token", "--user", "pengelola@contoh.test"]);
    money::finish(&to, &begun).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_becomes_sqlite() {
    moves(World::sqlite().await, World::empty_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_becomes_postgres() {
    moves(World::sqlite().await, World::empty_postgres().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_becomes_sqlite() {
    moves(World::postgres().await, World::empty_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migrated_database_without_data_counts_as_empty() {
    moves(World::sqlite().await, World::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_writes_is_of_one_instant() {
    let (from, to) = (World::sqlite().await, World::empty_sqlite().await);
    fill(&from).await;
    let (done, file) = (AtomicBool::new(false), from.folder.join("cadangan.tar.gz"));
    let name = file.to_str().unwrap();
    let write = async {
        let mut number = 0;
        while !done.load(Ordering::Relaxed) {
            number += 1;
            let tx = from.store().begin().await.unwrap();
            let id = seeding::insert(&tx, "account", account(number)).await.unwrap();
            let role = vec![("account_id", id.into()), ("role", "buyer".into()), ("granted_at", 0_i64.into())];
            seeding::insert_plain(&tx, "account_role", role).await.unwrap();
            tx.commit().await.unwrap();
        }
        number
    };
    let mut backup = command(&from, &["backup", name]);
    let backup = async {
        let output = tokio::task::spawn_blocking(move || backup.output().unwrap()).await.unwrap();
        done.store(true, Ordering::Relaxed);
        output
    };
    let (written, backup) = tokio::join!(write, backup);
    assert!(outcome(&backup).succeeded && written > 0);
    succeed(&to, &["restore", name]);
    let roleless =
        "SELECT COUNT(*) FROM account a WHERE NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id)";
    assert_eq!(to.sql(roleless, []).await, 0);
}

fn account(number: i64) -> Vec<(&'static str, seeding::Value)> {
    vec![
        ("public_id", format!("acc_{number}").into()),
        ("email", format!("pembeli{number}@contoh.test").into()),
        ("name", "Pembeli".into()),
        ("password_hash", "".into()),
        ("locale", "id".into()),
        ("created_at", 0_i64.into()),
    ]
}
