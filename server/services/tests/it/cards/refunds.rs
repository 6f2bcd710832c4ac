use domain::{money::Rupiah, refund::RefundStatus};
use services::{
    checkout::PlacedGroup,
    fulfilment,
    refunds::{self, RefundRequest, RefundView},
    timers,
};
use testkit::{Fault, RefundMode};

use super::{Scene, on_both_with_cards};
use crate::{curation::curator, shopping::scope};

async fn paid(scene: &Scene) -> (PlacedGroup, String) {
    let placed = scene.place().await;
    let payment = scene.stripe.pay(&scene.session(&placed).await);
    scene.tell().await;
    for (order, shop) in placed.orders.iter().zip(&scene.shops) {
        fulfilment::confirm(scene.services(), scope(shop), &order.number).await.unwrap();
    }
    (placed, payment)
}

async fn ask(scene: &Scene, placed: &PlacedGroup, amount: i64) -> RefundView {
    let request = RefundRequest { amount, reason: "Retak di jalan".to_owned(), ..RefundRequest::default() };
    refunds::request(scene.services(), scope(&scene.shops[0]), &placed.orders[0].number, &request).await.unwrap()
}

async fn status(scene: &Scene, placed: &PlacedGroup) -> RefundStatus {
    refunds::by_token(scene.services(), &placed.orders[0].token).await.unwrap().pop().unwrap().status
}

#[tokio::test]
async fn a_refund_goes_out_once_even_when_the_answer_is_lost() {
    on_both_with_cards(async |scene| {
        let (placed, payment) = paid(&scene).await;
        for (number, fault) in [(1, None), (2, Some(Fault::Before)), (3, Some(Fault::After))] {
            if let Some(fault) = fault {
                scene.stripe.fail(fault, 1);
            }
            let refund = ask(&scene, &placed, 1_000).await;
            assert_eq!(refund.status, RefundStatus::Approved);
            scene.work().await;
            if fault.is_some() {
                assert_eq!(status(&scene, &placed).await, RefundStatus::Approved, "not known yet");
                scene.world.clock.advance_hours(25);
                timers::run_due(scene.services()).await.unwrap();
                scene.work().await;
            }
            assert_eq!(status(&scene, &placed).await, RefundStatus::Succeeded);
            assert_eq!(scene.stripe.refunded(&payment), number * 100_000);
        }
        scene.tell().await;
        assert_eq!(scene.stripe.refunded(&payment), 300_000);
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_refund_that_waits_ends_when_the_provider_says_so_or_is_asked() {
    on_both_with_cards(async |scene| {
        let (placed, _) = paid(&scene).await;
        scene.stripe.set_refunds(RefundMode::Wait);
        for is_told in [true, false] {
            let refund = ask(&scene, &placed, 2_000).await;
            scene.work().await;
            assert_eq!(status(&scene, &placed).await, RefundStatus::Sent);
            let text = "SELECT reference FROM refund WHERE public_id = $1";
            let reference = scene.world.texts(text, [refund.id.as_str().into()]).await.remove(0);
            scene.stripe.end_refund(&reference, true);
            if is_told {
                scene.tell().await;
            } else {
                scene.world.clock.advance_hours(1);
                timers::run_due(scene.services()).await.unwrap();
                scene.work().await;
            }
            assert_eq!(status(&scene, &placed).await, RefundStatus::Succeeded);
        }
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_refused_refund_is_seen_by_a_curator_who_asks_again() {
    on_both_with_cards(async |scene| {
        let (placed, payment) = paid(&scene).await;
        scene.stripe.set_refunds(RefundMode::Fail);
        let refund = ask(&scene, &placed, 2_000).await;
        scene.work().await;
        assert_eq!(status(&scene, &placed).await, RefundStatus::Failed);
        let refused = refunds::failed(scene.services()).await.unwrap();
        assert_eq!(refused.iter().map(|refund| refund.amount).collect::<Vec<_>>(), [Rupiah::new(2_000)]);
        scene.stripe.set_refunds(RefundMode::Succeed);
        let curator = curator(&scene.world, "Kurator").await;
        refunds::retry(scene.services(), curator.id, &refund.id).await.unwrap();
        scene.work().await;
        assert_eq!(status(&scene, &placed).await, RefundStatus::Succeeded);
        assert_eq!(scene.stripe.refunded(&payment), 200_000);
        scene.tell().await;
        scene.world.assert_invariants().await;
    })
    .await;
}
