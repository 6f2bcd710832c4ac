//! Vouchers: made by shops and by the site, put into carts, used by checkouts.

mod desk;
mod terms;

pub use desk::{VoucherPage, VoucherRequest, end, end_for_site, list, list_of_site, make, make_for_site};
use domain::{money::Rupiah, voucher::VoucherCode};
use store::vouchers::VoucherBuyer;
pub use terms::{VoucherState, VoucherTerms};
pub(crate) use terms::{applies, payer, worth};

use crate::{Error, FieldError, Result, Services, cart::CartView, secret};

/// Name of the field that a voucher is typed into.
pub const FIELD: &str = "voucher";

/// The voucher of a cart, and what it does there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartVoucher {
    /// What it says.
    pub terms: VoucherTerms,
    /// Rupiah off the goods of each shop of the cart, in their order; or why it does nothing.
    pub off: std::result::Result<Vec<Rupiah>, FieldError>,
}

impl CartVoucher {
    /// What is taken off all goods.
    #[must_use]
    pub fn off_goods(&self) -> Rupiah {
        self.off.iter().flatten().fold(Rupiah::ZERO, |sum, off| sum.checked_add(*off).unwrap_or(sum))
    }

    /// What is taken off the goods of the shop at that place of the cart.
    #[must_use]
    pub fn off_shop(&self, place: usize) -> Rupiah {
        self.off.as_ref().ok().and_then(|off| off.get(place)).copied().unwrap_or_default()
    }

    /// What is taken off the carriage of an order of a shop, packing left out.
    #[must_use]
    pub fn off_carriage(&self, shop: &str, carriage: Rupiah) -> Rupiah {
        let is_for = self.off.is_ok() && self.terms.shop.as_ref().is_none_or(|(slug, _)| slug == shop);
        if is_for { self.terms.worth.off_carriage(carriage) } else { Rupiah::ZERO }
    }
}

/// Puts a voucher into a cart in place of another.
///
/// # Errors
/// `voucher`: `voucher-unknown`, or why it does nothing for what is in the cart.
pub async fn put_into_cart(
    services: &Services,
    token: &str,
    text: &str,
    cart: &CartView,
    account_id: Option<i64>,
) -> Result<()> {
    let code = read(text)?;
    let now = services.now();
    let buyer = VoucherBuyer { phone: None, account_id };
    let row = store::vouchers::find(services.store(), code.as_str(), buyer).await?.ok_or_else(unknown)?;
    applies(&row, &goods(cart), now)?.map_err(refused)?;
    let tx = services.store().begin().await?;
    let cart_id = store::cart::open(&tx, &secret::hash(token), now).await?;
    store::vouchers::put_into_cart(&tx, cart_id, Some(code.as_str())).await?;
    Ok(tx.commit().await?)
}

/// Takes the voucher out of a cart; nothing where there is none.
///
/// # Errors
/// When the database is not available.
pub async fn take_out_of_cart(services: &Services, token: &str) -> Result<()> {
    let tx = services.store().begin().await?;
    store::vouchers::take_out_of_cart(&tx, &secret::hash(token)).await?;
    Ok(tx.commit().await?)
}

/// The voucher of a cart, checked for what is in it and, as far as that is known, for who buys. One statement.
///
/// # Errors
/// When the database is not available.
pub async fn in_cart(
    services: &Services,
    token: Option<&str>,
    cart: &CartView,
    phone: Option<&str>,
    account_id: Option<i64>,
) -> Result<Option<CartVoucher>> {
    let Some(token) = token.filter(|_| !cart.is_empty()) else { return Ok(None) };
    let buyer = VoucherBuyer { phone, account_id };
    let Some(row) = store::vouchers::in_cart(services.store(), &secret::hash(token), buyer).await? else {
        return Ok(None);
    };
    let off = applies(&row, &goods(cart), services.now())?;
    Ok(Some(CartVoucher { terms: VoucherTerms::of(&row, services.now())?, off }))
}

/// What can be bought of each shop.
fn goods(cart: &CartView) -> Vec<(&str, Rupiah)> {
    cart.shops.iter().map(|shop| (shop.slug.as_str(), shop.subtotal)).collect()
}

/// The code that somebody typed.
pub(crate) fn read(text: &str) -> Result<VoucherCode> {
    text.parse().map_err(|_| unknown())
}

pub(crate) fn unknown() -> Error {
    Error::invalid(FIELD, "voucher-unknown")
}

pub(crate) fn refused(field: FieldError) -> Error {
    Error::rejected(crate::RejectionCode::Invalid, vec![field])
}
