//! Many events, repeated and in any order, end where the same events end that come once and in order.

use services::cards::{self, Told};
use testkit::World;

use super::{Scene, TOTAL};

/// A generator of numbers that are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// Checkouts that are paid, end unpaid, are called off and then paid, or are paid with another amount.
async fn live(scene: &Scene, checkouts: usize) {
    for number in 0..checkouts {
        let placed = scene.place().await;
        let session = scene.session(&placed).await;
        match number % 5 {
            0 | 1 => drop(scene.stripe.pay(&session)),
            2 => scene.stripe.expire(&session),
            3 => {
                for order in &placed.orders {
                    services::orders::cancel(scene.services(), &order.token, None).await.unwrap();
                }
                drop(scene.stripe.pay(&session));
            }
            _ => drop(scene.stripe.force_payment(&session, TOTAL * 100 - 100, "idr")),
        }
    }
}

/// What is left in the end, without names that are made anew each time.
async fn end(scene: &Scene) -> Vec<String> {
    let mut rows = Vec::new();
    for text in [
        "SELECT o.status || ' ' || y.status FROM seller_order o JOIN payment_share h ON h.order_id = o.id
            JOIN payment y ON y.id = h.payment_id ORDER BY o.id, y.late_of IS NOT NULL",
        "SELECT r.status || ' ' || CAST(r.amount AS TEXT) FROM refund r ORDER BY r.order_id, r.id",
        "SELECT a.kind || ' ' || CAST(SUM(e.amount) AS TEXT) FROM ledger_entry e JOIN ledger_account a
            ON a.id = e.account_id GROUP BY a.kind ORDER BY a.kind",
        "SELECT u.reason || ' ' || CAST(u.minor AS TEXT) FROM unmatched_card u ORDER BY u.payment_id",
    ] {
        rows.extend(scene.world.texts(text, []).await);
    }
    rows
}

/// Tells all events once and in order, or 30 % of them twice and all in any order; how many were told.
async fn tell(scene: &Scene, shuffled: bool) -> usize {
    let mut events = scene.stripe.events();
    if shuffled {
        let mut random = Random(20_261_124);
        let count = events.len();
        for _ in 0..count * 3 / 7 {
            events.push(events[random.below(count)].clone());
        }
        for place in (1..events.len()).rev() {
            events.swap(place, random.below(place + 1));
        }
    }
    for (number, body) in events.iter().enumerate() {
        let told = cards::receive(scene.services(), &scene.stripe.sign(body), body.as_bytes()).await.unwrap();
        assert!(matches!(told, Told::New | Told::Again));
        // Some are looked at while others are still to come.
        if number % 97 == 0 {
            scene.work().await;
        }
    }
    scene.work().await;
    // What all of that caused is told as well.
    scene.tell().await;
    events.len()
}

async fn storm(make: impl AsyncFn() -> World, events: usize) {
    let checkouts = events / 45 * 10;
    let mut ends = Vec::new();
    for shuffled in [false, true] {
        let scene = Scene::new(make().await).await;
        live(&scene, checkouts).await;
        let told = tell(&scene, shuffled).await;
        assert!(!shuffled || told >= events, "{told} events");
        scene.world.assert_invariants().await;
        ends.push(end(&scene).await);
    }
    assert!(ends[0] == ends[1], "another end");
}

#[tokio::test]
async fn a_thousand_events_repeated_and_shuffled_end_as_sorted_ones_do() {
    storm(World::sqlite, 1_000).await;
    storm(World::postgres, 1_000).await;
}

#[tokio::test]
#[ignore = "long: make test-nightly"]
async fn ten_thousand_events_repeated_and_shuffled_end_as_sorted_ones_do() {
    storm(World::sqlite, 10_000).await;
    storm(World::postgres, 10_000).await;
}
