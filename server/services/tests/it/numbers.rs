//! Numbers of orders, which are short enough to be read out and therefore meet now and then.

use domain::{
    fulfilment::DeliveryMethod,
    order::OrderStatus,
    payment::PaymentMethod,
    time::{Date, Timestamp},
};
use store::orders::{self, NewOrder};
use testkit::on_both;

fn order(number: &str, token: &str, shop_id: i64) -> NewOrder {
    let today: Date = "2026-11-24".parse().unwrap();
    NewOrder {
        number: number.to_owned(),
        placed_on: today,
        token: token.to_owned(),
        shop_id,
        status: OrderStatus::AwaitingConfirmation,
        payment_method: PaymentMethod::Cod,
        delivery_method: DeliveryMethod::Pickup,
        service_code: None,
        service_name: "Ambil sendiri".to_owned(),
        items_total: 1000,
        shipping_total: 0,
        packing_fee: 0,
        discount_total: 0,
        chargeable_kg: 0,
        arrives_from: today,
        arrives_to: today,
        confirm_by: None,
    }
}

#[tokio::test]
async fn an_order_whose_number_is_taken_is_left_for_a_new_draw() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await.id;
        let now = Timestamp::from_millis(1_764_000_000_000);
        let tx = world.services.store().begin().await.unwrap();
        let group = orders::insert_group(&tx, "grp_0000000000000001", "a", None, "id", 3000, now).await.unwrap();
        let (first, again, other) = (order("S-1", "a", shop), order("S-1", "b", shop), order("S-2", "c", shop));
        let one = orders::insert_orders(&tx, group, &[&first], now).await.unwrap();
        assert!(one.contains_key("a"));
        let two = orders::insert_orders(&tx, group, &[&again, &other], now).await.unwrap();
        assert_eq!(two.keys().collect::<Vec<_>>(), ["c"], "and the transaction goes on");
        let within = [&order("S-3", "d", shop), &order("S-3", "e", shop)];
        assert_eq!(orders::insert_orders(&tx, group, &within, now).await.unwrap().len(), 1);
        tx.commit().await.unwrap();
    })
    .await;
}
