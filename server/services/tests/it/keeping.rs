//! Food goes only where it arrives in time, on both databases.

use domain::{fulfilment::DeliveryMethod, locale::Locale, payment::PaymentMethod, shelf_life, time::Date};
use services::{
    RejectionCode, lots,
    shipping::{self, DeliveryRefusal},
};
use testkit::{NEAR_VILLAGE, TestProduct, World, on_both};

use crate::shopping::{OWN_DELIVERY, fields, item, place, rejection, request, scope};

/// Part of its shelf life that food has left at the buyer's.
const PERCENT: i64 = 20;

async fn far_village(world: &World, prefix: &str) -> String {
    let text = "SELECT MIN(code) FROM region WHERE level = 'village' AND code LIKE $1";
    world.texts(text, [format!("{prefix}.%").into()]).await.remove(0)
}

#[tokio::test]
async fn a_lot_that_would_arrive_too_late_is_passed_over() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("sanan").await;
        // Leaves on the 25th; one of its five days has to be left.
        let tempe =
            world.product(&shop).price(10_000).keeps(5).lot(3, "2026-11-27").lot(5, "2026-12-04").create().await;
        let jakarta = far_village(&world, "31").await;
        let quote = async |quantity: i64, region: &str| {
            shipping::quote(services, &[item(&tempe, quantity)], Some(region), Locale::Id).await.unwrap().remove(0)
        };
        let far = quote(6, &jakarta).await;
        assert!(far.options.iter().all(|option| option.method == DeliveryMethod::Pickup), "{far:?}");
        assert!(!far.refused.is_empty());
        for refused in &far.refused {
            assert_eq!((refused.reason, &refused.items), (DeliveryRefusal::Spoils, &vec![tempe.variant.clone()]));
        }
        assert!(quote(5, &jakarta).await.options.iter().any(|option| option.method == DeliveryMethod::Courier));
        assert!(quote(6, NEAR_VILLAGE).await.options.iter().any(|way| way.method == DeliveryMethod::SellerDelivery));

        let mut body = request(&[(&tempe, 6)], &[&shop], 0);
        body.address.as_mut().unwrap().region = jakarta.clone();
        body.deliveries[0].method = DeliveryMethod::Courier;
        body.payment = PaymentMethod::Transfer;
        let refused = rejection(place(&world, &body).await.unwrap_err());
        assert_eq!(
            (refused.code, fields(&refused)),
            (RejectionCode::NotDeliverable, vec![("deliveries[0]", "not-deliverable")])
        );
        body.items[0].quantity = 2;
        let courier = quote(2, &jakarta).await.options.remove(0);
        body.expected_total = 20_000 + courier.price.get();
        let order = place(&world, &body).await.unwrap().orders.remove(0);
        let of_far =
            lots::orders(services, scope(&shop), &code_of(&world, "2026-12-04").await, None, 9).await.unwrap().0;
        assert_eq!(of_far.iter().map(|order| order.number.as_str()).collect::<Vec<_>>(), [order.number.as_str()]);
        // Near, the older one goes first.
        let order =
            place(&world, &request(&[(&tempe, 2)], &[&shop], 20_000 + OWN_DELIVERY)).await.unwrap().orders.remove(0);
        let of_near =
            lots::orders(services, scope(&shop), &code_of(&world, "2026-11-27").await, None, 9).await.unwrap().0;
        assert_eq!(of_near.iter().map(|order| order.number.as_str()).collect::<Vec<_>>(), [order.number.as_str()]);
        world.assert_invariants().await;
    })
    .await;
}

async fn code_of(world: &World, best_before: &str) -> String {
    world.texts("SELECT code FROM lot WHERE best_before = $1", [best_before.into()]).await.remove(0)
}

