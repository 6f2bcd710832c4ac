//! What is removed when nobody needs it any more.

use services::timers;
use testkit::{World, on_both};

const DAY_MILLIS: i64 = 86_400_000;

/// A job in that state, over since so many days.
async fn job(world: &World, state: &str, days: i64) {
    let then = world.services.now().millis() - days * DAY_MILLIS;
    let insert = "INSERT INTO job (kind, payload, priority, run_at, max_attempts, created_at, state, finished_at)
                  VALUES ('greet', '', 0, $1, 8, $1, $2, $3) RETURNING id";
    let finished = (state == "done").then_some(then);
    world.sql(insert, [then.into(), state.into(), finished.into()]).await;
}

async fn count(world: &World, state: &str) -> i64 {
    world.sql("SELECT COUNT(*) FROM job WHERE state = $1", [state.into()]).await
}

#[tokio::test]
async fn jobs_long_done_go_and_dead_ones_stay() {
    on_both(async |world| {
        for (state, days) in [("done", 13), ("done", 15), ("done", 400), ("dead", 400), ("ready", 400)] {
            job(&world, state, days).await;
        }
        timers::clean_up(&world.services).await.unwrap();
        assert_eq!((count(&world, "done").await, count(&world, "dead").await, count(&world, "ready").await), (1, 1, 1));
    })
    .await;
}

#[tokio::test]
async fn the_days_are_a_setting() {
    on_both(async |world| {
        job(&world, "done", 3).await;
        job(&world, "done", 1).await;
        let tx = world.services.store().begin().await.unwrap();
        store::settings::put(&tx, "job_days", 2).await.unwrap();
        tx.commit().await.unwrap();
        timers::clean_up(&world.services).await.unwrap();
        assert_eq!(count(&world, "done").await, 1);
    })
    .await;
}
