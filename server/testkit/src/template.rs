//! Templates with schema and reference data, from which each test's database is copied.

use std::{
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

use store::{Store, reference};
use tokio::sync::OnceCell;

use crate::postgres;

static COUNTER: AtomicU32 = AtomicU32::new(0);

/// URL of a fresh SQLite database inside `folder`.
pub(crate) async fn sqlite(folder: &std::path::Path) -> String {
    static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
    let template = TEMPLATE
        .get_or_init(|| async {
            let folder = tempfile::Builder::new().prefix("sentra-template-").tempdir().expect("a temporary folder");
            let file = folder.path().join("building.db");
            prepare(&format!("sqlite://{}", file.display())).await;
            // Kept open by nobody from here on, so one file holds everything.
            let kept = std::env::temp_dir().join(format!("sentra-template-{}.db", std::process::id()));
            std::fs::copy(&file, &kept).expect("a copy of the template");
            kept
        })
        .await;
    let file = folder.join("test.db");
    std::fs::copy(template, &file).expect("a copy of the template");
    format!("sqlite://{}", file.display())
}

/// URL of a fresh PostgreSQL database.
pub(crate) async fn postgres() -> String {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let server = tokio::task::spawn_blocking(postgres::server_url).await.expect("PostgreSQL to start");
    let template = TEMPLATE
        .get_or_init(|| async {
            let name = format!("template_{}", std::process::id());
            create(server, &name, "template1");
            prepare(&format!("{server}/{name}")).await;
            name
        })
        .await;
    let name = format!("test_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
    create(server, &name, template);
    format!("{server}/{name}")
}

/// URL of a SQLite database inside `folder` that does not exist yet.
pub(crate) fn empty_sqlite(folder: &std::path::Path) -> String {
    format!("sqlite://{}", folder.join("empty.db").display())
}

/// URL of a PostgreSQL database without a table.
pub(crate) async fn empty_postgres() -> String {
    let server = tokio::task::spawn_blocking(postgres::server_url).await.expect("PostgreSQL to start");
    let name = format!("empty_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
    create(server, &name, "template0");
    format!("{server}/{name}")
}

async fn prepare(url: &str) {
    let store = Store::connect(url).await.expect("an empty database");
    store.migrate().await.expect("the schema");
    reference::load(&store, reference::Regions::Test).await.expect("the reference data");
    store.close().await;
}

fn create(server: &str, name: &str, template: &str) {
    let output = Command::new("psql")
        .args([&format!("{server}/postgres"), "--quiet", "--no-psqlrc", "--command"])
        .arg(format!("CREATE DATABASE {name} TEMPLATE {template}"))
        .output()
        .expect("psql, which comes with PostgreSQL");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
