//! Runs the fake Stripe for browser tests: `stripe <address to listen on> <address of the shop>`, until it is killed.

use std::{net::SocketAddr, sync::Arc};

use ports::SystemClock;
use testkit::FakeStripe;

#[tokio::main]
async fn main() {
    let addresses: Vec<SocketAddr> = std::env::args().skip(1).filter_map(|text| text.parse().ok()).collect();
    let [own, shop] = addresses[..] else {
        eprintln!("usage: stripe <address to listen on> <address of the shop>");
        std::process::exit(2);
    };
    let stripe = FakeStripe::start_at(own, Arc::new(SystemClock), Some(shop)).await;
    println!("{}", stripe.url());
    stripe.run().await;
}
