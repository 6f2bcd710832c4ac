//! A shop whose server may be ended and started again.

use std::{collections::HashSet, fs, time::Duration};

use testkit::{Server, TestProduct, TestShop, World};

const BINARY: &str = env!("CARGO_BIN_EXE_sentra");
/// Price of every piece.
pub(crate) const PRICE: i64 = 30_000;
/// What the shop's own delivery costs.
pub(crate) const DELIVERY: i64 = 12_000;
/// Longest wait for the mails of a load.
const PATIENCE: Duration = Duration::from_secs(60);

/// A world with a shop and enough mugs for any load.
pub(crate) struct Shop {
    pub world: World,
    pub shop: TestShop,
    pub mug: TestProduct,
    /// Token of the shop's owner.
    pub seller: String,
}

impl Shop {
    pub async fn open(world: World) -> Self {
        let shop = world.shop("dinoyo").await;
        let mug = world.product(&shop).price(PRICE).stock(90_000).create().await;
        let seller = world.seller_token(&shop).await;
        Self { world, shop, mug, seller }
    }

    /// A server, with failpoints armed where some are named.
    pub async fn serve(&self, failpoints: &str) -> Server {
        Server::start(BINARY, &self.world, &[("SENTRA_FAILPOINTS", failpoints)]).await
    }

    /// The same, when it may die before it is ready: its timers commit too.
    pub async fn serve_until_killed(&self, failpoints: &str) -> Server {
        let mut server = Server::spawn(BINARY, &self.world, &[("SENTRA_FAILPOINTS", failpoints)]);
        server.is_ready().await;
        server
    }

    /// As if the leases of workers that died had run out; nobody else may hold one.
    pub async fn end_leases(&self) {
        let end = "UPDATE job SET leased_until = NULL, lease_token = NULL WHERE state = 'ready'";
        self.world.change(end, []).await;
    }

    /// Waits until every mail has been sent, as if every retry were due. How many files there are more than mails.
    pub async fn deliver_mails(&self) -> usize {
        let begun = std::time::Instant::now();
        let due = "UPDATE job SET run_at = 0 WHERE state = 'ready' AND leased_until IS NULL";
        self.world.change(due, []).await;
        while self.world.sql("SELECT COUNT(*) FROM job WHERE state = 'ready'", []).await > 0 {
            assert!(begun.elapsed() < PATIENCE, "mails are not sent");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let names: Vec<String> = fs::read_dir(self.world.folder.join("data/outbox"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".eml"))
            .collect();
        let mails: HashSet<&str> = names.iter().filter_map(|name| name.split_once('-')).map(|(_, id)| id).collect();
        let jobs = self.world.sql("SELECT COUNT(*) FROM job WHERE state = 'done' AND kind = 'mail'", []).await;
        assert_eq!(i64::try_from(mails.len()).unwrap(), jobs, "each job is one mail");
        names.len() - mails.len()
    }
}

/// The command line of the binary in a world.
pub(crate) fn sentra(world: &World, arguments: &[&str]) -> std::process::Command {
    testkit::sentra(BINARY, world, arguments)
}
