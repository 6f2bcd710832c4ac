//! The curator's desk.

mod decision;
pub mod filter;
mod frame;
pub mod overview;
pub mod payments;
pub mod products;
pub mod queue;
pub mod review;
pub mod shops;
pub mod suspend;
pub mod trail;
mod when;
