//! Rows of reviews as they are read.

use domain::review::Spread;
use sea_orm::FromQueryResult;

/// A review with what it is about, as it is in the database.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReviewRow {
    /// Key.
    pub id: i64,
    /// `rvw_…`
    pub public_id: String,
    /// Key of the order.
    pub order_id: i64,
    /// Key of the product.
    pub product_id: i64,
    /// Key of the shop.
    pub shop_id: i64,
    /// 1 to 5.
    pub stars: i64,
    /// What was written; may be empty.
    pub text: String,
    /// What is shown of the buyer's name; may be empty.
    pub author: String,
    /// [`domain::review::AuthorName`]
    pub author_form: String,
    /// [`domain::review::ReviewStatus`]
    pub status: String,
    /// Why a curator hid it.
    pub hidden_reason: Option<String>,
    /// What the shop says to it.
    pub reply: Option<String>,
    /// UTC ms.
    pub replied_at: Option<i64>,
    /// UTC ms.
    pub created_at: i64,
    /// UTC ms.
    pub edited_at: Option<i64>,
    /// `var_…`
    pub variant: String,
    /// As it was called; may be empty.
    pub variant_name: String,
    /// Path of the product.
    pub product_slug: String,
    /// Path of the shop.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// Name of the product, in the language asked for where it has one.
    pub product_name: String,
    /// Whether the product has a page.
    pub is_on_sale: bool,
    /// Number of the order.
    pub number: String,
    /// Secret of the order's page.
    pub token: String,
}

/// A line that may be reviewed.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub struct LineRow {
    /// Key.
    pub id: i64,
    /// Key of the product.
    pub product_id: i64,
}

/// A review and its photos, in the order in which they came.
#[derive(Debug, Clone)]
pub struct ReviewWithPhotos {
    /// The review.
    pub row: ReviewRow,
    /// Its photos.
    pub photos: Vec<ReviewPhotoRow>,
}

/// A photo of a review.
#[derive(Debug, Clone)]
pub struct ReviewPhotoRow {
    /// `pho_…`
    pub public_id: String,
    /// Content key.
    pub key: String,
    /// Base64.
    pub thumbhash: String,
    /// Pixels of the widest rendition.
    pub width: i64,
    /// Pixels of the widest rendition.
    pub height: i64,
    /// JSON array of pixels.
    pub widths: String,
}

/// A report that waits for a curator.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ReportRow {
    /// What it is about.
    pub review_id: i64,
    /// [`domain::review::ReportReason`]
    pub reason: String,
    /// More about it.
    pub note: Option<String>,
    /// UTC ms.
    pub reported_at: i64,
}

/// How many ratings there are of each number of stars.
#[derive(Debug, Clone, Copy, Default, FromQueryResult)]
pub struct SpreadRow {
    stars_1: i64,
    stars_2: i64,
    stars_3: i64,
    stars_4: i64,
    stars_5: i64,
}

impl From<SpreadRow> for Spread {
    fn from(row: SpreadRow) -> Self {
        Self([row.stars_1, row.stars_2, row.stars_3, row.stars_4, row.stars_5])
    }
}
