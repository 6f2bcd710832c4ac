//! Lots: what a seller makes of food in one go. A lot knows its days, its orders, and whether it was called back.

mod make;
mod recall;
mod view;

pub(crate) use make::insert;
pub use make::{LotRequest, make, write_off};
pub use recall::{recall, recall_by_curator};
pub use view::{
    LotOrder, LotPage, LotQuery, LotVariant, LotView, PublicLot, RecallView, find, find_any, list, list_all, orders,
    public, variants,
};
