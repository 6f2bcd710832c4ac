//! Captured money whose order is not alive is where people see it.

use domain::{money::Rupiah, payment::PaymentMethod, unmatched::UnmatchedStatus};
use services::{ledger, payments, timers};
use testkit::{World, on_both};

use crate::shopping::{OWN_DELIVERY, place, request, scope};

const PRICE: i64 = 50_000;
const MINUTE_MILLIS: i64 = 60_000;

/// An order that expired although its money was captured just now; its number.
async fn stray(world: &World) -> (testkit::TestShop, String) {
    let shop = world.shop("dinoyo").await;
    let vase = world.product(&shop).price(PRICE).stock(5).create().await;
    let mut body = request(&[(&vase, 1)], &[&shop], PRICE + OWN_DELIVERY);
    body.payment = PaymentMethod::Transfer;
    let placed = place(world, &body).await.unwrap();
    let number = placed.orders[0].number.clone();
    let now = world.services.now().millis();
    world.sql("UPDATE payment SET status = 'captured', captured_at = $1 RETURNING id", [now.into()]).await;
    world.sql("UPDATE seller_order SET status = 'expired' RETURNING id", []).await;
    (shop, number)
}

#[tokio::test]
async fn money_of_an_expired_order_is_shown_after_five_minutes_once() {
    on_both(async |world| {
        let (shop, number) = stray(&world).await;
        assert_eq!(ledger::collect_stray(&world.services).await.unwrap(), 0, "it may be on its way to its order");
        world.clock.advance_millis(5 * MINUTE_MILLIS + 1);
        assert_eq!(ledger::collect_stray(&world.services).await.unwrap(), 1);
        assert_eq!(ledger::collect_stray(&world.services).await.unwrap(), 0, "once");
        let queue = payments::queue(&world.services).await.unwrap().unmatched;
        let [item] = queue.as_slice() else { panic!("{queue:?}") };
        let paid = world.sql("SELECT amount FROM payment", []).await;
        assert_eq!((item.order.as_deref(), item.amount), (Some(number.as_str()), Rupiah::new(paid)));
        assert_eq!((item.status, item.shop.as_str()), (UnmatchedStatus::Open, shop.slug.as_str()));
        let lines = "SELECT COUNT(*) FROM audit_event WHERE action = 'unmatched_found' AND actor = 'system'";
        assert_eq!(world.sql(lines, []).await, 1);
        let resolution = payments::Resolution { status: UnmatchedStatus::Returned, reference: "BCA 0001".to_owned() };
        payments::resolve(&world.services, scope(&shop), &item.id, &resolution).await.unwrap();
        timers::run_due(&world.services).await.unwrap();
        assert!(payments::queue(&world.services).await.unwrap().unmatched.is_empty(), "what is done stays done");
    })
    .await;
}

#[tokio::test]
async fn what_a_refund_gives_back_is_not_stray() {
    on_both(async |world| {
        let (_, number) = stray(&world).await;
        let refund = "INSERT INTO refund (public_id, order_id, payment_id, method, status, amount, goods_amount,
                shipping_amount, goodwill_amount, reason, requested_as, requested_at)
            SELECT $1, o.id, h.payment_id, 'manual_transfer', $2, $3, 0, 0, $3, 'Terlambat', 'system', 0
            FROM seller_order o JOIN payment_share h ON h.order_id = o.id WHERE o.number = $4 RETURNING id";
        let all = world.sql("SELECT amount FROM payment", []).await;
        for (id, amount, status) in [("rfd_a", all, "failed"), ("rfd_b", all - 1_000, "approved")] {
            world.sql(refund, [id.into(), status.into(), amount.into(), number.as_str().into()]).await;
        }
        world.clock.advance_hours(1);
        assert_eq!(ledger::collect_stray(&world.services).await.unwrap(), 1);
        assert_eq!(payments::queue(&world.services).await.unwrap().unmatched[0].amount, Rupiah::new(1_000));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn runs_at_the_same_time_write_it_down_once() {
    on_both(async |world| {
        stray(&world).await;
        world.clock.advance_hours(1);
        let runs: Vec<_> = (0..8)
            .map(|_| {
                let services = world.services.clone();
                tokio::spawn(async move { ledger::collect_stray(&services).await })
            })
            .collect();
        let mut found = 0;
        for run in runs {
            found += run.await.unwrap().unwrap();
        }
        assert_eq!((found, world.sql("SELECT COUNT(*) FROM unmatched_payment", []).await), (1, 1));
    })
    .await;
}
