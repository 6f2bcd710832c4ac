//! Synthetic goods.

use domain::locale::Locale;
use services::catalogue::{self, ListQuery};
use store::{archive, archive::TABLES};
use testkit::{World, on_both};

use crate::{
    archive::rows,
    command::{sentra, succeed},
};

const ARGUMENTS: [&str; 6] = ["seed", "--synthetic", "--shops", "7", "--products", "150"];

async fn found(world: &World, q: &str) -> usize {
    let query = ListQuery { q: Some(q.to_owned()), limit: Some(100), ..ListQuery::default() };
    catalogue::list(&world.services, &query, Locale::Id).await.unwrap().items.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_numbers_make_the_same_rows_on_both_engines() {
    let (first, second, third) = (World::sqlite().await, World::sqlite().await, World::postgres().await);
    for world in [&first, &second, &third] {
        succeed(world, &ARGUMENTS);
    }
    for (table, order) in TABLES {
        let expected = rows(&first, table, *order).await;
        assert_eq!(expected, rows(&second, table, *order).await, "{table}");
        assert_eq!(expected, rows(&third, table, *order).await, "{table}");
    }
    assert_eq!(archive::count(first.store(), "product").await.unwrap(), 150);
}

#[tokio::test(flavor = "multi_thread")]
async fn synthetic_goods_are_on_sale_and_found() {
    on_both(async |world| {
        succeed(&world, &ARGUMENTS);
        let (store, now) = (world.store(), world.services.now());
        assert_eq!(archive::count(store, "shop").await.unwrap(), 7);
        assert_eq!(found(&world, "").await, 100);
        assert!(found(&world, "keripik tempe").await > 0);
        assert_eq!(found(&world, "kecuali-tidak-ada").await, 0);
        // What the products say of themselves is what their variants and shelves say.
        let sum = "SELECT CAST(SUM(epoch) AS BIGINT) FROM product";
        let before = world.sql(sum, []).await;
        let ids: Vec<i64> = (1..=150).collect();
        let tx = store.begin().await.unwrap();
        store::catalogue::refresh_availability(&tx, &ids, now).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.sql(sum, []).await, before);
        let variants = archive::count(store, "variant").await.unwrap();
        assert!((150..=450).contains(&variants), "{variants}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_time_is_refused() {
    on_both(async |world| {
        succeed(&world, &ARGUMENTS);
        let again = sentra(&world, &ARGUMENTS);
        assert!(!again.succeeded && again.errors.contains("nothing was changed"), "{again:?}");
        assert_eq!(archive::count(world.store(), "product").await.unwrap(), 150);
    })
    .await;
}
