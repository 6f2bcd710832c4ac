//! Carries acts out through the use cases that pages and the API call.

use domain::{
    complaint::{CaseReason, CaseResolution},
    fulfilment::DeliveryMethod,
    payment::PaymentMethod,
    rate::BasisPoints,
};
use services::{
    BankAccount, Error,
    accounts::Identity,
    complaints::{self, CaseLineRequest, CaseRequest, Decision, ReplacementMove, ReplacementStep, Reply},
    fulfilment,
    ledger::{self, CommissionScope},
    orders, payouts,
    refunds::{self, RefundLineRequest, RefundRequest, Sending},
    timers,
};
use testkit::{FakeStripe, TestProduct, TestShop, World};

use super::acts::Act::{self, *};
use crate::{
    curation::curator,
    shopping::{OWN_DELIVERY, place, request, scope},
};

const PRICE: i64 = 60_000;
/// More than all orders of a shop take.
const PIECES: i64 = 100_000;

/// An order of three.
pub(super) struct Placed {
    pub group_id: i64,
    /// Secret of the page of the checkout.
    pub group: String,
    number: String,
    token: String,
}

/// A site with a shop, two curators and orders.
pub(super) struct Desk {
    pub world: World,
    pub mug: TestProduct,
    pub placed: Vec<Placed>,
    shop: TestShop,
    people: [Identity; 2],
    pub(super) stripe: FakeStripe,
    /// Events of Stripe that were handed over.
    pub(super) heard: usize,
    /// The order about which a case was opened last.
    complained: Option<usize>,
    /// The order of which a refund was asked for last.
    refunded: Option<usize>,
}

impl Desk {
    pub async fn open(mut world: World) -> Self {
        let stripe = world.take_cards().await;
        // Little enough that a second person is asked for now and then.
        let limit = "UPDATE setting SET value = 100000 WHERE key = 'refund_second_person_rupiah' RETURNING value";
        world.sql(limit, []).await;
        let people = [curator(&world, "Satu").await, curator(&world, "Dua").await];
        let (shop, mug) = shelf(&world, &people[0]).await;
        Self { world, mug, placed: Vec::new(), shop, people, stripe, heard: 0, complained: None, refunded: None }
    }

    /// From here on everything happens at another shop.
    pub async fn begin_shop(&mut self) {
        (self.shop, self.mug) = shelf(&self.world, &self.people[0]).await;
        self.placed.clear();
        (self.complained, self.refunded) = (None, None);
    }

    /// The order that an act is about: a recent one, or the one whose case or refund is the newest.
    pub fn subject(&self, act: Act, choice: usize) -> Option<usize> {
        let recent = self.placed.len().checked_sub(1 + choice);
        if act.is_about_a_case() {
            self.complained.or(recent)
        } else if act.is_about_a_refund() {
            self.refunded.or(recent)
        } else {
            recent
        }
    }

    /// Remembers what was done.
    pub fn note(&mut self, act: Act, subject: Option<usize>) {
        if act.opens_a_case() {
            self.complained = subject;
        }
        if act.asks_for_a_refund() {
            self.refunded = subject;
        }
    }

    /// Does it; whether there was something to do it to.
    pub async fn carry_out(&mut self, act: Act, chosen: Option<usize>, person: usize) -> Result<bool, Error> {
        match act {
            PlaceByTransfer | PlaceByQris | PlaceInCash | PlaceForPickup | PlaceByCard => {
                let placed = self.order(act).await;
                self.placed.push(placed);
            }
            ListenToStripe => self.listen().await?,
            PayByCard | LeaveStripe => {
                let Some(order) = chosen.map(|index| &self.placed[index]) else { return Ok(false) };
                return self.at_stripe(act, order, person == 0).await;
            }
            WaitHours | WaitDays => {
                self.world.clock.advance_hours(if act == WaitHours { 5 } else { 3 * 24 });
                timers::run_due(&self.world.services).await?;
            }
            Adjust => {
                let (services, who) = (&self.world.services, &self.people[person]);
                ledger::adjust(services, who, &self.shop.slug, Some(25_000), "Ongkos kemasan diganti").await?;
            }
            RetryRefund => {
                let waiting = refunds::failed(&self.world.services).await?;
                let Some(refund) = waiting.first() else { return Ok(false) };
                refunds::retry(&self.world.services, self.people[person].id, &refund.id).await?;
            }
            Sweep | ApprovePayout | SendPayout | PayPayout | FailPayout | ReturnPayout => {
                return self.pay_out(act, person).await;
            }
            _ => {
                let Some(order) = chosen.map(|index| &self.placed[index]) else { return Ok(false) };
                if self.handle(act, order).await? {
                    return Ok(true);
                }
                return if self.give_back(act, order, person).await? {
                    Ok(true)
                } else {
                    self.complain(act, order, person).await
                };
            }
        }
        Ok(true)
    }

