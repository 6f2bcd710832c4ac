//! Any sequence of refunds: never above what came in, and what reaches full is exactly that.

use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::refunds::{self, RefundLineRequest, RefundRequest};
use testkit::on_both;

use super::{free, paid_at};
use crate::shopping::scope;

/// Sequences on each database.
const SEQUENCES: usize = 12;

#[tokio::test]
async fn any_steps_that_reach_full_give_back_exactly_what_was_paid() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(super::PRICE).stock(1_000).create().await;
        let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let strategy = (1_i64..8, prop::collection::vec((0_u8..4, 0_i64..6, 0_i64..40_000), 1..8));
        for _ in 0..SEQUENCES {
            let (quantity, steps) = strategy.new_tree(&mut runner).unwrap().current();
            let placed = paid_at(&world, &shop, &mug, quantity).await;
            let (order, services) = (&placed.orders[0], &world.services);
            let ask =
                async |request: RefundRequest| refunds::request(services, scope(&shop), &order.number, &request).await;
            let line = |pieces| vec![RefundLineRequest { variant: mug.variant.clone(), pieces }];
            let why = || "Sesuai janji".to_owned();
            for (kind, count, amount) in steps {
                let request = match kind {
                    0 => free(amount),
                    1 => RefundRequest { shipping: amount, reason: why(), ..RefundRequest::default() },
                    _ => RefundRequest { lines: line(count), reason: why(), ..RefundRequest::default() },
                };
                let asked = ask(request).await;
                // Some of them come back and are given again.
                if let (3, Ok(refund)) = (kind, &asked) {
                    refunds::mark_failed(services, scope(&shop), &refund.id, "Rekening salah").await.unwrap();
                }
                let now = refunds::of_order(services, scope(&shop), &order.number).await.unwrap();
                assert!(now.left.get() >= 0 && now.left <= order.total);
            }
            let now = refunds::of_order(services, scope(&shop), &order.number).await.unwrap();
            let goodwill = world
                .sql(
                    "SELECT CAST(COALESCE(SUM(r.goodwill_amount), 0) AS BIGINT) FROM refund r
                     JOIN seller_order o ON o.id = r.order_id WHERE o.number = $1 AND r.status <> 'failed'",
                    [order.number.clone().into()],
                )
                .await;
            let rest = if goodwill > 0 {
                free(now.left.get())
            } else {
                let lines = now
                    .lines
                    .iter()
                    .map(|item| RefundLineRequest { variant: item.variant.clone(), pieces: item.pieces });
                let (lines, shipping) = (lines.collect(), now.shipping_left.get());
                RefundRequest { lines, shipping, reason: why(), ..RefundRequest::default() }
            };
            if now.left.get() > 0 {
                ask(rest).await.unwrap();
            }
            let given = world
                .sql(
                    "SELECT CAST(SUM(r.amount) AS BIGINT) FROM refund r JOIN seller_order o ON o.id = r.order_id
                     WHERE o.number = $1 AND r.status <> 'failed'",
                    [order.number.clone().into()],
                )
                .await;
            assert_eq!(given, order.total.get());
        }
    })
    .await;
}
