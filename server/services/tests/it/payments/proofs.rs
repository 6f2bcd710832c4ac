use domain::{
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
};
use services::{
    Error, RejectionCode,
    checkout::PlacedGroup,
    fulfilment, orders,
    payments::{self, NewProof},
    photos, timers,
};
use testkit::{TestShop, World, on_both};

use crate::{
    outbox::mails,
    selling::pictures,
    shopping::{OWN_DELIVERY, fields, place, rejection, request, scope},
};

async fn ordered(world: &World, shop: &TestShop) -> PlacedGroup {
    let mug = world.product(shop).price(30_000).stock(5).create().await;
    let mut body = request(&[(&mug, 1)], &[shop], 30_000 + OWN_DELIVERY);
    body.payment = PaymentMethod::Transfer;
    place(world, &body).await.unwrap()
}

fn proof(note: &str) -> NewProof<'_> {
    NewProof { photo: pictures::plain(7), note }
}

#[tokio::test]
async fn a_proof_stops_the_clock_until_the_seller_has_answered() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let placed = ordered(&world, &shop).await;
        let (number, token) = (placed.orders[0].number.as_str(), placed.orders[0].token.as_str());
        let (services, scope) = (&world.services, scope(&shop));
        mails(&world).await;
        let shown = payments::submit_proof(services, token, None, proof("Dari rekening istri")).await.unwrap();
        assert_eq!(shown.summary.payment.status, PaymentStatus::ProofSubmitted);
        assert_eq!(shown.detail.proof.unwrap().note.as_deref(), Some("Dari rekening istri"));
        assert_eq!(mails(&world).await.len(), 1, "the seller hears of it");
        let twice = payments::submit_proof(services, token, None, proof("")).await.unwrap_err();
        assert_eq!(rejection(twice).code, RejectionCode::InvalidState);

        world.clock.advance_hours(71);
        timers::run_due(services).await.unwrap();
        assert!(payments::queue(services).await.unwrap().overdue.is_empty());
        world.clock.advance_hours(1);
        timers::run_due(services).await.unwrap();
        let overdue = payments::queue(services).await.unwrap().overdue;
        assert_eq!(overdue[0].number, number);

        let asked = fulfilment::payment_reject(services, scope, number, "Belum ada di mutasi").await.unwrap();
        assert_eq!(asked.summary.payment.status, PaymentStatus::Pending);
        assert!(payments::queue(services).await.unwrap().overdue.is_empty());
        world.clock.advance_hours(11);
        timers::run_due(services).await.unwrap();
        let open = orders::by_token(services, token).await.unwrap();
        assert_eq!(open.summary.status, OrderStatus::AwaitingPayment, "there is time to look for the money");
        payments::submit_proof(services, token, None, proof("")).await.unwrap();
        let paid = fulfilment::payment_confirm(services, scope, number).await.unwrap();
        assert_eq!(
            (paid.summary.status, paid.summary.payment.status),
            (OrderStatus::Confirmed, PaymentStatus::Captured)
        );
    })
    .await;
}

#[tokio::test]
async fn the_photo_of_a_proof_is_for_those_whom_it_concerns() {
    on_both(async |world| {
        let (shop, other) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let placed = ordered(&world, &shop).await;
        let (number, token) = (placed.orders[0].number.as_str(), placed.orders[0].token.as_str());
        let services = &world.services;
        assert!(matches!(payments::proof_photo_of_buyer(services, token).await, Err(Error::NotFound)));
        let order = payments::submit_proof(services, token, None, proof("")).await.unwrap();
        let jpeg = payments::proof_photo_of_buyer(services, token).await.unwrap();
        assert!(jpeg.starts_with(&[0xFF, 0xD8]));
        assert_eq!(payments::proof_photo_of_seller(services, scope(&shop), number).await.unwrap(), jpeg);
        let foreign = payments::proof_photo_of_seller(services, scope(&other), number).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        assert_eq!(payments::proof_photo(services, &order.detail.proof.unwrap().id).await.unwrap(), jpeg);
        for key in services.ports().media.list().await.unwrap() {
            assert!(matches!(photos::read(services, &key).await, Err(Error::NotFound)), "{key} is served as media");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_no_picture_is_no_proof() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let placed = ordered(&world, &shop).await;
        let token = placed.orders[0].token.as_str();
        for (photo, code) in [(&b""[..], "photo-none"), (&b"GIF89a"[..], "photo-not-image")] {
            let proof = NewProof { photo: photo.to_vec().into(), note: "" };
            let refused = payments::submit_proof(&world.services, token, None, proof).await.unwrap_err();
            assert_eq!(fields(&rejection(refused)), [("photo", code)]);
        }
        let order = orders::by_token(&world.services, token).await.unwrap();
        assert_eq!(order.summary.payment.status, PaymentStatus::Pending);
    })
    .await;
}