    async fn order(&self, act: Act) -> Placed {
        let delivery = if act == PlaceForPickup { 0 } else { OWN_DELIVERY };
        let mut body = request(&[(&self.mug, 3)], &[&self.shop], 3 * PRICE + delivery);
        body.payment = match act {
            PlaceByTransfer => PaymentMethod::Transfer,
            PlaceByQris => PaymentMethod::Qris,
            PlaceByCard => PaymentMethod::Stripe,
            _ => PaymentMethod::Cod,
        };
        if act == PlaceForPickup {
            body.deliveries[0].method = DeliveryMethod::Pickup;
        }
        let placed = place(&self.world, &body).await.unwrap();
        let order = &placed.orders[0];
        let key = "SELECT id FROM checkout_group WHERE public_id = $1";
        let group_id = self.world.sql(key, [placed.group.as_str().into()]).await;
        Placed { group_id, group: placed.token, number: order.number.clone(), token: order.token.clone() }
    }

    /// What happens to goods and payment.
    async fn handle(&self, act: Act, order: &Placed) -> Result<bool, Error> {
        let (services, scope) = (&self.world.services, scope(&self.shop));
        let (number, token) = (order.number.as_str(), order.token.as_str());
        match act {
            ConfirmPayment => fulfilment::payment_confirm(services, scope, number).await?,
            RejectPayment => fulfilment::payment_reject(services, scope, number, "Belum masuk").await?,
            Confirm => fulfilment::confirm(services, scope, number).await?,
            Reject => fulfilment::reject(services, scope, number, "Tidak sanggup").await?,
            Cancel => orders::cancel(services, token, None).await?,
            CallOff => fulfilment::call_off(services, scope, number, "Tungku rusak").await?,
            Ready => fulfilment::ready(services, scope, number).await?,
            Ship => fulfilment::ship(services, scope, number, None, None).await?,
            Deliver => fulfilment::deliver(services, scope, number).await?,
            Receive => orders::received(services, token, None).await?,
            Refuse => fulfilment::refused(services, scope, number, "Tidak di rumah", true).await?,
            _ => return Ok(false),
        };
        Ok(true)
    }

    async fn give_back(&self, act: Act, order: &Placed, person: usize) -> Result<bool, Error> {
        let (services, scope) = (&self.world.services, scope(&self.shop));
        let (number, token) = (order.number.as_str(), order.token.as_str());
        let curator = self.people[person].id;
        let why = || "Maaf atas keterlambatan".to_owned();
        let free = |amount| RefundRequest { amount, reason: why(), ..RefundRequest::default() };
        let lines = || vec![RefundLineRequest { variant: self.mug.variant.clone(), pieces: 1 }];
        let piece = || RefundRequest { lines: lines(), reason: why(), ..RefundRequest::default() };
        let refund = refunds::by_token(services, token).await?.pop().map(|refund| refund.id);
        match (act, refund) {
            (RefundPiece, _) => refunds::request(services, scope, number, &piece()).await?,
            (RefundFreely, _) => refunds::request(services, scope, number, &free(7_777)).await?,
            // With what went back before, above what one person may give.
            (RefundMuch, _) => refunds::request(services, scope, number, &free(101_000)).await?,
            (RefundAsCurator, _) => refunds::request_as_curator(services, curator, number, &free(12_000)).await?,
            (ApproveRefund, Some(id)) => refunds::approve(services, curator, &id).await?,
            (DeclineRefund, Some(id)) => refunds::decline(services, curator, &id, "Belum jelas").await?,
            (SendRefund, Some(id)) => {
                let sending = Sending { reference: Some("BCA 0001".to_owned()), proof: None };
                refunds::mark_sent(services, scope, &id, sending).await?
            }
            (ReceiveRefund, Some(id)) => refunds::confirm_received(services, token, &id, None).await?,
            (FailRefund, Some(id)) => refunds::mark_failed(services, scope, &id, "Rekening salah").await?,
            (GiveAccount, Some(_)) => {
                let [bank, account, holder] = ["BRI", "0012345678", "Bu Ratna"].map(str::to_owned);
                refunds::give_account(services, token, &BankAccount { bank, account, holder }).await?;
                return Ok(true);
            }
            _ => return Ok(false),
        };
        Ok(true)
    }

