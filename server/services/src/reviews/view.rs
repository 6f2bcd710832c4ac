//! Reviews as pages and the API show them.

use domain::{
    locale::Locale,
    review::{AuthorName, ReviewStatus, Spread, tenths},
    time::{Timestamp, Zone},
};
use serde::{Serialize, Serializer};
use store::{
    catalogue::PhotoRow,
    reviews::{ReportRow, ReviewPhotoRow, ReviewRow, ReviewWithPhotos},
};
use text::Tr;
use utoipa::ToSchema;

use crate::{
    Error, Result,
    catalogue::{Photo, photo_of},
};

/// What buyers think of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Rating {
    /// How many ratings.
    pub count: i64,
    /// The average in tenths of a star.
    #[serde(rename = "average", serialize_with = "whole_stars")]
    #[schema(value_type = f64, minimum = 1, maximum = 5)]
    pub tenths: i64,
}

impl Rating {
    /// Of so many ratings with so many stars together; `None` without one.
    #[must_use]
    pub fn of(count: i64, sum: i64) -> Option<Self> {
        tenths(count, sum).map(|tenths| Self { count, tenths })
    }

    /// Of a spread; `None` without a rating.
    #[must_use]
    pub fn of_spread(spread: Spread) -> Option<Self> {
        Self::of(spread.count(), spread.sum())
    }
}

/// 48 as 4.8.
fn whole_stars<S: Serializer>(tenths: &i64, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    // Read and not divided: the nearest number to the digits, as everybody else writes it.
    serializer.serialize_f64(format!("{}.{}", tenths / 10, tenths % 10).parse().unwrap_or_default())
}

/// A photo of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReviewPhoto {
    /// `pho_…`
    pub id: String,
    /// The picture.
    #[serde(flatten)]
    pub photo: Photo,
}

/// What a shop says to a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReviewReply {
    /// In its words.
    pub text: String,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub at: String,
}

/// What pages show beyond the public surface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewDetail {
    /// When it was written.
    pub created_at: Timestamp,
    /// Time zone of the sentra.
    pub zone: Zone,
    /// Path of the shop.
    pub shop: String,
    /// Name of the shop.
    pub shop_name: String,
    /// Whether the product has a page.
    pub is_on_sale: bool,
    /// Number of the order, for the shop's desk.
    pub order: String,
}

/// A review; serialises to the public surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReviewView {
    /// `rvw_…`
    pub id: String,
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5)]
    pub stars: i64,
    /// What was written; may be empty.
    pub text: String,
    /// A first name or an initial.
    pub author: String,
    /// Slug of the product.
    pub product: String,
    /// Name of the product.
    pub product_name: String,
    /// Name of the variant that was bought; may be empty.
    pub variant_name: String,
    /// Photos.
    pub photos: Vec<ReviewPhoto>,
    /// What the shop says to it.
    pub reply: Option<ReviewReply>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// RFC 3339 in UTC; null where it was not changed.
    #[schema(format = DateTime)]
    pub edited_at: Option<String>,
    /// For pages.
    #[serde(skip)]
    pub detail: ReviewDetail,
}

/// A page of reviews.
#[derive(Debug, Clone, Default)]
pub struct ReviewList {
    /// The newest first.
    pub items: Vec<ReviewView>,
    /// Cursor of the next page, when there is one.
    pub next: Option<String>,
}

/// A review as its author sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OwnReview {
    /// As everybody sees it.
    #[serde(flatten)]
    pub review: ReviewView,
    /// `var_…` of the line.
    pub variant: String,
    /// Under which name.
    pub name: AuthorName,
    /// Whether it is seen.
    pub status: ReviewStatus,
    /// Why a curator hid it.
    pub hidden_reason: Option<String>,
    /// RFC 3339 in UTC; until when it may be changed.
    #[schema(format = DateTime)]
    pub editable_until: String,
    /// The same instant.
    #[serde(skip)]
    pub until: Timestamp,
    /// Whether it may be changed now.
    pub can_edit: bool,
}

/// A report that waits for a curator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReportView {
    /// Why.
    pub reason: domain::review::ReportReason,
    /// More about it.
    pub note: Option<String>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub at: String,
    /// The same instant.
    #[serde(skip)]
    pub instant: Timestamp,
}

