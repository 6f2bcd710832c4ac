//! Tells events to the server, each until it says that it has it.

use std::time::Duration;

use super::{STRIPE_WEBHOOK_SECRET, Shared, sign};
use crate::Client;

/// How often one event is told at most.
const TRIES: u32 = 20;

pub(super) struct Told;

impl Told {
    /// Tells what was not told yet; returns at once.
    pub fn spawn(shared: Shared) {
        let Some(webhook) = shared.webhook else { return };
        let new: Vec<String> = {
            let mut book = shared.book();
            if book.is_silent {
                return;
            }
            let new = book.events.iter().skip(book.told).map(ToString::to_string).collect();
            book.told = book.events.len();
            new
        };
        tokio::spawn(async move {
            let client = Client::new(webhook);
            for body in new {
                for _ in 0..TRIES {
                    let signature = sign(STRIPE_WEBHOOK_SECRET, shared.now(), &body);
                    if client.tell(&signature, &body).await.is_some_and(|reply| reply.status == 200) {
                        break;
                    }
                    tokio::time::sleep(Duration::from_millis(500)).await;
                }
            }
        });
    }
}
