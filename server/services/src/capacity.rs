//! How many pieces a week a shop can make of what it makes to order.

use domain::{
    limits,
    time::{Date, Zone},
};
use serde::Serialize;
use store::{Tx, guard};
use utoipa::ToSchema;

use crate::{Error, FieldError, RejectionCode, Result, Services, fulfilment::SellerScope};

/// Weeks ahead that orders may be promised for.
const WEEKS: i64 = 12;

/// Room of a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct WeekView {
    /// ISO date of its Monday.
    #[schema(value_type = String, format = Date)]
    pub monday: Date,
    /// Pieces that can still be ordered.
    pub free: i64,
    /// Pieces that are ordered and not sent yet.
    pub taken: i64,
}

/// Sets how many pieces a week can be made of a variant; without a limit when none is given. Weeks that are full push the
/// promised day on, and beyond the last of them nothing can be ordered.
///
/// # Errors
/// [`Error::NotFound`] for a variant of another shop; `per_week`: `capacity-invalid`; [`RejectionCode::InvalidState`] at
/// `per_week`: `not-made-to-order`, or `below-promised` when a week has more orders.
pub async fn set(
    services: &Services,
    scope: SellerScope<'_>,
    variant: &str,
    per_week: Option<i64>,
) -> Result<Vec<WeekView>> {
    let refuse = |code: &str| Error::rejected(RejectionCode::InvalidState, vec![FieldError::new("per_week", code)]);
    if per_week.is_some_and(|pieces| !limits::WEEKLY_CAPACITY.contains(&pieces)) {
        let error = FieldError::new("per_week", "capacity-invalid").with("max", limits::WEEKLY_CAPACITY.end());
        return Err(Error::rejected(RejectionCode::Invalid, vec![error]));
    }
    let now = services.now();
    let tx = services.store().begin().await?;
    let found = store::stock::find_variant(&tx, variant, scope.shop_ids).await?.ok_or(Error::NotFound)?;
    if !found.made_to_order {
        return Err(refuse("not-made-to-order"));
    }
    let zone: Zone = found.zone.parse().map_err(|_| Error::internal("zone of a sentra"))?;
    let this_week = Date::from_timestamp(now, zone).monday();
    guard::lock_variant(&tx, found.variant_id).await?;
    store::capacity::set(&tx, found.variant_id, per_week).await?;
    if let Some(pieces) = per_week
        && !guard::set_capacity(&tx, found.variant_id, this_week, pieces).await?
    {
        return Err(refuse("below-promised"));
    }
    add_weeks(&tx, this_week).await?;
    store::catalogue::refresh_availability(&tx, &[found.product_id], now).await?;
    let weeks = match per_week {
        Some(_) => store::capacity::weeks(&tx, found.variant_id, this_week).await?,
        None => Vec::new(),
    };
    tx.commit().await?;
    weeks
        .into_iter()
        .map(|week| {
            let monday = week.week.parse().map_err(|_| Error::internal("week of a stock row"))?;
            Ok(WeekView { monday, free: week.free, taken: week.taken })
        })
        .collect()
}

/// Gives variants with a limit the weeks that have come into sight.
///
/// # Errors
/// When the database is not available.
pub async fn extend(services: &Services) -> Result<()> {
    let now = services.now();
    // The sentra are in one zone or near; a week more or less at the far end does not matter.
    let this_week = Date::from_timestamp(now, Zone::Wib).monday();
    let products = store::capacity::short_of(services.store(), this_week.plus_days(7 * (WEEKS - 1))).await?;
    if products.is_empty() {
        return Ok(());
    }
    let tx = services.store().begin().await?;
    add_weeks(&tx, this_week).await?;
    store::catalogue::refresh_availability(&tx, &products, now).await?;
    Ok(tx.commit().await?)
}

async fn add_weeks(tx: &Tx, this_week: Date) -> Result<()> {
    let weeks: Vec<Date> = (0..WEEKS).map(|week| this_week.plus_days(7 * week)).collect();
    Ok(guard::add_weeks(tx, &weeks).await?)
}
