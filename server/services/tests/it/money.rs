//! Thousands of random acts on money and orders of a shop, on both databases: placing, paying, cards, refunds, complaints,
//! payouts, timers. Whether each may be done is the business of other tests; here whatever was done or refused leaves money, stock
//! and orders as promised, and in the end everything was done at least some times.

mod acts;
mod desk;
mod stripe;

use std::collections::BTreeMap;

use acts::{ACTS, Act};
use desk::Desk;
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{Error, RejectionCode, ledger};
use testkit::World;

/// Acts on each database, in every run and in the long one; as many more are done against the model of a shop.
const STEPS: usize = 10_000;
const MANY_STEPS: usize = 500_000;
/// After so many acts all rows are looked at, not only those that were touched.
const EVERYTHING: usize = 1_000;
/// After so many acts a new shop is begun: each look at one reads its whole history.
const SHELF: usize = 2_500;
/// Orders that acts choose from; older ones rest.
const RECENT: usize = 5;
/// One act in so many is the one that was done the least so far: some find what they need but seldom.
const SELDOM: usize = 8;
/// How often each act has to be done at least.
const AT_LEAST: usize = 3;

#[tokio::test]
async fn money_is_as_promised_whatever_is_done_on_sqlite() {
    run(World::sqlite().await, STEPS).await;
}

#[tokio::test]
async fn money_is_as_promised_whatever_is_done_on_postgres() {
    run(World::postgres().await, STEPS).await;
}

#[tokio::test]
#[ignore = "long: runs with the nightly tests"]
async fn money_is_as_promised_whatever_is_done_for_long_on_sqlite() {
    run(World::sqlite().await, MANY_STEPS).await;
}

#[tokio::test]
#[ignore = "long: runs with the nightly tests"]
async fn money_is_as_promised_whatever_is_done_for_long_on_postgres() {
    run(World::postgres().await, MANY_STEPS).await;
}

/// Tells what was done when something breaks.
struct Now(usize, Act);

impl Drop for Now {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("step {}: {:?}", self.0, self.1);
        }
    }
}

async fn run(world: World, steps: usize) {
    let mut desk = Desk::open(world).await;
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let acts = prop::strategy::Union::new_weighted(ACTS.iter().map(|&(weight, act)| (weight, Just(act))).collect());
    let strategy = (acts, 0..RECENT, any::<bool>());
    let mut done: BTreeMap<Act, usize> = ACTS.iter().map(|&(_, act)| (act, 0)).collect();
    for step in 1..=steps {
        if step % SHELF == 0 {
            desk.begin_shop().await;
        }
        let (drawn, choice, first) = strategy.new_tree(&mut runner).unwrap().current();
        let rarest = done.iter().min_by_key(|(_, count)| **count).map(|(&act, _)| act);
        let act = rarest.filter(|_| step % SELDOM == 0).unwrap_or(drawn);
        let _now = Now(step, act);
        let chosen = desk.subject(act, choice);
        match desk.carry_out(act, chosen, usize::from(first)).await {
            Ok(true) => {
                *done.entry(act).or_default() += 1;
                desk.note(act, chosen);
            }
            Ok(false) | Err(Error::TooManyRequests { .. }) => {}
            Err(Error::Rejected(refused)) => {
                let is_refusal = matches!(refused.code, RejectionCode::InvalidState | RejectionCode::Invalid);
                assert!(is_refusal, "step {step}: {act:?}: {refused:?}");
            }
            Err(error) => panic!("step {step}: {act:?}: {error}"),
        }
        let touched = chosen.or(desk.placed.len().checked_sub(1)).map_or(0, |index| desk.placed[index].group_id);
        desk.world.assert_invariants_of(touched, desk.mug.variant_id).await;
        if step % EVERYTHING == 0 || step == steps {
            desk.world.assert_invariants().await;
            let report = ledger::reconcile(&desk.world.services).await.unwrap();
            assert!(report.findings.is_empty(), "step {step}: {:?}", report.findings);
        }
    }
    let seldom: Vec<_> = done.iter().filter(|(_, count)| **count < AT_LEAST).collect();
    assert!(seldom.is_empty(), "hardly ever done: {seldom:?}");
}
