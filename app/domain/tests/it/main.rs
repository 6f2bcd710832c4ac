//! What the rules of the marketplace promise.

#![expect(clippy::unwrap_used, reason = "tests")]

mod certificates;
mod contact;
mod dates;
mod delivery;
mod diagrams;
mod giving_back;
mod holding;
mod labels;
mod machines;
mod money;
mod names;
mod qris;
mod reviews;
mod sizes;
mod texts;
mod tiers;
mod vouchers;
