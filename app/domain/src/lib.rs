//! The rules of the marketplace, pure: no IO, no clock, no randomness; what a rule needs of them is an argument.
//!
//! Compiles for the server and for the browser.

pub mod actor;
pub mod cart_hold;
pub mod certificate;
pub mod complaint;
pub mod curation;
pub mod email;
pub mod fulfilment;
pub mod id;
pub mod label;
pub mod ledger;
pub mod limits;
pub mod listing;
pub mod locale;
pub mod making;
pub mod money;
pub mod order;
pub mod payment;
pub mod payout;
pub mod permission;
pub mod phone;
pub mod product;
pub mod qris;
pub mod quantity;
pub mod rate;
pub mod refund;
pub mod region;
pub mod review;
pub mod role;
pub mod shelf_life;
pub mod shipping;
pub mod shop;
pub mod slug;
pub mod spelling;
pub mod state;
pub mod text_enum;
pub mod tier;
pub mod time;
pub mod timer;
pub mod transport;
pub mod unmatched;
pub mod voucher;
pub mod weight;
pub mod words;
