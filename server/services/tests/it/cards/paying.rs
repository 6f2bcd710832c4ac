use domain::{
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
};
use ports::mail::{MailContent, MailMessage};
use services::{Error, RejectionCode, cards, fulfilment, ledger, orders, payments::NewProof};

use super::{CHIPS, CUP, Scene, TOTAL, on_both_with_cards};
use crate::shopping::{OWN_DELIVERY, rejection, scope};

/// 2.9 % and 2,000 rupiah.
const FEE: i64 = TOTAL * 29 / 1_000 + 2_000;

async fn assert_paid(scene: &Scene) {
    assert_eq!(scene.balance("provider").await, FEE - TOTAL);
    assert_eq!(scene.balance("shop").await, TOTAL - FEE);
    assert_eq!(scene.count("payment").await, 1);
    scene.world.assert_invariants().await;
}

#[tokio::test]
async fn one_payment_is_for_all_shops_and_each_gets_its_share() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let url = placed.orders[0].payment.checkout_url.clone().unwrap();
        assert!(url.starts_with(&scene.stripe.url()), "{url}");
        let shares: Vec<i64> = placed.orders.iter().map(|order| order.payment.amount.get()).collect();
        assert_eq!(shares, [2 * CUP + OWN_DELIVERY, 3 * CHIPS + OWN_DELIVERY]);
        for order in &placed.orders {
            assert_eq!((order.status, order.payment.status), (OrderStatus::AwaitingPayment, PaymentStatus::Pending));
            assert_eq!(
                (&order.payment.checkout_url, order.payment.method),
                (&Some(url.clone()), PaymentMethod::Stripe)
            );
        }
        let seen = orders::by_token(scene.services(), &placed.orders[1].token).await.unwrap();
        assert_eq!(seen.summary, placed.orders[1]);

        let _ = scene.stripe.pay(&scene.session(&placed).await);
        scene.tell().await;
        for order in scene.orders(&placed).await {
            assert_eq!(order.summary.status, OrderStatus::AwaitingConfirmation);
            assert_eq!(
                (order.summary.payment.status, order.summary.payment.checkout_url),
                (PaymentStatus::Captured, None)
            );
            assert!(order.detail.confirm_by.is_some());
            assert_eq!(order.events.iter().filter(|event| event.kind == "paid").count(), 1);
        }
        assert_paid(&scene).await;
        scene.tell().await;
        assert_paid(&scene).await;
        let number = &placed.orders[0].number;
        fulfilment::confirm(scene.services(), scope(&scene.shops[0]), number).await.unwrap();
        scene.world.clock.advance_hours(1);
        let report = ledger::reconcile(scene.services()).await.unwrap();
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_buyers_return_and_the_providers_word_may_come_in_any_order_and_at_once() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        cards::come_back(scene.services(), &placed.token).await.unwrap();
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingPayment; 2], "not paid yet");
        let _ = scene.stripe.pay(&scene.session(&placed).await);
        scene.world.clock.advance_millis(3_000);
        let events = scene.stripe.events();
        let (one, two) = tokio::join!(cards::come_back(scene.services(), &placed.token), async {
            for body in &events {
                cards::receive(scene.services(), &scene.stripe.sign(body), body.as_bytes()).await.unwrap();
            }
            scene.work().await;
            cards::come_back(scene.services(), &placed.token).await
        });
        one.unwrap();
        two.unwrap();
        scene.tell().await;
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingConfirmation; 2]);
        assert_paid(&scene).await;
        let foreign = cards::come_back(scene.services(), "nobody").await;
        assert!(matches!(foreign, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_buyer_who_comes_back_first_sees_it_paid() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let _ = scene.stripe.pay(&scene.session(&placed).await);
        cards::come_back(scene.services(), &placed.token).await.unwrap();
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingConfirmation; 2]);
        scene.tell().await;
        assert_paid(&scene).await;
    })
    .await;
}

#[tokio::test]
async fn every_shop_is_told_once_that_its_order_is_paid() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let _ = scene.stripe.pay(&scene.session(&placed).await);
        cards::come_back(scene.services(), &placed.token).await.unwrap();
        let kept = "SELECT payload FROM job WHERE kind = 'mail' AND unique_key LIKE 'mail:paid:%' ORDER BY id";
        let told = scene.world.texts(kept, []).await;
        assert_eq!(told.len(), 2);
        for ((order, shop), payload) in placed.orders.iter().zip(&scene.shops).zip(told) {
            let mail: MailMessage = serde_json::from_str(&payload).unwrap();
            assert_eq!(mail.to, shop.owner_email);
            let MailContent::OrderPaid(news) = mail.content else { panic!("another mail: {mail:?}") };
            assert_eq!((&news.number, news.detail), (&order.number, order.total.to_string()));
            assert!(news.link.ends_with(&format!("/jual/pesanan/{}", order.number)), "{}", news.link);
        }
        scene.tell().await;
        assert_eq!(scene.count("job WHERE unique_key LIKE 'mail:paid:%'").await, 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_but_the_provider_says_that_a_card_paid() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let (order, scope) = (&placed.orders[0], scope(&scene.shops[0]));
        let confirmed = fulfilment::payment_confirm(scene.services(), scope, &order.number).await;
        assert_eq!(rejection(confirmed.unwrap_err()).code, RejectionCode::InvalidState);
        let refused = fulfilment::payment_reject(scene.services(), scope, &order.number, "Belum ada").await;
        assert_eq!(rejection(refused.unwrap_err()).code, RejectionCode::InvalidState);
        let proof = NewProof { photo: b"foto".to_vec().into(), note: "" };
        let proved = services::payments::submit_proof(scene.services(), &order.token, None, proof).await;
        assert_eq!(rejection(proved.unwrap_err()).code, RejectionCode::InvalidState);
        assert_eq!(scene.statuses(&placed).await, [OrderStatus::AwaitingPayment; 2]);
        assert_eq!(scene.balance("shop").await, 0);
    })
    .await;
}
