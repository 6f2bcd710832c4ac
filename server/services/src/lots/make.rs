//! New lots, and pieces that cannot be sold any more.

use domain::{
    limits, shelf_life,
    time::{Date, Timestamp, Zone},
};
use serde::Deserialize;
use store::{Tx, guard, stock::ShelfChange};
use utoipa::ToSchema;

use super::view::{LotView, find, row_of};
use crate::{Error, FieldError, RejectionCode, Result, Services, check, fulfilment::SellerScope, reason, secret};

/// A lot to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub struct LotRequest {
    /// `var_…` of food that is not made to order.
    pub variant: String,
    /// What stands on the pack: 3 to 32 letters, digits and hyphens; one is made up when left out.
    #[serde(default)]
    pub code: Option<String>,
    /// ISO date, today or before; today when left out.
    #[serde(default)]
    #[schema(format = Date)]
    pub produced_on: Option<String>,
    /// ISO date; no later than the shelf life of the product allows, which is what it is when left out.
    #[serde(default)]
    #[schema(format = Date)]
    pub best_before: Option<String>,
    /// Pieces that lie on the shelf.
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub on_hand: i64,
}

/// Makes a lot.
///
/// # Errors
/// [`Error::NotFound`] for a variant of another shop; `variant`: `lot-not-food`; `code`: `lot-code-invalid`,
/// `lot-code-taken`; `produced_on`: `date-invalid`, `lot-made-later`; `best_before`: `date-invalid`, `lot-too-long`,
/// `lot-too-short`; `on_hand`: `on-hand-invalid`.
pub async fn make(services: &Services, scope: SellerScope<'_>, request: &LotRequest) -> Result<LotView> {
    let now = services.now();
    let tx = services.store().begin().await?;
    let variant = store::stock::find_variant(&tx, &request.variant, scope.shop_ids).await?.ok_or(Error::NotFound)?;
    let zone: Zone = variant.zone.parse().map_err(|_| Error::internal("zone of a sentra"))?;
    let Some(days) = variant.shelf_life_days.filter(|_| !variant.made_to_order) else {
        return Err(Error::invalid("variant", "lot-not-food"));
    };
    let mut errors = Vec::new();
    let dates = dates(request, Date::from_timestamp(now, zone), days, &mut errors);
    let code = code(request, &mut errors);
    if !limits::ON_HAND.contains(&request.on_hand) {
        errors.push(FieldError::new("on_hand", "on-hand-invalid").with("max", limits::ON_HAND.end()));
    }
    check(errors)?;
    guard::lock_variant(&tx, variant.variant_id).await?;
    let (code, stock_id) = insert(&tx, variant.variant_id, code, dates, now).await?;
    if !guard::set_on_hand(&tx, stock_id, request.on_hand).await? {
        return Err(Error::internal("a new lot cannot be short"));
    }
    let change = ShelfChange::Counted;
    store::stock::record(&tx, stock_id, change, request.on_hand, Some(scope.account_id), now).await?;
    store::catalogue::refresh_availability(&tx, &[variant.product_id], now).await?;
    tx.commit().await?;
    find(services, scope, &code, domain::locale::Locale::Id).await
}

/// Adds a lot with an empty stock row: its code, made up where there is none, and the key of the row.
pub(crate) async fn insert(
    tx: &Tx,
    variant_id: i64,
    code: Option<String>,
    (produced_on, best_before): (Date, Date),
    now: Timestamp,
) -> Result<(String, i64)> {
    let code = match code {
        Some(code) => code,
        None => domain::id::lot_code(produced_on, secret::random()?),
    };
    let new = store::lots::NewLot { variant_id, code: &code, produced_on, best_before };
    let lot_id = store::lots::insert(tx, &new, now).await?.ok_or_else(|| Error::invalid("code", "lot-code-taken"))?;
    let stock_id = guard::insert_stock(tx, variant_id, Some(lot_id)).await?;
    Ok((code, stock_id))
}

/// Takes pieces of a lot off the shelf that cannot be sold.
///
/// # Errors
/// [`Error::NotFound`] for a lot of another shop; `pieces`: `quantity-invalid`; `reason`: `reason-missing`, `too-long`;
/// [`RejectionCode::InvalidState`] at `pieces` (`below-promised`) when fewer are free.
pub async fn write_off(
    services: &Services,
    scope: SellerScope<'_>,
    code: &str,
    pieces: i64,
    reason: &str,
) -> Result<LotView> {
    let mut errors = Vec::new();
    if !(1..=*limits::ON_HAND.end()).contains(&pieces) {
        errors.push(FieldError::new("pieces", "quantity-invalid").with("max", limits::ON_HAND.end()));
    }
    let reason = match reason::required("reason", "reason-missing", reason) {
        Ok(reason) => reason,
        Err(Error::Rejected(rejection)) => {
            errors.extend(rejection.fields);
            String::new()
        }
        Err(error) => return Err(error),
    };
    check(errors)?;
    let now = services.now();
    let tx = services.store().begin().await?;
    let lot = row_of(&tx, scope, code).await?;
    if !guard::write_off(&tx, lot.stock_id, pieces).await? {
        let field = FieldError::new("pieces", "write-off-too-many");
        return Err(Error::rejected(RejectionCode::InvalidState, vec![field]));
    }
    let change = ShelfChange::WrittenOff(&reason);
    store::stock::record(&tx, lot.stock_id, change, pieces, Some(scope.account_id), now).await?;
    store::catalogue::refresh_availability(&tx, &[lot.product_id], now).await?;
    tx.commit().await?;
    find(services, scope, code, domain::locale::Locale::Id).await
}

/// When it was made and until when it is good.
fn dates(request: &LotRequest, today: Date, shelf_life_days: i64, errors: &mut Vec<FieldError>) -> (Date, Date) {
    let mut read = |field: &str, text: &Option<String>, otherwise: Date| {
        let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        text.map_or(otherwise, |text| {
            text.parse().unwrap_or_else(|_| {
                errors.push(FieldError::new(field, "date-invalid"));
                otherwise
            })
        })
    };
    let produced_on = read("produced_on", &request.produced_on, today);
    let longest = shelf_life::best_before(produced_on, shelf_life_days);
    let best_before = read("best_before", &request.best_before, longest);
    if produced_on > today {
        errors.push(FieldError::new("produced_on", "lot-made-later"));
    } else if best_before > longest {
        errors.push(FieldError::new("best_before", "lot-too-long").with("days", shelf_life_days));
    } else if best_before < produced_on {
        errors.push(FieldError::new("best_before", "lot-too-short"));
    }
    (produced_on, best_before)
}

/// The code as it is printed: capitals.
fn code(request: &LotRequest, errors: &mut Vec<FieldError>) -> Option<String> {
    let code = request.code.as_deref().map(str::trim).filter(|code| !code.is_empty())?.to_ascii_uppercase();
    let is_plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !limits::LOT_CODE.contains(&code.len()) || !is_plain {
        errors.push(FieldError::new("code", "lot-code-invalid"));
    }
    Some(code)
}
