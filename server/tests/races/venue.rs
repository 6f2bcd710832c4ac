//! Where a race is run.

use std::future::Future;

use testkit::{Client, Reply, Server, TestProduct, TestShop, World};

const BINARY: &str = env!("CARGO_BIN_EXE_sentra");
/// Price of every piece.
pub(crate) const PRICE: i64 = 30_000;
/// What the shop's own delivery costs.
pub(crate) const DELIVERY: i64 = 12_000;

/// A world, the servers over it, and a shop.
pub(crate) struct Venue {
    pub world: World,
    servers: Vec<Server>,
    pub shop: TestShop,
    /// Token of the shop's owner.
    pub seller: String,
}

/// Runs a race on each database and looks at every row afterwards.
pub(crate) async fn race(run: impl AsyncFn(&Venue)) {
    for (world, count) in [(World::sqlite().await, 1), (World::postgres().await, 2)] {
        let mut servers = Vec::new();
        for _ in 0..count {
            servers.push(Server::start(BINARY, &world, &[]).await);
        }
        let shop = world.shop("dinoyo").await;
        let seller = world.seller_token(&shop).await;
        let venue = Venue { world, servers, shop, seller };
        run(&venue).await;
        venue.world.assert_invariants().await;
    }
}

impl Venue {
    /// One of the servers; neighbours in a row of requests get different ones.
    pub fn client(&self, turn: usize) -> Client {
        self.servers[turn % self.servers.len()].client()
    }

    /// A mug with so many pieces on the shelf.
    pub async fn mug(&self, pieces: i64) -> TestProduct {
        self.world.product(&self.shop).price(PRICE).stock(pieces).create().await
    }

    /// A checkout of that many pieces, to be paid in that way.
    pub async fn buy(&self, mug: &TestProduct, quantity: i64, payment: &str) -> Reply {
        let body = testkit::checkout(&[(&self.shop, mug, quantity)], payment, quantity * PRICE + DELIVERY);
        let reply = self.client(0).place(&key(), &body).await.unwrap();
        assert_eq!(reply.status, 201, "{}", reply.text);
        reply
    }

    /// Pieces that nobody has.
    pub async fn available(&self, mug: &TestProduct) -> i64 {
        let sum = "SELECT CAST(SUM(on_hand - allocated - held) AS BIGINT) FROM stock WHERE variant_id = $1";
        self.world.sql(sum, [mug.variant_id.into()]).await
    }
}

/// A new idempotency key.
pub(crate) fn key() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    format!("kunci-balapan-{:06}", NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// Starts all of them before any is waited for; what they answered, in order.
pub(crate) async fn at_once<F>(requests: impl IntoIterator<Item = F>) -> Vec<F::Output>
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    let running: Vec<_> = requests.into_iter().map(tokio::spawn).collect();
    let mut answers = Vec::new();
    for request in running {
        answers.push(request.await.unwrap());
    }
    answers
}

/// How many answered with that status.
pub(crate) fn count(replies: &[Reply], status: u16) -> usize {
    replies.iter().filter(|reply| reply.status == status).count()
}