/// A review as curators see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ModeratedReview {
    /// As everybody sees it.
    #[serde(flatten)]
    pub review: ReviewView,
    /// Whether it is seen.
    pub status: ReviewStatus,
    /// Why it was hidden.
    pub hidden_reason: Option<String>,
    /// Reports that wait.
    pub reports: Vec<ReportView>,
}

/// A review in the language of its reader.
pub(super) fn view(found: &ReviewWithPhotos, locale: Locale) -> Result<ReviewView> {
    let row = &found.row;
    let tr = Tr::new(locale);
    let time = |at: i64| Timestamp::from_millis(at).to_rfc3339();
    let author = if row.author.is_empty() { tr.t("review-no-name") } else { row.author.clone() };
    let alt = tr.t_args("review-photo-alt", &[("name", (&author).into()), ("product", (&row.product_name).into())]);
    let reply = row.reply.clone().zip(row.replied_at).map(|(text, at)| ReviewReply { text, at: time(at) });
    Ok(ReviewView {
        id: row.public_id.clone(),
        stars: row.stars,
        text: row.text.clone(),
        author,
        product: row.product_slug.clone(),
        product_name: row.product_name.clone(),
        variant_name: row.variant_name.clone(),
        photos: found.photos.iter().map(|row| photo(row, &alt)).collect::<Result<_>>()?,
        reply,
        created_at: time(row.created_at),
        edited_at: row.edited_at.map(time),
        detail: ReviewDetail {
            created_at: Timestamp::from_millis(row.created_at),
            zone: row.zone.parse().map_err(|_| corrupt(row))?,
            shop: row.shop_slug.clone(),
            shop_name: row.shop_name.clone(),
            is_on_sale: row.is_on_sale,
            order: row.number.clone(),
        },
    })
}

fn photo(row: &ReviewPhotoRow, alt: &str) -> Result<ReviewPhoto> {
    let widths = serde_json::from_str(&row.widths).map_err(Error::internal)?;
    let photo = PhotoRow {
        revision_id: 0,
        key: row.key.clone(),
        alt: alt.to_owned(),
        thumbhash: row.thumbhash.clone(),
        width: row.width,
        height: row.height,
        widths,
    };
    Ok(ReviewPhoto { id: row.public_id.clone(), photo: photo_of(photo) })
}

/// What its author sees; `days` is how long it may be changed.
pub(super) fn own(found: &ReviewWithPhotos, days: i64, now: Timestamp, locale: Locale) -> Result<OwnReview> {
    let row = &found.row;
    let status = status_of(row)?;
    let until = Timestamp::from_millis(row.created_at).plus_days(days);
    Ok(OwnReview {
        review: view(found, locale)?,
        variant: row.variant.clone(),
        name: row.author_form.parse().map_err(|_| corrupt(row))?,
        status,
        hidden_reason: row.hidden_reason.clone(),
        editable_until: until.to_rfc3339(),
        until,
        can_edit: status != ReviewStatus::Removed && now <= until,
    })
}

/// What curators see.
pub(super) fn moderated(found: &ReviewWithPhotos, reports: &[ReportRow], locale: Locale) -> Result<ModeratedReview> {
    let row = &found.row;
    let reports = reports.iter().filter(|report| report.review_id == row.id).map(|report| {
        let instant = Timestamp::from_millis(report.reported_at);
        Ok(ReportView {
            reason: report.reason.parse().map_err(|_| corrupt(row))?,
            note: report.note.clone(),
            at: instant.to_rfc3339(),
            instant,
        })
    });
    Ok(ModeratedReview {
        review: view(found, locale)?,
        status: status_of(row)?,
        hidden_reason: row.hidden_reason.clone(),
        reports: reports.collect::<Result<_>>()?,
    })
}

/// Whether it is seen.
pub(super) fn status_of(row: &ReviewRow) -> Result<ReviewStatus> {
    row.status.parse().map_err(|_| corrupt(row))
}

fn corrupt(row: &ReviewRow) -> Error {
    Error::internal(format!("a value of review {}", row.public_id))
}
