//! What it costs to bring goods to a buyer, and when they arrive.

mod parcel;
mod payments;
mod shelves;

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
pub(crate) use parcel::{Book, ParcelLine, ShopParcel, group_by_shop, packing_fees, ways};
pub use payments::PaymentRefusal;
use serde::{Deserialize, Serialize};
pub(crate) use shelves::Shelves;
use utoipa::ToSchema;

use crate::{Error, FieldError, Result, Services, check, secret};

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

/// Why goods cannot go a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryRefusal {
    /// Fresh and frozen food does not travel that far.
    TooFar,
    /// The courier takes no parcel of that weight.
    TooHeavy,
    /// Food would not keep for long enough after it arrives.
    Spoils,
}

/// A way that these goods cannot go, though the shop offers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RefusedOption {
    /// Who would bring it.
    pub method: DeliveryMethod,
    /// Which service of the courier.
    pub service: Option<String>,
    /// Name in the reader's language; empty for other methods.
    pub name: String,
    /// Why.
    pub reason: DeliveryRefusal,
    /// The variants that it is about, `var_…`; all of them where the parcel is too heavy.
    pub items: Vec<String>,
    /// The day by which it would arrive; none where it does not go at all.
    #[schema(value_type = Option<String>, format = Date)]
    pub arrives_to: Option<Date>,
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
    /// Ways that these goods cannot go.
    pub refused: Vec<RefusedOption>,
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
    quote_for(services, items, region, None, locale).await
}

/// The same for a cart, of which what it holds itself is there.
///
/// # Errors
/// As [`quote`].
pub async fn quote_for(
    services: &Services,
    items: &[ItemRequest],
    region: Option<&str>,
    cart_token: Option<&str>,
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
    let book = Book::load(services, &parcels, region.as_ref()).await?;
    let hold = match cart_token {
        Some(token) => store::cart_holds::live(services.store(), &secret::hash(token)).await?.map(|hold| hold.id),
        None => None,
    };
    let variants: Vec<i64> = goods.iter().map(|row| row.variant_id).collect();
    let rows = store::shelves::of(services.store(), &variants, hold, now).await?;
    let shelves = Shelves::read(&rows, book.remaining_percent())?;
    parcels
        .iter()
        .map(|parcel| {
            let ways = ways(parcel, &book, &shelves, locale, now)?;
            let reason = ways.options.is_empty().then(|| "not_deliverable".to_owned());
            let shop = parcel.shop().shop_slug.clone();
            Ok(ShopQuote { shop, reason, options: ways.options, refused: ways.refused })
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
