use domain::{actor::Actor, order::OrderStatus, payment::PaymentStatus, refund::RefundStatus};
use services::{fulfilment, ledger, orders, refunds, timers};
use testkit::{Fault, SessionState};

use super::{Scene, TOTAL, on_both_with_cards};
use crate::shopping::{available, scope};

const MINUTE_MILLIS: i64 = 60_000;

/// Both orders are over as before, and all of the money went back, once.
async fn assert_given_back(scene: &Scene, payment: &str, placed: &services::checkout::PlacedGroup) {
    assert_eq!(scene.stripe.refunded(payment), TOTAL * 100);
    let fee = TOTAL * 29 / 1_000 + 2_000;
    assert_eq!((scene.balance("shop").await, scene.balance("platform").await), (0, -fee));
    for order in &placed.orders {
        let refunds = refunds::by_token(scene.services(), &order.token).await.unwrap();
        let [refund] = refunds.as_slice() else { panic!("{refunds:?}") };
        assert_eq!((refund.status, refund.amount), (RefundStatus::Succeeded, order.total));
    }
    scene.world.assert_invariants().await;
}

#[tokio::test]
async fn an_unpaid_session_ends_and_the_pieces_are_for_sale_again() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        assert_eq!(available(&scene.world, &scene.goods[0]).await, 9_998);
        scene.world.clock.advance_millis(34 * MINUTE_MILLIS);
        timers::run_due(scene.services()).await.unwrap();
        scene.work().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingPayment; 2]);
        scene.world.clock.advance_millis(MINUTE_MILLIS);
        scene.stripe.expire(&scene.session(&placed).await);
        scene.tell().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::Expired; 2]);
        assert_eq!(available(&scene.world, &scene.goods[0]).await, 10_000);
        scene.world.assert_invariants().await;

        // Nobody told us: the timer asks.
        let silent = scene.place().await;
        scene.world.clock.advance_millis(45 * MINUTE_MILLIS);
        timers::run_due(scene.services()).await.unwrap();
        scene.work().await;
        assert_eq!(scene.statuses(&silent).await, [OrderStatus::Expired; 2]);
        assert_eq!(scene.stripe.session_state(&scene.session(&silent).await), SessionState::Expired);
        scene.tell().await;
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn money_that_nobody_told_us_of_is_found_within_minutes() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let _ = scene.stripe.pay(&scene.session(&placed).await);
        scene.world.clock.advance_millis(5 * MINUTE_MILLIS);
        timers::run_due(scene.services()).await.unwrap();
        scene.work().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingConfirmation; 2]);
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn money_in_the_last_moment_counts_and_money_after_the_end_goes_back() {
    on_both_with_cards(async |scene| {
        let (first, second) = (scene.place().await, scene.place().await);
        let _ = scene.stripe.pay(&scene.session(&first).await);
        scene.world.clock.advance_millis(46 * MINUTE_MILLIS);
        timers::run_due(scene.services()).await.unwrap();
        scene.work().await;
        assert_eq!(scene.statuses(&first).await, [OrderStatus::AwaitingConfirmation; 2], "paid in time");
        assert_eq!(scene.statuses(&second).await, [OrderStatus::Expired; 2]);
        for (order, shop) in first.orders.iter().zip(&scene.shops) {
            let why = "Tungku rusak";
            fulfilment::reject(scene.services(), scope(shop), &order.number, why).await.unwrap();
        }
        scene.work().await;
        let before = scene.balance("platform").await;

        let session = scene.session(&second).await;
        let payment = scene.stripe.force_payment(&session, TOTAL * 100, "idr");
        scene.tell().await;
        scene.tell().await;
        for order in scene.orders(&second).await {
            let states = (order.summary.status, order.summary.payment.status);
            assert_eq!(states, (OrderStatus::Expired, PaymentStatus::Expired), "what is over stays over");
        }
        assert_eq!(scene.count("payment WHERE late_of IS NOT NULL AND status = 'captured'").await, 1);
        assert_eq!(scene.stripe.refunded(&payment), TOTAL * 100);
        assert_eq!(scene.balance("platform").await - before, -(TOTAL * 29 / 1_000 + 2_000), "we bear that fee");
        scene.world.clock.advance_hours(1);
        assert_eq!(ledger::collect_stray(scene.services()).await.unwrap(), 0);
        let report = ledger::reconcile(scene.services()).await.unwrap();
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_checkout_that_is_called_off_closes_its_session_and_gives_late_money_back() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        orders::cancel(scene.services(), &placed.orders[0].token, None).await.unwrap();
        let [one, two] = &scene.orders(&placed).await[..] else { panic!("two orders") };
        assert_eq!((one.summary.status, one.summary.payment.status), (OrderStatus::Cancelled, PaymentStatus::Pending));
        assert_eq!(two.summary.status, OrderStatus::AwaitingPayment);
        scene.world.assert_invariants().await;
        orders::cancel(scene.services(), &placed.orders[1].token, None).await.unwrap();
        assert_eq!(scene.orders(&placed).await[1].summary.payment.status, PaymentStatus::Cancelled);
        let session = scene.session(&placed).await;
        // The buyer was on the provider's page, and was faster than we.
        let payment = scene.stripe.pay(&session);
        scene.work().await;
        scene.tell().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::Cancelled; 2]);
        assert_given_back(&scene, &payment, &placed).await;

        let other = scene.place().await;
        for order in &other.orders {
            orders::cancel(scene.services(), &order.token, None).await.unwrap();
        }
        scene.work().await;
        assert_eq!(scene.stripe.session_state(&scene.session(&other).await), SessionState::Expired);
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn an_order_that_was_called_off_before_the_money_came_gets_its_share_back_and_the_other_goes_on() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        orders::cancel(scene.services(), &placed.orders[0].token, None).await.unwrap();
        let payment = scene.stripe.pay(&scene.session(&placed).await);
        scene.tell().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::Cancelled, OrderStatus::AwaitingConfirmation]);
        assert_eq!(scene.stripe.refunded(&payment), placed.orders[0].total.get() * 100);
        let other = refunds::by_token(scene.services(), &placed.orders[1].token).await.unwrap();
        assert!(other.is_empty(), "a sibling's money is untouchable");
        scene.world.assert_invariants().await;

        let third = scene.place().await;
        orders::cancel(scene.services(), &third.orders[1].token, None).await.unwrap();
        scene.stripe.expire(&scene.session(&third).await);
        scene.tell().await;
        assert_eq!(scene.statuses(&third).await, [OrderStatus::Expired, OrderStatus::Cancelled]);
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_payment_ends_without_word_from_a_provider_that_is_away() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let session = scene.session(&placed).await;
        // It answers questions, and closes nothing.
        scene.stripe.fail(Fault::Before, u32::MAX);
        scene.world.clock.advance_millis(34 * MINUTE_MILLIS);
        timers::run_due(scene.services()).await.unwrap();
        scene.work().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingPayment; 2]);
        scene.world.clock.advance_millis(30 * MINUTE_MILLIS);
        timers::run_due(scene.services()).await.unwrap();
        scene.work().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::Expired; 2]);
        scene.stripe.fail(Fault::Before, 0);
        let payment = scene.stripe.force_payment(&session, TOTAL * 100, "idr");
        scene.tell().await;
        assert_given_back(&scene, &payment, &placed).await;
        let events = scene.orders(&placed).await.remove(0).events;
        assert!(events.iter().any(|event| event.kind == "expired" && event.actor == Actor::System.as_str()));
    })
    .await;
}
