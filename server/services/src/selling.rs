//! Products as their sellers write them. What a curator looks at (names, texts, attributes, photos) lives in revisions:
//! editing a product that is on sale begins a new one, and buyers see the old one until the new one is published. Prices,
//! variants and how a product is sent change at once.

mod attributes;
mod create;
mod draft;
mod find;
mod gallery;
mod list;
mod request;
mod status;
mod update;
mod validate;
mod view;

pub use create::create;
pub use find::find;
pub use gallery::{add_photo, move_photo, remove_photo};
pub use list::{SellerItem, SellerPage, SellerTab, TabCounts, counts, list, shop_choices};
pub use request::{MoveTo, NewPhoto, NewProduct, PhotoChange, ProductChange, VariantChange};
pub use status::{archive, hide, propose, show};
pub use update::update;
pub use view::{
    Actions, AttributeChoice, AttributeField, CategoryChoice, RevisionView, SellerPhoto, SellerProduct, SellerVariant,
    ShopChoice,
};
