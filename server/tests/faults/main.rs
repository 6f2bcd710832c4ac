//! Processes that die, mails that cannot be sent, databases that hang up: nothing acknowledged is lost, nothing is done
//! twice.
#![expect(clippy::unwrap_used, reason = "tests")]

mod crashes;
mod load;
mod outages;
mod shop;
mod tools;
