//! What curators see and change: proposed revisions, products and shops in any state, the trail of decisions.

mod deciding;
mod goods;
mod queue;
mod review;
mod shops;
mod trail;

pub use deciding::{
    DecisionRow, ShopStateRow, find_shop, lock_product, lock_shop, put_on_sale, set_product_status,
    set_revision_status, set_shop_status,
};
pub use goods::{GoodsFilter, GoodsRow, goods};
pub use queue::{
    CountsRow, Place, QueueFilter, QueueRow, WaitingCategory, counts, place_before, place_of, queue, waiting_categories,
};
pub use review::{ReviewRow, RevisionRow, ShopRecordRow, TextRow, find, revisions, shop_record, texts};
pub use shops::{ShopFilter, ShopRow, shops};
pub use trail::{TrailFilter, TrailRow, trail};
