//! A served shop in a process of its own.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use testkit::World;

use crate::command::command;

const PATIENCE: Duration = Duration::from_secs(30);

/// Stands for a built site: every file that pages name.
pub(crate) fn site(world: &World) -> PathBuf {
    let root = world.folder.join("site");
    fs::create_dir_all(root.join("pkg")).unwrap();
    let names = ["sentra.css", "loader.js", "shop.js", "shop.wasm", "desk.js", "desk.wasm", "sentra-serif.woff2"];
    let manifest: serde_json::Map<_, _> =
        names.iter().map(|name| ((*name).to_owned(), format!("/pkg/{name}").into())).collect();
    fs::write(root.join("manifest.json"), serde_json::to_vec(&manifest).unwrap()).unwrap();
    root
}

/// Killed when dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    child: Child,
}

impl Server {
    /// Serves the world's database, and answers once it is ready.
    pub(crate) fn start(world: &World, variables: &[(&str, &str)]) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut serve = command(world, &["serve"]);
        serve.env("SENTRA_SITE_ROOT", site(world)).env("SENTRA_ADDR", address.to_string());
        serve.envs(variables.iter().copied()).stdout(Stdio::null()).stderr(Stdio::piped());
        let server = Self { address, child: serve.spawn().unwrap() };
        let begun = Instant::now();
        while server.try_get("/readyz", "").is_none_or(|answer| !answer.starts_with("HTTP/1.1 200")) {
            assert!(begun.elapsed() < PATIENCE, "the server does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    /// The whole answer to a GET, with further header lines.
    pub(crate) fn get(&self, path: &str, headers: &str) -> String {
        self.try_get(path, headers).unwrap()
    }

    fn try_get(&self, path: &str, headers: &str) -> Option<String> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\n\r\n", self.address).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    /// Asks it to stop.
    pub(crate) fn terminate(&self) {
        assert!(Command::new("kill").arg(self.child.id().to_string()).status().unwrap().success());
    }

    /// How it ended, and what it logged.
    pub(crate) fn wait(mut self) -> (ExitStatus, String) {
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (self.child.wait().unwrap(), log)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
