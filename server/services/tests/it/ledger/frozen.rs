//! An open case keeps back the money of its own lines, and of nothing else.

use domain::{
    complaint::{CaseReason, CaseResolution},
    money::Rupiah,
    payment::PaymentMethod,
    rate::BasisPoints,
};
use services::{
    complaints::{self, CaseLineRequest, CaseRequest, Decision},
    fulfilment,
    ledger::{self, CommissionScope},
    orders, payouts, refunds,
};
use testkit::{FakeStripe, TestProduct, TestShop, World, on_both};

use super::{assert_sound, balance, refund, shelf};
use crate::{
    cards::pay,
    curation::curator,
    shopping::{OWN_DELIVERY, place, request, scope},
};

const BOWL: i64 = 40_000;
const VASE: i64 = super::PRICE;

/// A delivered order of a vase and a bowl, paid to us, with 10 % commission; its key and token.
async fn delivered(
    world: &World,
    stripe: &FakeStripe,
    shop: &TestShop,
    vase: &TestProduct,
    bowl: &TestProduct,
) -> (i64, String) {
    let services = &world.services;
    let admin = curator(world, "Admin").await;
    let rate = BasisPoints::new(1000).unwrap();
    ledger::set_commission(services, &admin, CommissionScope::Shop(shop.id), rate, services.now()).await.unwrap();
    let mut body = request(&[(vase, 1), (bowl, 1)], &[shop], VASE + BOWL + OWN_DELIVERY);
    body.payment = PaymentMethod::Stripe;
    let mut placed = place(world, &body).await.unwrap();
    pay(world, stripe, &placed).await;
    let order = placed.orders.remove(0);
    let id = "SELECT id FROM seller_order WHERE number = $1";
    let id = world.sql(id, [order.number.as_str().into()]).await;
    fulfilment::confirm(services, scope(shop), &order.number).await.unwrap();
    fulfilment::ready(services, scope(shop), &order.number).await.unwrap();
    fulfilment::ship(services, scope(shop), &order.number, None, None).await.unwrap();
    orders::received(services, &order.token, None).await.unwrap();
    (id, order.token)
}

async fn complain(world: &World, token: &str, about: &TestProduct) -> String {
    let request = CaseRequest {
        lines: vec![CaseLineRequest { variant: about.variant.clone(), pieces: 1 }],
        reason: CaseReason::Damaged,
        text: "Retak".to_owned(),
    };
    complaints::open(&world.services, token, &request, None).await.unwrap().id
}

#[tokio::test]
async fn money_of_other_lines_is_paid_out_while_a_case_is_open() {
    on_both(async |mut world| {
        let stripe = world.take_cards().await;
        let (services, (shop, vase)) = (&world.services, shelf(&world).await);
        let bowl = world.product(&shop).price(BOWL).stock(10).create().await;
        let (_, token) = delivered(&world, &stripe, &shop, &vase, &bowl).await;
        let case = complain(&world, &token, &vase).await;
        assert_eq!(payouts::sweep(services).await.unwrap(), 0, "the time to complain is not over");
        world.clock.advance_hours(30 * 24);
        let number = orders::by_token(services, &token).await.unwrap().summary.number;
        let worth = refunds::of_any_order(services, &number).await.unwrap();
        let (vase_paid, bowl_paid) = (worth.lines[0].amount.get(), worth.lines[1].amount.get());
        let less_commission = |amount: i64| amount - Rupiah::new(amount).percent(BasisPoints::new(1000).unwrap()).get();
        let bowl_money = less_commission(bowl_paid);
        let free = balance(&world, &shop).await;
        assert_eq!(free.releasable.get(), bowl_money);
        assert_eq!(free.waiting.get(), less_commission(vase_paid) + OWN_DELIVERY);
        assert_eq!(payouts::sweep(services).await.unwrap(), 1);
        assert_eq!(payouts::sweep(services).await.unwrap(), 0, "the vase stays back");
        assert_eq!(balance(&world, &shop).await.planned.get(), bowl_money);

        let judge = curator(&world, "Hakim").await;
        complaints::escalate(services, &token, &case, None).await.unwrap();
        let reason = "Retak".to_owned();
        let decision = Decision { resolution: CaseResolution::Refund, amount: Some(vase_paid), reason, restock: false };
        complaints::decide(services, judge.id, &case, &decision).await.unwrap();
        assert_eq!(payouts::sweep(services).await.unwrap(), 0, "the vase is about to be given back");
        let given = refunds::by_token(services, &token).await.unwrap().remove(0);
        refunds::provider_result(services, &given.id, true, Some("re_1")).await.unwrap();
        let rest = balance(&world, &shop).await;
        assert_eq!(rest.releasable, rest.balance.checked_sub(rest.planned).unwrap());
        assert!(rest.releasable > Rupiah::ZERO, "carriage was not given back");
        assert_eq!(payouts::sweep(services).await.unwrap(), 1);
        assert_eq!(balance(&world, &shop).await.waiting, Rupiah::ZERO);
        world.clock.advance_hours(1);
        assert_sound(&world).await;
    })
    .await;
}

#[tokio::test]
async fn what_a_shop_owes_is_carried_over_in_spite_of_a_case() {
    on_both(async |mut world| {
        let stripe = world.take_cards().await;
        let (services, (shop, vase)) = (&world.services, shelf(&world).await);
        let bowl = world.product(&shop).price(BOWL).stock(10).create().await;
        let (order, token) = delivered(&world, &stripe, &shop, &vase, &bowl).await;
        let case = complain(&world, &token, &vase).await;
        world.clock.advance_hours(30 * 24);
        complaints::withdraw(services, &token, &case, None).await.unwrap();
        assert_eq!(payouts::sweep(services).await.unwrap(), 1);
        complain(&world, &token, &bowl).await;
        assert!(refund(&world, order, "rfd_1", 30_000).await);
        assert!(balance(&world, &shop).await.releasable < Rupiah::ZERO);
        assert_eq!(balance(&world, &shop).await.waiting, Rupiah::ZERO);
        world.clock.advance_hours(1);
        assert_sound(&world).await;
    })
    .await;
}
