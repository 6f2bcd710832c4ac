//! A Stripe of our own beside the served shop: the example `stripe` of the test kit.

use std::{
    net::{SocketAddr, TcpStream},
    process::{Child, Command},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};

use crate::workspace::Workspace;

const START: Duration = Duration::from_secs(10);

/// The running fake. Dropping it kills it.
#[derive(Debug)]
pub struct Stripe {
    child: Child,
    address: SocketAddr,
}

impl Stripe {
    /// Listens at that address and tells its events to the shop at another; built with the server.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(workspace: &Workspace, address: SocketAddr, shop: SocketAddr) -> anyhow::Result<Self> {
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
