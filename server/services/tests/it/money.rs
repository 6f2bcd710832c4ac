//! Thousands of random operations on the money of one shop, on both databases: payments, refunds, complaints, payouts.
//! Whether each may be done is the business of other tests; here whatever was done or refused leaves money as promised.

use std::collections::BTreeMap;

use domain::{complaint::CaseReason, complaint::CaseResolution, payment::PaymentMethod};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use services::{
    Error, RejectionCode,
    accounts::Identity,
    complaints::{self, CaseLineRequest, CaseRequest, Decision, Reply},
    fulfilment, ledger, orders, payouts,
    refunds::{self, RefundLineRequest, RefundRequest, Sending},
    timers,
};
use testkit::{TestProduct, TestShop, World};

use crate::{
    curation::curator,
    shopping::{OWN_DELIVERY, place, request, scope},
};

const PRICE: i64 = 60_000;
const PIECES: i64 = 100_000;
/// Operations on each database, in every run and in the long one.
const STEPS: usize = 2_500;
const MANY_STEPS: usize = 100_000;
/// After so many operations all rows are looked at, not only those that were touched.
const EVERYTHING: usize = 250;
/// Orders that operations choose from; older ones rest.
const RECENT: usize = 4;

/// What is done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Order,
    OrderByCard,
    Pay,
    Ready,
    Ship,
    Receive,
    CallOff,
    RefundPiece,
    RefundFreely,
    RefundMuch,
    ApproveRefund,
    DeclineRefund,
    SendRefund,
    ReceiveRefund,
    FailRefund,
    ProviderPays,
    ProviderRefuses,
    ProviderAgain,
    Complain,
    Offer,
    Accept,
    Escalate,
    DecideRefund,
    DecideAgainst,
    Withdraw,
    Fee,
    Sweep,
    ApprovePayout,
    SendPayout,
    PayPayout,
    FailPayout,
    ReturnPayout,
    WaitHours,
    WaitDays,
}

use Act::*;

/// What happens in a good order is tried more often; orders and time come slowly, so that much happens to each.
const ACTS: &[(u32, Act)] = &[
    (1, Order),
    (1, OrderByCard),
    (9, Pay),
    (6, Ready),
    (8, Ship),
    (8, Receive),
    (1, CallOff),
    (3, RefundPiece),
    (2, RefundFreely),
    (2, RefundMuch),
    (2, ApproveRefund),
    (2, DeclineRefund),
    (4, SendRefund),
    (3, ReceiveRefund),
    (2, FailRefund),
    (4, ProviderPays),
    (2, ProviderRefuses),
    (3, ProviderAgain),
    (5, Complain),
    (3, Offer),
    (2, Accept),
    (2, Escalate),
    (2, DecideRefund),
    (1, DecideAgainst),
    (2, Withdraw),
    (1, Fee),
    (3, Sweep),
    (3, ApprovePayout),
    (3, SendPayout),
    (3, PayPayout),
    (1, FailPayout),
    (2, ReturnPayout),
    (1, WaitHours),
    (1, WaitDays),
];

#[tokio::test]
async fn money_is_as_promised_whatever_is_done_on_sqlite() {
    run(World::sqlite().await, STEPS).await;
}

#[tokio::test]
async fn money_is_as_promised_whatever_is_done_on_postgres() {
    run(World::postgres().await, STEPS).await;
}

#[tokio::test]
#[ignore = "long: runs with the nightly tests"]
async fn money_is_as_promised_whatever_is_done_for_long_on_sqlite() {
    run(World::sqlite().await, MANY_STEPS).await;
}

#[tokio::test]
#[ignore = "long: runs with the nightly tests"]
async fn money_is_as_promised_whatever_is_done_for_long_on_postgres() {
    run(World::postgres().await, MANY_STEPS).await;
}

struct Placed {
    id: i64,
    group_id: i64,
    number: String,
    token: String,
}

struct Desk {
    world: World,
    shop: TestShop,
    mug: TestProduct,
    people: [Identity; 2],
    placed: Vec<Placed>,
}

