//! Orders through the API: one piece each, collected at the workshop, paid in cash.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};

use super::{connection::Connection, load};

/// Products whose pieces are sold.
const PRODUCTS: usize = 100;

/// # Errors
/// When an order is refused.
pub fn run(address: SocketAddr, time: Duration) -> anyhow::Result<load::Figures> {
    let pieces = pieces(address)?;
    let next = AtomicUsize::new(0);
    load::run(address, time, |connection| {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let Some(piece) = pieces.get(number) else { return Ok(false) };
        let headers = format!("Content-Type: application/json\r\nIdempotency-Key: bench-{number:012}\r\n");
        let answer = connection.send("POST", "/api/v1/checkouts", &headers, &order(piece, number).to_string())?;
        ensure!(answer.status == 201, "{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
        Ok(true)
    })
}

/// One entry for every piece on sale, those of one shelf far from each other: buyers differ.
fn pieces(address: SocketAddr) -> anyhow::Result<Vec<(String, String, i64)>> {
    let mut connection = Connection::open(address)?;
    let list = connection.json(&format!("/api/v1/products?limit={PRODUCTS}"))?;
    let mut shelves = Vec::new();
    for item in list["items"].as_array().context("a list of products")? {
        let slug = item["slug"].as_str().context("a slug")?;
        let shop = item["shop"]["slug"].as_str().context("a shop")?;
        let product = connection.json(&format!("/api/v1/products/{slug}"))?;
        for variant in product["variants"].as_array().context("variants")? {
            let id = variant["id"].as_str().context("an id")?.to_owned();
            let price = variant["price"].as_i64().context("a price")?;
            shelves.push(((shop.to_owned(), id, price), variant["available"].as_i64().unwrap_or(0)));
        }
    }
    let most = shelves.iter().map(|(_, available)| *available).max().unwrap_or(0);
    let rounds = (0..most).flat_map(|round| shelves.iter().filter(move |(_, available)| *available > round));
    Ok(rounds.map(|(piece, _)| piece.clone()).collect())
}

fn order((shop, variant, price): &(String, String, i64), number: usize) -> Value {
    json!({
        "items": [{ "variant": variant, "quantity": 1 }],
        "buyer": { "name": "Pembeli Contoh", "phone": format!("0812{number:08}"), "email": null },
        "address": {
            "region": "35.73.05.1004", "street": "Jalan Contoh 1", "landmark": null, "postal_code": "65144",
        },
        "deliveries": [{ "shop": shop, "method": "pickup", "service": null, "payment": null }],
        "payment": "cod",
        "expected_total": price,
        "locale": "id",
    })
}
