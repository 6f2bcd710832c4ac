//! Buyers and a seller who go on until their server dies, and remember what they were told.

use serde_json::{Value, json};
use testkit::{Client, Reply};
use tokio::task::JoinSet;

use crate::shop::{DELIVERY, PRICE, Shop};

/// Buyers at once.
const BUYERS: usize = 4;

/// What one checkout came to.
#[derive(Debug)]
pub(crate) struct Attempt {
    key: String,
    body: Value,
    /// What was answered; nothing when the server died before.
    reply: Option<Reply>,
    /// The step that was acknowledged after it.
    step: Option<&'static str>,
}

/// Lets buyers buy until the server no longer answers. `round` makes their keys new.
pub(crate) async fn until_dead(shop: &Shop, client: Client, round: usize) -> Vec<Attempt> {
    let mut buyers = JoinSet::new();
    for buyer in 0..BUYERS {
        let (product, seller) = (shop.mug.clone(), shop.seller.clone());
        let place = shop.shop.clone();
        buyers.spawn(async move {
            let mut attempts = Vec::new();
            // A person of their own: all rounds together ask more in a minute than one telephone number may.
            let phone = format!("0812-{round:04}-{buyer:04}");
            for turn in 0.. {
                let quantity = 1 + turn % 3;
                let payment = if turn % 2 == 0 { "cod" } else { "transfer" };
                let total = quantity * PRICE + DELIVERY;
                let mut body = testkit::checkout(&[(&place, &product, quantity)], payment, total);
                body["buyer"]["phone"] = json!(phone);
                let key = format!("kunci-{round:04}-{buyer:02}-{turn:05}");
                let reply = client.place(&key, &body).await;
                let step = match &reply {
                    Some(reply) if reply.status == 201 => after(client, reply, &seller, turn).await,
                    _ => None,
                };
                let is_dead = reply.is_none();
                attempts.push(Attempt { key, body, reply, step });
                if is_dead {
                    return attempts;
                }
            }
            attempts
        });
    }
    buyers.join_all().await.into_iter().flatten().collect()
}

/// Some orders are accepted, some called off, some left; the event of what was acknowledged.
async fn after(client: Client, order: &Reply, seller: &str, turn: i64) -> Option<&'static str> {
    let (reply, event) = match turn % 4 {
        0 => (client.seller(seller, &order.order("number"), "confirm", &Value::Null).await, "confirmed"),
        1 => {
            (client.seller(seller, &order.order("number"), "payment/confirm", &Value::Null).await, "payment_confirmed")
        }
        2 => (client.buyer(&order.order("token"), "cancel").await, "cancelled"),
        _ => return None,
    };
    reply.filter(|reply| reply.status == 200).map(|_| event)
}

/// Looks whether everything that was acknowledged is there once, whatever was not is there once or not at all, and that
/// asking again gives the first answer. Returns how many checkouts there are.
pub(crate) async fn verify(shop: &Shop, client: Client, attempts: &[Attempt]) -> i64 {
    let mut placed = 0;
    for attempt in attempts {
        let again = client.place(&attempt.key, &attempt.body).await.unwrap();
        assert_eq!(again.status, 201, "{}", again.text);
        placed += 1;
        if let Some(first) = &attempt.reply {
            assert_eq!((first.status, &first.text), (201, &again.text));
        }
        let group = again.json()["group"].as_str().unwrap().to_owned();
        let found = "SELECT COUNT(*) FROM checkout_group WHERE public_id = $1";
        assert_eq!(shop.world.sql(found, [group.into()]).await, 1);
        if let Some(event) = attempt.step {
            let found = "SELECT COUNT(*) FROM order_event e JOIN seller_order o ON o.id = e.order_id
                         WHERE o.number = $1 AND e.kind = $2";
            assert_eq!(shop.world.sql(found, [again.order("number").into(), event.into()]).await, 1, "{event}");
        }
        let other = client.place(&attempt.key, &changed(&attempt.body)).await.unwrap();
        assert_eq!((other.status, other.code().as_str()), (409, "idempotency_conflict"));
    }
    placed
}

fn changed(body: &Value) -> Value {
    let mut body = body.clone();
    body["buyer"]["name"] = json!("Bu Wati");
    body
}