async fn run(world: World, steps: usize) {
    let shop = world.shop("dinoyo").await;
    let code = domain::qris::Qris::fictional("TOKO", 1).unwrap().to_string();
    let qris = "INSERT INTO shop_qris (public_id, shop_id, payload, payee, merchant_id, city, status, proposed_at,
            active_from) VALUES ('qri_a', $1, $2, 'TOKO', 'ID1', 'KOTA MALANG', 'verified', 0, 0) RETURNING id";
    world.sql(qris, [shop.id.into(), code.into()]).await;
    let mug = world.product(&shop).price(PRICE).stock(PIECES).create().await;
    // Little enough that a second person is asked for now and then.
    let limit = "UPDATE setting SET value = 100000 WHERE key = 'refund_second_person_rupiah' RETURNING value";
    world.sql(limit, []).await;
    let people = [curator(&world, "Satu").await, curator(&world, "Dua").await];
    let mut desk = Desk { world, shop, mug, people, placed: Vec::new() };
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let acts = prop::strategy::Union::new_weighted(ACTS.iter().map(|&(weight, act)| (weight, Just(act))).collect());
    let strategy = (acts, 0..RECENT, any::<bool>());
    let mut done: BTreeMap<Act, usize> = ACTS.iter().map(|&(_, act)| (act, 0)).collect();
    for step in 1..=steps {
        let (act, choice, first) = strategy.new_tree(&mut runner).unwrap().current();
        let chosen = desk.placed.len().checked_sub(1 + choice);
        match desk.carry_out(act, chosen, usize::from(first)).await {
            Ok(true) => *done.entry(act).or_default() += 1,
            Ok(false) => {}
            Err(Error::Rejected(refused)) => {
                let is_refusal = matches!(refused.code, RejectionCode::InvalidState | RejectionCode::Invalid);
                assert!(is_refusal, "step {step}: {act:?}: {refused:?}");
            }
            Err(error) => panic!("step {step}: {act:?}: {error}"),
        }
        let touched = chosen.or(desk.placed.len().checked_sub(1)).map_or(0, |index| desk.placed[index].group_id);
        desk.world.assert_invariants_of(touched, desk.mug.variant_id).await;
        if step % EVERYTHING == 0 || step == steps {
            desk.world.assert_invariants().await;
            let report = ledger::reconcile(&desk.world.services).await.unwrap();
            assert!(report.findings.is_empty(), "step {step}: {:?}", report.findings);
        }
    }
    let never: Vec<_> = done.iter().filter(|(_, count)| **count == 0).map(|(act, _)| act).collect();
    assert!(never.is_empty(), "never done: {never:?}");
}

impl Desk {
    /// Does it; whether there was something to do it to.
    async fn carry_out(&mut self, act: Act, chosen: Option<usize>, person: usize) -> Result<bool, Error> {
        match act {
            Order | OrderByCard => {
                let placed = self.order(act == OrderByCard).await;
                self.placed.push(placed);
            }
            WaitHours | WaitDays => {
                self.world.clock.advance_hours(if act == WaitHours { 5 } else { 3 * 24 });
                timers::run_due(&self.world.services).await?;
            }
            Sweep | ApprovePayout | SendPayout | PayPayout | FailPayout | ReturnPayout => {
                return self.pay_out(act, person).await;
            }
            _ => {
                let Some(order) = chosen.map(|index| &self.placed[index]) else { return Ok(false) };
                return self.act_on(act, order, person).await;
            }
        }
        Ok(true)
    }

    /// A new order of three; by card as far as money sees it.
    async fn order(&self, by_card: bool) -> Placed {
        let mut body = request(&[(&self.mug, 3)], &[&self.shop], 3 * PRICE + OWN_DELIVERY);
        body.payment = if by_card { PaymentMethod::Qris } else { PaymentMethod::Transfer };
        let placed = place(&self.world, &body).await.unwrap();
        let order = &placed.orders[0];
        let id = "SELECT id FROM seller_order WHERE number = $1";
        let id = self.world.sql(id, [order.number.as_str().into()]).await;
        let group_id = self.world.sql("SELECT group_id FROM seller_order WHERE id = $1", [id.into()]).await;
        if by_card {
            for change in [
                "UPDATE seller_order SET payment_method = 'stripe' WHERE group_id = $1",
                "UPDATE payment SET method = 'stripe' WHERE group_id = $1",
            ] {
                self.world.change(change, [group_id.into()]).await;
            }
        }
        Placed { id, group_id, number: order.number.clone(), token: order.token.clone() }
    }

