//! A product with everything to judge it by.

use domain::{
    curation::CurationAction,
    locale::Locale,
    product::{ProductEvent, ProductStatus, RevisionStatus},
    shop::ShopStatus,
    time::{Date, Timestamp, Zone},
    transport::TransportClass,
};
use store::{
    catalogue::{AttributeDefinition, PhotoRow},
    curation::{ReviewRow, RevisionRow, TextRow, TrailFilter},
};

use super::{
    diff::{self, Changes},
    parsed,
};
use crate::{
    Error, Result, Services,
    catalogue::{AttributeView, Photo, VariantView, attribute, photo_of, variant_view},
};

/// Revisions and decisions of the history that are shown.
const HISTORY: i64 = 50;
/// Days of a shop's record.
const RECORD_DAYS: i64 = 365;

/// A product under review.
#[derive(Debug, Clone)]
pub struct ReviewItem {
    /// `prd_…`
    pub id: String,
    /// Part of its address.
    pub slug: String,
    /// State of the product.
    pub status: ProductStatus,
    /// Why it was suspended.
    pub status_reason: Option<String>,
    /// Whether the version that is shown waits for a decision.
    pub is_waiting: bool,
    /// Whether nothing of it was published before.
    pub is_new: bool,
    /// Name of its category.
    pub category_name: String,
    /// Slug of its sentra.
    pub sentra: String,
    /// Name of its sentra.
    pub sentra_name: String,
    /// What a parcel has to survive.
    pub transport: TransportClass,
    /// Days until it is handed over.
    pub lead_time_days: i64,
    /// Whether it is made when ordered.
    pub made_to_order: bool,
    /// Food only: days from production to best before.
    pub shelf_life_days: Option<i64>,
    /// What can be chosen.
    pub variants: Vec<VariantView>,
    /// Who sells it.
    pub shop: ReviewShop,
    /// The version that waits, or else the newest one.
    pub version: Version,
    /// What it changes of the published one; `None` where nothing else is published.
    pub changes: Option<Changes>,
    /// What happened to it, the latest first.
    pub history: Vec<HistoryEvent>,
}

/// The shop of a product under review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewShop {
    /// Part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Name of the person behind it.
    pub owner: String,
    /// Year that it began.
    pub since_year: Option<i64>,
    /// State of the shop.
    pub status: ShopStatus,
    /// Its products on sale.
    pub published: i64,
    /// Its proposals that wait.
    pub waiting: i64,
    /// Times in a year that changes were asked for.
    pub changes_requested: i64,
    /// Times in a year that something was refused.
    pub rejected: i64,
}

/// A revision.
#[derive(Debug, Clone)]
pub struct Version {
    /// `rev_…`
    pub id: String,
    /// 1 for the first.
    pub number: i64,
    /// Where it stands.
    pub status: RevisionStatus,
    /// The curator's words about it.
    pub note: Option<String>,
    /// When it was proposed.
    pub proposed_at: Option<Timestamp>,
    /// Name of whoever wrote it.
    pub author: String,
    /// Texts, Indonesian first.
    pub texts: Vec<VersionText>,
    /// What is known of it, in order.
    pub attributes: Vec<AttributeView>,
    /// Photos in their order.
    pub photos: Vec<ReviewPhoto>,
}

/// Name and description in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionText {
    /// Language.
    pub locale: Locale,
    /// Name of the product.
    pub name: String,
    /// As written.
    pub description: String,
}

/// A photo with its descriptions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewPhoto {
    /// Names the picture, whatever is said of it.
    pub(super) key: String,
    /// The photo, described in the language asked for.
    pub photo: Photo,
    /// Description in Indonesian.
    pub alt_id: String,
    /// Description in English.
    pub alt_en: String,
}

/// Something that happened to a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEvent {
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: HistoryKind,
    /// Name of whoever did it.
    pub who: String,
    /// Note or reason.
    pub words: Option<String>,
}

/// What can happen to a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryKind {
    /// The shop proposed the version of that number.
    Proposed(i64),
    /// A curator decided.
    Decided(CurationAction),
}

