//! Money that came without an order that waits for it: too late, twice, or from nobody knows whom. It never changes an
//! order that is over; people see it until it was sent back or taken for something else.

use domain::{
    limits,
    money::Rupiah,
    time::{Date, Timestamp, Zone},
    unmatched::UnmatchedStatus,
};
use serde::{Deserialize, Serialize};
use store::payments::unmatched::{self, UnmatchedRow};
use utoipa::ToSchema;

use super::payees::{Changed, shop_of};
use crate::{
    Error, FieldError, Result, Services, check,
    fulfilment::{self, SellerScope},
    orders::below,
    reason, secret,
};

/// Money that came, as a shop writes it down.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct NewUnmatched {
    /// Path of the shop that has it.
    pub shop: String,
    /// Number of the expired or cancelled order that it was for; null when nobody knows.
    pub order: Option<String>,
    /// Rupiah.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub amount: i64,
    /// The day it came, as `2026-11-24`; today when left out.
    #[schema(format = Date)]
    pub received_on: Option<String>,
    /// What the bank says of it, or who sent it.
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

/// What was done with such money.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct Resolution {
    /// `returned` or `assigned`.
    pub status: UnmatchedStatus,
    /// Reference of the transfer back, or which order it went to.
    #[schema(min_length = 3, max_length = 500)]
    pub reference: String,
}

/// Money without an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct UnmatchedView {
    /// `unm_…`
    pub id: String,
    /// Path of the shop that has it.
    pub shop: String,
    /// Name of the shop.
    #[serde(skip)]
    pub shop_name: String,
    /// Number of the closed order that it was for.
    pub order: Option<String>,
    /// Rupiah.
    pub amount: Rupiah,
    /// The day it came.
    #[schema(value_type = String, format = Date)]
    pub received_on: Date,
    /// Words of the shop.
    pub note: Option<String>,
    /// Where it stands.
    pub status: UnmatchedStatus,
    /// Reference of the return, or which order it went to.
    pub reference: Option<String>,
    /// RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub recorded_at: String,
}

/// A page of such money.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnmatchedPage {
    /// The newest first.
    pub items: Vec<UnmatchedView>,
    /// Cursor of the next page.
    pub next: Option<String>,
}

impl UnmatchedView {
    pub(super) fn of(row: UnmatchedRow) -> Result<Self> {
        let corrupt = || Error::internal(format!("unmatched payment {}", row.public_id));
        Ok(Self {
            received_on: row.received_on.parse().map_err(|_| corrupt())?,
            status: row.status.parse().map_err(|_| corrupt())?,
            id: row.public_id,
            shop: row.shop_slug,
            shop_name: row.shop_name,
            order: row.order_number,
            amount: Rupiah::new(row.amount),
            note: row.note,
            reference: row.resolution,
            recorded_at: Timestamp::from_millis(row.recorded_at).to_rfc3339(),
        })
    }
}

/// Money of the shops, the newest first.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] at `cursor`.
pub async fn list(
    services: &Services,
    scope: SellerScope<'_>,
    cursor: Option<&str>,
    limit: i64,
) -> Result<UnmatchedPage> {
    let limit = limit.clamp(*limits::PAGE_SIZE.start(), *limits::PAGE_SIZE.end());
    let mut rows = unmatched::of_shops(services.store(), scope.shop_ids, below(cursor)?, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(0);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| has_more).map(|row| format!("{:x}", row.id));
    Ok(UnmatchedPage { items: rows.into_iter().map(UnmatchedView::of).collect::<Result<_>>()?, next })
}

