//! Whatever people do to reviews, one after the other or at once: the ratings are what the rows add up to.

use domain::locale::Locale;
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{Error, Services, reviews};
use testkit::{TestShop, World, on_both};

use super::{another, delivered, says, write};
use crate::{curation::curator, shopping::scope};

/// Sequences on each database, and acts in each.
const SEQUENCES: usize = 6;
const ACTS: usize = 25;
/// Everybody at once, so many times.
const ROUNDS: i64 = 6;

/// Does one of the things that can be done to a review; a refusal is an answer too.
async fn act(services: Services, shop: TestShop, curator: i64, token: String, id: String, kind: u8, stars: i64) {
    let result = match kind {
        0..=2 => reviews::edit(&services, &token, &id, &says(stars, "Lain"), vec![], None).await.map(drop),
        3 | 4 => reviews::hide(&services, curator, &id, "Kasar").await.map(drop),
        5 | 6 => reviews::restore(&services, curator, &id, "Sudah baik").await.map(drop),
        7 => reviews::reply(&services, scope(&shop), &id, "Terima kasih", Locale::Id).await.map(drop),
        8 => {
            let reason = domain::review::ReportReason::Untrue;
            reviews::report(&services, &id, &reviews::ReportRequest { reason, note: None }, Some(curator)).await
        }
        _ => reviews::remove(&services, &token, &id, None).await.map(drop),
    };
    match result {
        Ok(()) | Err(Error::Rejected(_) | Error::NotFound | Error::TooManyRequests { .. }) => {}
        Err(error) => panic!("{kind}: {error}"),
    }
}

/// A shop with reviews of three orders: the secret of each and the review's id.
async fn reviewed(world: &World) -> (TestShop, Vec<(String, String)>) {
    let (shop, mug, first) = delivered(world).await;
    let mut all = Vec::new();
    for (stars, placed) in [(5, first), (3, another(world, &shop, &mug).await), (1, another(world, &shop, &mug).await)]
    {
        let own = write(world, &placed, &mug, &says(stars, "Awal")).await.unwrap();
        all.push((placed.orders[0].token.clone(), own.review.id));
    }
    (shop, all)
}

#[tokio::test(flavor = "multi_thread")]
async fn ratings_are_exact_after_any_acts() {
    on_both(async |world| {
        let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let strategy = prop::collection::vec((0_u8..10, 0_usize..3, 1_i64..6), ACTS);
        let (shop, all) = reviewed(&world).await;
        let curator = curator(&world, "Kurator").await.id;
        for _ in 0..SEQUENCES {
            for (kind, which, stars) in strategy.new_tree(&mut runner).unwrap().current() {
                let (token, id) = all[which].clone();
                act(world.services.clone(), shop.clone(), curator, token, id, kind, stars).await;
            }
            world.assert_invariants().await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ratings_are_exact_after_acts_at_once() {
    on_both(async |world| {
        let (shop, all) = reviewed(&world).await;
        let curator = curator(&world, "Kurator").await.id;
        for round in 0..ROUNDS {
            let acts: Vec<_> = (0..12_u8)
                .map(|turn| {
                    let (token, id) = all[usize::from(turn) % all.len()].clone();
                    // In the last round somebody takes reviews back as well.
                    let kind = if round == ROUNDS - 1 { turn } else { turn % 9 };
                    let stars = i64::from(turn + 1) % 5 + 1;
                    tokio::spawn(act(world.services.clone(), shop.clone(), curator, token, id, kind, stars))
                })
                .collect();
            for running in acts {
                running.await.unwrap();
            }
            world.assert_invariants().await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_written_twice_at_once_has_one_review() {
    on_both(async |world| {
        let (_, mug, placed) = delivered(&world).await;
        let token = placed.orders[0].token.clone();
        let tries: Vec<_> = (1..=5)
            .map(|stars| {
                let (services, token, variant) = (world.services.clone(), token.clone(), mug.variant.clone());
                tokio::spawn(async move {
                    reviews::write(&services, &token, &variant, &says(stars, ""), vec![], None).await.is_ok()
                })
            })
            .collect();
        let mut written = 0;
        for running in tries {
            written += i32::from(running.await.unwrap());
        }
        assert_eq!(written, 1);
        world.assert_invariants().await;
    })
    .await;
}
