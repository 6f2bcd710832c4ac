use std::collections::BTreeSet;

use queue::{
    Counts, DeadKind, NewJob, Retry, claim, complete, counts, dead, dead_kinds, enqueue, enqueue_all, exists, fail,
    retry_dead,
};
use testkit::on_both;

use crate::{LEASE_MILLIS, new_job};

#[tokio::test]
async fn the_same_key_is_one_job() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        let jobs = ["a", "b", "a"].map(|key| new_job(key, now)).into();
        enqueue_all(&connection, jobs, now).await.unwrap();
        enqueue(&connection, new_job("b", now), now).await.unwrap();
        assert_eq!(counts(&connection).await.unwrap(), Counts { ready: 2, running: 0, dead: 0 });
    })
    .await;
}

#[tokio::test]
async fn workers_at_the_same_time_never_hold_one_job_twice() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        let keys: Vec<String> = (0..40).map(|number| format!("job-{number}")).collect();
        enqueue_all(&connection, keys.iter().map(|key| new_job(key, now)).collect(), now).await.unwrap();
        let workers: Vec<_> = (0..4)
            .map(|number| {
                let connection = connection.clone();
                tokio::spawn(async move {
                    let token = format!("worker-{number}");
                    let mut taken = Vec::new();
                    while let Some(job) = claim(&connection, &token, LEASE_MILLIS, now).await.unwrap() {
                        taken.push(job.unique_key.unwrap());
                    }
                    taken
                })
            })
            .collect();
        let mut taken = Vec::new();
        for worker in workers {
            taken.extend(worker.await.unwrap());
        }
        assert_eq!(taken.len(), 40);
        assert_eq!(taken.into_iter().collect::<BTreeSet<_>>().len(), 40);
    })
    .await;
}

#[tokio::test]
async fn a_lost_lease_goes_to_another_worker() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        enqueue(&connection, new_job("a", now), now).await.unwrap();
        let first = claim(&connection, "first", LEASE_MILLIS, now).await.unwrap().unwrap();
        let almost = now.plus_millis(LEASE_MILLIS - 1);
        assert_eq!(claim(&connection, "second", LEASE_MILLIS, almost).await.unwrap(), None);
        let later = now.plus_millis(LEASE_MILLIS);
        let second = claim(&connection, "second", LEASE_MILLIS, later).await.unwrap().unwrap();
        assert_eq!((second.id, second.attempts), (first.id, 2));
        assert!(!complete(&connection, first.id, "first", later).await.unwrap());
        assert!(!fail(&connection, &first, "first", "too late", true, later).await.unwrap());
        assert!(complete(&connection, second.id, "second", later).await.unwrap());
        assert_eq!(counts(&connection).await.unwrap(), Counts { ready: 0, running: 0, dead: 0 });
    })
    .await;
}

#[tokio::test]
async fn urgent_jobs_go_first_and_later_ones_wait() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        let jobs = vec![
            new_job("ordinary", now),
            NewJob { priority: -1, ..new_job("urgent", now) },
            NewJob { run_at: now.plus_minutes(1), priority: -2, ..new_job("later", now) },
        ];
        enqueue_all(&connection, jobs, now).await.unwrap();
        let mut order = Vec::new();
        while let Some(job) = claim(&connection, "one", LEASE_MILLIS, now).await.unwrap() {
            order.extend(job.unique_key);
        }
        assert_eq!(order, ["urgent", "ordinary"]);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_never_works_is_given_up_after_longer_and_longer_waits() {
    on_both(async |world| {
        let (connection, mut now) = (world.store().queue_connection(), world.services.now());
        enqueue(&connection, new_job("a", now), now).await.unwrap();
        for minutes in [2, 4, 8, 16, 32, 64, 128] {
            let job = claim(&connection, "one", LEASE_MILLIS, now).await.unwrap().unwrap();
            assert!(fail(&connection, &job, "one", "no", false, now).await.unwrap());
            let almost = now.plus_minutes(minutes).plus_millis(-1);
            assert_eq!(claim(&connection, "one", LEASE_MILLIS, almost).await.unwrap(), None);
            now = now.plus_minutes(minutes);
        }
        let job = claim(&connection, "one", LEASE_MILLIS, now).await.unwrap().unwrap();
        assert!(fail(&connection, &job, "one", "no", false, now).await.unwrap());
        assert_eq!(counts(&connection).await.unwrap(), Counts { ready: 0, running: 0, dead: 1 });

        assert_eq!(retry_dead(&connection, Retry::All, now).await.unwrap(), 1);
        let again = claim(&connection, "one", LEASE_MILLIS, now).await.unwrap().unwrap();
        assert_eq!(again.attempts, 1);
    })
    .await;
}

#[tokio::test]
async fn dead_jobs_are_listed_and_tried_again_one_by_one_or_by_kind() {
    on_both(async |world| {
        let (connection, now) = (world.store().queue_connection(), world.services.now());
        let jobs = [("a", "greet"), ("b", "greet"), ("c", "count"), ("d", "count")];
        let jobs = jobs.map(|(key, kind)| NewJob { kind, ..new_job(key, now) }).into();
        enqueue_all(&connection, jobs, now).await.unwrap();
        for _ in 0..3 {
            let job = claim(&connection, "one", LEASE_MILLIS, now).await.unwrap().unwrap();
            assert!(fail(&connection, &job, "one", "never", true, now).await.unwrap());
        }
        let kinds = [("count", 1), ("greet", 2)].map(|(kind, count)| DeadKind { kind: kind.to_owned(), count });
        assert_eq!(dead_kinds(&connection).await.unwrap(), kinds);
        let newest = dead(&connection, None, i64::MAX, 2).await.unwrap();
        let keys: Vec<_> = newest.iter().map(|job| job.unique_key.as_deref().unwrap()).collect();
        assert_eq!(keys, ["c", "b"]);
        assert_eq!((newest[0].attempts, newest[0].last_error.as_deref()), (1, Some("never")));
        assert_eq!(newest[0].created_at, now.millis());
        assert_eq!(dead(&connection, None, newest[1].id, 2).await.unwrap().len(), 1);
        let greetings = dead(&connection, Some("greet"), i64::MAX, 9).await.unwrap();
        assert_eq!(greetings.len(), 2);

        let one = Retry::One(greetings[0].id);
        assert_eq!(retry_dead(&connection, one, now).await.unwrap(), 1);
        assert_eq!(retry_dead(&connection, one, now).await.unwrap(), 0, "it waits already");
        assert_eq!(retry_dead(&connection, Retry::Kind("greet"), now).await.unwrap(), 1);
        assert_eq!(counts(&connection).await.unwrap(), Counts { ready: 3, running: 0, dead: 1 });
        assert!(exists(&connection, greetings[0].id).await.unwrap());
        assert!(!exists(&connection, i64::MAX).await.unwrap());
    })
    .await;
}
