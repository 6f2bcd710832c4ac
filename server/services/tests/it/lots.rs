//! Lots that sellers make, sell from and call back, on both databases.

use domain::locale::Locale;
use ports::mail::MailContent;
use services::{
    Error, RejectionCode, fulfilment,
    lots::{self, LotQuery, LotRequest},
    stock,
};
use testkit::{TestProduct, World, on_both};

use crate::{
    curation::curator,
    outbox::{mails, texts},
    shopping::{OWN_DELIVERY, fields, place, rejection, request, scope},
};

fn lot(product: &TestProduct, code: &str, best_before: &str, on_hand: i64) -> LotRequest {
    LotRequest {
        variant: product.variant.clone(),
        code: Some(code.to_owned()),
        produced_on: None,
        best_before: Some(best_before.to_owned()),
        on_hand,
    }
}

async fn left(world: &World, code: &str) -> i64 {
    let text = "SELECT on_hand - allocated - held FROM stock WHERE lot_id = (SELECT id FROM lot WHERE code = $1)";
    world.sql(text, [code.into()]).await
}

#[tokio::test]
async fn a_seller_makes_lots_and_the_one_that_spoils_first_is_sold_first() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("sanan").await;
        let chips = world.product(&shop).price(20_000).keeps(60).create().await;
        let late = lots::make(services, scope(&shop), &lot(&chips, "kt-02", "2027-01-20", 5)).await.unwrap();
        assert_eq!((late.code.as_str(), late.on_hand, late.is_past), ("KT-02", 5, false));
        lots::make(services, scope(&shop), &lot(&chips, "KT-01", "2027-01-02", 3)).await.unwrap();
        let own = LotRequest { variant: chips.variant.clone(), on_hand: 1, ..LotRequest::default() };
        let own = lots::make(services, scope(&shop), &own).await.unwrap();
        assert_eq!(
            (own.produced_on.to_string(), own.best_before.to_string()),
            ("2026-11-24".into(), "2027-01-23".into())
        );
        place(&world, &request(&[(&chips, 4)], &[&shop], 80_000 + OWN_DELIVERY)).await.unwrap();
        assert_eq!((left(&world, "KT-01").await, left(&world, "KT-02").await), (0, 4));
        stock::set_on_hand(services, scope(&shop), &chips.variant, 9, Some("KT-02")).await.unwrap();
        assert_eq!(left(&world, "KT-02").await, 8);
        let page = lots::list(services, scope(&shop), &LotQuery::default(), (None, 2), Locale::Id).await.unwrap();
        let rest = (page.next.as_deref(), 2);
        let rest = lots::list(services, scope(&shop), &LotQuery::default(), rest, Locale::Id).await.unwrap();
        assert_eq!((page.items.len(), rest.items.len(), rest.next), (2, 1, None));
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_lot_that_cannot_be_is_refused() {
    on_both(async |world| {
        let services = &world.services;
        let (shop, stranger) = (world.shop("sanan").await, world.shop("sanan").await);
        let chips = world.product(&shop).keeps(60).create().await;
        let mug = world.product(&shop).create().await;
        let refused = async |request: &LotRequest| {
            let refused = rejection(lots::make(services, scope(&shop), request).await.unwrap_err());
            fields(&refused).into_iter().map(|(field, code)| format!("{field} {code}")).collect::<Vec<_>>()
        };
        assert_eq!(
            refused(&lot(&chips, "a", "2027-01-20", -1)).await,
            ["code lot-code-invalid", "on_hand on-hand-invalid"]
        );
        assert_eq!(refused(&lot(&chips, "KT-01", "2027-01-24", 1)).await, ["best_before lot-too-long"]);
        assert_eq!(refused(&lot(&chips, "KT-01", "2026-11-23", 1)).await, ["best_before lot-too-short"]);
        assert_eq!(refused(&lot(&chips, "KT-01", "besok", 1)).await, ["best_before date-invalid"]);
        assert_eq!(refused(&lot(&mug, "KT-01", "2027-01-20", 1)).await, ["variant lot-not-food"]);
        let later = LotRequest { produced_on: Some("2026-11-25".into()), ..lot(&chips, "KT-01", "2027-01-01", 1) };
        assert_eq!(refused(&later).await, ["produced_on lot-made-later"]);
        let good = lot(&chips, "KT-01", "2027-01-20", 1);
        let foreign = lots::make(services, scope(&stranger), &good).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        lots::make(services, scope(&shop), &good).await.unwrap();
        assert_eq!(refused(&good).await, ["code lot-code-taken"]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_sold_is_written_off_with_a_reason() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("sanan").await;
        let stranger = world.shop("sanan").await;
        let chips = world.product(&shop).price(20_000).keeps(60).create().await;
        lots::make(services, scope(&shop), &lot(&chips, "KT-01", "2027-01-20", 5)).await.unwrap();
        place(&world, &request(&[(&chips, 2)], &[&shop], 40_000 + OWN_DELIVERY)).await.unwrap();
        let off = async |pieces, reason| lots::write_off(services, scope(&shop), "kt-01", pieces, reason).await;
        let refused = rejection(off(0, " ").await.unwrap_err());
        assert_eq!(fields(&refused), [("pieces", "quantity-invalid"), ("reason", "reason-missing")]);
        let refused = rejection(off(4, "Kemasan robek").await.unwrap_err());
        assert_eq!(
            (refused.code, fields(&refused)),
            (RejectionCode::InvalidState, vec![("pieces", "write-off-too-many")])
        );
        assert_eq!(off(3, "Kemasan robek").await.unwrap().on_hand, 2);
        let reason = "SELECT reason FROM stock_movement WHERE kind = 'written_off' AND quantity = 3";
        assert_eq!(world.texts(reason, []).await, ["Kemasan robek"]);
        let foreign = lots::write_off(services, scope(&stranger), "KT-01", 1, "Bukan milik saya").await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        world.assert_invariants().await;
    })
    .await;
}

#[tokio::test]
async fn a_recalled_lot_is_not_sold_or_sent_and_its_buyers_are_told_once() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("sanan").await;
        let chips = world.product(&shop).price(20_000).keeps(60).create().await;
        lots::make(services, scope(&shop), &lot(&chips, "KT-01", "2027-01-20", 9)).await.unwrap();
        let order = request(&[(&chips, 2)], &[&shop], 40_000 + OWN_DELIVERY);
        let silent = {
            let mut order = order.clone();
            order.buyer.email = None;
            order
        };
        let called_off = place(&world, &order).await.unwrap().orders.remove(0);
        services::orders::cancel(services, &called_off.token, None).await.unwrap();
        let first = place(&world, &order).await.unwrap().orders.remove(0);
        let second = place(&world, &silent).await.unwrap().orders.remove(0);
        fulfilment::confirm(services, scope(&shop), &first.number).await.unwrap();
        fulfilment::ready(services, scope(&shop), &first.number).await.unwrap();
        mails(&world).await;

        let (orders, _) = lots::orders(services, scope(&shop), "KT-01", None, 24).await.unwrap();
        let found: Vec<_> = orders.iter().map(|order| (order.number.as_str(), order.pieces)).collect();
        assert_eq!(found, [(first.number.as_str(), 2), (second.number.as_str(), 2)]);
        let recalled = lots::recall(services, scope(&shop), "KT-01", "Ada serpihan plastik").await.unwrap();
        assert_eq!(recalled.recalled.unwrap().by, "seller");
        let again = rejection(lots::recall(services, scope(&shop), "KT-01", "Lagi saja").await.unwrap_err());
        assert_eq!(again.code, RejectionCode::InvalidState);

        let public = lots::public(services, "kt-01", Locale::En).await.unwrap();
        assert_eq!(public.recalled.unwrap().1, "Ada serpihan plastik");
        let refused = rejection(place(&world, &order).await.unwrap_err());
        assert_eq!(refused.code, RejectionCode::OutOfStock);
        assert_eq!(world.sql("SELECT COUNT(*) FROM product WHERE in_stock", []).await, 0);
        let sent = fulfilment::ship(services, scope(&shop), &first.number, None, None).await.unwrap_err();
        assert_eq!(fields(&rejection(sent)), [("form", "lot-recalled")]);
        fulfilment::call_off(services, scope(&shop), &first.number, "Lot ditarik").await.unwrap();

        let (told, by_text) = both_told(&world).await;
        assert_eq!((told, by_text), (vec![first.number.clone()], vec![second.number.clone()]));
        world.assert_invariants().await;
    })
    .await;
}

