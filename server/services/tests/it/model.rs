//! Thousands of random operations against a small model of one shop, on both databases.

mod expected;

use domain::{fulfilment::DeliveryMethod, payment::PaymentMethod};
use expected::{Act, Model};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{Error, RejectionCode, fulfilment, orders, stock, timers};
use testkit::{TestProduct, TestShop, World};

use crate::shopping::{OWN_DELIVERY, available, place, rejection, request, scope};

const PRICE: i64 = 30_000;
/// Operations on each database, in every run and in the long one.
const STEPS: usize = 10_000;
const MANY_STEPS: usize = 500_000;
/// After so many operations all rows are looked at, not only those that were touched.
const EVERYTHING: usize = 1_000;
/// After so many operations a new shelf is begun: each look at one reads its whole history.
const SHELF: usize = 4_000;
/// Pieces on a new shelf.
const PIECES: i64 = 40;
/// Orders that operations choose from; older ones rest.
const RECENT: usize = 12;

/// What is done next; an order is chosen among the recent ones.
#[derive(Debug, Clone, Copy)]
enum Operation {
    Checkout { quantity: i64, is_transfer: bool },
    Act(usize, Act),
    Count(i64),
    Wait(i64),
}

fn operations() -> impl Strategy<Value = Operation> {
    prop_oneof![
        4 => (1_i64..5, any::<bool>()).prop_map(|(quantity, is_transfer)| Operation::Checkout { quantity, is_transfer }),
        10 => (0..RECENT, prop::sample::select(Act::ALL)).prop_map(|(order, act)| Operation::Act(order, act)),
        1 => (0_i64..60).prop_map(Operation::Count),
        1 => (1_i64..30).prop_map(Operation::Wait),
    ]
}

struct Placed {
    number: String,
    token: String,
    group_id: i64,
}

#[tokio::test]
async fn a_shop_does_what_its_model_does_on_sqlite() {
    run(World::sqlite().await, STEPS).await;
}

#[tokio::test]
async fn a_shop_does_what_its_model_does_on_postgres() {
    run(World::postgres().await, STEPS).await;
}

#[tokio::test]
#[ignore = "long: runs with the nightly tests"]
async fn a_shop_does_what_its_model_does_for_long_on_sqlite() {
    run(World::sqlite().await, MANY_STEPS).await;
}

#[tokio::test]
#[ignore = "long: runs with the nightly tests"]
async fn a_shop_does_what_its_model_does_for_long_on_postgres() {
    run(World::postgres().await, MANY_STEPS).await;
}

async fn run(world: World, steps: usize) {
    let shop = world.shop("dinoyo").await;
    let mut mug = world.product(&shop).price(PRICE).stock(PIECES).create().await;
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (mut model, mut placed) = (Model::new(PIECES), Vec::new());
    for step in 1..=steps {
        if step % SHELF == 0 {
            mug = world.product(&shop).price(PRICE).stock(PIECES).create().await;
            (model, placed) = (Model::new(PIECES), Vec::new());
        }
        let operation = operations().new_tree(&mut runner).unwrap().current();
        let touched = carry_out(&world, (&shop, &mug), operation, &mut model, &mut placed).await;
        let context = format!("step {step}: {operation:?}");
        assert_eq!(available(&world, &mug).await, model.available(), "{context}");
        world.assert_invariants_of(touched, mug.variant_id).await;
        if step % EVERYTHING == 0 || step == steps {
            world.assert_invariants().await;
        }
    }
}

/// Does it in the shop and in the model, which have to agree; the key of the checkout that was touched.
async fn carry_out(
    world: &World,
    (shop, mug): (&TestShop, &TestProduct),
    operation: Operation,
    model: &mut Model,
    placed: &mut Vec<Placed>,
) -> i64 {
    let services = &world.services;
    match operation {
        Operation::Checkout { quantity, is_transfer } => {
            let mut body = request(&[(mug, quantity)], &[shop], quantity * PRICE + OWN_DELIVERY);
            body.payment = if is_transfer { PaymentMethod::Transfer } else { PaymentMethod::Cod };
            body.deliveries[0].method = DeliveryMethod::SellerDelivery;
            match place(world, &body).await {
                Ok(answer) => {
                    assert!(model.place(quantity, is_transfer, services.now()), "sold what is not there");
                    let key = "SELECT id FROM checkout_group WHERE public_id = $1";
                    let group_id = world.sql(key, [answer.group.as_str().into()]).await;
                    let order = &answer.orders[0];
                    placed.push(Placed { number: order.number.clone(), token: order.token.clone(), group_id });
                    group_id
                }
                Err(error) => {
                    assert_eq!(rejection(error).code, RejectionCode::OutOfStock);
                    assert!(!model.place(quantity, is_transfer, services.now()), "refused what is there");
                    0
                }
            }
        }
        Operation::Act(choice, act) => {
            if placed.is_empty() {
                return 0;
            }
            let index = placed.len() - 1 - choice.min(placed.len() - 1);
            let order = &placed[index];
            let done = act_on(world, shop, order, act).await;
            let expected = model.act(index, act, services.now());
            match done {
                Ok(()) => assert!(expected, "{act:?} was not to be done"),
                Err(error) => {
                    assert_eq!(rejection(error).code, RejectionCode::InvalidState, "{act:?}");
                    assert!(!expected, "{act:?} was to be done");
                }
            }
            order.group_id
        }
        Operation::Count(pieces) => {
            let counted = stock::set_on_hand(services, scope(shop), &mug.variant, pieces, None).await;
            assert_eq!(counted.is_ok(), model.count(pieces), "count of {pieces}");
            0
        }
        Operation::Wait(hours) => {
            world.clock.advance_hours(hours);
            timers::run_due(services).await.unwrap();
            model.wait(services.now());
            0
        }
    }
}

async fn act_on(world: &World, shop: &TestShop, order: &Placed, act: Act) -> Result<(), Error> {
    let (services, scope, number) = (&world.services, scope(shop), order.number.as_str());
    match act {
        Act::Cancel => orders::cancel(services, &order.token, None).await.map(drop),
        Act::Confirm => fulfilment::confirm(services, scope, number).await.map(drop),
        Act::Reject => fulfilment::reject(services, scope, number, "Tidak sanggup").await.map(drop),
        Act::ConfirmPayment => fulfilment::payment_confirm(services, scope, number).await.map(drop),
        Act::Ready => fulfilment::ready(services, scope, number).await.map(drop),
        Act::Ship => fulfilment::ship(services, scope, number, None, None).await.map(drop),
        Act::Deliver => fulfilment::deliver(services, scope, number).await.map(drop),
        Act::Receive => orders::received(services, &order.token, None).await.map(drop),
    }
}
