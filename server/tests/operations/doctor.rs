//! The checks of `sentra doctor`.

use testkit::{World, on_both};

use crate::command::{Outcome, command, outcome, succeed};

fn doctor(world: &World) -> Outcome {
    outcome(&command(world, &["doctor"]).env("SENTRA_SITE_ROOT", testkit::site(&world.folder)).output().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sound_installation_passes() {
    on_both(async |world| {
        succeed(&world, &["seed", "--synthetic", "--shops", "1", "--products", "5"]);
        let outcome = doctor(&world);
        assert!(outcome.succeeded && !outcome.output.contains("failed"), "{outcome:?}");
        assert!(outcome.output.contains("ok      search index: 5 products"), "{outcome:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_named_with_its_remedy() {
    on_both(async |world| {
        succeed(&world, &["seed", "--synthetic", "--shops", "1", "--products", "5"]);
        let tx = world.store().begin().await.unwrap();
        store::search::clear(&tx).await.unwrap();
        tx.commit().await.unwrap();
        let outcome = doctor(&world);
        assert!(!outcome.succeeded && outcome.errors.contains("1 checks failed"), "{outcome:?}");
        assert!(outcome.output.contains("failed  search index: 0 products of 5"), "{outcome:?}");
        assert!(outcome.output.contains("to fix: run `sentra reindex`"), "{outcome:?}");
        let printed = succeed(&world, &["reindex"]);
        assert!(printed.contains("5 products indexed"), "{printed}");
        assert!(doctor(&world).succeeded);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_database_is_told_from_a_full_one() {
    let world = World::empty_sqlite().await;
    let outcome = doctor(&world);
    assert!(!outcome.succeeded && outcome.output.contains("to fix: run `sentra migrate`"), "{outcome:?}");
}
