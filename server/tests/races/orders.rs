//! Buyers, sellers and timers who move one order at the same moment.

use serde_json::{Value, json};
use services::timers;
use testkit::{Client, Reply};

use crate::venue::{Venue, at_once, count, race};

/// How often each race is run, on new orders.
const ROUNDS: usize = 8;

/// One step of somebody.
#[derive(Clone)]
enum Step {
    Buyer(&'static str),
    Seller(&'static str, Value),
}

fn seller(step: &'static str) -> Step {
    Step::Seller(step, Value::Null)
}

async fn take(client: Client, step: Step, order: Reply, token: String) -> Reply {
    match step {
        Step::Buyer(name) => client.buyer(&order.order("token"), name).await.unwrap(),
        Step::Seller(name, body) => client.seller(&token, &order.order("number"), name, &body).await.unwrap(),
    }
}

impl Venue {
    async fn after(&self, order: &Reply, steps: &[Step]) {
        for step in steps {
            let reply = take(self.client(0), step.clone(), order.clone(), self.seller.clone()).await;
            assert_eq!(reply.status, 200, "{}", reply.text);
        }
    }

    /// All steps at the same moment: exactly one of them is taken.
    async fn one_of(&self, order: &Reply, steps: &[Step]) {
        let requests = steps.iter().cloned().enumerate().map(|(turn, step)| {
            let (client, order, token) = (self.client(turn), order.clone(), self.seller.clone());
            take(client, step, order, token)
        });
        let replies = at_once(requests).await;
        assert_eq!((count(&replies, 200), count(&replies, 409)), (1, steps.len() - 1), "{replies:?}");
        assert!(replies.iter().all(|reply| reply.status == 200 || reply.code() == "invalid_state"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_called_off_or_accepted_but_not_both() {
    race(async |venue| {
        let mug = venue.mug(100).await;
        let reject = Step::Seller("reject", json!({"reason": "Pecah saat dibakar"}));
        for _ in 0..ROUNDS {
            let order = venue.buy(&mug, 1, "cod").await;
            let steps =
                [Step::Buyer("cancel"), seller("confirm"), reject.clone(), seller("confirm"), seller("confirm")];
            venue.one_of(&order, &steps).await;
            let order = venue.buy(&mug, 1, "transfer").await;
            venue.one_of(&order, &[Step::Buyer("cancel"), seller("payment/confirm"), seller("payment/confirm")]).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn goods_leave_and_arrive_once() {
    race(async |venue| {
        let mug = venue.mug(100).await;
        let ship = Step::Seller("ship", json!({"courier": null, "tracking": null}));
        for _ in 0..ROUNDS {
            let order = venue.buy(&mug, 2, "cod").await;
            venue.after(&order, &[seller("confirm"), seller("ready")]).await;
            venue.one_of(&order, &[ship.clone(), ship.clone(), ship.clone()]).await;
            venue.one_of(&order, &[seller("deliver"), seller("deliver"), Step::Buyer("received")]).await;
        }
        let pieces = i64::try_from(ROUNDS).unwrap() * 2;
        let on_hand = "SELECT on_hand FROM stock WHERE variant_id = $1";
        assert_eq!(venue.world.sql(on_hand, [mug.variant_id.into()]).await, 100 - pieces);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_confirmed_or_has_expired_but_not_both() {
    race(async |venue| {
        let mug = venue.mug(100).await;
        for _ in 0..ROUNDS {
            let order = venue.buy(&mug, 1, "transfer").await;
            let due = "UPDATE payment SET expires_at = $1 WHERE status = 'pending' RETURNING id";
            venue.world.sql(due, [0.into()]).await;
            let confirm = take(venue.client(0), seller("payment/confirm"), order.clone(), venue.seller.clone());
            let services = &venue.world.services;
            let (reply, first, second) = tokio::join!(
                tokio::spawn(confirm),
                timers::expire_payments(services),
                timers::expire_payments(services)
            );
            let (status, expired) = (reply.unwrap().status, first.unwrap() + second.unwrap());
            assert!(matches!((status, expired), (200, 0) | (409, 1)), "{status}, {expired} expired");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unanswered_order_is_accepted_or_given_up_but_not_both() {
    race(async |venue| {
        let mug = venue.mug(100).await;
        for _ in 0..ROUNDS {
            let order = venue.buy(&mug, 1, "cod").await;
            let due = "UPDATE seller_order SET confirm_by = $1 WHERE status = 'awaiting_confirmation' RETURNING id";
            venue.world.sql(due, [0.into()]).await;
            let confirm = take(venue.client(0), seller("confirm"), order.clone(), venue.seller.clone());
            let services = &venue.world.services;
            let (reply, given_up) = tokio::join!(tokio::spawn(confirm), timers::expire_unconfirmed(services));
            let (status, given_up) = (reply.unwrap().status, given_up.unwrap());
            assert!(matches!((status, given_up), (200, 0) | (409, 1)), "{status}, {given_up} given up");
        }
    })
    .await;
}