    async fn act_on(&self, act: Act, order: &Placed, person: usize) -> Result<bool, Error> {
        let (services, scope) = (&self.world.services, scope(&self.shop));
        let (number, token) = (order.number.as_str(), order.token.as_str());
        let curator = self.people[person].id;
        let refund = refunds::by_token(services, token).await?.pop().map(|refund| refund.id);
        let case = complaints::by_token(services, token).await?.into_iter().next_back().map(|case| case.id);
        match (act, refund, case) {
            (Pay, ..) => fulfilment::payment_confirm(services, scope, number).await.map(drop)?,
            (Ready, ..) => fulfilment::ready(services, scope, number).await.map(drop)?,
            (Ship, ..) => fulfilment::ship(services, scope, number, None, None).await.map(drop)?,
            (Receive, ..) => orders::received(services, token, None).await.map(drop)?,
            (CallOff, ..) => fulfilment::call_off(services, scope, number, "Tungku rusak").await.map(drop)?,
            (RefundPiece, ..) => {
                let lines = vec![RefundLineRequest { variant: self.mug.variant.clone(), pieces: 1 }];
                self.refund(number, RefundRequest { lines, ..RefundRequest::default() }).await?;
            }
            (RefundFreely, ..) => self.refund(number, RefundRequest { amount: 7_777, ..Default::default() }).await?,
            // With what went back before, above what one person may give.
            (RefundMuch, ..) => self.refund(number, RefundRequest { amount: 90_000, ..Default::default() }).await?,
            (ApproveRefund, Some(id), _) => refunds::approve(services, curator, &id).await.map(drop)?,
            (DeclineRefund, Some(id), _) => refunds::decline(services, curator, &id, "Belum jelas").await.map(drop)?,
            (SendRefund, Some(id), _) => {
                let sending = Sending { reference: Some("BCA 0001".to_owned()), proof: None };
                refunds::mark_sent(services, scope, &id, sending).await.map(drop)?;
            }
            (ReceiveRefund, Some(id), _) => {
                refunds::confirm_received(services, token, &id, None).await.map(drop)?;
            }
            (FailRefund, Some(id), _) => refunds::mark_failed(services, scope, &id, "Ditolak").await.map(drop)?,
            (ProviderPays, Some(id), _) => refunds::provider_result(services, &id, true, Some("re_1")).await?,
            (ProviderRefuses, Some(id), _) => refunds::provider_result(services, &id, false, None).await?,
            (ProviderAgain, Some(id), _) => refunds::provider_retry(services, curator, &id).await.map(drop)?,
            (Complain, ..) => {
                let lines = vec![CaseLineRequest { variant: self.mug.variant.clone(), pieces: 1 }];
                let case = CaseRequest { lines, reason: CaseReason::Damaged, text: "Retak di bibir".to_owned() };
                complaints::open(services, token, &case, None).await.map(drop)?;
            }
            (Offer, _, Some(id)) => {
                let offer = Some(CaseResolution::Refund);
                let reply = Reply { text: "Kami ganti".to_owned(), offer, amount: Some(15_000) };
                complaints::reply(services, scope, &id, &reply).await.map(drop)?;
            }
            (Accept, _, Some(id)) => complaints::accept(services, token, &id, None).await.map(drop)?,
            (Escalate, _, Some(id)) => complaints::escalate(services, token, &id, None).await.map(drop)?,
            (DecideRefund, _, Some(id)) => self.decide(curator, &id, CaseResolution::Refund, Some(20_000)).await?,
            (DecideAgainst, _, Some(id)) => self.decide(curator, &id, CaseResolution::Rejected, None).await?,
            (Withdraw, _, Some(id)) => complaints::withdraw(services, token, &id, None).await.map(drop)?,
            (Fee, ..) => {
                let is_paid = "SELECT COUNT(*) FROM payment WHERE group_id = $1 AND status = 'captured'";
                if self.world.sql(is_paid, [order.group_id.into()]).await == 0 {
                    return Ok(false);
                }
                let tx = services.store().begin().await.unwrap();
                let fee = domain::money::Rupiah::new(2_900);
                ledger::record_gateway_fee(&tx, order.id, "charge", fee, services.now()).await?;
                tx.commit().await.unwrap();
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    async fn refund(&self, number: &str, request: RefundRequest) -> Result<(), Error> {
        let request = RefundRequest { reason: "Maaf atas keterlambatan".to_owned(), ..request };
        refunds::request(&self.world.services, scope(&self.shop), number, &request).await.map(drop)
    }

    async fn decide(&self, who: i64, id: &str, how: CaseResolution, amount: Option<i64>) -> Result<(), Error> {
        let decision = Decision { resolution: how, amount, reason: "Sesuai foto".to_owned(), restock: false };
        complaints::decide(&self.world.services, who, id, &decision).await.map(drop)
    }

    async fn pay_out(&self, act: Act, person: usize) -> Result<bool, Error> {
        let (services, person) = (&self.world.services, &self.people[person]);
        if act == Sweep {
            return Ok(payouts::sweep_by(services, person).await? > 0);
        }
        let Some(payout) = payouts::all(services, None, None, 1).await?.items.pop() else { return Ok(false) };
        match act {
            ApprovePayout => payouts::approve(services, person, &payout.id).await.map(drop)?,
            SendPayout => payouts::send(services, person, std::slice::from_ref(&payout.id)).await.map(drop)?,
            PayPayout => payouts::pay(services, person, &payout.id, "TRX-1").await.map(drop)?,
            FailPayout => payouts::fail(services, person, &payout.id, "Ditolak bank").await.map(drop)?,
            _ => payouts::returned(services, person, &payout.id, "Rekening ditutup").await.map(drop)?,
        }
        Ok(true)
    }
}
