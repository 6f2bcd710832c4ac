use domain::{order::OrderStatus, unmatched::UnmatchedStatus};
use ports::payment::EventError;
use services::{
    RejectionCode,
    cards::{self, Told},
    payments::Resolution,
};
use testkit::{STRIPE_WEBHOOK_SECRET, sign_as_stripe};

use super::{Scene, TOTAL, on_both_with_cards};
use crate::{curation::curator, shopping::rejection};

async fn receive(scene: &Scene, signature: &str, body: &str) -> Told {
    cards::receive(scene.services(), signature, body.as_bytes()).await.unwrap()
}

async fn assert_nothing_moved(scene: &Scene, placed: &services::checkout::PlacedGroup) {
    scene.work().await;
    assert_eq!(scene.statuses(placed).await, [OrderStatus::AwaitingPayment; 2]);
    assert_eq!(scene.count("ledger_entry").await, 0);
    assert_eq!(scene.count("refund").await, 0);
    scene.world.assert_invariants().await;
}

#[tokio::test]
async fn what_is_not_signed_by_the_provider_now_is_not_kept() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let session = scene.session(&placed).await;
        let forged = format!(
            r#"{{"id":"evt_forged","type":"checkout.session.completed","data":{{"object":
                {{"id":"{session}","object":"checkout.session","payment_status":"paid","amount_total":1}}}}}}"#
        );
        let seconds = scene.services().now().millis() / 1_000;
        let stale = sign_as_stripe(STRIPE_WEBHOOK_SECRET, seconds - 301, &forged);
        for (signature, error) in [
            (String::new(), EventError::Signature),
            (sign_as_stripe("whsec_forged", seconds, &forged), EventError::Signature),
            (scene.stripe.sign("{}"), EventError::Signature),
            (stale, EventError::Stale),
        ] {
            assert_eq!(receive(&scene, &signature, &forged).await, Told::Refused(error));
        }
        let malformed = receive(&scene, &scene.stripe.sign("[]"), "[]").await;
        assert_eq!(malformed, Told::Refused(EventError::Malformed));
        assert_eq!(scene.count("provider_event").await, 0);
        // Signed, and not true: the object is asked for.
        assert_eq!(receive(&scene, &scene.stripe.sign(&forged), &forged).await, Told::New);
        assert_eq!(receive(&scene, &scene.stripe.sign(&forged), &forged).await, Told::Again);
        assert_nothing_moved(&scene, &placed).await;
        assert_eq!(scene.count("provider_event WHERE outcome = 'waiting'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn things_that_nobody_knows_are_noted_and_move_nothing() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        for (number, object) in ["checkout.session", "payment_intent", "refund", "customer"].iter().enumerate() {
            let body = format!(
                r#"{{"id":"evt_{number}","type":"any","data":{{"object":{{"id":"x_{number}","object":"{object}"}}}}}}"#
            );
            assert_eq!(receive(&scene, &scene.stripe.sign(&body), &body).await, Told::New);
        }
        assert_nothing_moved(&scene, &placed).await;
        assert_eq!(scene.count("provider_event WHERE outcome IN ('unknown', 'ignored')").await, 4);
    })
    .await;
}

#[tokio::test]
async fn another_amount_or_currency_moves_nothing_and_a_curator_sees_the_money() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let session = scene.session(&placed).await;
        for (minor, currency) in [(TOTAL, "idr"), (TOTAL * 100 - 1, "idr"), (TOTAL * 100, "usd"), (0, "idr")] {
            let _ = scene.stripe.force_payment(&session, minor, currency);
            scene.tell().await;
            scene.tell().await;
        }
        assert_nothing_moved(&scene, &placed).await;
        let money = cards::unmatched(scene.services()).await.unwrap();
        let reasons: Vec<&str> = money.iter().map(|money| money.reason.as_str()).collect();
        assert_eq!(reasons, ["amount", "amount", "currency", "amount"]);
        assert_eq!(money[0].payment.as_deref(), Some(scene.payment(&placed).await.as_str()));

        let curator = curator(&scene.world, "Kurator").await;
        let resolution = Resolution { status: UnmatchedStatus::Returned, reference: "re_manual".to_owned() };
        cards::resolve(scene.services(), curator.id, &money[0].id, &resolution).await.unwrap();
        let again = cards::resolve(scene.services(), curator.id, &money[0].id, &resolution).await;
        assert_eq!(rejection(again.unwrap_err()).code, RejectionCode::InvalidState);
        assert_eq!(cards::unmatched(scene.services()).await.unwrap().len(), 3);
        scene.world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_second_payment_of_one_checkout_is_set_aside() {
    on_both_with_cards(async |scene| {
        let placed = scene.place().await;
        let session = scene.session(&placed).await;
        let _ = scene.stripe.pay(&session);
        scene.tell().await;
        let balance = scene.balance("provider").await;
        let _ = scene.stripe.force_payment(&session, TOTAL * 100, "idr");
        scene.tell().await;
        scene.tell().await;
        assert_eq!(scene.balance("provider").await, balance);
        let money = cards::unmatched(scene.services()).await.unwrap();
        assert_eq!((money.len(), money[0].reason.as_str()), (1, "twice"));
        scene.world.assert_invariants().await;
    })
    .await;
}
