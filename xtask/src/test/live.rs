//! A seeded shop of its own, served on a free port for the tests that come from outside.

use std::{
    fs::{self, File},
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};

use super::stripe::Stripe;
use crate::workspace::{Workspace, run};

const START: Duration = Duration::from_secs(30);
const STOP: Duration = Duration::from_secs(10);

/// The running server. Dropping it kills it.
#[derive(Debug)]
pub struct Server {
    child: Child,
    address: SocketAddr,
    folder: PathBuf,
    binary: PathBuf,
    stripe: Option<Stripe>,
}

impl Server {
    /// Migrates, seeds (by that call) and serves in a new folder below `target`.
    ///
    /// # Errors
    /// When a step fails, or the shop is not ready in time; the log is named.
    pub fn start(workspace: &Workspace, binary: &Path, seed: &[&str]) -> anyhow::Result<Self> {
        Self::start_on(workspace, binary, seed, None)
    }

    /// The same with a Stripe of our own, so that cards are taken.
    ///
    /// # Errors
    /// As [`Self::start`]; when the fake does not start.
    pub fn start_with_cards(workspace: &Workspace, binary: &Path, seed: &[&str]) -> anyhow::Result<Self> {
        let address = free_address()?;
        let stripe = Stripe::start(workspace, free_address()?, address)?;
        Self::begin(workspace, binary, seed, None, address, Some(stripe))
    }

    /// The same on that database, which must be empty; `None` for a file of its own.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_on(
        workspace: &Workspace,
        binary: &Path,
        seed: &[&str],
        database: Option<&str>,
    ) -> anyhow::Result<Self> {
        Self::begin(workspace, binary, seed, database, free_address()?, None)
    }

    fn begin(
        workspace: &Workspace,
        binary: &Path,
        seed: &[&str],
        database: Option<&str>,
        address: SocketAddr,
        stripe: Option<Stripe>,
    ) -> anyhow::Result<Self> {
        let folder = workspace.target.join(if database.is_some() { "xtask/live-postgres" } else { "xtask/live" });
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let sentra = |arguments: &[&str]| {
            let mut command = command(binary, &folder, &workspace.site(), address, arguments);
            command.env("SENTRA_DEMO_ROOT", workspace.root.join("server/data/demo"));
            command.envs(database.map(|url| ("SENTRA_DATABASE_URL", url)));
            command.envs(stripe.iter().flat_map(Stripe::settings));
            command
        };
        run("migrate", &mut sentra(&["migrate"]))?;
        run("seed", &mut sentra(seed))?;
        let log = folder.join("serve.log");
        let file = File::create(&log)?;
        let child = sentra(&["serve"]).stdout(file.try_clone()?).stderr(file).spawn().context("cannot start sentra")?;
        let mut server = Self { child, address, binary: binary.to_owned(), folder, stripe };
        let begun = Instant::now();
        while !server.is_ready() {
            let ended = server.child.try_wait()?.is_some();
            ensure!(!ended && begun.elapsed() < START, "the shop does not answer; see {}", log.display());
            sleep(Duration::from_millis(50));
        }
        Ok(server)
    }

    /// `http://127.0.0.1:<port>`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Tells a test program where the shop is, and where its files are (outbox, demo accounts).
    pub fn describe(&self, command: &mut Command) {
        command.env("SENTRA_URL", self.url()).env("SENTRA_DATA", self.folder.join("data"));
        command.env("SENTRA_BINARY", &self.binary);
        command.envs(self.stripe.as_ref().map(|stripe| ("STRIPE_URL", stripe.url())));
    }

    /// Where it keeps its data.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A new bearer token of that account.
    ///
    /// # Errors
    /// When there is no such account.
    pub fn token(&self, workspace: &Workspace, email: &str) -> anyhow::Result<String> {
        let arguments = ["admin", "token", "--user", email];
        let output = command(&self.binary, &self.folder, &workspace.site(), self.address, &arguments).output()?;
        ensure!(output.status.success(), "no token for {email}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout)?;
        text.lines().last().map(|line| line.trim().to_owned()).context("sentra admin token printed nothing")
    }

    /// Asks it to stop, and sees that it does.
    ///
    /// # Errors
    /// When it takes too long, or ends with an error.
    pub fn stop(mut self) -> anyhow::Result<()> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status()?;
        ensure!(asked.success(), "cannot signal the server");
        let begun = Instant::now();
        while begun.elapsed() < STOP {
            if let Some(status) = self.child.try_wait()? {
                ensure!(status.success(), "the server ended with {status}");
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        bail!("the server did not stop within {} s", STOP.as_secs())
    }

    fn is_ready(&self) -> bool {
        let ask = || -> std::io::Result<bool> {
            let mut stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(1))?;
            stream.set_read_timeout(Some(Duration::from_secs(5)))?;
            write!(stream, "GET /readyz HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer.starts_with("HTTP/1.1 200"))
        };
        ask().unwrap_or(false)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            // Gone already, then: there is nothing left to do.
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Asked for and given back: nobody else takes it in the moment between.
fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}

/// The settings of a developer's shell must not reach the tests.
fn command(binary: &Path, folder: &Path, site: &Path, address: SocketAddr, arguments: &[&str]) -> Command {
    let mut command = Command::new(binary);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("SENTRA_") || name.starts_with("STRIPE_") {
            command.env_remove(name.as_ref());
        }
    }
    command.current_dir(folder).args(arguments);
    command.env("SENTRA_ADDR", address.to_string()).env("SENTRA_SITE_ROOT", site).env("SENTRA_DEV", "1");
    command
}
