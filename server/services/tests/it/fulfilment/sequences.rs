//! Any sequence of commands on an order: what is done stays done, and the shelf adds up.

use domain::{fulfilment::DeliveryMethod, payment::PaymentMethod};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{Error, RejectionCode, fulfilment, orders, timers};
use testkit::{World, on_both};

use super::{buy, shelf};
use crate::shopping::{assert_counters_fit, rejection, scope};

/// Sequences on each database.
const SEQUENCES: usize = 12;

async fn run(world: &World, command: u8, number: &str, token: &str, shop: &testkit::TestShop) -> Result<(), Error> {
    let (services, scope) = (&world.services, scope(shop));
    match command {
        0 => orders::cancel(services, token, None).await.map(drop),
        1 => fulfilment::confirm(services, scope, number).await.map(drop),
        2 => fulfilment::reject(services, scope, number, "Tidak sanggup").await.map(drop),
        3 => fulfilment::payment_confirm(services, scope, number).await.map(drop),
        4 => fulfilment::payment_reject(services, scope, number, "Belum masuk").await.map(drop),
        5 => fulfilment::ready(services, scope, number).await.map(drop),
        6 => fulfilment::ship(services, scope, number, Some("Kurir"), Some("CTH0001")).await.map(drop),
        7 => fulfilment::deliver(services, scope, number).await.map(drop),
        8 => orders::received(services, token, None).await.map(drop),
        _ => {
            world.clock.advance_hours(20);
            timers::run_due(services).await
        }
    }
}

#[tokio::test]
async fn any_sequence_of_commands_keeps_ends_final_and_the_shelf_right() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let config = Config::default();
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let strategy = (prop::collection::vec(0_u8..10, 1..14), 0_usize..3, any::<bool>());
        for _ in 0..SEQUENCES {
            let (commands, method, is_transfer) = strategy.new_tree(&mut runner).unwrap().current();
            let method = DeliveryMethod::ALL[method];
            let is_transfer = is_transfer || method == DeliveryMethod::Courier;
            let payment = if is_transfer { PaymentMethod::Transfer } else { PaymentMethod::Cod };
            world.sql("UPDATE stock SET on_hand = allocated + held + 10 WHERE variant_id = $1 RETURNING id", [
                mug.variant_id.into(),
            ])
            .await;
            let placed = buy(&world, &shop, &mug, method, payment).await;
            let order = &placed.orders[0];
            let mut last = order.status;
            for command in &commands {
                if let Err(error) = run(&world, *command, &order.number, &order.token, &shop).await {
                    assert_eq!(rejection(error).code, RejectionCode::InvalidState, "{commands:?}");
                }
                let view = orders::by_token(&world.services, &order.token).await.unwrap();
                assert!(!last.is_terminal() || view.summary.status == last, "{commands:?}");
                last = view.summary.status;
                assert_eq!(view.summary.total, view.summary.payment.amount);
                assert_counters_fit(&world).await;
            }
        }
        let twice = world
            .sql("SELECT COUNT(*) FROM stock_hold WHERE (state IN ('held', 'allocated')) = (ended_at IS NOT NULL AND state <> 'allocated')", [])
            .await;
        assert_eq!(twice, 0, "a hold that ended has a time, a live one has none");
    })
    .await;
}
