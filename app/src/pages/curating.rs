//! The curator's desk.

pub mod cases;
mod decision;
pub mod filter;
mod frame;
pub mod jobs;
pub mod lots;
pub mod overview;
pub mod payments;
pub mod payouts;
pub mod products;
pub mod queue;
pub mod refunds;
pub mod review;
pub mod reviews;
pub mod shops;
pub mod suspend;
pub mod trail;
pub mod vouchers;
mod when;