/// Writes down money that came without an order that waits for it.
///
/// # Errors
/// [`Error::NotFound`] for another's shop; [`crate::RejectionCode::Invalid`]: `amount`: `amount-invalid`,
/// `received_on`: `date-invalid`, `note`: `too-long`, `order`: `order-unknown`, `order-not-over`.
pub async fn record(services: &Services, scope: SellerScope<'_>, new: &NewUnmatched) -> Result<UnmatchedView> {
    let shop = shop_of(services, scope, &new.shop).await?;
    let zone: Zone = shop.zone.parse().map_err(|_| Error::internal(format!("zone of shop {}", shop.slug)))?;
    let now = services.now();
    let today = Date::from_timestamp(now, zone);
    let mut errors = Vec::new();
    if !limits::PAID.contains(&new.amount) {
        errors.push(FieldError::new("amount", "amount-invalid"));
    }
    let received_on = match new.received_on.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        None => Some(today),
        Some(text) => text.parse::<Date>().ok().filter(|day| *day <= today),
    };
    if received_on.is_none() {
        errors.push(FieldError::new("received_on", "date-invalid"));
    }
    let note = new.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    if note.is_some_and(|note| !limits::fits(note, &limits::NOTE)) {
        errors.push(FieldError::new("note", "too-long").with("max", limits::NOTE.end()));
    }
    let order_id = match new.order.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
        None => None,
        Some(number) => match fulfilment::find_row(services, scope, number).await {
            Ok(row) if row.shop_id != shop.id => {
                errors.push(FieldError::new("order", "order-unknown"));
                None
            }
            // What an order waits for is confirmed there, and not written down beside it.
            Ok(row) if !row.states()?.payment.is_terminal() => {
                errors.push(FieldError::new("order", "order-not-over"));
                None
            }
            Ok(row) => Some(row.id),
            Err(Error::NotFound) => {
                errors.push(FieldError::new("order", "order-unknown"));
                None
            }
            Err(error) => return Err(error),
        },
    };
    check(errors)?;
    let public_id = secret::public_id(domain::id::UNMATCHED)?;
    let row = unmatched::NewUnmatched {
        public_id: &public_id,
        shop_id: shop.id,
        order_id,
        amount: new.amount,
        received_on: received_on.unwrap_or(today),
        note,
        account_id: scope.account_id,
    };
    let tx = services.store().begin().await?;
    unmatched::insert(&tx, &row, now).await?;
    let changed = Changed { action: "unmatched_recorded", account_id: scope.account_id, detail: &public_id };
    changed.record(&tx, &shop.public_id, now).await?;
    tx.commit().await?;
    find(services, scope, &public_id).await
}

/// Notes that money was sent back, or taken for another order.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::RejectionCode::InvalidState`] when that was done before; `status`: `choice-unknown`,
/// `reference`: `reference-missing`, `too-long`.
pub async fn resolve(
    services: &Services,
    scope: SellerScope<'_>,
    id: &str,
    resolution: &Resolution,
) -> Result<UnmatchedView> {
    let now = services.now();
    let row = unmatched::find(services.store(), id, scope.shop_ids).await?.ok_or(Error::NotFound)?;
    if resolution.status == UnmatchedStatus::Open {
        return Err(Error::invalid("status", "choice-unknown"));
    }
    let reference = reason::required("reference", "reference-missing", &resolution.reference)?;
    let from: UnmatchedStatus = row.status.parse().map_err(|_| Error::internal("status of unmatched money"))?;
    let to = from.resolve(resolution.status).map_err(|_| Error::invalid_state())?;
    let shop = shop_of(services, scope, &row.shop_slug).await?;
    let tx = services.store().begin().await?;
    if !unmatched::resolve(&tx, row.id, (from, to), &reference, scope.account_id, now).await? {
        return Err(Error::invalid_state());
    }
    let detail = format!("{id}: {to}, {reference}");
    let changed = Changed { action: "unmatched_resolved", account_id: scope.account_id, detail: &detail };
    changed.record(&tx, &shop.public_id, now).await?;
    tx.commit().await?;
    find(services, scope, id).await
}

async fn find(services: &Services, scope: SellerScope<'_>, id: &str) -> Result<UnmatchedView> {
    UnmatchedView::of(unmatched::find(services.store(), id, scope.shop_ids).await?.ok_or(Error::NotFound)?)
}
