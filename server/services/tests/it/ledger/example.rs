//! The worked example of `docs/ledger-example.md` is run through the use cases, on both databases, and the page is written
//! from what they leave in the ledger. After a change,
//! `SENTRA_WRITE_DOCS=1 cargo test -p services --test it ledger::example` writes it anew.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use domain::{money::Rupiah, payment::PaymentMethod, rate::BasisPoints};
use services::{
    fulfilment,
    ledger::{self, CommissionScope},
    payouts,
    refunds::{self, RefundLineRequest, RefundRequest},
};
use testkit::{FakeStripe, TestShop, World, on_both};

use super::complete;
use crate::{
    cards::{pay, work},
    curation::curator,
    shopping::{OWN_DELIVERY, place, request, scope},
};

const CUP: i64 = 45_000;
const CHIPS: i64 = 20_000;

const HEAD: &str = "# The ledger, by example

One cart of two shops, one payment by card, one cup of two given back, one payout. A test runs all of it through the use cases, with a
Stripe of our own over HTTP, on both databases and compares this page with what the ledger then holds; `SENTRA_WRITE_DOCS=1 cargo test -p services --test it ledger::example`
writes it anew.

Every transaction has two sides that sum to 0. An amount above zero is owed *to* the account, one below zero *by* it: `provider` is money
that the card provider or our bank holds, `shop` what we owe a shop, `platform` what we have earned, `payout_clearing` money on its way to
a shop's bank. Entries are never changed or deleted; triggers of the database refuse it.
";

/// The page as it is written, with the entries that are on it already.
struct Page<'a> {
    world: &'a World,
    text: String,
    shown: i64,
    balances: BTreeMap<String, i64>,
}

impl Page<'_> {
    /// A step, with the entries that it left.
    async fn step(&mut self, title: &str, about: &str) {
        writeln!(self.text, "\n## {title}\n\n{about}\n\n| why | account | amount |\n|---|---|---:|").unwrap();
        let rows = self
            .world
            .texts(
                "SELECT t.kind || '|' || CASE WHEN s.id IS NULL THEN a.kind ELSE 'shop ' || s.name END || '|'
                    || CAST(e.amount AS TEXT) || '|' || CAST(e.transaction_id AS TEXT)
                 FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
                 JOIN ledger_account a ON a.id = e.account_id LEFT JOIN shop s ON s.id = a.shop_id
                 WHERE e.id > $1 ORDER BY e.id",
                [self.shown.into()],
            )
            .await;
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        for row in &rows {
            let [kind, account, amount, transaction] = row.split('|').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let amount: i64 = amount.parse().unwrap();
            writeln!(self.text, "| {kind} | {account} | {} |", Rupiah::new(amount)).unwrap();
            *self.balances.entry(account.to_owned()).or_default() += amount;
            *sums.entry(transaction).or_default() += amount;
        }
        assert!(!rows.is_empty(), "{title}: nothing was posted");
        assert!(sums.values().all(|sum| *sum == 0), "{title}: {sums:?}");
        writeln!(self.text, "| | **sum** | **{}** |", Rupiah::new(sums.values().sum())).unwrap();
        self.shown = self.world.sql("SELECT MAX(id) FROM ledger_entry", []).await;
    }

    fn balances(&mut self, about: &str) {
        writeln!(self.text, "\n## What is left\n\n{about}\n\n| account | balance |\n|---|---:|").unwrap();
        for (account, balance) in &self.balances {
            writeln!(self.text, "| {account} | {} |", Rupiah::new(*balance)).unwrap();
        }
        let sum: i64 = self.balances.values().sum();
        assert_eq!(sum, 0);
        writeln!(self.text, "| **sum** | **{}** |", Rupiah::new(sum)).unwrap();
    }
}

/// A shop with a name for the page, and a commission in hundredths of a percent.
async fn shop(world: &World, sentra: &str, name: &str, rate: u32) -> TestShop {
    let shop = world.shop(sentra).await;
    world.sql("UPDATE shop SET name = $1 WHERE id = $2 RETURNING id", [name.into(), shop.id.into()]).await;
    if rate > 0 {
        let admin = curator(world, "Admin").await;
        let rate = BasisPoints::new(rate).unwrap();
        let of = CommissionScope::Shop(shop.id);
        ledger::set_commission(&world.services, &admin, of, rate, world.services.now()).await.unwrap();
    }
    shop
}

async fn order_id(world: &World, number: &str) -> i64 {
    world.sql("SELECT id FROM seller_order WHERE number = $1", [number.into()]).await
}

