//! Complaints of buyers, on both databases.

use domain::{
    complaint::{CaseReason, CaseResolution, CaseStatus},
    fulfilment::FulfilmentStatus,
    order::OrderStatus,
    refund::RefundStatus,
};
use services::{
    Error,
    checkout::PlacedGroup,
    complaints::{
        self, CaseFilter, CaseLineRequest, CaseRequest, CaseView, Decision, ReplacementMove, ReplacementStep, Reply,
    },
    fulfilment, orders, refunds, timers,
};
use testkit::{TestProduct, TestShop, World, on_both};

use crate::{
    outbox::mails,
    refunds::{is_refused, paid},
    shopping::{assert_counters_fit, available, fields, rejection, scope},
};

fn about(mug: &TestProduct, pieces: i64) -> CaseRequest {
    CaseRequest {
        lines: vec![CaseLineRequest { variant: mug.variant.clone(), pieces }],
        reason: CaseReason::Damaged,
        text: "Dua cangkir retak".to_owned(),
    }
}

/// A delivered order of three mugs.
async fn delivered(world: &World) -> (TestShop, TestProduct, PlacedGroup) {
    let (shop, mug, placed) = paid(world, 3).await;
    let (services, order) = (&world.services, &placed.orders[0]);
    fulfilment::ship(services, scope(&shop), &order.number, Some("JNE"), Some("CTH0001")).await.unwrap();
    fulfilment::deliver(services, scope(&shop), &order.number).await.unwrap();
    mails(world).await;
    (shop, mug, placed)
}

async fn opened(world: &World, mug: &TestProduct, placed: &PlacedGroup) -> CaseView {
    complaints::open(&world.services, &placed.orders[0].token, &about(mug, 2), None).await.unwrap()
}

fn decision(resolution: CaseResolution, amount: Option<i64>, restock: bool) -> Decision {
    Decision { resolution, amount, reason: "Foto menunjukkan retak".to_owned(), restock }
}

