//! What lies on a seller's shelf.

use domain::{
    limits, shelf_life,
    time::{Date, Zone},
};
use store::{guard, stock::ShelfChange};

use crate::{Error, FieldError, RejectionCode, Result, Services, fulfilment::SellerScope, lots};

/// What is left of a variant.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct StockView {
    /// Code of the lot, for food.
    pub lot: Option<String>,
    /// ISO date, for food.
    #[schema(format = Date)]
    pub best_before: Option<String>,
    /// On the shelf.
    pub on_hand: i64,
    /// Promised to accepted orders.
    pub allocated: i64,
    /// Held for orders that are not accepted yet.
    pub held: i64,
}

/// Sets how many pieces of a variant lie on the shelf. Food is kept by lot: without a code it is the lot of today, which
/// is made where there is none.
///
/// # Errors
/// [`Error::NotFound`] for a variant of another shop or an unknown lot; `on_hand`: `on-hand-invalid`;
/// [`RejectionCode::InvalidState`] at `on_hand` (`below-promised`) when more is promised and held, or the variant is made
/// to order (`made-to-order`).
pub async fn set_on_hand(
    services: &Services,
    scope: SellerScope<'_>,
    variant: &str,
    on_hand: i64,
    lot: Option<&str>,
) -> Result<Vec<StockView>> {
    if !limits::ON_HAND.contains(&on_hand) {
        return Err(Error::rejected(
            RejectionCode::Invalid,
            vec![FieldError::new("on_hand", "on-hand-invalid").with("max", limits::ON_HAND.end())],
        ));
    }
    let refuse = |code: &str| Error::rejected(RejectionCode::InvalidState, vec![FieldError::new("on_hand", code)]);
    let now = services.now();
    let tx = services.store().begin().await?;
    let found = store::stock::find_variant(&tx, variant, scope.shop_ids).await?.ok_or(Error::NotFound)?;
    if found.made_to_order {
        return Err(refuse("made-to-order"));
    }
    let zone: Zone = found.zone.parse().map_err(|_| Error::internal("zone of a sentra"))?;
    let today = Date::from_timestamp(now, zone);
    guard::lock_variant(&tx, found.variant_id).await?;
    let stock_id = match (found.shelf_life_days, lot) {
        (None, Some(_)) => return Err(Error::NotFound),
        (None, None) => match store::stock::find_plain(&tx, found.variant_id).await? {
            Some(id) => id,
            None => guard::insert_stock(&tx, found.variant_id, None).await?,
        },
        (Some(days), code) => match store::stock::find_lot(&tx, found.variant_id, code, today).await? {
            Some(id) => id,
            None if code.is_some() => return Err(Error::NotFound),
            None => {
                let best_before = shelf_life::best_before(today, days);
                lots::insert(&tx, found.variant_id, None, (today, best_before), now).await?.1
            }
        },
    };
    if !guard::set_on_hand(&tx, stock_id, on_hand).await? {
        return Err(refuse("below-promised"));
    }
    let change = ShelfChange::Counted;
    store::stock::record(&tx, stock_id, change, on_hand, Some(scope.account_id), now).await?;
    store::catalogue::refresh_availability(&tx, &[found.product_id], now).await?;
    let rows = store::stock::of_variant(&tx, found.variant_id).await?;
    tx.commit().await?;
    Ok(rows
        .into_iter()
        .map(|row| StockView {
            lot: row.lot_code,
            best_before: row.best_before,
            on_hand: row.on_hand,
            allocated: row.allocated,
            held: row.held,
        })
        .collect())
}
