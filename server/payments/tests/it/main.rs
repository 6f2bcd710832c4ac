//! The adapter against the fake Stripe, over real HTTP.
#![expect(clippy::unwrap_used, reason = "tests")]

mod stripe;
