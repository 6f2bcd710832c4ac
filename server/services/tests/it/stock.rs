//! Shelves that sellers count, on both databases.

use services::{Error, RejectionCode, stock, timers};
use testkit::{TestProduct, on_both};

use crate::shopping::{OWN_DELIVERY, fields, place, rejection, request, scope};

#[tokio::test]
async fn a_count_below_what_is_promised_is_refused() {
    on_both(async |world| {
        let shop = world.shop("dinoyo").await;
        let stranger = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(30_000).stock(5).create().await;
        place(&world, &request(&[(&mug, 3)], &[&shop], 90_000 + OWN_DELIVERY)).await.unwrap();
        let services = &world.services;
        let refused = stock::set_on_hand(services, scope(&shop), &mug.variant, 2, None).await.unwrap_err();
        let refused = rejection(refused);
        assert_eq!(
            (refused.code, fields(&refused)),
            (RejectionCode::InvalidState, vec![("on_hand", "below-promised")])
        );
        let rows = stock::set_on_hand(services, scope(&shop), &mug.variant, 3, None).await.unwrap();
        assert_eq!((rows[0].on_hand, rows[0].held), (3, 3));
        let in_stock = world.sql("SELECT COUNT(*) FROM product WHERE in_stock", []).await;
        assert_eq!(in_stock, 0, "the last free piece was taken off the shelf");
        for bad in [-1, 2_000_000] {
            let refused = stock::set_on_hand(services, scope(&shop), &mug.variant, bad, None).await.unwrap_err();
            assert_eq!(rejection(refused).code, RejectionCode::Invalid);
        }
        let foreign = stock::set_on_hand(services, scope(&stranger), &mug.variant, 9, None).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn food_is_kept_by_lot_and_todays_is_made_once() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let tempe = world.product(&shop).keeps(5).create().await;
        let services = &world.services;
        stock::set_on_hand(services, scope(&shop), &tempe.variant, 20, None).await.unwrap();
        let rows = stock::set_on_hand(services, scope(&shop), &tempe.variant, 25, None).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].on_hand, rows[0].best_before.as_deref()), (25, Some("2026-11-29")));
        let code = rows[0].lot.clone().unwrap();
        let rows = stock::set_on_hand(services, scope(&shop), &tempe.variant, 7, Some(&code)).await.unwrap();
        assert_eq!(rows[0].on_hand, 7);
        let unknown = stock::set_on_hand(services, scope(&shop), &tempe.variant, 7, Some("L-tidak-ada")).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        assert_eq!(world.sql("SELECT COUNT(*) FROM stock_movement WHERE kind = 'counted'", []).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_timer_takes_perished_goods_off_the_lists() {
    on_both(async |world| {
        let shop = world.shop("sanan").await;
        let [tempe, chips] = [
            world.product(&shop).keeps(3).lot(7, "2026-11-24").create().await,
            world.product(&shop).keeps(90).lot(7, "2027-02-01").create().await,
        ];
        let state = async |product: &TestProduct| {
            let text = "SELECT CASE WHEN in_stock THEN epoch ELSE -epoch END FROM product WHERE id = $1";
            world.sql(text, [product.id.into()]).await
        };
        assert_eq!(timers::last_run(&world.services).await.unwrap(), None);
        timers::run_due(&world.services).await.unwrap();
        assert_eq!((state(&tempe).await, state(&chips).await), (1, 1));
        world.clock.advance_hours(24);
        timers::run_due(&world.services).await.unwrap();
        assert_eq!((state(&tempe).await, state(&chips).await), (-2, 1), "gone, and cached pages are void");
        timers::run_due(&world.services).await.unwrap();
        assert_eq!(state(&tempe).await, -2, "once only");
        assert_eq!(timers::last_run(&world.services).await.unwrap(), Some(world.services.now()));
    })
    .await;
}
