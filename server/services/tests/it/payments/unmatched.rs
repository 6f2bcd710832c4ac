use domain::{payment::PaymentMethod, unmatched::UnmatchedStatus};
use services::{
    Error, RejectionCode, orders,
    payments::{self, NewUnmatched, Resolution},
    timers,
};
use testkit::{TestShop, on_both};

use crate::shopping::{OWN_DELIVERY, fields, place, rejection, request, scope};

fn money(shop: &TestShop, order: Option<&str>, amount: i64, day: Option<&str>) -> NewUnmatched {
    NewUnmatched {
        shop: shop.slug.clone(),
        order: order.map(str::to_owned),
        amount,
        received_on: day.map(str::to_owned),
        note: Some("BCA a.n. Ratna".to_owned()),
    }
}

#[tokio::test]
async fn money_that_comes_too_late_never_opens_the_order_again_and_is_seen_until_it_is_dealt_with() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        let mut body = request(&[(&mug, 1)], &[&shop], 30_000 + OWN_DELIVERY);
        body.payment = PaymentMethod::Transfer;
        let placed = place(&world, &body).await.unwrap();
        let (number, token) = (placed.orders[0].number.as_str(), placed.orders[0].token.as_str());
        let (services, scope) = (&world.services, scope(&shop));
        let early = payments::record(services, scope, &money(&shop, Some(number), 41_900, None)).await.unwrap_err();
        assert_eq!(fields(&rejection(early)), [("order", "order-not-over")]);
        world.clock.advance_hours(24);
        timers::run_due(services).await.unwrap();
        let before = orders::by_token(services, token).await.unwrap().summary;

        let written = payments::record(services, scope, &money(&shop, Some(number), 41_900, None)).await.unwrap();
        assert_eq!((written.status, written.order.as_deref()), (UnmatchedStatus::Open, Some(number)));
        assert_eq!(orders::by_token(services, token).await.unwrap().summary, before);
        assert_eq!(payments::queue(services).await.unwrap().unmatched.len(), 1);

        let resolution = Resolution { status: UnmatchedStatus::Returned, reference: "TRX 0099".to_owned() };
        let returned = payments::resolve(services, scope, &written.id, &resolution).await.unwrap();
        assert_eq!((returned.status, returned.reference.as_deref()), (UnmatchedStatus::Returned, Some("TRX 0099")));
        assert!(payments::queue(services).await.unwrap().unmatched.is_empty());
        let again = payments::resolve(services, scope, &written.id, &resolution).await.unwrap_err();
        assert_eq!(rejection(again).code, RejectionCode::InvalidState);
        assert_eq!(payments::list(services, scope, None, 24).await.unwrap().items, [returned]);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_refused_and_another_shops_money_is_not_there() {
    on_both(async |world| {
        let (shop, other) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let services = &world.services;
        let new = money(&shop, Some("S-000000-XXXXX"), 0, Some("2099-01-01"));
        let refused = rejection(payments::record(services, scope(&shop), &new).await.unwrap_err());
        let expected = [("amount", "amount-invalid"), ("received_on", "date-invalid"), ("order", "order-unknown")];
        assert_eq!(fields(&refused), expected);
        let written = payments::record(services, scope(&shop), &money(&shop, None, 5_000, None)).await.unwrap();
        let foreign = payments::record(services, scope(&other), &money(&shop, None, 5_000, None)).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        let resolution = Resolution { status: UnmatchedStatus::Assigned, reference: "Pesanan lain".to_owned() };
        let foreign = payments::resolve(services, scope(&other), &written.id, &resolution).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        assert!(payments::list(services, scope(&other), None, 24).await.unwrap().items.is_empty());
    })
    .await;
}