/// Numbers of the orders whose buyers were told of a recall, by mail and by text message.
async fn both_told(world: &World) -> (Vec<String>, Vec<String>) {
    let text =
        "SELECT payload FROM job WHERE state = 'ready' AND payload LIKE '%lot_recalled%' AND kind = $1 ORDER BY id";
    let mut found = Vec::new();
    for kind in ["mail", "text"] {
        let mut numbers = Vec::new();
        for payload in world.texts(text, [kind.into()]).await {
            let message: serde_json::Value = serde_json::from_str(&payload).unwrap();
            numbers.push(message["content"]["number"].as_str().unwrap().to_owned());
        }
        found.push(numbers);
    }
    (found.remove(0), found.remove(0))
}

#[tokio::test]
async fn a_curator_calls_back_a_lot_of_any_shop_and_the_shop_is_told() {
    on_both(async |world| {
        let services = &world.services;
        let wulan = curator(&world, "Wulan").await;
        let shop = world.shop("sanan").await;
        let chips = world.product(&shop).keeps(60).create().await;
        lots::make(services, scope(&shop), &lot(&chips, "KT-01", "2027-01-20", 9)).await.unwrap();
        lots::make(services, scope(&shop), &lot(&chips, "KT-02", "2027-01-20", 9)).await.unwrap();
        let refused = rejection(lots::recall_by_curator(services, &wulan, "KT-01", "x").await.unwrap_err());
        assert_eq!(fields(&refused), [("reason", "reason-missing")]);
        let unknown = lots::recall_by_curator(services, &wulan, "KT-99", "Hasil uji BPOM").await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        lots::recall_by_curator(services, &wulan, "KT-01", "Hasil uji BPOM").await.unwrap();
        let query = LotQuery { only_recalled: true, code: None };
        let page = lots::list_all(services, &query, (None, 24), Locale::Id).await.unwrap();
        assert_eq!(page.items.iter().map(|lot| lot.code.as_str()).collect::<Vec<_>>(), ["KT-01"]);
        let query = LotQuery { only_recalled: false, code: Some("t-02".to_owned()) };
        let page = lots::list_all(services, &query, (None, 24), Locale::Id).await.unwrap();
        assert_eq!(page.items.iter().map(|lot| lot.code.as_str()).collect::<Vec<_>>(), ["KT-02"]);
        let mails = mails(&world).await;
        let told = mails.iter().filter(|mail| matches!(mail.content, MailContent::LotRecalledByCurator(_)));
        assert_eq!(told.map(|mail| mail.to.as_str()).collect::<Vec<_>>(), [shop.owner_email.as_str()]);
        let trail = services::curation::audit_trail(services, &Default::default(), None, None).await.unwrap();
        assert_eq!(trail.items[0].object, services::curation::TrailObject::Lot("KT-01".to_owned()));
        assert!(texts(&world).await.is_empty());
    })
    .await;
}
