//! What buyers see. Only published products of approved shops are visible; everything else is not found.

mod card;
mod cursor;
mod definitions;
mod home;
mod index;
mod list;
mod photo;
mod postage;
mod product;
mod sentra;
mod shop;
mod sitemap;
mod suggest;

pub use card::{ProductItem, ShopRef};
pub(crate) use definitions::KnownDefinitions;
pub use home::{HomeView, home};
pub use index::reindex;
pub(crate) use list::page_size;
pub use list::{Browse, Found, ListQuery, ProductPage, browse, list};
pub use photo::{Photo, PhotoSource, logo_of, photo_of};
pub use postage::{CountryWide, Postage, postage};
pub use product::{AttributeView, ProductShop, ProductView, VariantView, export, moved_to, product};
pub(crate) use product::{attribute, variant_view};
pub use sentra::{SentraPage, SentraView, sentra, sentra_list};
pub use shop::{ShopPage, ShopView, find_shop, shop, shops};
pub use sitemap::{Listed, highest_keys, listed_products, listed_shops};
pub use store::catalogue::{CategoryFacet, Facets, ValueFacet};
pub use suggest::{CategorySuggestion, ProductSuggestion, Suggestions, suggest};
