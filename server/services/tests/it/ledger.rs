//! Ledger and payouts, on both databases.

mod example;
mod frozen;

use domain::{money::Rupiah, payment::PaymentMethod, payout::PayoutStatus, rate::BasisPoints};
use services::{
    RejectionCode, fulfilment,
    ledger::{self, CommissionScope, FindingKind, Month, ShopBalance},
    orders, payouts, timers,
};
use testkit::{FakeStripe, TestProduct, TestShop, World, on_both};

use crate::{
    cards::pay,
    curation::curator,
    shopping::{OWN_DELIVERY, place, rejection, request, scope},
};

const PRICE: i64 = 100_000;

async fn shelf(world: &World) -> (TestShop, TestProduct) {
    let shop = world.shop("dinoyo").await;
    let vase = world.product(&shop).price(PRICE).stock(100).create().await;
    (shop, vase)
}

/// An order whose money we have collected by card, or that was paid to the shop itself; its key and what was captured.
async fn paid(world: &World, shop: &TestShop, vase: &TestProduct, card: Option<&FakeStripe>) -> (i64, i64, String) {
    let mut body = request(&[(vase, 1)], &[shop], PRICE + OWN_DELIVERY);
    body.payment = if card.is_some() { PaymentMethod::Stripe } else { PaymentMethod::Transfer };
    let placed = place(world, &body).await.unwrap();
    let order = &placed.orders[0];
    match card {
        Some(stripe) => {
            pay(world, stripe, &placed).await;
            fulfilment::confirm(&world.services, scope(shop), &order.number).await.unwrap();
        }
        None => {
            fulfilment::payment_confirm(&world.services, scope(shop), &order.number).await.unwrap();
        }
    }
    let id = "SELECT id FROM seller_order WHERE number = $1";
    (world.sql(id, [order.number.as_str().into()]).await, order.total.get(), order.token.clone())
}

/// Handed over, and the time to complain is over.
async fn complete(world: &World, shop: &TestShop, order_id: i64, token: &str) {
    let number = orders::by_token(&world.services, token).await.unwrap().summary.number;
    fulfilment::ready(&world.services, scope(shop), &number).await.unwrap();
    fulfilment::ship(&world.services, scope(shop), &number, None, None).await.unwrap();
    orders::received(&world.services, token, None).await.unwrap();
    world.sql("UPDATE seller_order SET complete_at = 1 WHERE id = $1 RETURNING id", [order_id.into()]).await;
    assert_eq!(timers::auto_complete(&world.services).await.unwrap(), 1);
}

async fn refund(world: &World, order_id: i64, key: &str, amount: i64) -> bool {
    let tx = world.store().begin().await.unwrap();
    let now = world.services.now();
    let posted = ledger::record_refund(&tx, order_id, key, Rupiah::new(amount), now).await.unwrap();
    tx.commit().await.unwrap();
    posted
}

async fn balance(world: &World, shop: &TestShop) -> ShopBalance {
    let found = ledger::balances(&world.services, &[shop.id]).await.unwrap().pop().unwrap();
    assert_eq!(
        found.balance.get(),
        found.releasable.get() + found.waiting.get() + found.planned.get(),
        "what is free and what is planned is all there is"
    );
    found
}

/// Everything that has to hold whatever happened.
async fn assert_sound(world: &World) {
    let wrong = "SELECT COUNT(*) FROM (SELECT transaction_id FROM ledger_entry GROUP BY transaction_id
        HAVING SUM(amount) <> 0) x";
    assert_eq!(world.sql(wrong, []).await, 0, "a transaction does not sum to zero");
    let twice = "SELECT COUNT(*) FROM (SELECT entry_id FROM payout_entry WHERE live GROUP BY entry_id
        HAVING COUNT(*) > 1) x";
    assert_eq!(world.sql(twice, []).await, 0, "an entry is in two live payouts");
    let report = ledger::reconcile(&world.services).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

#[tokio::test]
async fn the_database_keeps_the_ledger_as_it_was_written() {
    on_both(async |mut world| {
        let stripe = world.take_cards().await;
        let (shop, vase) = shelf(&world).await;
        paid(&world, &shop, &vase, Some(&stripe)).await;
        for statement in [
            "UPDATE ledger_entry SET amount = amount + 1",
            "DELETE FROM ledger_entry",
            "UPDATE ledger_transaction SET reason = 'x'",
            "DELETE FROM ledger_transaction",
        ] {
            let refused = world.refusal(statement).await;
            assert!(refused.contains("append-only"), "{statement}: {refused}");
        }
        assert_sound(&world).await;
    })
    .await;
}

#[tokio::test]
async fn a_direct_sale_owes_nothing_but_its_commission() {
    on_both(async |world| {
        let (shop, vase) = shelf(&world).await;
        let admin = curator(&world, "Admin").await;
        let rate = BasisPoints::new(500).unwrap();
        let before = world.services.now();
        paid(&world, &shop, &vase, None).await;
        assert_eq!(balance(&world, &shop).await.balance, Rupiah::ZERO);
        let of = CommissionScope::Shop(shop.id);
        ledger::set_commission(&world.services, &admin, of, rate, before).await.unwrap();
        let (_, total, _) = paid(&world, &shop, &vase, None).await;
        let commission = Rupiah::new(total - OWN_DELIVERY).percent(rate).get();
        assert_eq!(balance(&world, &shop).await.balance.get(), -commission);
        let frozen = "SELECT COUNT(DISTINCT commission_basis_points) FROM order_line";
        assert_eq!(world.sql(frozen, []).await, 2, "the first order keeps what it was placed with");
        assert_eq!(payouts::sweep(&world.services).await.unwrap(), 0, "nothing to pay to a shop that owes");
        assert_sound(&world).await;
    })
    .await;
}

