use domain::{
    money::Rupiah,
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
    qris::{Qris, QrisStatus},
    role::Role,
};
use services::{RejectionCode, fulfilment, orders, payments, timers};
use testkit::on_both;

use super::{CERAMICS, PASSWORD, TEMPE, person, seller, verified};
use crate::{
    outbox::mails,
    shopping::{OWN_DELIVERY, fields, place, rejection, request, scope},
};

#[tokio::test]
async fn a_code_is_used_only_when_it_is_verified_and_a_changed_payee_waits() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let (seller, curator) = (seller(&world, &shop).await, person(&world, "k@contoh.test", Role::Curator).await);
        let (services, scope) = (&world.services, scope(&shop));
        let used = async || {
            let desk = payments::desk(services, scope, None, 24).await.unwrap();
            desk.shops[0].used.as_ref().map(|qris| qris.payee.clone())
        };
        payments::propose_qris(services, scope, &seller, &shop.slug, CERAMICS, PASSWORD).await.unwrap();
        assert_eq!(used().await, None);
        let waiting = payments::queue(services).await.unwrap().qris;
        assert_eq!((waiting.len(), waiting[0].merchant_id.as_str()), (1, "ID1099999999991"));
        payments::verify_qris(services, &curator, &waiting[0].id).await.unwrap();
        assert_eq!(used().await.as_deref(), Some("KERAMIK CONTOH DINOYO"));
        mails(&world).await;

        verified(&world, &shop, &seller, &curator, TEMPE).await;
        assert_eq!(mails(&world).await.len(), 4, "both people of the shop hear of the change and of the decision");
        world.clock.advance_hours(71);
        assert_eq!(used().await.as_deref(), Some("KERAMIK CONTOH DINOYO"));
        world.clock.advance_hours(1);
        assert_eq!(used().await.as_deref(), Some("TEMPE CONTOH SANAN"));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_static_payload_is_refused_together_with_the_password() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let seller = seller(&world, &shop).await;
        let dynamic = CERAMICS.parse::<Qris>().unwrap().with_amount(Rupiah::new(1), "A").unwrap().to_string();
        let wrong_sum = format!("{}0000", &CERAMICS[..CERAMICS.len() - 4]);
        for (payload, code) in [
            ("", "qris-missing"),
            ("bukan kode", "qris-malformed"),
            (wrong_sum.as_str(), "qris-checksum"),
            (dynamic.as_str(), "qris-not-static"),
        ] {
            let refused =
                payments::propose_qris(&world.services, scope(&shop), &seller, &shop.slug, payload, PASSWORD).await;
            assert_eq!(fields(&rejection(refused.unwrap_err())), [("payload", code)]);
        }
        let refused = payments::propose_qris(&world.services, scope(&shop), &seller, &shop.slug, "", "salah").await;
        let refused = rejection(refused.unwrap_err());
        assert_eq!(fields(&refused), [("payload", "qris-missing"), ("password_current", "password-wrong")]);
    })
    .await;
}

#[tokio::test]
async fn an_order_by_qris_asks_for_its_amount_under_its_number_and_the_seller_confirms() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let (seller, curator) = (seller(&world, &shop).await, person(&world, "k@contoh.test", Role::Curator).await);
        verified(&world, &shop, &seller, &curator, CERAMICS).await;
        let mug = world.product(&shop).price(113_345).stock(2).create().await;
        let mut body = request(&[(&mug, 1)], &[&shop], 113_345 + OWN_DELIVERY);
        body.payment = PaymentMethod::Qris;
        let placed = place(&world, &body).await.unwrap();
        let order = &placed.orders[0];
        assert_eq!((order.status, order.discount_total.get()), (OrderStatus::AwaitingPayment, 0));
        assert!(order.payment.expires_at.is_some() && order.payment.bank.is_none());
        let code: Qris = order.payment.qris_payload.as_ref().unwrap().parse().unwrap();
        assert_eq!((code.amount(), code.reference()), (Some(order.total), Some(order.number.as_str())));
        let view = orders::by_token(&world.services, &order.token).await.unwrap();
        assert_eq!(view.summary, *order, "what was answered is what is stored");
        let paid = fulfilment::payment_confirm(&world.services, scope(&shop), &order.number).await.unwrap();
        assert_eq!(paid.summary.payment.status, PaymentStatus::Captured);

        let unpaid = place(&world, &body).await.unwrap();
        let desk = payments::desk(&world.services, scope(&shop), None, 24).await.unwrap();
        let id = &desk.shops[0].used.as_ref().unwrap().id;
        payments::reject_qris(&world.services, &curator, id, "Bukan milik toko").await.unwrap();
        let view = orders::by_token(&world.services, &unpaid.orders[0].token).await.unwrap();
        assert_eq!(view.summary.payment.qris_payload, None, "a refused code is not shown any more");
        let refused = place(&world, &body).await.unwrap_err();
        assert_eq!(fields(&rejection(refused)), [("deliveries[0]", "payment-no-qris")]);
        world.clock.advance_hours(24);
        timers::run_due(&world.services).await.unwrap();
        let view = orders::by_token(&world.services, &unpaid.orders[0].token).await.unwrap();
        assert_eq!(view.summary.status, OrderStatus::Expired);
    })
    .await;
}

#[tokio::test]
async fn qris_takes_ten_million_and_not_a_rupiah_more() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let (seller, curator) = (seller(&world, &shop).await, person(&world, "k@contoh.test", Role::Curator).await);
        verified(&world, &shop, &seller, &curator, CERAMICS).await;
        for (total, is_taken) in [(10_000_000, true), (10_000_001, false)] {
            let urn = world.product(&shop).price(total - OWN_DELIVERY).stock(1).create().await;
            let mut body = request(&[(&urn, 1)], &[&shop], total);
            body.deliveries[0].payment = Some(PaymentMethod::Qris);
            match place(&world, &body).await {
                Ok(placed) => assert!(is_taken && placed.total == Rupiah::new(total)),
                Err(error) => {
                    let refused = rejection(error);
                    assert!(!is_taken);
                    assert_eq!(refused.code, RejectionCode::PaymentUnavailable);
                    assert_eq!(fields(&refused), [("deliveries[0]", "payment-qris-limit")]);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn only_one_proposal_waits_and_decisions_are_final() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let (seller, curator) = (seller(&world, &shop).await, person(&world, "k@contoh.test", Role::Curator).await);
        let (services, scope) = (&world.services, scope(&shop));
        for payload in [CERAMICS, TEMPE] {
            payments::propose_qris(services, scope, &seller, &shop.slug, payload, PASSWORD).await.unwrap();
        }
        let waiting = payments::queue(services).await.unwrap().qris;
        assert_eq!((waiting.len(), waiting[0].payload.as_str()), (1, TEMPE));
        payments::reject_qris(services, &curator, &waiting[0].id, "Nama berbeda").await.unwrap();
        let again = payments::verify_qris(services, &curator, &waiting[0].id).await.unwrap_err();
        assert_eq!(rejection(again).code, RejectionCode::InvalidState);
        let desk = payments::desk(services, scope, None, 24).await.unwrap();
        let latest = desk.shops[0].latest.as_ref().unwrap();
        assert_eq!((latest.status, latest.reason.as_deref()), (QrisStatus::Rejected, Some("Nama berbeda")));
    })
    .await;
}
