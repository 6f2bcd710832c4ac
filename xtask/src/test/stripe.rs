//! A Stripe of our own beside the served shop: the example `stripe` of the test kit.

use std::{
    net::{SocketAddr, TcpStream},
    process::{Child, Command},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};

use crate::workspace::{Workspace, run};

const START: Duration = Duration::from_secs(10);

/// The running fake. Dropping it kills it.
#[derive(Debug)]
pub struct Stripe {
    child: Child,
    address: SocketAddr,
}

impl Stripe {
    /// Builds it and listens at that address; it tells its events to the shop at another.
    ///
    /// # Errors
    /// When it does not build or start.
    pub fn start(workspace: &Workspace, address: SocketAddr, shop: SocketAddr) -> anyhow::Result<Self> {
        let mut cargo = workspace.cargo();
        run("fake Stripe", cargo.args(["build", "--package", "testkit", "--example", "stripe"]))?;
        let mut command = Command::new(workspace.target.join("debug/examples/stripe"));
        let child = command.args([address.to_string(), shop.to_string()]).spawn().context("cannot start it")?;
        let stripe = Self { child, address };
        let begun = Instant::now();
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            ensure!(begun.elapsed() < START, "the fake Stripe does not answer");
            sleep(Duration::from_millis(20));
        }
        Ok(stripe)
    }

    /// Where it is reached.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What the shop has to be told: the key and the secret are those of the test kit.
    pub fn settings(&self) -> [(&'static str, String); 3] {
        [
            ("STRIPE_SECRET_KEY", "sk_test_contoh".to_owned()),
            ("STRIPE_WEBHOOK_SECRET", "whsec_contoh".to_owned()),
            ("STRIPE_API_BASE", self.url()),
        ]
    }
}

impl Drop for Stripe {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
