//! Requests from several connections at once, and how long they took.

use std::{
    net::SocketAddr,
    sync::Mutex,
    time::{Duration, Instant},
};

use anyhow::ensure;
use serde::Serialize;

use super::connection::Connection;

/// Connections at a time: more than the processors of a small machine, fewer than its patience.
const CLIENTS: usize = 8;

/// What a run came to.
#[derive(Debug, Serialize)]
pub struct Figures {
    pub requests: u64,
    pub per_second: u64,
    pub median_micros: u64,
    pub p99_micros: u64,
}

/// Calls `request` on every connection until the time is over or it says that there is no more to do.
///
/// # Errors
/// The first fault of any connection.
pub fn run(
    address: SocketAddr,
    time: Duration,
    request: impl Fn(&mut Connection) -> anyhow::Result<bool> + Sync,
) -> anyhow::Result<Figures> {
    let durations = Mutex::new(Vec::new());
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| {
                scope.spawn(|| -> anyhow::Result<()> {
                    let (mut connection, mut own) = (Connection::open(address)?, Vec::new());
                    while begun.elapsed() < time {
                        let sent = Instant::now();
                        if !request(&mut connection)? {
                            break;
                        }
                        own.push(micros(sent.elapsed()));
                    }
                    durations.lock().map_err(|_| anyhow::anyhow!("a client failed"))?.extend(own);
                    Ok(())
                })
            })
            .collect();
        clients.into_iter().try_for_each(|client| client.join().map_err(|_| anyhow::anyhow!("a client panicked"))?)
    })?;
    let elapsed = micros(begun.elapsed()).max(1);
    let mut durations = durations.into_inner().unwrap_or_default();
    ensure!(!durations.is_empty(), "no request was answered");
    durations.sort_unstable();
    let at = |percent: usize| durations[(durations.len() - 1) * percent / 100];
    let requests = durations.len() as u64;
    Ok(Figures { requests, per_second: requests * 1_000_000 / elapsed, median_micros: at(50), p99_micros: at(99) })
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