/// A product by its public id, with the version that waits or else the newest.
///
/// # Errors
/// [`Error::NotFound`], also while nothing of it was ever proposed.
pub async fn find(services: &Services, id: &str, locale: Locale) -> Result<ReviewItem> {
    let store = services.store();
    let row = store::curation::find(store, id, locale).await?.ok_or(Error::NotFound)?;
    let revisions = store::curation::revisions(store, row.product_id, HISTORY).await?;
    let is_proposed = |revision: &&RevisionRow| revision.status == RevisionStatus::Proposed.as_str();
    let newest = revisions.iter().find(is_proposed).or(revisions.first()).ok_or(Error::NotFound)?;
    let published = revisions.iter().find(|revision| Some(revision.id) == row.published_revision_id);
    let before = published.filter(|revision| revision.id != newest.id);
    let ids: Vec<i64> = [Some(newest), before].into_iter().flatten().map(|revision| revision.id).collect();
    let material = Material {
        texts: store::curation::texts(store, &ids).await?,
        photos_id: store::catalogue::photos(store, &ids, Locale::Id).await?,
        photos_en: store::catalogue::photos(store, &ids, Locale::En).await?,
        definitions: store::catalogue::attribute_definitions(store, &row.kind, locale).await?,
        locale,
    };
    let version = material.version(newest)?;
    let changes = before.map(|revision| material.version(revision)).transpose()?;
    let changes = changes.map(|before| diff::between(&before, &version));
    let now = services.now();
    let today = Date::from_timestamp(now, Zone::Wib);
    let variants = store::catalogue::variants(store, &[(row.product_id, today.monday())], now).await?;
    let variants =
        variants.into_iter().map(|variant| variant_view(variant, row.made_to_order, today)).collect::<Result<_>>()?;
    let status: ProductStatus = parsed(&row.status, "status of a product")?;
    let is_waiting = version.status == RevisionStatus::Proposed && status.transition(ProductEvent::Publish).is_ok();
    Ok(ReviewItem {
        status,
        is_waiting,
        is_new: row.published_revision_id.is_none(),
        transport: parsed(&row.transport_class, "transport class")?,
        variants,
        shop: shop(services, &row).await?,
        version,
        changes,
        history: history(services, id, &revisions).await?,
        id: row.id,
        slug: row.slug,
        status_reason: row.status_reason,
        category_name: row.category_name,
        sentra: row.sentra,
        sentra_name: row.sentra_name,
        lead_time_days: row.lead_time_days,
        made_to_order: row.made_to_order,
        shelf_life_days: row.shelf_life_days,
    })
}

/// What versions are put together from.
struct Material {
    texts: Vec<TextRow>,
    photos_id: Vec<PhotoRow>,
    photos_en: Vec<PhotoRow>,
    definitions: Vec<AttributeDefinition>,
    locale: Locale,
}

impl Material {
    fn version(&self, revision: &RevisionRow) -> Result<Version> {
        let values: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&revision.attributes).map_err(Error::internal)?;
        let texts = self.texts.iter().filter(|text| text.revision_id == revision.id);
        let texts = texts
            .map(|text| {
                Ok(VersionText {
                    locale: parsed(&text.locale, "language")?,
                    name: text.name.clone(),
                    description: text.description.clone(),
                })
            })
            .collect::<Result<_>>()?;
        // Both lists hold the same photos in the same order.
        let photos = self.photos_id.iter().zip(&self.photos_en).filter(|(photo, _)| photo.revision_id == revision.id);
        let photos = photos
            .map(|(id, en)| ReviewPhoto {
                key: id.key.clone(),
                photo: photo_of(if self.locale == Locale::En { en.clone() } else { id.clone() }),
                alt_id: id.alt.clone(),
                alt_en: en.alt.clone(),
            })
            .collect();
        Ok(Version {
            id: revision.public_id.clone(),
            number: revision.number,
            status: parsed(&revision.status, "status of a revision")?,
            note: revision.note.clone(),
            proposed_at: revision.proposed_at.map(Timestamp::from_millis),
            author: revision.author.clone(),
            texts,
            attributes: self
                .definitions
                .iter()
                .filter_map(|definition| attribute(definition, &values, self.locale))
                .collect(),
            photos,
        })
    }
}

async fn shop(services: &Services, row: &ReviewRow) -> Result<ReviewShop> {
    let since = services.now().plus_days(-RECORD_DAYS);
    let record = store::curation::shop_record(services.store(), row.shop_id, since.millis()).await?;
    Ok(ReviewShop {
        slug: row.shop.clone(),
        name: row.shop_name.clone(),
        owner: row.shop_owner.clone(),
        since_year: row.shop_since,
        status: parsed(&row.shop_status, "status of a shop")?,
        published: record.published,
        waiting: record.waiting,
        changes_requested: record.changes_requested,
        rejected: record.rejected,
    })
}

async fn history(services: &Services, id: &str, revisions: &[RevisionRow]) -> Result<Vec<HistoryEvent>> {
    let filter = TrailFilter { object: Some(id.to_owned()), ..TrailFilter::default() };
    let decided = store::curation::trail(services.store(), &filter, i64::MAX, HISTORY).await?;
    let mut events: Vec<HistoryEvent> = decided
        .into_iter()
        .map(|row| {
            Ok(HistoryEvent {
                at: Timestamp::from_millis(row.at),
                kind: HistoryKind::Decided(parsed(&row.action, "action")?),
                who: row.who.unwrap_or_default(),
                words: row.reason,
            })
        })
        .collect::<Result<_>>()?;
    events.extend(revisions.iter().filter_map(|revision| {
        Some(HistoryEvent {
            at: Timestamp::from_millis(revision.proposed_at?),
            kind: HistoryKind::Proposed(revision.number),
            who: revision.author.clone(),
            words: None,
        })
    }));
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    Ok(events)
}