#[tokio::test]
async fn an_offer_that_is_accepted_becomes_a_refund_of_its_pieces() {
    on_both(async |world| {
        let (shop, mug, placed) = delivered(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let case = opened(&world, &mug, &placed).await;
        assert_eq!(case.status, CaseStatus::Open);
        assert_eq!(mails(&world).await.len(), 1);
        assert!(is_refused(complaints::accept(services, token, &case.id, None).await));

        let worth = {
            let left = refunds::of_order(services, scope(&shop), &placed.orders[0].number).await.unwrap();
            left.lines[0].amount.get() * 2 / 3
        };
        let offer = Reply { text: "Maaf".to_owned(), offer: Some(CaseResolution::Refund), amount: Some(worth) };
        let answered = complaints::reply(services, scope(&shop), &case.id, &offer).await.unwrap();
        assert_eq!(answered.status, CaseStatus::SellerReplied);
        assert_eq!(mails(&world).await.len(), 1);
        let done = complaints::accept(services, token, &case.id, None).await.unwrap();
        assert_eq!((done.status, done.resolution), (CaseStatus::Resolved, Some(CaseResolution::Refund)));
        let refund = refunds::by_token(services, token).await.unwrap().remove(0);
        assert_eq!(done.refund.as_deref(), Some(refund.id.as_str()));
        assert_eq!((refund.amount.get(), refund.status), (worth, RefundStatus::Approved));
        assert_eq!(refund.items.first().map(|item| item.pieces), Some(2));
        assert!(is_refused(complaints::withdraw(services, token, &case.id, None).await));
    })
    .await;
}

#[tokio::test]
async fn a_curator_decides_and_what_came_back_whole_is_sold_again() {
    on_both(async |world| {
        let (shop, mug, placed) = delivered(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let case = opened(&world, &mug, &placed).await;
        let curator = world.shop("sanan").await.owner_id;
        let refund = decision(CaseResolution::Refund, Some(60_000), true);
        assert!(is_refused(complaints::decide(services, curator, &case.id, &refund).await));
        complaints::escalate(services, token, &case.id, None).await.unwrap();
        assert_eq!(complaints::count_under_review(services).await.unwrap(), 1);
        let offer = Reply { text: "Maaf".to_owned(), offer: Some(CaseResolution::Replacement), amount: None };
        assert!(is_refused(complaints::reply(services, scope(&shop), &case.id, &offer).await));
        let over = decision(CaseResolution::Refund, Some(10_000_000), false);
        let refused = rejection(complaints::decide(services, curator, &case.id, &over).await.unwrap_err());
        assert_eq!(fields(&refused), [("amount", "case-amount")]);

        let before = available(&world, &mug).await;
        let done = complaints::decide(services, curator, &case.id, &refund).await.unwrap();
        assert_eq!(done.status, CaseStatus::Resolved);
        assert!(done.refund.is_some());
        assert_eq!(available(&world, &mug).await, before + 2);
        assert_counters_fit(&world).await;
        let list = complaints::of_shops(services, scope(&shop), CaseFilter::Closed, None, 24).await.unwrap();
        assert_eq!(list.cases.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_silent_seller_leaves_it_to_the_curator_and_the_order_waits() {
    on_both(async |world| {
        let (_, mug, placed) = delivered(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let case = opened(&world, &mug, &placed).await;
        world.clock.advance_hours(47);
        assert_eq!(complaints::escalate_due(services).await.unwrap(), 0);
        world.clock.advance_hours(1);
        assert_eq!(complaints::escalate_due(services).await.unwrap(), 1);
        world.clock.advance_hours(20 * 24);
        timers::run_due(services).await.unwrap();
        let status = async || orders::by_token(services, token).await.unwrap().summary.status;
        assert_eq!(status().await, OrderStatus::Confirmed);
        complaints::withdraw(services, token, &case.id, None).await.unwrap();
        timers::run_due(services).await.unwrap();
        assert_eq!(status().await, OrderStatus::Completed);
    })
    .await;
}

#[tokio::test]
async fn a_case_needs_goods_that_arrived_or_are_late() {
    on_both(async |world| {
        let (shop, mug, placed) = paid(&world, 3).await;
        let (services, order) = (&world.services, &placed.orders[0]);
        fulfilment::ship(services, scope(&shop), &order.number, Some("JNE"), Some("CTH0001")).await.unwrap();
        let open = async |pieces| complaints::open(services, &order.token, &about(&mug, pieces), None).await;
        assert!(is_refused(open(1).await));
        world.clock.advance_hours(40 * 24);
        assert_eq!(fields(&rejection(open(4).await.unwrap_err())), [("lines[0].pieces", "refund-pieces")]);
        assert_eq!(open(1).await.unwrap().status, CaseStatus::Open);
    })
    .await;
}

#[tokio::test]
async fn strangers_find_no_case() {
    on_both(async |world| {
        let (_, mug, placed) = delivered(&world).await;
        let case = opened(&world, &mug, &placed).await;
        let (_, _, other) = paid(&world, 1).await;
        let stranger = world.shop("sanan").await;
        let services = &world.services;
        let other = other.orders[0].token.as_str();
        let reply = Reply { text: "Halo".to_owned(), ..Reply::default() };
        let results = [
            complaints::reply(services, scope(&stranger), &case.id, &reply).await.err(),
            complaints::find_of_shops(services, scope(&stranger), &case.id).await.err(),
            complaints::withdraw(services, other, &case.id, None).await.err(),
            complaints::escalate(services, other, &case.id, None).await.err(),
            complaints::write(services, other, &case.id, "Halo", None).await.err(),
        ];
        assert!(results.iter().all(|error| matches!(error, Some(Error::NotFound))), "{results:?}");
    })
    .await;
}

#[tokio::test]
async fn goods_are_sent_again_and_may_be_complained_about_again() {
    on_both(async |world| {
        let (shop, mug, placed) = delivered(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let case = opened(&world, &mug, &placed).await;
        complaints::escalate(services, token, &case.id, None).await.unwrap();
        let before = available(&world, &mug).await;
        let again = decision(CaseResolution::Replacement, None, false);
        let decided = complaints::decide(services, shop.owner_id, &case.id, &again).await.unwrap();
        let status = |case: &CaseView| case.replacement.as_ref().unwrap().status;
        assert_eq!((decided.status, status(&decided)), (CaseStatus::Resolved, FulfilmentStatus::Preparing));
        assert_eq!(available(&world, &mug).await, before - 2, "the pieces are taken from the shelf");
        assert_eq!(complaints::count_open(services, scope(&shop)).await.unwrap(), 1, "the shop has something to do");

        let step = async |step, courier: Option<&str>| {
            let [courier, tracking] = [courier, courier.and(Some("CTH0002"))].map(|text| text.map(str::to_owned));
            let to = ReplacementMove { courier, tracking, ..ReplacementMove::of(step) };
            complaints::move_replacement(services, scope(&shop), &case.id, &to).await
        };
        assert!(is_refused(step(ReplacementStep::Deliver, None).await), "it has not been sent");
        step(ReplacementStep::Ready, None).await.unwrap();
        let missing = rejection(step(ReplacementStep::Ship, None).await.unwrap_err());
        assert_eq!(fields(&missing), [("courier", "courier-missing"), ("tracking", "tracking-missing")]);
        mails(&world).await;
        assert_eq!(status(&step(ReplacementStep::Ship, Some("JNE")).await.unwrap()), FulfilmentStatus::Shipped);
        assert_eq!(mails(&world).await.len(), 1, "the buyer is told");
        world.clock.advance_hours(20 * 24);
        timers::run_due(services).await.unwrap();
        let order = async || orders::by_token(services, token).await.unwrap().summary.status;
        assert_eq!(order().await, OrderStatus::Confirmed, "goods are on their way again");
        let stranger = world.shop("sanan").await;
        let to = ReplacementMove::of(ReplacementStep::Deliver);
        let foreign = complaints::move_replacement(services, scope(&stranger), &case.id, &to).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        let done = complaints::replacement_received(services, token, &case.id, None).await.unwrap();
        assert_eq!(status(&done), FulfilmentStatus::Delivered);
        timers::run_due(services).await.unwrap();
        assert_eq!(order().await, OrderStatus::Confirmed, "it can be complained about");
        assert_eq!(opened(&world, &mug, &placed).await.status, CaseStatus::Open);
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_sent_again_that_is_not_there() {
    on_both(async |world| {
        let (shop, mug, placed) = delivered(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let case = opened(&world, &mug, &placed).await;
        complaints::escalate(services, token, &case.id, None).await.unwrap();
        services::stock::set_on_hand(services, scope(&shop), &mug.variant, 1, None).await.unwrap();
        let again = decision(CaseResolution::Replacement, None, false);
        let refused = rejection(complaints::decide(services, shop.owner_id, &case.id, &again).await.unwrap_err());
        assert_eq!(fields(&refused), [("resolution", "case-replacement-stock")]);
        assert_eq!(available(&world, &mug).await, 1, "nothing was taken");
        let standing = complaints::find(services, &case.id).await.unwrap();
        assert_eq!((standing.status, standing.replacement), (CaseStatus::UnderReview, None));
        world.assert_invariants().await;
    })
    .await;
}

/// A case that was settled by sending its two mugs again.
async fn sent_again(world: &World) -> (TestShop, TestProduct, PlacedGroup, CaseView) {
    let (shop, mug, placed) = delivered(world).await;
    let case = opened(world, &mug, &placed).await;
    complaints::escalate(&world.services, &placed.orders[0].token, &case.id, None).await.unwrap();
    let again = decision(CaseResolution::Replacement, None, false);
    let case = complaints::decide(&world.services, shop.owner_id, &case.id, &again).await.unwrap();
    (shop, mug, placed, case)
}

fn because(step: ReplacementStep) -> ReplacementMove {
    ReplacementMove { reason: Some("Tungku rusak".to_owned()), ..ReplacementMove::of(step) }
}

#[tokio::test]
async fn goods_that_are_not_sent_again_after_all_go_back_and_the_curator_decides_once_more() {
    on_both(async |world| {
        let (shop, mug, placed, case) = sent_again(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let taken = available(&world, &mug).await;
        mails(&world).await;
        world.clock.advance_hours(1);
        let step = async |to| complaints::move_replacement(services, scope(&shop), &case.id, &to).await;
        let silent = rejection(step(ReplacementMove::of(ReplacementStep::CallOff)).await.unwrap_err());
        assert_eq!(fields(&silent), [("reason", "reason-missing")]);
        assert!(is_refused(step(because(ReplacementStep::Fail)).await), "it never left");
        let failed = step(because(ReplacementStep::CallOff)).await.unwrap();
        assert_eq!(
            (failed.status, failed.resolution, failed.replacement.unwrap().status),
            (CaseStatus::UnderReview, None, FulfilmentStatus::Cancelled)
        );
        assert_eq!(failed.messages.last().unwrap().text, "Tungku rusak");
        assert_eq!(available(&world, &mug).await, taken + 2);
        assert_eq!(mails(&world).await.len(), 2, "buyer and shop are told");
        assert!(is_refused(step(because(ReplacementStep::CallOff)).await), "once is enough");
        world.assert_invariants().await;

        let again = decision(CaseResolution::Replacement, None, false);
        let twice = complaints::decide(services, shop.owner_id, &case.id, &again).await.unwrap();
        assert_eq!(twice.replacement.unwrap().status, FulfilmentStatus::Preparing);
        assert_eq!(available(&world, &mug).await, taken);
        step(because(ReplacementStep::CallOff)).await.unwrap();
        let refund = decision(CaseResolution::Refund, Some(60_000), false);
        let settled = complaints::decide(services, shop.owner_id, &case.id, &refund).await.unwrap();
        assert_eq!((settled.status, settled.resolution), (CaseStatus::Resolved, Some(CaseResolution::Refund)));
        assert_eq!(refunds::by_token(services, token).await.unwrap().len(), 1, "the money follows from the decision");
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn goods_that_do_not_arrive_are_for_sale_again_only_when_they_came_back_whole() {
    on_both(async |world| {
        for restock in [false, true] {
            let (shop, mug, _, case) = sent_again(&world).await;
            let taken = available(&world, &mug).await;
            let step = async |to| complaints::move_replacement(&world.services, scope(&shop), &case.id, &to).await;
            let [courier, tracking] = ["JNE", "CTH0002"].map(|text| Some(text.to_owned()));
            let ship = ReplacementMove { courier, tracking, ..ReplacementMove::of(ReplacementStep::Ship) };
            step(ship).await.unwrap();
            assert!(is_refused(step(because(ReplacementStep::CallOff)).await), "it has left");
            let lost = step(ReplacementMove { restock, ..because(ReplacementStep::Fail) }).await.unwrap();
            assert_eq!(lost.replacement.unwrap().status, FulfilmentStatus::Undeliverable);
            assert_eq!(lost.status, CaseStatus::UnderReview);
            assert_eq!(available(&world, &mug).await, taken + if restock { 2 } else { 0 });
            world.assert_invariants().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_buyer_who_waits_in_vain_asks_the_curator_after_a_week() {
    on_both(async |world| {
        let (_, mug, placed, case) = sent_again(&world).await;
        let (services, token) = (&world.services, placed.orders[0].token.as_str());
        let taken = available(&world, &mug).await;
        world.clock.advance_hours(7 * 24 - 1);
        assert!(is_refused(complaints::escalate(services, token, &case.id, None).await), "it is too early");
        world.clock.advance_hours(1);
        let asked = complaints::escalate(services, token, &case.id, None).await.unwrap();
        assert_eq!(
            (asked.status, asked.replacement.unwrap().status),
            (CaseStatus::UnderReview, FulfilmentStatus::Cancelled)
        );
        assert_eq!(available(&world, &mug).await, taken + 2);
        assert!(is_refused(complaints::escalate(services, token, &case.id, None).await));
        world.assert_invariants().await;
    })
    .await;
}
