//! Rows of cases as they are read.

use sea_orm::FromQueryResult;

/// A case with its order, as it is in the database.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CaseRow {
    /// Key.
    pub id: i64,
    /// `cas_…`
    pub public_id: String,
    /// Key of the order.
    pub order_id: i64,
    /// [`domain::complaint::CaseReason`]
    pub reason: String,
    /// What the buyer wrote.
    pub text: String,
    /// [`domain::complaint::CaseStatus`]
    pub status: String,
    /// What the seller offers: `refund` or `replacement`.
    pub offer: Option<String>,
    /// Rupiah that the seller offers.
    pub offer_amount: Option<i64>,
    /// [`domain::complaint::CaseResolution`]
    pub resolution: Option<String>,
    /// Why it was decided so.
    pub decision: Option<String>,
    /// UTC ms.
    pub opened_at: i64,
    /// UTC ms until which the seller has to answer.
    pub reply_by: i64,
    /// UTC ms.
    pub closed_at: Option<i64>,
    /// `rfd_…` of the refund that settled it.
    pub refund: Option<String>,
    /// Number of the order.
    pub number: String,
    /// Secret of the order's page.
    pub token: String,
    /// Key of the shop.
    pub shop_id: i64,
    /// Name of the shop.
    pub shop_name: String,
    /// Path of the shop.
    pub shop_slug: String,
    /// Time zone of the sentra.
    pub zone: String,
    /// Name of the buyer.
    pub buyer: String,
    /// [`domain::fulfilment::DeliveryMethod`]
    pub delivery_method: String,
    /// The courier's service, where one carries it.
    pub service_name: String,
}

/// Pieces of a line that a case is about.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CaseLineRow {
    /// Whose line it is.
    pub complaint_id: i64,
    /// Key of the line of the order.
    pub order_line_id: i64,
    /// `var_…`
    pub variant: String,
    /// As it was called.
    pub product_name: String,
    /// As it was called.
    pub variant_name: String,
    /// Pieces.
    pub pieces: i64,
    /// Whether it is food, which is never sold a second time.
    pub is_food: bool,
}

/// A photo of a case.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CasePhotoRow {
    /// Whose photo it is.
    pub complaint_id: i64,
    /// `pho_…`
    pub public_id: String,
    /// Content key; never shown.
    pub key: String,
    /// JSON array of pixels.
    pub widths: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
}

/// Something that somebody wrote in a case.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CaseMessageRow {
    /// Whose message it is.
    pub complaint_id: i64,
    /// In which capacity.
    pub actor: String,
    /// What.
    pub text: String,
    /// UTC ms.
    pub at: i64,
}

/// A line of a case's history.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CaseEventRow {
    /// Whose history it is.
    pub complaint_id: i64,
    /// What happened.
    pub kind: String,
    /// In which capacity.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// UTC ms.
    pub at: i64,
}
