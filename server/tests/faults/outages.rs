//! What our servers depend on fails for a while.

use std::{
    fs,
    time::{Duration, Instant},
};

use serde_json::json;
use testkit::{Reply, World, checkout};
use tokio::task::JoinSet;

use crate::shop::{DELIVERY, PRICE, Shop};

impl Shop {
    fn one_mug(&self) -> serde_json::Value {
        checkout(&[(&self.shop, &self.mug, 1)], "cod", PRICE + DELIVERY)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_wait_for_their_sink_and_go_once() {
    for world in [World::sqlite().await, World::postgres().await] {
        let shop = Shop::open(world).await;
        let server = shop.serve("").await;
        let outbox = shop.world.folder.join("data/outbox");
        fs::remove_dir_all(&outbox).unwrap();
        fs::write(&outbox, "not a folder").unwrap();
        for turn in 0..5 {
            let reply = server.client().place(&format!("kunci-tanpa-surat-{turn}"), &shop.one_mug()).await.unwrap();
            assert_eq!(reply.status, 201, "{}", reply.text);
        }
        let failed =
            "SELECT COUNT(*) FROM job WHERE last_error IS NOT NULL AND leased_until IS NULL AND state = 'ready'";
        let begun = Instant::now();
        while shop.world.sql(failed, []).await < 10 {
            assert!(begun.elapsed() < Duration::from_secs(60), "the mails were not tried");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        fs::remove_file(&outbox).unwrap();
        fs::create_dir(&outbox).unwrap();
        assert_eq!(shop.deliver_mails().await, 0, "each mail once");
    }
}

/// Buys from many connections for that long.
async fn crowd(shop: &Shop, client: testkit::Client, buyers: usize, time: Duration) -> Vec<(Duration, Reply)> {
    let (begun, mut crowd) = (Instant::now(), JoinSet::new());
    for buyer in 0..buyers {
        let mut body = shop.one_mug();
        // Each is a person of their own: on a quick machine the crowd asks more in a minute than one telephone may.
        body["buyer"]["phone"] = json!(format!("0812-3456-{buyer:04}"));
        crowd.spawn(async move {
            let mut replies = Vec::new();
            while begun.elapsed() < time {
                let key = format!("kunci-ramai-{buyer:03}-{:06}", replies.len());
                let reply = client.place(&key, &body).await.unwrap();
                replies.push((begun.elapsed(), reply));
            }
            replies
        });
    }
    crowd.join_all().await.into_iter().flatten().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_writers_never_hear_of_a_locked_database() {
    let shop = Shop::open(World::sqlite().await).await;
    let server = shop.serve("").await;
    for (_, reply) in crowd(&shop, server.client(), 50, Duration::from_secs(4)).await {
        assert_eq!(reply.status, 201, "{} {}", reply.text, server.log());
    }
    shop.world.assert_invariants().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_the_database_ends_are_made_anew() {
    let shop = Shop::open(World::postgres().await).await;
    let server = shop.serve("").await;
    let cut = async {
        let mut last = Duration::ZERO;
        let begun = Instant::now();
        for _ in 0..4 {
            tokio::time::sleep(Duration::from_millis(400)).await;
            let end = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
                       WHERE datname = current_database() AND pid <> pg_backend_pid()";
            assert!(shop.world.sql(end, []).await > 0);
            last = begun.elapsed();
        }
        last
    };
    let (replies, last) = tokio::join!(crowd(&shop, server.client(), 8, Duration::from_secs(8)), cut);
    for (at, reply) in &replies {
        let is_refused = *at < last + Duration::from_secs(5) && matches!(reply.status, 500 | 503);
        assert!(reply.status == 201 || is_refused, "{at:?}: {} {}", reply.status, reply.text);
    }
    let placed = replies.iter().filter(|(_, reply)| reply.status == 201).count();
    let groups = shop.world.sql("SELECT COUNT(*) FROM checkout_group", []).await;
    assert!(groups >= i64::try_from(placed).unwrap());
    shop.world.assert_invariants().await;
}
