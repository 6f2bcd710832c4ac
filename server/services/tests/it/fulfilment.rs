//! Orders on their way, on both databases.

mod mails;
mod sequences;

use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    order::OrderStatus,
    payment::{PaymentMethod, PaymentStatus},
};
use services::{
    Error, RejectionCode,
    checkout::PlacedGroup,
    fulfilment::{self, OrderFilter},
    orders, timers,
};
use testkit::{TestProduct, TestShop, World, on_both};

use crate::shopping::{OWN_DELIVERY, assert_counters_fit, available, place, rejection, request, scope};

const PRICE: i64 = 30_000;

async fn shelf(world: &World) -> (TestShop, TestProduct) {
    let shop = world.shop("dinoyo").await;
    let mug = world.product(&shop).price(PRICE).stock(10).create().await;
    (shop, mug)
}

async fn buy(
    world: &World,
    shop: &TestShop,
    mug: &TestProduct,
    method: DeliveryMethod,
    payment: PaymentMethod,
) -> PlacedGroup {
    let shipping = match method {
        DeliveryMethod::Courier => 8_000,
        DeliveryMethod::SellerDelivery => OWN_DELIVERY,
        DeliveryMethod::Pickup => 0,
    };
    let mut body = request(&[(mug, 2)], &[shop], 2 * PRICE + shipping);
    body.deliveries[0].method = method;
    body.payment = payment;
    place(world, &body).await.unwrap()
}

fn is_refused<T: std::fmt::Debug>(result: Result<T, Error>) -> bool {
    rejection(result.unwrap_err()).code == RejectionCode::InvalidState
}

#[tokio::test]
async fn a_transfer_by_courier_from_payment_to_the_end() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let placed = buy(&world, &shop, &mug, DeliveryMethod::Courier, PaymentMethod::Transfer).await;
        let (number, token) = (placed.orders[0].number.as_str(), placed.orders[0].token.as_str());
        let (services, scope) = (&world.services, scope(&shop));
        assert!(is_refused(fulfilment::confirm(services, scope, number).await));
        assert!(is_refused(fulfilment::ready(services, scope, number).await));
        let rejected = fulfilment::payment_reject(services, scope, number, "Belum masuk").await.unwrap();
        assert_eq!(rejected.summary.payment.status, PaymentStatus::Pending);
        let paid = fulfilment::payment_confirm(services, scope, number).await.unwrap();
        assert_eq!(
            (paid.summary.status, paid.summary.payment.status),
            (OrderStatus::Confirmed, PaymentStatus::Captured)
        );
        assert!(is_refused(orders::cancel(services, token, None).await), "free until confirmed only");
        assert!(is_refused(fulfilment::reject(services, scope, number, "Habis").await));
        let ready = fulfilment::ready(services, scope, number).await.unwrap();
        assert_eq!(ready.summary.fulfilment, FulfilmentStatus::Ready);
        let missing = fulfilment::ship(services, scope, number, None, None).await.unwrap_err();
        assert_eq!(rejection(missing).fields.len(), 2);
        let sent = fulfilment::ship(services, scope, number, Some("Kurir Contoh"), Some("CTH0001")).await.unwrap();
        assert_eq!(sent.summary.fulfilment, FulfilmentStatus::Shipped);
        assert_eq!(world.sql("SELECT on_hand FROM stock WHERE variant_id = $1", [mug.variant_id.into()]).await, 8);
        orders::received(services, token, None).await.unwrap();
        assert!(is_refused(orders::received(services, token, None).await));
        timers::run_due(services).await.unwrap();
        assert_eq!(orders::by_token(services, token).await.unwrap().summary.status, OrderStatus::Confirmed);
        world.clock.advance_hours(7 * 24);
        timers::run_due(services).await.unwrap();
        let done = orders::by_token(services, token).await.unwrap();
        assert_eq!(done.summary.status, OrderStatus::Completed);
        let kinds: Vec<&str> = done.events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(
            kinds,
            ["placed", "payment_rejected", "payment_confirmed", "ready", "shipped", "received", "completed"]
        );
        assert_eq!(available(&world, &mug).await, 8);
        assert_counters_fit(&world).await;
    })
    .await;
}

