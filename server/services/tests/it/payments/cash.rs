use domain::{
    fulfilment::{DeliveryMethod, FulfilmentStatus},
    order::OrderStatus,
    payment::PaymentStatus,
};
use services::{RejectionCode, fulfilment};
use testkit::{World, on_both};

use crate::shopping::{OWN_DELIVERY, assert_counters_fit, available, fields, place, rejection, request, scope};

async fn set(world: &World, key: &str, value: i64) {
    let text = "UPDATE setting SET value = $2 WHERE key = $1 RETURNING value";
    world.sql(text, [key.into(), value.into()]).await;
}

#[tokio::test]
async fn limits_of_amount_region_open_orders_and_refused_parcels_say_which_one_it_is() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(9).create().await;
        let body = request(&[(&mug, 1)], &[&shop], 30_000 + OWN_DELIVERY);
        let refused = async || {
            let refused = rejection(place(&world, &body).await.unwrap_err());
            assert_eq!(refused.code, RejectionCode::PaymentUnavailable);
            let [(field, code)] = fields(&refused)[..] else { panic!("one field") };
            assert_eq!(field, "deliveries[0]");
            code.to_owned()
        };
        set(&world, "cod_max_rupiah", 41_999).await;
        assert_eq!(refused().await, "payment-cash-limit");
        set(&world, "cod_max_rupiah", 42_000).await;
        world.sql("INSERT INTO cod_region (region_prefix) VALUES ('35.7') RETURNING CAST(1 AS BIGINT)", []).await;
        assert_eq!(refused().await, "payment-cash-region");
        world.sql("INSERT INTO cod_region (region_prefix) VALUES ('35.73') RETURNING CAST(1 AS BIGINT)", []).await;
        let placed = place(&world, &body).await.unwrap();
        set(&world, "cod_max_open_orders_per_phone", 1).await;
        assert_eq!(refused().await, "payment-cash-open-orders");
        let (services, scope, number) = (&world.services, scope(&shop), placed.orders[0].number.as_str());
        fulfilment::confirm(services, scope, number).await.unwrap();
        fulfilment::ship(services, scope, number, None, None).await.unwrap();
        fulfilment::refused(services, scope, number, "Tidak ada orang", true).await.unwrap();
        set(&world, "cod_max_refused_per_phone", 1).await;
        assert_eq!(refused().await, "payment-cash-refused-before");
    })
    .await;
}

#[tokio::test]
async fn a_refused_parcel_owes_nothing_and_goes_back_on_the_shelf_only_when_asked_and_never_food() {
    on_both(async |world| {
        let (clay, tempe) = (world.shop("dinoyo").await, world.shop("sanan").await);
        let mug = world.product(&clay).price(30_000).stock(9).create().await;
        let chips = world.product(&tempe).price(30_000).keeps(60).lot(9, "2027-01-20").create().await;
        for (shop, product, restock, left) in
            [(&clay, &mug, false, 8), (&clay, &mug, true, 8), (&tempe, &chips, true, 8)]
        {
            let placed = place(&world, &request(&[(product, 1)], &[shop], 30_000 + OWN_DELIVERY)).await.unwrap();
            let (services, scope, number) = (&world.services, scope(shop), placed.orders[0].number.as_str());
            let early = fulfilment::refused(services, scope, number, "Belum dikirim", restock).await.unwrap_err();
            assert_eq!(rejection(early).code, RejectionCode::InvalidState);
            fulfilment::confirm(services, scope, number).await.unwrap();
            fulfilment::ship(services, scope, number, None, None).await.unwrap();
            let over = fulfilment::refused(services, scope, number, "Ditolak di tempat", restock).await.unwrap();
            assert_eq!(over.summary.status, OrderStatus::Cancelled);
            assert_eq!(over.summary.fulfilment, FulfilmentStatus::Undeliverable);
            assert_eq!(over.summary.payment.status, PaymentStatus::Cancelled);
            assert_eq!(available(&world, product).await, left);
            assert_counters_fit(&world).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_nobody_fetched_never_left_the_shelf() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(9).create().await;
        let mut body = request(&[(&mug, 2)], &[&shop], 60_000);
        body.deliveries[0].method = DeliveryMethod::Pickup;
        let placed = place(&world, &body).await.unwrap();
        let (services, scope, number) = (&world.services, scope(&shop), placed.orders[0].number.as_str());
        fulfilment::confirm(services, scope, number).await.unwrap();
        fulfilment::ready(services, scope, number).await.unwrap();
        fulfilment::refused(services, scope, number, "Tidak diambil", false).await.unwrap();
        assert_eq!(available(&world, &mug).await, 9);
        assert_counters_fit(&world).await;
    })
    .await;
}
