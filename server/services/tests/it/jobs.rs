//! Jobs that were given up.

use services::{Error, jobs, jobs::JobCounts};
use testkit::{World, on_both};

use crate::curation::curator;

/// A job that was given up.
async fn dead(world: &World, kind: &str, key: &str) -> String {
    let insert =
        "INSERT INTO job (kind, payload, unique_key, priority, run_at, attempts, max_attempts, created_at, state,
            last_error)
        VALUES ($1, $2, $3, 0, 0, 8, 8, $4, 'dead', '550 <ratna@contoh.test>: no such user') RETURNING id";
    let payload =
        r#"{"to":"ratna@contoh.test","locale":"id","content":{"template":"order_placed","link":"https://a"}}"#;
    let at = world.services.now().millis() - 3_600_000;
    world.sql(insert, [kind.into(), payload.into(), key.into(), at.into()]).await.to_string()
}

#[tokio::test]
async fn a_dead_job_is_shown_without_what_it_carries() {
    on_both(async |world| {
        dead(&world, "mail", "mail:placed:grp_1:ratna@contoh.test").await;
        let page = jobs::dead(&world.services, None, None, None).await.unwrap();
        let [job] = page.items.as_slice() else { panic!("{page:?}") };
        assert_eq!((job.kind.as_str(), job.attempts), ("mail", 8));
        assert_eq!((job.template.as_deref(), job.about.as_deref()), (Some("order_placed"), Some("placed grp_1")));
        assert_eq!(job.last_error.as_deref(), Some("550 <•••>: no such user"));
        assert_eq!(page.counts, JobCounts { waiting: 0, running: 0, dead: 1 });
        let json = serde_json::to_string(&page).unwrap();
        assert!(!json.contains("ratna") && !json.contains("https://a"), "{json}");
    })
    .await;
}

#[tokio::test]
async fn pages_hold_the_newest_first_and_can_be_of_one_kind() {
    on_both(async |world| {
        for key in ["a", "b", "c"] {
            dead(&world, "mail", key).await;
        }
        dead(&world, "payout_sweep", "d").await;
        let first = jobs::dead(&world.services, Some("mail"), None, Some(2)).await.unwrap();
        let abouts = |page: &jobs::JobPage| page.items.iter().filter_map(|job| job.about.clone()).collect::<Vec<_>>();
        assert_eq!(abouts(&first), ["c", "b"]);
        let rest = jobs::dead(&world.services, Some("mail"), first.next.as_deref(), Some(2)).await.unwrap();
        assert_eq!((abouts(&rest), rest.next), (vec!["a".to_owned()], None));
        let kinds = jobs::kinds(&world.services).await.unwrap();
        let kinds: Vec<_> = kinds.iter().map(|kind| (kind.kind.as_str(), kind.count)).collect();
        assert_eq!(kinds, [("mail", 3), ("payout_sweep", 1)]);
    })
    .await;
}

#[tokio::test]
async fn a_retry_counts_once_and_leaves_one_line() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        let id = dead(&world, "mail", "a").await;
        let lines = "SELECT COUNT(*) FROM audit_event WHERE action = 'job_retried' AND object_kind = 'job'";
        assert_eq!(jobs::retry(&world.services, &wulan, &id).await.unwrap().retried, 1);
        assert_eq!(jobs::retry(&world.services, &wulan, &id).await.unwrap().retried, 0, "it waits already");
        assert_eq!(world.sql(lines, []).await, 1);
        assert_eq!(jobs::counts(&world.services).await.unwrap(), JobCounts { waiting: 1, running: 0, dead: 0 });
        for unknown in ["0", "999999999", "satu", ""] {
            let error = jobs::retry(&world.services, &wulan, unknown).await.unwrap_err();
            assert!(matches!(error, Error::NotFound), "{unknown}: {error}");
        }
    })
    .await;
}

#[tokio::test]
async fn all_of_a_kind_are_tried_again() {
    on_both(async |world| {
        let wulan = curator(&world, "Wulan").await;
        for (kind, key) in [("mail", "a"), ("mail", "b"), ("payout_sweep", "c")] {
            dead(&world, kind, key).await;
        }
        assert_eq!(jobs::retry_kind(&world.services, &wulan, "mail").await.unwrap().retried, 2);
        assert_eq!(jobs::retry_kind(&world.services, &wulan, "mail").await.unwrap().retried, 0);
        assert!(jobs::retry_kind(&world.services, &wulan, "").await.is_err());
        assert_eq!(jobs::counts(&world.services).await.unwrap().dead, 1);
        let lines = "SELECT COUNT(*) FROM audit_event WHERE action = 'jobs_retried' AND object_id = 'mail'";
        assert_eq!(world.sql(lines, []).await, 1);
    })
    .await;
}
