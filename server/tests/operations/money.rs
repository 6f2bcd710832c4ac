//! Orders with refunds, cases and payouts under way, which a backup takes along and a restored database goes on with.

use domain::{
    complaint::{CaseReason, CaseResolution, CaseStatus},
    locale::Locale,
    payout::PayoutStatus,
    refund::RefundStatus,
    role::Role,
};
use serde_json::json;
use services::{
    BankAccount,
    accounts::Identity,
    checkout,
    complaints::{self, CaseLineRequest, CaseRequest, Reply},
    fulfilment::{self, SellerScope},
    ledger, payouts,
    refunds::{self, RefundLineRequest, RefundRequest, Sending},
};
use testkit::{NEAR_VILLAGE, TestShop, World};

const PRICE: i64 = 30_000;

/// What was begun.
pub(crate) struct Begun {
    shop: TestShop,
    people: [Identity; 2],
    token: String,
    refund: String,
    case: String,
    payout: String,
}

async fn curator(world: &World, name: &str) -> Identity {
    let email = format!("{name}@contoh.test");
    let insert = "INSERT INTO account (public_id, email, name, password_hash, locale, created_at)
        VALUES ($1, $2, $3, '', 'id', 0) RETURNING id";
    let public_id = format!("acc_{name}");
    let id = world.sql(insert, [public_id.as_str().into(), email.as_str().into(), name.into()]).await;
    Identity {
        id,
        public_id,
        name: name.to_owned(),
        email,
        locale: Locale::Id,
        roles: vec![Role::Curator],
        shop_ids: Vec::new(),
        session: None,
    }
}

fn scope(shop: &TestShop) -> SellerScope<'_> {
    SellerScope { account_id: shop.owner_id, shop_ids: std::slice::from_ref(&shop.id) }
}

/// An order of three that was fetched and paid in cash: one piece is given back by transfer, about another there is a
/// complaint, and the shop has money to get.
pub(crate) async fn begin(world: &World) -> Begun {
    let services = &world.services;
    let shop = world.shop("dinoyo").await;
    let mug = world.product(&shop).price(PRICE).stock(50).create().await;
    let people = [curator(world, "satu").await, curator(world, "dua").await];
    let body = json!({
        "items": [{"variant": mug.variant, "quantity": 3}],
        "buyer": {"name": "Bu Ratna", "phone": "081234567890", "email": null},
        "address": {"region": NEAR_VILLAGE, "street": "Jalan Contoh 12"},
        "deliveries": [{"shop": shop.slug, "method": "pickup"}],
        "payment": "cod", "expected_total": 3 * PRICE, "locale": "id",
    });
    let body = serde_json::from_value(body).unwrap();
    let order = checkout::place(services, &body, None, None, None).await.unwrap().orders.remove(0);
    fulfilment::confirm(services, scope(&shop), &order.number).await.unwrap();
    fulfilment::ready(services, scope(&shop), &order.number).await.unwrap();
    fulfilment::deliver(services, scope(&shop), &order.number).await.unwrap();

    let piece = || vec![RefundLineRequest { variant: mug.variant.clone(), pieces: 1 }];
    let by_transfer = RefundRequest {
        lines: piece(),
        reason: "Gagang retak".to_owned(),
        method: Some(domain::refund::RefundMethod::ManualTransfer),
        ..RefundRequest::default()
    };
    let refund = refunds::request(services, scope(&shop), &order.number, &by_transfer).await.unwrap().id;
    let [bank, account, holder] = ["BRI", "0012345678", "Bu Ratna"].map(str::to_owned);
    refunds::give_account(services, &order.token, &BankAccount { bank, account, holder }).await.unwrap();

    let lines = vec![CaseLineRequest { variant: mug.variant.clone(), pieces: 1 }];
    let about = CaseRequest { lines, reason: CaseReason::Damaged, text: "Retak di bibir".to_owned() };
    let case = complaints::open(services, &order.token, &about, None).await.unwrap().id;
    let offer = Some(CaseResolution::Replacement);
    let reply = Reply { text: "Kami kirim lagi".to_owned(), offer, amount: None };
    complaints::reply(services, scope(&shop), &case, &reply).await.unwrap();

    ledger::adjust(services, &people[0], &shop.slug, Some(25_000), "Ongkos kemasan diganti").await.unwrap();
    assert_eq!(payouts::sweep_by(services, &people[0]).await.unwrap(), 1);
    let payout = payouts::all(services, None, None, 1).await.unwrap().items.remove(0).id;
    Begun { shop, people, token: order.token, refund, case, payout }
}

/// All of it comes to its end in another database.
pub(crate) async fn finish(world: &World, begun: &Begun) {
    let (services, scope, [one, two]) = (&world.services, scope(&begun.shop), &begun.people);
    let refused = world.refusal("DELETE FROM ledger_entry").await;
    assert!(refused.contains("append-only"), "{refused}");

    let given = refunds::account_given(services, &begun.token).await.unwrap().unwrap();
    assert!(given.starts_with("BRI") && given.ends_with("5678"), "{given}");
    let sending = Sending { reference: Some("BCA 0001".to_owned()), proof: None };
    refunds::mark_sent(services, scope, &begun.refund, sending).await.unwrap();
    let refund = refunds::confirm_received(services, &begun.token, &begun.refund, None).await.unwrap();
    assert_eq!(refund.status, RefundStatus::Succeeded);

    let case = complaints::accept(services, &begun.token, &begun.case, None).await.unwrap();
    assert_eq!((case.status, case.resolution), (CaseStatus::Resolved, Some(CaseResolution::Replacement)));

    payouts::approve(services, two, &begun.payout).await.unwrap();
    payouts::send(services, one, std::slice::from_ref(&begun.payout)).await.unwrap();
    let paid = payouts::pay(services, one, &begun.payout, "TRX-1").await.unwrap();
    assert_eq!((paid.status, paid.amount.get()), (PayoutStatus::Paid, 25_000));
    world.assert_invariants().await;
}
