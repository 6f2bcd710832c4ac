//! What it costs to bring goods to a buyer, and when they arrive.

mod parcel;
mod payments;

use domain::{
    fulfilment::DeliveryMethod,
    limits,
    locale::Locale,
    money::Rupiah,
    payment::PaymentMethod,
    quantity::Quantity,
    region::{RegionCode, RegionLevel},
    time::Date,
};
pub(crate) use parcel::{Book, ParcelLine, ShopParcel, group_by_shop, options};
pub use payments::PaymentRefusal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Error, FieldError, Result, Services, check};

/// So many pieces of a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemRequest {
    /// `var_…`
    pub variant: String,
    /// 1 to 9,999.
    #[schema(minimum = 1, maximum = 9999)]
    pub quantity: i64,
}

/// A way to get the goods of a shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShippingOption {
    /// Who brings it.
    pub method: DeliveryMethod,
    /// Which service of the courier.
    pub service: Option<String>,
    /// Name in the reader's language; empty for other methods, which have a text of their own.
    pub name: String,
    /// Packing fee included.
    pub price: Rupiah,
    /// Part of the price; none at pick-up.
    #[serde(skip)]
    pub packing_fee: Rupiah,
    /// Kilograms that the courier charges; 0 without one.
    #[serde(skip)]
    pub chargeable_kg: i64,
    /// First day.
    #[schema(value_type = String, format = Date)]
    pub arrives_from: Date,
    /// Last day.
    #[schema(value_type = String, format = Date)]
    pub arrives_to: Date,
    /// How the shop can be paid when it goes this way.
    #[serde(skip)]
    pub payments: Vec<PaymentMethod>,
    /// How it cannot be paid, and why.
    #[serde(skip)]
    pub refusals: Vec<(PaymentMethod, PaymentRefusal)>,
}

/// What one shop offers for its part of a cart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShopQuote {
    /// Path of the shop.
    pub shop: String,
    /// Why there is no way, as a code (`not_deliverable`).
    pub reason: Option<String>,
    /// The cheapest courier first, then the seller's own delivery, then pick-up.
    pub options: Vec<ShippingOption>,
}

/// All ways to get these goods to a region; pick-up only where no region is given. Shops in the order of the items.
///
/// # Errors
/// [`crate::RejectionCode::Invalid`] with the paths `items`, `items[i]`, `items[i].quantity`, `region`.
pub async fn quote(
    services: &Services,
    items: &[ItemRequest],
    region: Option<&str>,
    locale: Locale,
) -> Result<Vec<ShopQuote>> {
    let mut errors = check_items(items);
    let region = match region {
        None => None,
        Some(text) => match known_region(services, text).await? {
            Ok(region) => Some(region),
            Err(code) => {
                errors.push(FieldError::new("region", code));
                None
            }
        },
    };
    check(errors)?;
    let ids: Vec<&str> = items.iter().map(|item| item.variant.as_str()).collect();
    let now = services.now();
    let goods = store::goods::by_public_ids(services.store(), &ids, locale.as_str(), now).await?;
    let parcels =
        group_by_shop(items, &goods).map_err(|errors| Error::rejected(crate::RejectionCode::Invalid, errors))?;
    let book = Book::load(services.store(), &parcels, region.as_ref()).await?;
    parcels
        .iter()
        .map(|parcel| {
            let options = options(parcel, &book, locale, now)?;
            let reason = options.is_empty().then(|| "not_deliverable".to_owned());
            Ok(ShopQuote { shop: parcel.shop().shop_slug.clone(), reason, options })
        })
        .collect()
}

/// What is wrong with a list of items before anything is looked up.
pub(crate) fn check_items(items: &[ItemRequest]) -> Vec<FieldError> {
    if items.is_empty() {
        return vec![FieldError::new("items", "items-missing")];
    }
    if items.len() > limits::MAX_LINES {
        return vec![FieldError::new("items", "items-too-many").with("max", limits::MAX_LINES)];
    }
    let mut errors = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if Quantity::try_from(item.quantity).is_err() {
            errors.push(
                FieldError::new(format!("items[{index}].quantity"), "quantity-invalid").with("max", Quantity::MAX),
            );
        }
    }
    errors
}

/// The village of that code, or what is wrong with it.
pub(crate) async fn known_region(
    services: &Services,
    text: &str,
) -> Result<Result<store::regions::Region, &'static str>> {
    let Ok(code) = text.parse::<RegionCode>() else { return Ok(Err("region-unknown")) };
    if code.level() != RegionLevel::Village {
        return Ok(Err("region-unknown"));
    }
    let region = store::regions::find_village(services.store(), code.as_str()).await?;
    Ok(region.ok_or("region-unknown"))
}