    async fn complain(&self, act: Act, order: &Placed, person: usize) -> Result<bool, Error> {
        let (services, scope) = (&self.world.services, scope(&self.shop));
        let (token, curator) = (order.token.as_str(), self.people[person].id);
        if act == Complain {
            let lines = vec![CaseLineRequest { variant: self.mug.variant.clone(), pieces: 1 }];
            let case = CaseRequest { lines, reason: CaseReason::Damaged, text: "Retak di bibir".to_owned() };
            complaints::open(services, token, &case, None).await?;
            return Ok(true);
        }
        let Some(case) = complaints::by_token(services, token).await?.pop() else { return Ok(false) };
        let (id, is_sent_again) = (case.id, case.replacement.is_some());
        let offer = |offer, amount| Reply { text: "Kami ganti".to_owned(), offer: Some(offer), amount };
        let decision = |resolution, amount| Decision {
            resolution,
            amount,
            reason: "Sesuai foto".to_owned(),
            restock: amount.is_some(),
        };
        let again = ReplacementMove::of;
        match act {
            PackAgain | SendAgain | ReceiveAgain | LoseAgain | CallOffAgain if !is_sent_again => return Ok(false),
            Write => complaints::write(services, token, &id, "Masih ada kabar?", None).await?,
            OfferMoney => complaints::reply(services, scope, &id, &offer(CaseResolution::Refund, Some(15_000))).await?,
            OfferGoods => complaints::reply(services, scope, &id, &offer(CaseResolution::Replacement, None)).await?,
            Accept => complaints::accept(services, token, &id, None).await?,
            Escalate => complaints::escalate(services, token, &id, None).await?,
            DecideRefund => {
                complaints::decide(services, curator, &id, &decision(CaseResolution::Refund, Some(20_000))).await?
            }
            DecideReplacement => {
                complaints::decide(services, curator, &id, &decision(CaseResolution::Replacement, None)).await?
            }
            DecideAgainst => {
                complaints::decide(services, curator, &id, &decision(CaseResolution::Rejected, None)).await?
            }
            Withdraw => complaints::withdraw(services, token, &id, None).await?,
            PackAgain => complaints::move_replacement(services, scope, &id, &again(ReplacementStep::Ready)).await?,
            SendAgain => complaints::move_replacement(services, scope, &id, &again(ReplacementStep::Ship)).await?,
            LoseAgain | CallOffAgain => {
                let step = if act == LoseAgain { ReplacementStep::Fail } else { ReplacementStep::CallOff };
                let reason = Some("Tidak jadi".to_owned());
                let to = ReplacementMove { reason, restock: person == 0, ..again(step) };
                complaints::move_replacement(services, scope, &id, &to).await?
            }
            ReceiveAgain => complaints::replacement_received(services, token, &id, None).await?,
            _ => return Ok(false),
        };
        Ok(true)
    }

    async fn pay_out(&self, act: Act, person: usize) -> Result<bool, Error> {
        let (services, person) = (&self.world.services, &self.people[person]);
        if act == Sweep {
            return Ok(payouts::sweep_by(services, person).await? > 0);
        }
        let shops = [self.shop.id];
        let Some(payout) = payouts::of_shops(services, &shops, None, 1).await?.items.pop() else { return Ok(false) };
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

/// A shop that takes every way of payment and pays commission, and what it sells.
async fn shelf(world: &World, admin: &Identity) -> (TestShop, TestProduct) {
    let shop = world.shop("dinoyo").await;
    let code = domain::qris::Qris::fictional("TOKO", 1).unwrap().to_string();
    let qris = "INSERT INTO shop_qris (public_id, shop_id, payload, payee, merchant_id, city, status, proposed_at,
            active_from) VALUES ($1, $2, $3, 'TOKO', 'ID1', 'KOTA MALANG', 'verified', 0, 0) RETURNING id";
    world.sql(qris, [format!("qri_{}", shop.id).into(), shop.id.into(), code.into()]).await;
    let rate = BasisPoints::new(500).unwrap();
    let of = CommissionScope::Shop(shop.id);
    ledger::set_commission(&world.services, admin, of, rate, world.services.now()).await.unwrap();
    let mug = world.product(&shop).price(PRICE).stock(PIECES).create().await;
    (shop, mug)
}