#[tokio::test]
async fn cash_at_pick_up_is_captured_at_hand_over() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let placed = buy(&world, &shop, &mug, DeliveryMethod::Pickup, PaymentMethod::Cod).await;
        let number = placed.orders[0].number.as_str();
        let (services, scope) = (&world.services, scope(&shop));
        fulfilment::confirm(services, scope, number).await.unwrap();
        assert!(is_refused(fulfilment::deliver(services, scope, number).await));
        assert!(is_refused(fulfilment::ship(services, scope, number, Some("Kurir"), Some("CTH0001")).await));
        let ready = fulfilment::ready(services, scope, number).await.unwrap();
        assert_eq!(ready.summary.fulfilment, FulfilmentStatus::AwaitingPickup);
        let handed = fulfilment::deliver(services, scope, number).await.unwrap();
        assert_eq!(handed.summary.payment.status, PaymentStatus::Captured);
        assert_eq!(world.sql("SELECT on_hand FROM stock WHERE variant_id = $1", [mug.variant_id.into()]).await, 8);
        assert_counters_fit(&world).await;
    })
    .await;
}

#[tokio::test]
async fn cancel_reject_and_both_expiries_restore_what_was_held_and_leave_siblings_alone() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let other = world.shop("sanan").await;
        let chips = world.product(&other).price(PRICE).stock(5).create().await;
        let (services, scope) = (&world.services, scope(&shop));
        let body = request(&[(&mug, 2), (&chips, 1)], &[&shop, &other], 3 * PRICE + 2 * OWN_DELIVERY);
        let placed = place(&world, &body).await.unwrap();
        let sibling = orders::by_token(services, &placed.orders[1].token).await.unwrap();
        let cancelled = orders::cancel(services, &placed.orders[0].token, None).await.unwrap();
        assert_eq!(cancelled.summary.status, OrderStatus::Cancelled);
        assert_eq!((available(&world, &mug).await, available(&world, &chips).await), (10, 4));
        let after = orders::by_token(services, &placed.orders[1].token).await.unwrap();
        assert_eq!(after.summary, sibling.summary);
        assert_eq!(after.detail.confirm_by, sibling.detail.confirm_by);

        let placed = buy(&world, &shop, &mug, DeliveryMethod::SellerDelivery, PaymentMethod::Cod).await;
        let bad = fulfilment::reject(services, scope, &placed.orders[0].number, " ").await.unwrap_err();
        assert_eq!(rejection(bad).code, RejectionCode::Invalid);
        fulfilment::reject(services, scope, &placed.orders[0].number, "Pecah saat dibakar").await.unwrap();
        assert_eq!(available(&world, &mug).await, 10);

        let unpaid = buy(&world, &shop, &mug, DeliveryMethod::Courier, PaymentMethod::Transfer).await;
        let unanswered = buy(&world, &shop, &mug, DeliveryMethod::SellerDelivery, PaymentMethod::Cod).await;
        assert_eq!(available(&world, &mug).await, 6);
        world.clock.advance_hours(24);
        timers::run_due(services).await.unwrap();
        timers::run_due(services).await.unwrap();
        let status = async |group: &PlacedGroup| {
            orders::by_token(services, &group.orders[0].token).await.unwrap().summary.status
        };
        assert_eq!(status(&unpaid).await, OrderStatus::Expired);
        assert_eq!(status(&unanswered).await, OrderStatus::Cancelled);
        assert_eq!(available(&world, &mug).await, 10);
        assert!(is_refused(fulfilment::payment_confirm(services, scope, &unpaid.orders[0].number).await));
        assert_counters_fit(&world).await;
    })
    .await;
}

#[tokio::test]
async fn another_sellers_order_is_not_there() {
    on_both(async |world| {
        let (shop, mug) = shelf(&world).await;
        let stranger = world.shop("dinoyo").await;
        let placed = buy(&world, &shop, &mug, DeliveryMethod::Pickup, PaymentMethod::Cod).await;
        let number = placed.orders[0].number.as_str();
        let services = &world.services;
        assert!(matches!(fulfilment::find(services, scope(&stranger), number).await, Err(Error::NotFound)));
        assert!(matches!(fulfilment::confirm(services, scope(&stranger), number).await, Err(Error::NotFound)));
        assert!(matches!(fulfilment::reject(services, scope(&stranger), number, "Iseng").await, Err(Error::NotFound)));
        let list = fulfilment::list(services, scope(&stranger), OrderFilter::All, None, 24).await.unwrap();
        assert!(list.orders.is_empty());
        let own = fulfilment::list(services, scope(&shop), OrderFilter::New, None, 24).await.unwrap();
        assert_eq!(own.orders.len(), 1);
        assert_eq!(fulfilment::counts(services, scope(&shop)).await.unwrap().fresh, 1);
        assert_eq!(own.orders[0].summary.status, OrderStatus::AwaitingConfirmation);
    })
    .await;
}
