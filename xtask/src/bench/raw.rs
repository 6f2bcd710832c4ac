//! A handler that does nothing but send the bytes of a page, for comparison in the same run.

use std::{
    fs,
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};

use super::load;
use crate::workspace::{Workspace, run};

const START: Duration = Duration::from_secs(10);

pub struct Raw {
    binary: PathBuf,
    folder: PathBuf,
}

impl Raw {
    pub fn new(workspace: &Workspace) -> anyhow::Result<Self> {
        let mut cargo = workspace.cargo();
        run("raw handler", cargo.args(["build", "--release", "--package", "testkit", "--example", "raw_pages"]))?;
        let folder = workspace.target.join("xtask/raw");
        fs::create_dir_all(&folder)?;
        Ok(Self { binary: workspace.target.join("release/examples/raw_pages"), folder })
    }

    /// The figures of those bytes.
    pub fn measure(&mut self, name: &str, body: &[u8], time: Duration) -> anyhow::Result<load::Figures> {
        let file = self.folder.join(name);
        fs::write(&file, body)?;
        let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        let child = Command::new(&self.binary).arg(address.to_string()).arg(&file).spawn().context("raw handler")?;
        let _served = Served::ready(child, address)?;
        load::run(address, time, |connection| {
            let answer = connection.page("/0")?;
            ensure!(answer.body.len() == body.len(), "the raw handler sent {} bytes", answer.body.len());
            Ok(true)
        })
    }
}

/// Ends with this value.
struct Served(Child);

impl Served {
    fn ready(child: Child, address: SocketAddr) -> anyhow::Result<Self> {
        let served = Self(child);
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            ensure!(begun.elapsed() < START, "the raw handler does not answer");
            sleep(Duration::from_millis(20));
        }
        Ok(served)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Gone already, then: there is nothing left to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