#[tokio::test]
async fn a_payout_waits_for_the_order_and_takes_two_people() {
    on_both(async |mut world| {
        let stripe = world.take_cards().await;
        let (services, (shop, vase)) = (&world.services, shelf(&world).await);
        let (one, two) = (curator(&world, "Satu").await, curator(&world, "Dua").await);
        let (order, total, token) = paid(&world, &shop, &vase, Some(&stripe)).await;
        assert_eq!(payouts::sweep(services).await.unwrap(), 0, "the order is not over");
        assert_eq!(balance(&world, &shop).await.waiting.get(), total);
        complete(&world, &shop, order, &token).await;
        assert_eq!(payouts::sweep_by(services, &one).await.unwrap(), 1);
        assert_eq!(payouts::sweep(services).await.unwrap(), 0, "everything is planned");
        let id = payouts::all(services, None, None, 10).await.unwrap().items[0].id.clone();
        assert_eq!(
            rejection(payouts::approve(services, &one, &id).await.unwrap_err()).code,
            RejectionCode::InvalidState
        );
        payouts::approve(services, &two, &id).await.unwrap();
        let batch = payouts::send(services, &one, std::slice::from_ref(&id)).await.unwrap();
        let file = payouts::batch_file(services, &batch.id).await.unwrap();
        assert!(file.contains(&format!("{id},Bank Contoh,")) && file.ends_with(&format!(",{total}\r\n")), "{file}");
        assert_eq!(balance(&world, &shop).await.balance, Rupiah::ZERO);
        assert_eq!(payouts::pay(services, &one, &id, "TRX-1").await.unwrap().status, PayoutStatus::Paid);
        // A refund after the payout is carried over.
        assert!(refund(&world, order, "rfd_1", 30_000).await);
        assert!(!refund(&world, order, "rfd_1", 30_000).await, "the same refund is posted once");
        assert_eq!(balance(&world, &shop).await.releasable.get(), -30_000);
        payouts::returned(services, &one, &id, "Rekening ditutup").await.unwrap();
        let again = payouts::returned(services, &one, &id, "Rekening ditutup").await.unwrap_err();
        assert_eq!(rejection(again).code, RejectionCode::InvalidState, "its entries are freed once");
        assert_eq!(payouts::sweep(services).await.unwrap(), 1);
        let next = payouts::all(services, Some(PayoutStatus::Draft), None, 10).await.unwrap().items.remove(0);
        assert_eq!(next.amount.get(), total - 30_000);
        // The night made it: who agrees does not send.
        payouts::approve(services, &one, &next.id).await.unwrap();
        assert!(payouts::send(services, &one, std::slice::from_ref(&next.id)).await.is_err());
        payouts::send(services, &two, std::slice::from_ref(&next.id)).await.unwrap();
        payouts::fail(services, &two, &next.id, "Ditolak bank").await.unwrap();
        assert_eq!(balance(&world, &shop).await.releasable.get(), total - 30_000);
        assert_sound(&world).await;
        let month = Month::of(services.now());
        let view = ledger::statement(services, &[shop.id], &shop.slug, month).await.unwrap();
        let sum: i64 = view.lines.iter().map(|line| line.amount.get()).sum();
        assert_eq!(view.opening.get() + sum, view.closing.get());
        assert_eq!(view.closing.get(), total - 30_000);
        assert!(ledger::statement(services, &[shop.id + 1], &shop.slug, month).await.is_err(), "another's shop");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sweeps_at_the_same_time_pay_once() {
    on_both(async |mut world| {
        let stripe = world.take_cards().await;
        let (shop, vase) = shelf(&world).await;
        let (order, total, token) = paid(&world, &shop, &vase, Some(&stripe)).await;
        complete(&world, &shop, order, &token).await;
        let tasks: Vec<_> = (0..12)
            .map(|_| {
                let services = world.services.clone();
                tokio::spawn(async move { payouts::sweep(&services).await })
            })
            .collect();
        let mut made = 0;
        for task in tasks {
            made += task.await.unwrap().unwrap();
        }
        assert_eq!(made, 1);
        assert_eq!(world.sql("SELECT CAST(SUM(amount) AS BIGINT) FROM payout", []).await, total);
        assert_sound(&world).await;
    })
    .await;
}

#[tokio::test]
async fn money_that_nobody_posted_is_found() {
    on_both(async |world| {
        let (shop, vase) = shelf(&world).await;
        let mut body = request(&[(&vase, 1)], &[&shop], PRICE + OWN_DELIVERY);
        body.payment = PaymentMethod::Transfer;
        place(&world, &body).await.unwrap();
        world.sql("UPDATE payment SET status = 'captured', captured_at = 1 RETURNING id", []).await;
        let report = ledger::reconcile(&world.services).await.unwrap();
        let kinds: Vec<FindingKind> = report.findings.iter().map(|finding| finding.kind).collect();
        assert_eq!(kinds, [FindingKind::CaptureMissing, FindingKind::MoneyWithoutOrder]);
        assert_eq!(ledger::last_report(&world.services).await.unwrap(), Some(report));
    })
    .await;
}
