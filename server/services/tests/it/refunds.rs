//! Money that goes back, on both databases.

mod accounts;
mod races;
mod sequences;

use domain::{
    fulfilment::DeliveryMethod,
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
    refund::{RefundMethod, RefundStatus},
};
use services::{
    Error, RejectionCode,
    checkout::PlacedGroup,
    fulfilment, orders,
    refunds::{self, RefundLineRequest, RefundRequest, Sending},
};
use testkit::{TestProduct, TestShop, World, on_both};

use crate::{
    outbox::mails,
    shopping::{available, fields, place, rejection, request, scope},
};

/// What a courier takes for the test's parcel.
const COURIER: i64 = 8_000;
const PRICE: i64 = 30_000;

/// A paid order of so many mugs.
pub(crate) async fn paid(world: &World, pieces: i64) -> (TestShop, TestProduct, PlacedGroup) {
    let shop = world.shop("dinoyo").await;
    let mug = world.product(&shop).price(PRICE).stock(50).create().await;
    let placed = paid_at(world, &shop, &mug, pieces).await;
    (shop, mug, placed)
}

pub(crate) async fn paid_at(world: &World, shop: &TestShop, mug: &TestProduct, pieces: i64) -> PlacedGroup {
    let mut body = request(&[(mug, pieces)], &[shop], pieces * PRICE + COURIER);
    body.deliveries[0].method = DeliveryMethod::Courier;
    body.payment = PaymentMethod::Transfer;
    // What the parcel weighs decides what it costs.
    let placed = match place(world, &body).await {
        Ok(placed) => placed,
        Err(error) => {
            let refused = rejection(error);
            let total = &refused.fields[0].args.iter().find(|(name, _)| name == "total").unwrap().1;
            body.expected_total = total.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
            place(world, &body).await.unwrap()
        }
    };
    fulfilment::payment_confirm(&world.services, scope(shop), &placed.orders[0].number).await.unwrap();
    placed
}

pub(crate) fn pieces(product: &TestProduct, pieces: i64) -> RefundRequest {
    let lines = vec![RefundLineRequest { variant: product.variant.clone(), pieces }];
    RefundRequest { lines, reason: "Retak di jalan".to_owned(), ..RefundRequest::default() }
}

pub(crate) fn free(amount: i64) -> RefundRequest {
    RefundRequest { amount, reason: "Maaf atas keterlambatan".to_owned(), ..RefundRequest::default() }
}

pub(crate) fn is_refused<T: std::fmt::Debug>(result: Result<T, Error>) -> bool {
    rejection(result.unwrap_err()).code == RejectionCode::InvalidState
}

#[tokio::test]
async fn a_transfer_goes_back_by_hand() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 2).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        mails(&world).await;
        let refund = refunds::request(services, scope(&shop), &order.number, &pieces(&mug, 1)).await.unwrap();
        assert_eq!((refund.status, refund.method), (RefundStatus::Approved, RefundMethod::ManualTransfer));
        assert_eq!(mails(&world).await.len(), 1);

        let unnamed = refunds::mark_sent(services, scope(&shop), &refund.id, Sending::default()).await;
        assert_eq!(fields(&rejection(unnamed.unwrap_err())), [("reference", "refund-reference")]);
        let sending = Sending { reference: Some("BCA 0001".to_owned()), proof: None };
        let sent = refunds::mark_sent(services, scope(&shop), &refund.id, sending).await.unwrap();
        assert_eq!((sent.status, sent.reference.as_deref()), (RefundStatus::Sent, Some("BCA 0001")));
        assert_eq!(mails(&world).await.len(), 1);

        let done = refunds::confirm_received(services, &order.token, &refund.id, None).await.unwrap();
        assert_eq!(done.status, RefundStatus::Succeeded);
        assert!(is_refused(refunds::mark_failed(services, scope(&shop), &refund.id, "Kembali lagi").await));
    })
    .await;
}

#[tokio::test]
async fn a_transfer_that_nobody_misses_counts_as_arrived() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 2).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        let refund = refunds::request(services, scope(&shop), &order.number, &pieces(&mug, 1)).await.unwrap();
        let sending = Sending { reference: Some("BCA 0001".to_owned()), proof: None };
        refunds::mark_sent(services, scope(&shop), &refund.id, sending).await.unwrap();
        world.clock.advance_hours(7 * 24 - 1);
        assert_eq!(refunds::settle_due(services).await.unwrap(), 0);
        world.clock.advance_hours(1);
        assert_eq!(refunds::settle_due(services).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn more_than_came_in_never_goes_back() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 2).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        let total = order.total.get();
        let ask =
            async |request: RefundRequest| refunds::request(services, scope(&shop), &order.number, &request).await;
        assert_eq!(fields(&rejection(ask(free(0)).await.unwrap_err())), [("amount", "refund-nothing")]);
        assert_eq!(fields(&rejection(ask(free(total + 1)).await.unwrap_err())), [("amount", "refund-over")]);
        assert_eq!(fields(&rejection(ask(pieces(&mug, 3)).await.unwrap_err())), [("lines[0].pieces", "refund-pieces")]);
        ask(free(total)).await.unwrap();
        assert_eq!(fields(&rejection(ask(free(1)).await.unwrap_err())), [("amount", "refund-over")]);
        assert_eq!(refunds::of_order(services, scope(&shop), &order.number).await.unwrap().left.get(), 0);
    })
    .await;
}

#[tokio::test]
async fn money_that_did_not_come_does_not_go_back() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(PRICE).stock(5).create().await;
        let placed = place(&world, &request(&[(&mug, 1)], &[&shop], PRICE + 12_000)).await.unwrap();
        let asked = refunds::request(&world.services, scope(&shop), &placed.orders[0].number, &free(1_000)).await;
        assert!(is_refused(asked));
    })
    .await;
}