#[tokio::test]
async fn fresh_food_made_to_order_keeps_from_the_day_it_leaves() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let tempe = world.product(&shop).price(10_000).keeps(3).made_to_order().create().await;
        let papua = far_village(&world, "91").await;
        let quote = async |region: &str| {
            let items = [item(&tempe, 1)];
            shipping::quote(&world.services, &items, Some(region), Locale::Id).await.unwrap().remove(0)
        };
        assert!(quote(&papua).await.options.iter().all(|option| option.method == DeliveryMethod::Pickup));
        assert!(quote(NEAR_VILLAGE).await.options.iter().any(|option| option.method == DeliveryMethod::Courier));
    })
    .await;
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Promise 20, whatever is bought, wherever it goes and however.
#[tokio::test]
async fn no_food_ever_arrives_later_than_it_keeps() {
    on_both(async |world| {
        let services = &world.services;
        let shop = world.shop("sanan").await;
        let mut dice = Dice(20);
        let keeps = [3, 5, 10, 30, 60];
        let mut goods: Vec<TestProduct> = Vec::new();
        for days in keeps {
            let mut product = world.product(&shop).price(10_000).keeps(days);
            for _ in 0..4 {
                let best_before =
                    Date::from_ymd(2026, 11, 24).unwrap().plus_days(i64::try_from(dice.roll(40)).unwrap());
                product = product.lot(4, &best_before.to_string());
            }
            goods.push(product.create().await);
        }
        let regions = [NEAR_VILLAGE.to_owned(), far_village(&world, "31").await, far_village(&world, "91").await];
        let mut placed = 0;
        for _ in 0..60 {
            let region = &regions[dice.roll(regions.len())];
            let (first, second) = (dice.roll(goods.len()), dice.roll(goods.len()));
            let mut lines = vec![(&goods[first], i64::try_from(dice.roll(4) + 1).unwrap())];
            if second != first {
                lines.push((&goods[second], 1));
            }
            let items: Vec<_> = lines.iter().map(|(product, quantity)| item(product, *quantity)).collect();
            let quote = shipping::quote(services, &items, Some(region), Locale::Id).await.unwrap().remove(0);
            if quote.options.is_empty() {
                continue;
            }
            let option = &quote.options[dice.roll(quote.options.len())];
            let goods_total: i64 = lines.iter().map(|(_, quantity)| quantity * 10_000).sum();
            let mut body = request(&lines, &[&shop], goods_total + option.price.get());
            body.address.as_mut().unwrap().region.clone_from(region);
            body.deliveries[0].method = option.method;
            body.deliveries[0].service.clone_from(&option.service);
            body.payment = PaymentMethod::Transfer;
            match place(&world, &body).await {
                Ok(_) => placed += 1,
                Err(error) => assert_eq!(rejection(error).code, RejectionCode::OutOfStock),
            }
        }
        assert!(placed >= 10, "{placed}");
        let text = "SELECT o.arrives_to || ' ' || l.best_before || ' ' || CAST(p.shelf_life_days AS TEXT)
             FROM stock_hold h JOIN order_line ol ON ol.id = h.order_line_id JOIN seller_order o ON o.id = ol.order_id
             JOIN stock k ON k.id = h.stock_id JOIN lot l ON l.id = k.lot_id JOIN variant v ON v.id = k.variant_id
             JOIN product p ON p.id = v.product_id";
        for row in world.texts(text, []).await {
            let [arrival, best_before, days] = <[&str; 3]>::try_from(row.split(' ').collect::<Vec<_>>()).unwrap();
            let remaining = shelf_life::minimum_remaining(days.parse().unwrap(), PERCENT);
            let (arrival, best_before): (Date, Date) = (arrival.parse().unwrap(), best_before.parse().unwrap());
            assert!(shelf_life::arrives_in_time(best_before, arrival, remaining), "{row}");
        }
        // From every lot, all of its orders.
        for code in world.texts("SELECT code FROM lot ORDER BY id", []).await {
            let found = lots::orders(services, scope(&shop), &code, None, 100).await.unwrap().0.len();
            let text =
                "SELECT COUNT(DISTINCT ol.order_id) FROM order_line ol JOIN stock_hold h ON h.order_line_id = ol.id
                 JOIN stock k ON k.id = h.stock_id JOIN lot l ON l.id = k.lot_id WHERE l.code = $1";
            assert_eq!(i64::try_from(found).unwrap(), world.sql(text, [code.into()]).await);
        }
        world.assert_invariants().await;
    })
    .await;
}
