//! The use cases, by area. They own transactions and never hold one across a call of a port.
//!
//! Every use case is a function that takes the [`Services`] first. It trusts its caller for *who* asks (the extractors
//! of `access` have loaded and authorized), and nobody for *what* is asked: every value is checked here.

pub mod accounts;
mod bank;
pub mod capacity;
pub mod cards;
pub mod cart;
pub mod catalogue;
pub mod certificates;
pub mod checkout;
pub mod complaints;
mod context;
pub mod csv;
pub mod curation;
mod error;
pub mod forms;
mod fresh;
pub mod fulfilment;
pub mod holds;
pub mod jobs;
pub mod ledger;
pub mod lots;
pub mod mails;
mod order_news;
pub mod orders;
pub mod payments;
pub mod payouts;
pub mod photos;
pub mod rate_limits;
mod reason;
pub mod refunds;
pub mod regions;
pub mod reviews;
pub mod secret;
pub mod selling;
pub mod share;
pub mod shipping;
mod slugs;
pub mod stock;
pub mod timers;
pub mod vouchers;

pub use bank::BankAccount;
pub use context::{Ports, Services, SiteSettings};
pub use error::{Error, FieldError, Rejection, RejectionCode, Result, check};
pub use fresh::Fresh;