#[tokio::test]
async fn large_amounts_need_a_second_person() {
    on_both(async |world| {
        let (shop, _, placed) = paid(&world, 20).await;
        let (services, number) = (&world.services, placed.orders[0].number.as_str());
        let curator = world.shop("sanan").await.owner_id;
        let small = refunds::request(services, scope(&shop), number, &free(400_000)).await.unwrap();
        assert_eq!(small.status, RefundStatus::Approved);
        // Two steps do not get around it.
        let waiting = refunds::request(services, scope(&shop), number, &free(100_001)).await.unwrap();
        assert_eq!(waiting.status, RefundStatus::Requested);
        assert_eq!(refunds::count_waiting(services).await.unwrap(), 1);
        assert!(is_refused(refunds::approve(services, shop.owner_id, &waiting.id).await));
        assert_eq!(refunds::approve(services, curator, &waiting.id).await.unwrap().status, RefundStatus::Approved);
        let other = refunds::request(services, scope(&shop), number, &free(1_000)).await.unwrap();
        let declined = refunds::decline(services, curator, &other.id, "Tidak perlu").await.unwrap();
        assert_eq!(declined.status, RefundStatus::Failed);
    })
    .await;
}

#[tokio::test]
async fn calling_off_a_paid_order_gives_everything_back_and_leaves_its_sibling_alone() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 2).await;
        let services = &world.services;
        let sibling = paid_at(&world, &shop, &mug, 1).await;
        let before = available(&world, &mug).await;
        let order = &placed.orders[0];
        refunds::request(services, scope(&shop), &order.number, &free(5_000)).await.unwrap();
        let view = fulfilment::call_off(services, scope(&shop), &order.number, "Pecah di tungku").await.unwrap();
        assert_eq!(view.summary.status, OrderStatus::Cancelled);
        assert_eq!(view.summary.payment.status, PaymentStatus::Captured);
        let given = refunds::of_order(services, scope(&shop), &order.number).await.unwrap();
        assert_eq!(given.items.iter().map(|refund| refund.amount.get()).sum::<i64>(), order.total.get());
        assert_eq!(given.left.get(), 0);
        assert_eq!(available(&world, &mug).await, before + 2);
        let other = refunds::of_order(services, scope(&shop), &sibling.orders[0].number).await.unwrap();
        assert_eq!((other.left, other.items.len()), (sibling.orders[0].total, 0));
        let now = orders::by_token(services, &sibling.orders[0].token).await.unwrap();
        assert_eq!(now.summary.status, OrderStatus::Confirmed);
    })
    .await;
}

#[tokio::test]
async fn what_a_cancellation_owes_is_asked_for_again_when_it_fails() {
    on_both(async |world| {
        let (shop, _, placed) = paid(&world, 2).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        fulfilment::call_off(services, scope(&shop), &order.number, "Pecah di tungku").await.unwrap();
        world.sql("UPDATE refund SET requested_as = 'system' WHERE amount > $1 RETURNING id", [0.into()]).await;
        let first = refunds::by_token(services, &order.token).await.unwrap().remove(0);
        let again = refunds::mark_failed(services, scope(&shop), &first.id, "Rekening salah").await.unwrap();
        assert_ne!(again.id, first.id);
        assert_eq!((again.status, again.amount), (RefundStatus::Approved, first.amount));
    })
    .await;
}

#[tokio::test]
async fn a_provider_is_asked_once_and_may_answer_twice() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 2).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        world.sql("UPDATE payment SET method = 'stripe' WHERE amount > $1 RETURNING id", [0.into()]).await;
        let refund = refunds::request(services, scope(&shop), &order.number, &pieces(&mug, 1)).await.unwrap();
        assert_eq!((refund.method, refund.status), (RefundMethod::Provider, RefundStatus::Approved));
        let due = refunds::provider_due(services).await.unwrap();
        assert_eq!(
            due.iter().map(|due| (due.id.as_str(), due.amount)).collect::<Vec<_>>(),
            [(refund.id.as_str(), refund.amount)]
        );
        assert!(is_refused(refunds::mark_sent(services, scope(&shop), &refund.id, Sending::default()).await));
        for _ in 0..2 {
            refunds::provider_result(services, &refund.id, true, Some("re_1")).await.unwrap();
        }
        assert!(refunds::provider_due(services).await.unwrap().is_empty());
        assert!(is_refused(refunds::provider_result(services, &refund.id, false, None).await));

        let second = refunds::request(services, scope(&shop), &order.number, &pieces(&mug, 1)).await.unwrap();
        refunds::provider_result(services, &second.id, false, None).await.unwrap();
        assert_eq!(refunds::failed(services).await.unwrap().len(), 1);
        refunds::retry(services, shop.owner_id, &second.id).await.unwrap();
        assert!(refunds::failed(services).await.unwrap().is_empty());
        assert_eq!(refunds::provider_due(services).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_shops_refund_is_not_there() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 1).await;
        let stranger = world.shop("sanan").await;
        let (services, number) = (&world.services, placed.orders[0].number.as_str());
        let refund = refunds::request(services, scope(&shop), number, &pieces(&mug, 1)).await.unwrap();
        let results = [
            refunds::request(services, scope(&stranger), number, &free(1)).await.err(),
            refunds::mark_sent(services, scope(&stranger), &refund.id, Sending::default()).await.err(),
            refunds::mark_failed(services, scope(&stranger), &refund.id, "Tidak jadi").await.err(),
            refunds::of_order(services, scope(&stranger), number).await.err(),
        ];
        assert!(results.iter().all(|error| matches!(error, Some(Error::NotFound))), "{results:?}");
    })
    .await;
}
