//! The real binary in processes of its own.

use std::{
    fs::{self, File},
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use crate::{Client, World};

/// Longest time to a server that answers, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Files of a built site that pages name.
const SITE: [&str; 8] =
    ["sentra.css", "loader.js", "suggest.js", "shop.js", "shop.wasm", "desk.js", "desk.wasm", "sentra-serif.woff2"];

/// A call of `binary` in the world's folder, on its database and photos, without the settings of our own shell.
#[must_use]
pub fn sentra(binary: &str, world: &World, arguments: &[&str]) -> Command {
    let mut command = Command::new(binary);
    command.env_clear().current_dir(&world.folder).args(arguments);
    command.env("SENTRA_DATABASE_URL", &world.database_url).env("SENTRA_MEDIA_URL", &world.media_url);
    command
}

/// `sentra serve`; killed when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    child: Child,
    log: PathBuf,
}

impl Server {
    /// Serves the world's database, with these settings more, and returns once it is ready. May be called several times
    /// for one world.
    pub async fn start(binary: &str, world: &World, variables: &[(&str, &str)]) -> Self {
        let mut server = Self::spawn(binary, world, variables);
        assert!(server.is_ready().await, "the server ended: {}", server.log());
        server
    }

    /// The same, without waiting.
    #[must_use]
    pub fn spawn(binary: &str, world: &World, variables: &[(&str, &str)]) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        // Asked for and given back: nobody else takes it in the moment between.
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the address of a socket");
        drop(listener);
        let log = world.folder.join(format!("serve-{}.log", NUMBER.fetch_add(1, Ordering::Relaxed)));
        let mut serve = sentra(binary, world, &["serve"]);
        serve.env("SENTRA_SITE_ROOT", site(&world.folder)).env("SENTRA_ADDR", address.to_string());
        serve.envs(variables.iter().copied()).stdout(Stdio::null());
        serve.stderr(File::create(&log).expect("a file for the log"));
        Self { address, child: serve.spawn().expect("the binary"), log }
    }

    /// Waits until it answers; `false` when it ended first.
    pub async fn is_ready(&mut self) -> bool {
        let (begun, client) = (Instant::now(), self.client());
        loop {
            if client.get("/readyz", None).await.is_some_and(|reply| reply.status == 200) {
                return true;
            }
            if self.has_ended() {
                return false;
            }
            assert!(begun.elapsed() < PATIENCE, "the server does not answer: {}", self.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Somebody who talks to it.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether the process is gone.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("a child of ours").is_some()
    }

    /// Ends it as `kill -9` does.
    pub fn kill(&mut self) {
        // It may have ended by itself a moment ago.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Asks it to stop.
    pub fn terminate(&self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(asked.is_ok_and(|status| status.success()), "the server is gone");
    }

    /// How it ended, once it has, and what it logged.
    pub fn wait(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().expect("a child of ours");
        (status, self.log())
    }

    /// What it has logged so far.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Stands for a built site, in that folder.
#[must_use]
pub fn site(folder: &Path) -> PathBuf {
    let root = folder.join("site");
    fs::create_dir_all(root.join("pkg")).expect("a folder for the site");
    let manifest: serde_json::Map<_, _> =
        SITE.iter().map(|name| ((*name).to_owned(), format!("/pkg/{name}").into())).collect();
    fs::write(root.join("manifest.json"), serde_json::Value::Object(manifest).to_string()).expect("a manifest");
    root
}
