//! What buyers see: products of approved shops in lists and on their own pages, shops, sentra.

mod availability;
mod cards;
mod changes;
mod facets;
mod photos;
mod product;
mod sentra;
mod shop;
mod sitemap;

pub use availability::{perished, refresh_availability};
pub use cards::{Card, Filter, Key, List, MAX_RANKED, cards, cards_of, newest_per_sentra, several};
pub use changes::{CatalogueVersion, trim_changes, version};
pub use facets::{
    CategoryCover, CategoryFacet, CategoryName, Facets, ValueFacet, category_covers, category_names, facets,
};
pub use photos::{PhotoRow, photos};
pub use product::{
    AttributeDefinition, ProductRow, VariantRow, all_attribute_definitions, attribute_definitions, find_product,
    products_after, variants,
};
pub use sentra::{SentraRow, sentra};
pub use shop::{ShopRow, find_shop, shops};
pub use sitemap::{HighestKeys, ListedRow, highest_keys, listed_products, listed_shops};

/// What makes a product visible; `p` is the product, `s` its shop.
pub(crate) const VISIBLE: &str = "p.status = 'published' AND s.status = 'approved'";
