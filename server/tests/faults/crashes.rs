//! Kills at named places and at random instants, each followed by a restart.

use std::time::Duration;

use proptest::{
    strategy::{Strategy as _, ValueTree as _},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use testkit::World;

use crate::{
    load::{until_dead, verify},
    shop::Shop,
};

/// Kills on each database, in every run and in the long one.
const KILLS: usize = 10;
const MANY_KILLS: usize = 100;
/// The places, and at most how often each is passed before the process ends there.
const PLACES: [(&str, u32); 4] = [
    (failpoint::BEFORE_COMMIT, 40),
    (failpoint::AFTER_COMMIT, 40),
    (failpoint::JOB_EFFECTIVE, 12),
    (failpoint::MAIL_WRITTEN, 12),
];

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_survives_kills() {
    survive(World::sqlite().await, KILLS).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_survives_kills() {
    survive(World::postgres().await, KILLS).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "long: runs with the nightly tests"]
async fn sqlite_survives_many_kills() {
    survive(World::sqlite().await, MANY_KILLS).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "long: runs with the nightly tests"]
async fn postgres_survives_many_kills() {
    survive(World::postgres().await, MANY_KILLS).await;
}

async fn survive(world: World, kills: usize) {
    let shop = Shop::open(world).await;
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut pick = |most: u32| (1..=most).new_tree(&mut runner).unwrap().current();
    let (mut placed, mut repeats) = (0, 0);
    for round in 0..kills {
        // Every other kill comes at an instant of its own.
        let place = PLACES.get(round / 2 % PLACES.len()).filter(|_| round % 2 == 0);
        let failpoints = place.map_or_else(String::new, |(name, most)| format!("{name}:kill:{}", pick(*most)));
        let mut server = shop.serve_until_killed(&failpoints).await;
        let client = server.client();
        let load = until_dead(&shop, client, round);
        let attempts = if place.is_some() {
            load.await
        } else {
            let instant = Duration::from_millis(u64::from(pick(600)));
            let kill = async {
                tokio::time::sleep(instant).await;
                server.kill();
            };
            tokio::join!(load, kill).0
        };
        server.kill();
        // Wherever else the process died, a mail may have been on its way at that instant.
        repeats += usize::from(place.is_none_or(|(name, _)| *name != failpoint::MAIL_WRITTEN));
        shop.world.assert_invariants().await;
        shop.end_leases().await;
        let server = shop.serve("").await;
        placed += verify(&shop, server.client(), &attempts).await;
        assert_eq!(shop.world.sql("SELECT COUNT(*) FROM checkout_group", []).await, placed, "{failpoints}");
        shop.world.assert_invariants().await;
        // A mail goes twice only where the process died between sending it and noting so.
        let twice = shop.deliver_mails().await;
        assert!(twice <= repeats, "{twice} mails more after {repeats} kills that allow it");
    }
}
