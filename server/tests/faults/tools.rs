//! Migrations and backups that are killed half-way.

use std::process::Command;

use testkit::World;

use crate::shop::sentra;

/// A call that dies at that place.
fn die(mut command: Command, failpoint: &str) {
    let output = command.env("SENTRA_FAILPOINTS", failpoint).output().unwrap();
    assert!(!output.status.success() && output.status.code().is_none(), "{failpoint}: {output:?}");
}

fn succeed(mut command: Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_that_was_killed_goes_on_where_it_was() {
    for world in [World::empty_sqlite().await, World::empty_postgres().await] {
        for _ in 0..3 {
            die(sentra(&world, &["migrate"]), &format!("{}:kill:2", failpoint::MIGRATION_APPLIED));
        }
        succeed(sentra(&world, &["migrate"]));
        assert!(world.store().pending_migrations().await.unwrap().is_empty());
        assert!(world.sql("SELECT COUNT(*) FROM sentra", []).await > 0);
        world.assert_invariants().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_was_killed_leaves_no_archive_behind() {
    for world in [World::sqlite().await, World::postgres().await] {
        let file = world.folder.join("cadangan.tar.gz");
        let name = file.to_str().unwrap();
        die(sentra(&world, &["backup", name]), &format!("{}:kill:5", failpoint::BACKUP_ENTRY));
        assert!(!file.exists());
        succeed(sentra(&world, &["backup", name]));
        let other = World::empty_sqlite().await;
        succeed(sentra(&other, &["restore", name]));
    }
}
