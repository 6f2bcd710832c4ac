//! Cases as pages and the API show them.

use domain::{
    complaint::{CaseReason, CaseResolution, CaseStatus},
    fulfilment::DeliveryMethod,
    money::Rupiah,
    time::{Timestamp, Zone},
};
use serde::Serialize;
use store::{
    Db,
    complaints::{CaseLineRow, CaseMessageRow, CasePhotoRow, CaseRow},
};
use utoipa::ToSchema;

use super::replacement::ReplacementView;
use crate::{Error, Result};

/// Pieces that a case is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CaseItem {
    /// `var_…`
    pub variant: String,
    /// Name of the product.
    pub name: String,
    /// Name of the variant; may be empty.
    pub variant_name: String,
    /// Pieces.
    pub pieces: i64,
}

/// A photo of a case; the picture itself is served to those who may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CasePhoto {
    /// `pho_…`
    pub id: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
}

/// Something that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CaseMessage {
    /// `buyer`, `seller` or `curator`.
    pub actor: String,
    /// What.
    pub text: String,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub at: String,
    /// The same instant.
    #[serde(skip)]
    pub instant: Timestamp,
}

/// What the seller offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Offer {
    /// `refund` or `replacement`.
    pub resolution: CaseResolution,
    /// How much, for `refund`.
    pub amount: Option<Rupiah>,
}

/// What pages show beyond the public surface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDetail {
    /// Secret of the order's page.
    pub token: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Time zone of the sentra.
    pub zone: Zone,
    /// Name of the buyer.
    pub buyer: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Until when the seller has to answer.
    pub reply_by: Timestamp,
    /// Whether a piece of it is not food, so that it may be sold again.
    pub may_restock: bool,
    /// Whether it is not over.
    pub is_live: bool,
    /// How the order reaches its buyer, and what is sent again.
    pub delivery_method: DeliveryMethod,
    /// The courier's service, where one carries it.
    pub service_name: String,
}

/// A case; serialises to the public surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CaseView {
    /// `cas_…`
    pub id: String,
    /// Number of the order.
    pub order: String,
    /// Path of the shop.
    pub shop: String,
    /// Where it stands.
    pub status: CaseStatus,
    /// What is wrong.
    pub reason: CaseReason,
    /// In the buyer's words.
    pub text: String,
    /// The pieces.
    pub items: Vec<CaseItem>,
    /// Photos.
    pub photos: Vec<CasePhoto>,
    /// What was written since, the oldest first.
    pub messages: Vec<CaseMessage>,
    /// What the seller offers.
    pub offer: Option<Offer>,
    /// How it ended.
    pub resolution: Option<CaseResolution>,
    /// Why a curator decided so.
    pub decision: Option<String>,
    /// `rfd_…` of the refund that settles it.
    pub refund: Option<String>,
    /// Goods that are sent again, where it was settled so.
    pub replacement: Option<ReplacementView>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub opened_at: String,
    /// RFC 3339 in UTC; until when the seller has to answer.
    #[schema(format = DateTime)]
    pub reply_by: String,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub closed_at: Option<String>,
    /// For pages.
    #[serde(skip)]
    pub detail: CaseDetail,
}

pub(super) async fn by_id(db: &impl Db, id: &str) -> Result<CaseView> {
    one(db, store::complaints::find(db, id).await?.ok_or(Error::NotFound)?).await
}

pub(super) async fn one(db: &impl Db, row: CaseRow) -> Result<CaseView> {
    views(db, vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// Several cases, in their order; four more statements.
pub(super) async fn views(db: &impl Db, rows: Vec<CaseRow>) -> Result<Vec<CaseView>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let lines = store::complaints::lines(db, &ids).await?;
    let photos = store::complaints::photos(db, &ids).await?;
    let messages = store::complaints::messages(db, &ids).await?;
    let replacements = store::complaints::replacements(db, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let id = row.id;
            let lines: Vec<&CaseLineRow> = lines.iter().filter(|line| line.complaint_id == id).collect();
            let photos = photos.iter().filter(|photo| photo.complaint_id == id).map(photo).collect();
            let messages = messages.iter().filter(|message| message.complaint_id == id).map(message).collect();
            let again =
                replacements.iter().find(|again| again.complaint_id == id).map(ReplacementView::of).transpose()?;
            Ok(CaseView { replacement: again, ..view(row, &lines, photos, messages)? })
        })
        .collect()
}

fn view(row: CaseRow, lines: &[&CaseLineRow], photos: Vec<CasePhoto>, messages: Vec<CaseMessage>) -> Result<CaseView> {
    let corrupt = || Error::internal(format!("a value of case {}", row.public_id));
    let time = |at: i64| Timestamp::from_millis(at).to_rfc3339();
    let resolution = |text: &Option<String>| -> Result<Option<CaseResolution>> {
        text.as_deref().map(str::parse).transpose().map_err(|_| corrupt())
    };
    let status: CaseStatus = row.status.parse().map_err(|_| corrupt())?;
    let offer =
        resolution(&row.offer)?.map(|resolution| Offer { resolution, amount: row.offer_amount.map(Rupiah::new) });
    Ok(CaseView {
        status,
        reason: row.reason.parse().map_err(|_| corrupt())?,
        items: lines.iter().map(|line| item(line)).collect(),
        photos,
        messages,
        offer,
        resolution: resolution(&row.resolution)?,
        opened_at: time(row.opened_at),
        reply_by: time(row.reply_by),
        closed_at: row.closed_at.map(time),
        detail: CaseDetail {
            shop_name: row.shop_name.clone(),
            zone: row.zone.parse().map_err(|_| corrupt())?,
            opened_at: Timestamp::from_millis(row.opened_at),
            reply_by: Timestamp::from_millis(row.reply_by),
            may_restock: lines.iter().any(|line| !line.is_food),
            is_live: !status.is_over(),
            delivery_method: row.delivery_method.parse().map_err(|_| corrupt())?,
            service_name: row.service_name.clone(),
            token: row.token,
            buyer: row.buyer,
        },
        id: row.public_id,
        order: row.number,
        shop: row.shop_slug,
        text: row.text,
        decision: row.decision,
        refund: row.refund,
        replacement: None,
    })
}

fn item(line: &CaseLineRow) -> CaseItem {
    CaseItem {
        variant: line.variant.clone(),
        name: line.product_name.clone(),
        variant_name: line.variant_name.clone(),
        pieces: line.pieces,
    }
}

fn photo(row: &CasePhotoRow) -> CasePhoto {
    CasePhoto { id: row.public_id.clone(), width: row.width, height: row.height }
}

fn message(row: &CaseMessageRow) -> CaseMessage {
    let instant = Timestamp::from_millis(row.at);
    CaseMessage { actor: row.actor.clone(), text: row.text.clone(), at: instant.to_rfc3339(), instant }
}
