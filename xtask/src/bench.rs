//! `make bench`: how fast and how light a release build is on this machine, on a demo with some thousand goods beside it.

mod checkouts;
mod connection;
mod load;
mod postgres;
mod raw;

use std::{fs, net::SocketAddr, time::Duration};

use anyhow::{Context as _, ensure};
use serde::Serialize;

use crate::{
    server,
    site::{self, Mode},
    test::live::Server,
    workspace::Workspace,
};
use connection::Connection;

/// How long each page is asked for.
const TIME: Duration = Duration::from_secs(5);
/// Requests that warm up, and over which statements are counted.
const COUNTED: u64 = 40;
const SEED: [&str; 7] = ["seed", "--demo", "--synthetic", "--shops", "100", "--products", "10000"];

#[derive(Debug, Serialize)]
struct Page {
    name: &'static str,
    path: String,
    /// As sent, compressed.
    bytes: usize,
    statements: u64,
    #[serde(flatten)]
    figures: load::Figures,
    /// A handler that only sends the same bytes, in the same run.
    raw: load::Figures,
}

#[derive(Debug, Serialize)]
struct Bench {
    pages: Vec<Page>,
    checkouts_sqlite: load::Figures,
    checkouts_postgres: load::Figures,
    memory_idle_bytes: u64,
    memory_after_bytes: u64,
}

/// Measures, prints a table and writes `target/bench.json`.
///
/// # Errors
/// When something does not build, or an answer is not what it should be.
pub fn run(workspace: &Workspace) -> anyhow::Result<()> {
    site::build(workspace, Mode::Release)?;
    let binary = server::build(workspace, Mode::Release)?;
    let server = Server::start(workspace, &binary, &SEED)?;
    let address = server.address();
    let memory_idle_bytes = figure(address, "sentra_resident_memory_bytes")?;
    let newest = Connection::open(address)?.json("/api/v1/products?limit=1")?;
    let slug = newest["items"][0]["slug"].as_str().context("a product")?;
    let paths = [
        ("home", "/".to_owned()),
        ("list", "/produk".to_owned()),
        ("search", "/produk?q=keripik+tempe".to_owned()),
        ("product", format!("/produk/{slug}")),
    ];
    let mut raw = raw::Raw::new(workspace)?;
    let pages =
        paths.into_iter().map(|(name, path)| page(address, &mut raw, name, path)).collect::<anyhow::Result<_>>()?;
    let checkouts_sqlite = checkouts::run(address, TIME)?;
    let memory_after_bytes = figure(address, "sentra_resident_memory_bytes")?;
    server.stop()?;
    let database = postgres::Postgres::start(workspace)?;
    let server = Server::start_on(workspace, &binary, &["seed", "--demo"], Some(database.url()))?;
    let checkouts_postgres = checkouts::run(server.address(), TIME)?;
    server.stop()?;
    let bench = Bench { pages, checkouts_sqlite, checkouts_postgres, memory_idle_bytes, memory_after_bytes };
    print(&bench);
    let file = workspace.root.join("target/bench.json");
    fs::write(&file, serde_json::to_vec_pretty(&bench)?)?;
    println!("written to {}", file.display());
    Ok(())
}

fn page(address: SocketAddr, raw: &mut raw::Raw, name: &'static str, path: String) -> anyhow::Result<Page> {
    let mut connection = Connection::open(address)?;
    let first = connection.page(&path)?;
    ensure!(first.status == 200, "{path}: {}", first.status);
    // The reading of figures costs statements too: twice in a row says how many.
    let start = figure(address, "sentra_sql_statements_total")?;
    let again = figure(address, "sentra_sql_statements_total")?;
    for _ in 0..COUNTED {
        connection.page(&path)?;
    }
    let spent = figure(address, "sentra_sql_statements_total")?.saturating_sub(again + (again - start));
    let figures = load::run(address, TIME, |connection| {
        let answer = connection.page(&path)?;
        ensure!(answer.status == 200, "{path}: {}", answer.status);
        Ok(true)
    })?;
    let raw = raw.measure(name, &first.body, TIME)?;
    // Rounded: the worker beside asks for jobs meanwhile.
    Ok(Page { name, bytes: first.body.len(), statements: (spent + COUNTED / 2) / COUNTED, figures, raw, path })
}

/// One figure of `/metrics`.
fn figure(address: SocketAddr, name: &str) -> anyhow::Result<u64> {
    let answer = Connection::open(address)?.send("GET", "/metrics", "", "")?;
    let text = String::from_utf8(answer.body)?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)).with_context(|| format!("no {name}"))?;
    Ok(line.trim().parse()?)
}

fn print(bench: &Bench) {
    println!("{:20} {:>8} {:>10} {:>10} {:>10} {:>10}", "", "req/s", "p50 ms", "p99 ms", "bytes", "SQL");
    let row = |name: &str, figures: &load::Figures, bytes: &str, statements: &str| {
        let millis = |micros: u64| format!("{}.{:02}", micros / 1_000, micros % 1_000 / 10);
        let (median, p99) = (millis(figures.median_micros), millis(figures.p99_micros));
        println!("{name:20} {:>8} {median:>10} {p99:>10} {bytes:>10} {statements:>10}", figures.per_second);
    };
    for page in &bench.pages {
        row(page.name, &page.figures, &page.bytes.to_string(), &page.statements.to_string());
        row("  the same bytes", &page.raw, "", "");
    }
    row("orders, SQLite", &bench.checkouts_sqlite, "", "");
    row("orders, PostgreSQL", &bench.checkouts_postgres, "", "");
    let megabytes = |bytes: u64| bytes / 1_048_576;
    println!(
        "memory: {} MB at rest, {} MB after",
        megabytes(bench.memory_idle_bytes),
        megabytes(bench.memory_after_bytes)
    );
}
