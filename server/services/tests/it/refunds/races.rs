//! Refunds at the same time.

use services::refunds;
use testkit::on_both;

use super::{free, paid};
use crate::shopping::scope;

#[tokio::test]
async fn parallel_refunds_never_give_back_more_than_came_in() {
    on_both(async |world| {
        let (shop, _, placed) = paid(&world, 2).await;
        let order = &placed.orders[0];
        let half = order.total.get() / 2 + 1;
        let tasks: Vec<_> = (0..6)
            .map(|_| {
                let (services, shop, number) = (world.services.clone(), shop.clone(), order.number.clone());
                tokio::spawn(
                    async move { refunds::request(&services, scope(&shop), &number, &free(half)).await.is_ok() },
                )
            })
            .collect();
        let mut succeeded = 0;
        for task in tasks {
            succeeded += i64::from(task.await.unwrap());
        }
        assert_eq!(succeeded, 1);
        let given = world.sql("SELECT CAST(SUM(amount) AS BIGINT) FROM refund WHERE amount > $1", [0.into()]).await;
        assert_eq!(given, half);
    })
    .await;
}
