//! Products as their sellers write them: lists, the revision being edited, and what an edit changes.

mod gallery;
mod list;
mod load;
mod slugs;
mod writing;

pub use gallery::{GalleryRow, NewPhoto, arrange, describe, gallery, insert_media, insert_photos, remove};
pub use list::{SellerFilter, SellerRow, StatusCount, counts, list};
pub use load::{
    CategoryRow, DefinitionRow, EditRow, EditVariantRow, ShopRow, StockOfVariantRow, TextRow, categories, definitions,
    find, find_category, find_shop, shops, stock, texts, variants,
};
pub use slugs::{moved_to, name_of, rename, was_used};
pub use writing::{
    Handling, NewProduct, VariantValues, archive_variant, insert_price, insert_product, insert_revision,
    insert_variant, propose_revision, put_text, remove_text, set_attributes, set_handling, set_status, touch,
    update_variant,
};
