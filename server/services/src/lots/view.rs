//! Lots as sellers, curators and buyers see them.

use domain::{
    actor::Actor,
    label::OrderLabel,
    limits,
    locale::Locale,
    shelf_life,
    time::{Date, Timestamp, Zone},
};
use serde::Serialize;
use store::{
    Db,
    lots::{LotFilter, LotOrderRow, LotRow},
};
use utoipa::ToSchema;

use crate::{Error, Result, Services, fulfilment::SellerScope, orders::key_of};

/// Why a lot was called back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RecallView {
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub at: String,
    /// Words for buyers.
    pub reason: String,
    /// `seller`, `curator` or `admin`.
    pub by: String,
    /// The same day where the shop is.
    #[serde(skip)]
    pub on: Date,
}

/// A lot as the people of its shop see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LotView {
    /// What stands on the pack.
    pub code: String,
    /// `var_…`
    pub variant: String,
    /// Name of the variant; may be empty.
    pub variant_name: String,
    /// `prd_…`
    pub product: String,
    /// Name of the product.
    pub product_name: String,
    /// Slug of the shop.
    pub shop: String,
    /// Name of the shop.
    #[serde(skip)]
    pub shop_name: String,
    /// ISO date.
    #[schema(value_type = String, format = Date)]
    pub produced_on: Date,
    /// ISO date.
    #[schema(value_type = String, format = Date)]
    pub best_before: Date,
    /// On the shelf.
    pub on_hand: i64,
    /// Promised to accepted orders.
    pub allocated: i64,
    /// Held for orders that are not accepted yet, and for buyers who are paying.
    pub held: i64,
    /// Whether its day has passed.
    pub is_past: bool,
    /// When and why it was called back.
    pub recalled: Option<RecallView>,
}

/// A page of lots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LotPage {
    /// The newest first.
    pub items: Vec<LotView>,
    /// Cursor of the next page.
    pub next: Option<String>,
}

/// Which lots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LotQuery {
    /// Those that were called back only.
    pub only_recalled: bool,
    /// Part of the code.
    pub code: Option<String>,
}

/// An order with pieces of a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LotOrder {
    /// `S-261124-7K3QF`
    pub number: String,
    /// Name of the buyer.
    pub buyer: String,
    /// Pieces of the lot.
    pub pieces: i64,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub placed_at: String,
    /// The same instant.
    #[serde(skip)]
    pub placed: Timestamp,
    /// Time zone of the sentra.
    #[serde(skip)]
    pub zone: Zone,
    /// The one label.
    #[serde(skip)]
    pub label: OrderLabel,
}

/// What anybody may know of a lot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicLot {
    /// What stands on the pack.
    pub code: String,
    /// Name of the product.
    pub product: String,
    /// Name of the variant; may be empty.
    pub variant: String,
    /// Part of the address of the product, where buyers see it.
    pub product_slug: Option<String>,
    /// Part of the address of the shop.
    pub shop_slug: String,
    /// Name of the shop.
    pub shop: String,
    /// Name of the sentra.
    pub sentra: String,
    /// When it was made.
    pub produced_on: Date,
    /// Until when it is good.
    pub best_before: Date,
    /// Whether that day has passed.
    pub is_past: bool,
    /// The day that it was called back, and why.
    pub recalled: Option<(Date, String)>,
}

/// Food that somebody may make a lot of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotVariant {
    /// `var_…`
    pub variant: String,
    /// Product and variant.
    pub name: String,
    /// Days that it keeps.
    pub shelf_life_days: i64,
}

/// Lots of the shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn list(
    services: &Services,
    scope: SellerScope<'_>,
    query: &LotQuery,
    (cursor, limit): (Option<&str>, i64),
    locale: Locale,
) -> Result<LotPage> {
    page(services, query, Some(scope.shop_ids.to_vec()), (cursor, limit), locale).await
}

/// Lots of all shops, for curators.
///
/// # Errors
/// As [`list`].
pub async fn list_all(
    services: &Services,
    query: &LotQuery,
    cursor: (Option<&str>, i64),
    locale: Locale,
) -> Result<LotPage> {
    page(services, query, None, cursor, locale).await
}

async fn page(
    services: &Services,
    query: &LotQuery,
    shop_ids: Option<Vec<i64>>,
    (cursor, limit): (Option<&str>, i64),
    locale: Locale,
) -> Result<LotPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let below = key_of(cursor, i64::MAX)?;
    let code = query.code.as_deref().map(normal).filter(|code| !code.is_empty());
    let filter = LotFilter { shop_ids, only_recalled: query.only_recalled, code };
    let mut rows = store::lots::list(services.store(), &filter, below, limit + 1, locale).await?;
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    let items = rows.into_iter().map(|row| view(row, services.now())).collect::<Result<_>>()?;
    Ok(LotPage { items, next })
}

/// One lot of the shops.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub async fn find(services: &Services, scope: SellerScope<'_>, code: &str, locale: Locale) -> Result<LotView> {
    let row = find_row(services.store(), code, locale).await?;
    let row = row.filter(|row| scope.shop_ids.contains(&row.shop_id)).ok_or(Error::NotFound)?;
    view(row, services.now())
}

