//! Which lots an order takes from, for random shelves, on both databases.

use std::collections::HashMap;

use domain::{
    shelf_life,
    time::{Date, Zone},
};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{RejectionCode, orders};
use testkit::{TestProduct, World, on_both};

use crate::shopping::{OWN_DELIVERY, place, rejection, request};

/// Shelves of each database.
const SHELVES: usize = 60;
const SHELF_LIFE: i64 = 60;
const REMAINING_PERCENT: i64 = 20;

/// Free pieces of each lot, and its last day.
async fn lots(world: &World, product: &TestProduct) -> HashMap<i64, (Date, i64)> {
    let text =
        "SELECT CAST(k.id AS TEXT) || ' ' || l.best_before || ' ' || CAST(k.on_hand - k.allocated - k.held AS TEXT)
        FROM stock k JOIN lot l ON l.id = k.lot_id WHERE k.variant_id = $1";
    let rows = world.texts(text, [product.variant_id.into()]).await;
    rows.iter()
        .map(|row| {
            let [id, day, free] = row.split(' ').collect::<Vec<_>>().try_into().unwrap();
            (id.parse().unwrap(), (day.parse().unwrap(), free.parse().unwrap()))
        })
        .collect()
}

#[tokio::test]
async fn the_lot_that_spoils_first_goes_first_and_none_arrives_too_old() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let today = Date::from_timestamp(world.services.now(), Zone::Wib);
        let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let shelves = (prop::collection::vec((0_i64..40, 0_i64..6), 0..6), 1_i64..9);
        let (mut placed, mut refused) = (0, 0);
        for _ in 0..SHELVES {
            let (shelf, wanted) = shelves.new_tree(&mut runner).unwrap().current();
            let mut chips = world.product(&shop).price(20_000).keeps(SHELF_LIFE);
            for (days, pieces) in shelf {
                chips = chips.lot(pieces, &today.plus_days(days).to_string());
            }
            let chips = chips.create().await;
            let before = lots(&world, &chips).await;
            let answer = place(&world, &request(&[(&chips, wanted)], &[&shop], wanted * 20_000 + OWN_DELIVERY)).await;
            let after = lots(&world, &chips).await;
            // The seller's own people bring it two days after it was ordered, at the latest.
            let arrival = today.plus_days(2);
            let least = shelf_life::minimum_remaining(SHELF_LIFE, REMAINING_PERCENT);
            let is_good = |day: Date| shelf_life::arrives_in_time(day, arrival, least);
            let good: i64 = before.values().filter(|(day, _)| is_good(*day)).map(|(_, free)| free).sum();
            match answer {
                Ok(group) => {
                    placed += 1;
                    let order = orders::by_token(&world.services, &group.orders[0].token).await.unwrap();
                    assert_eq!(order.detail.arrives_to, arrival);
                    let taken = |id: &i64| before[id].1 - after[id].1;
                    assert_eq!(after.keys().map(taken).sum::<i64>(), wanted);
                    for (id, (day, _)) in &before {
                        assert!(taken(id) >= 0 && (taken(id) == 0 || is_good(*day)), "{before:?} {after:?}");
                        let older = before.iter().filter(|(_, (other, _))| other < day && is_good(*other));
                        let is_in_turn = older.clone().all(|(other, _)| after[other].1 == 0);
                        assert!(taken(id) == 0 || is_in_turn, "{before:?} {after:?}");
                    }
                }
                Err(error) => {
                    refused += 1;
                    let code = rejection(error).code;
                    assert!(matches!(code, RejectionCode::OutOfStock | RejectionCode::NotDeliverable), "{code:?}");
                    assert!(good < wanted, "{before:?} {wanted}");
                    assert_eq!(before, after);
                }
            }
        }
        assert!(placed > 10 && refused > 10, "{placed} placed, {refused} refused");
        world.assert_invariants().await;
    })
    .await;
}