/// Runs the example; the page.
async fn run(world: &World, stripe: &FakeStripe) -> String {
    let services = &world.services;
    let (kiln, kitchen) = (shop(world, "dinoyo", "Kiln", 500).await, shop(world, "sanan", "Kitchen", 0).await);
    let cup = world.product(&kiln).price(CUP).stock(10).create().await;
    let chips = world.product(&kitchen).price(CHIPS).stock(10).create().await;
    let total = 2 * CUP + 3 * CHIPS + 2 * OWN_DELIVERY;
    let mut body = request(&[(&cup, 2), (&chips, 3)], &[&kiln, &kitchen], total);
    body.payment = PaymentMethod::Stripe;
    let placed = place(world, &body).await.unwrap();
    let ids = [order_id(world, &placed.orders[0].number).await, order_id(world, &placed.orders[1].number).await];
    let mut page = Page { world, text: HEAD.to_owned(), shown: 0, balances: BTreeMap::new() };

    pay(world, stripe, &placed).await;
    for (order, shop) in placed.orders.iter().zip([&kiln, &kitchen]) {
        fulfilment::confirm(services, scope(shop), &order.number).await.unwrap();
    }
    let about = format!(
        "Two cups of {} from Kiln and three bags of chips of {} from Kitchen, each with {} for delivery: {} in all. Kiln \
         has agreed to 5 % commission on goods, frozen on its lines when the order was placed; Kitchen pays none.",
        Rupiah::new(CUP),
        Rupiah::new(CHIPS),
        Rupiah::new(OWN_DELIVERY),
        Rupiah::new(total)
    );
    page.step("The card is charged", &about).await;

    work(world).await;
    let fee = world.sql("SELECT provider_fee FROM payment", []).await;
    let about =
        format!("The provider keeps {} of it, which the shops bear by what was paid to each.", Rupiah::new(fee));
    page.step("The provider tells its fee", &about).await;

    let line = RefundLineRequest { variant: cup.variant.clone(), pieces: 1 };
    let asked = RefundRequest { lines: vec![line], reason: "Retak di jalan".to_owned(), ..RefundRequest::default() };
    let refund = refunds::request(services, scope(&kiln), &placed.orders[0].number, &asked).await.unwrap();
    assert_eq!(refund.amount, Rupiah::new(CUP));
    work(world).await;
    let about = "One of the two cups arrived cracked. Kiln gives its price back through the provider, and as much of the \
        commission goes back to Kiln as the refund is of all that was paid to it, delivery included. Kitchen's money is not \
        touched.";
    page.step("One line is refunded", about).await;

    complete(world, &kiln, ids[0], &placed.orders[0].token).await;
    let (one, two) = (curator(world, "Satu").await, curator(world, "Dua").await);
    assert_eq!(payouts::sweep_by(services, &one).await.unwrap(), 1);
    let payout = payouts::all(services, None, None, 10).await.unwrap().items.remove(0);
    payouts::approve(services, &two, &payout.id).await.unwrap();
    payouts::send(services, &one, std::slice::from_ref(&payout.id)).await.unwrap();
    payouts::pay(services, &one, &payout.id, "TRX-1").await.unwrap();
    let about = format!(
        "Kiln's order is complete, Kitchen's is still on its way. The sweep puts all of Kiln's entries into one payout of {}: a \
         second person agrees, it goes to the bank, and the bank confirms it.",
        payout.amount
    );
    page.step("Kiln is paid out", &about).await;

    page.balances(
        "Kiln has its money, so we owe it nothing. Kitchen's waits until its order is complete. What the provider and our \
         bank hold is exactly what we owe Kitchen and what we have earned.",
    );
    let balance = ledger::balances(services, &[kiln.id, kitchen.id]).await.unwrap();
    let owed: Vec<i64> = balance.iter().map(|shop| shop.balance.get()).collect();
    let kept = fee - fee * (2 * CUP + OWN_DELIVERY) / total;
    assert_eq!(owed, [0, 3 * CHIPS + OWN_DELIVERY - kept]);
    page.text
}

#[tokio::test]
async fn the_page_of_the_example_is_what_the_ledger_holds() {
    on_both(async |mut world| {
        let stripe = world.take_cards().await;
        let page = run(&world, &stripe).await;
        world.clock.advance_hours(1);
        let report = ledger::reconcile(&world.services).await.unwrap();
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/ledger-example.md");
        if std::env::var_os("SENTRA_WRITE_DOCS").is_some() {
            fs::write(&path, &page).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert!(written == page, "docs/ledger-example.md is not what the ledger holds; write it anew");
    })
    .await;
}