/// One lot of any shop, for curators.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find_any(services: &Services, code: &str, locale: Locale) -> Result<LotView> {
    view(find_row(services.store(), code, locale).await?.ok_or(Error::NotFound)?, services.now())
}

/// All orders with pieces of a lot, in the order they were placed.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs; [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn orders(
    services: &Services,
    scope: SellerScope<'_>,
    code: &str,
    cursor: Option<&str>,
    limit: i64,
) -> Result<(Vec<LotOrder>, Option<String>)> {
    let lot = row_of(services.store(), scope, code).await?;
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let mut rows = store::lots::orders(services.store(), lot.id, key_of(cursor, 0)?, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    let (_, _, zone) = facts(&lot)?;
    Ok((rows.into_iter().map(|row| order(row, zone)).collect::<Result<_>>()?, next))
}

/// Food of the shops that a lot can be made of, by name.
///
/// # Errors
/// When the database is not available.
pub async fn variants(services: &Services, scope: SellerScope<'_>) -> Result<Vec<LotVariant>> {
    let rows = store::lots::variants(services.store(), scope.shop_ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| LotVariant {
            name: full_name(&row.product_name, &row.variant_name),
            variant: row.variant,
            shelf_life_days: row.shelf_life_days,
        })
        .collect())
}

/// What stands behind the code on a pack, for anybody.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn public(services: &Services, code: &str, locale: Locale) -> Result<PublicLot> {
    let row = find_row(services.store(), code, locale).await?.ok_or(Error::NotFound)?;
    let (produced_on, best_before, zone) = facts(&row)?;
    let is_past = !shelf_life::is_sellable(best_before, Date::from_timestamp(services.now(), zone));
    let day = |at: i64| Date::from_timestamp(Timestamp::from_millis(at), zone);
    Ok(PublicLot {
        product_slug: row.is_published.then_some(row.product_slug),
        recalled: row.recalled_at.map(day).map(|day| (day, row.recall_reason.unwrap_or_default())),
        code: row.code,
        product: row.product_name,
        variant: row.variant_name,
        shop_slug: row.shop_slug,
        shop: row.shop_name,
        sentra: row.sentra_name,
        produced_on,
        best_before,
        is_past,
    })
}

/// The row of a lot of the shops.
pub(super) async fn row_of(db: &impl Db, scope: SellerScope<'_>, code: &str) -> Result<LotRow> {
    let row = find_row(db, code, Locale::Id).await?;
    row.filter(|row| scope.shop_ids.contains(&row.shop_id)).ok_or(Error::NotFound)
}

/// The row of a lot, whosever it is.
pub(super) async fn find_row(db: &impl Db, code: &str, locale: Locale) -> Result<Option<LotRow>> {
    Ok(store::lots::find(db, &normal(code), locale).await?)
}

/// The code as it is kept: people type it in small letters.
fn normal(code: &str) -> String {
    code.trim().to_ascii_uppercase()
}

/// "Keripik tempe · 250 g"
pub(super) fn full_name(product: &str, variant: &str) -> String {
    if variant.is_empty() { product.to_owned() } else { format!("{product} · {variant}") }
}

fn facts(row: &LotRow) -> Result<(Date, Date, Zone)> {
    let corrupt = || Error::internal(format!("lot {}", row.code));
    Ok((
        row.produced_on.parse().map_err(|_| corrupt())?,
        row.best_before.parse().map_err(|_| corrupt())?,
        row.zone.parse().map_err(|_| corrupt())?,
    ))
}

pub(super) fn view(row: LotRow, now: Timestamp) -> Result<LotView> {
    let (produced_on, best_before, zone) = facts(&row)?;
    Ok(LotView {
        is_past: !shelf_life::is_sellable(best_before, Date::from_timestamp(now, zone)),
        recalled: row.recalled_at.map(|at| RecallView {
            at: Timestamp::from_millis(at).to_rfc3339(),
            on: Date::from_timestamp(Timestamp::from_millis(at), zone),
            reason: row.recall_reason.unwrap_or_default(),
            by: row.recalled_by.unwrap_or_else(|| Actor::System.as_str().to_owned()),
        }),
        code: row.code,
        variant: row.variant,
        variant_name: row.variant_name,
        product: row.product,
        product_name: row.product_name,
        shop: row.shop_slug,
        shop_name: row.shop_name,
        produced_on,
        best_before,
        on_hand: row.on_hand,
        allocated: row.allocated,
        held: row.held,
    })
}

fn order(row: LotOrderRow, zone: Zone) -> Result<LotOrder> {
    let corrupt = || Error::internal(format!("a state of order {}", row.number));
    Ok(LotOrder {
        label: OrderLabel::of(
            row.status.parse().map_err(|_| corrupt())?,
            row.payment_status.parse().map_err(|_| corrupt())?,
            row.fulfilment.parse().map_err(|_| corrupt())?,
            row.delivery_method.parse().map_err(|_| corrupt())?,
        ),
        placed_at: Timestamp::from_millis(row.placed_at).to_rfc3339(),
        placed: Timestamp::from_millis(row.placed_at),
        zone,
        number: row.number,
        buyer: row.name,
        pieces: row.pieces,
    })
}
