//! What every order of a checkout costs, and how it is paid and delivered.

use std::{
    collections::{HashMap, HashSet},
    ops::RangeInclusive,
};

use domain::{
    locale::Locale,
    money::Rupiah,
    payment::PaymentMethod,
    time::{Date, Timestamp},
};
use store::guard::Pick;

use super::{DeliveryRequest, request::trimmed};
use crate::{
    Error, FieldError, RejectionCode, Result,
    shipping::{Book, Shelves, ShippingOption, ShopParcel, ways},
};

/// One shop's part of a checkout, decided.
pub(super) struct Part<'a> {
    pub parcel: ShopParcel<'a>,
    pub option: ShippingOption,
    pub payment: PaymentMethod,
    pub note: Option<String>,
    pub items_total: Rupiah,
    /// Where the pieces come from, by variant; nowhere for what is made without a limit.
    pub picks: HashMap<i64, Vec<Pick>>,
    /// Items of which there is not enough, with what is left.
    pub short: Vec<(usize, i64)>,
    /// What a voucher takes off the goods, and off the carriage.
    pub voucher: (Rupiah, Rupiah),
}

impl Part<'_> {
    /// Before a unique code.
    pub fn subtotal(&self) -> Result<Rupiah> {
        let goods = self.items_total.checked_sub(self.voucher.0);
        goods.and_then(|goods| goods.checked_add(self.shipping()?)).ok_or_else(out_of_range)
    }

    /// What the buyer pays for carriage and packing.
    pub fn shipping(&self) -> Option<Rupiah> {
        self.option.price.checked_sub(self.voucher.1)
    }

    /// Bank and number, where it is paid by transfer.
    pub fn bank(&self) -> Option<(String, String)> {
        let shop = self.parcel.shop();
        (self.payment == PaymentMethod::Transfer)
            .then(|| Some((shop.bank_name.clone()?, shop.bank_account.clone()?)))
            .flatten()
    }
}

/// Whether the order waits for money before the seller is asked.
pub(super) const fn is_paid_first(payment: PaymentMethod) -> bool {
    !matches!(payment, PaymentMethod::Cod)
}

pub(super) fn out_of_range() -> Error {
    Error::internal("an amount is out of range")
}

/// Exactly one delivery a shop: their indexes in the order of the parcels.
pub(super) fn match_deliveries(
    parcels: &[ShopParcel<'_>],
    deliveries: &[DeliveryRequest],
) -> Result<Vec<usize>, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    for (index, delivery) in deliveries.iter().enumerate() {
        if !parcels.iter().any(|parcel| parcel.shop().shop_slug == delivery.shop) {
            errors.push(FieldError::new(format!("deliveries[{index}].shop"), "delivery-unknown-shop"));
        } else if !seen.insert(delivery.shop.as_str()) {
            errors.push(FieldError::new(format!("deliveries[{index}].shop"), "delivery-twice"));
        }
    }
    let mut found = Vec::new();
    for parcel in parcels {
        match deliveries.iter().position(|delivery| delivery.shop == parcel.shop().shop_slug) {
            Some(index) => found.push(index),
            None => {
                errors.push(FieldError::new("deliveries", "delivery-missing").with("shop", &parcel.shop().shop_name));
            }
        }
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

/// Decides delivery and payment of every part.
pub(super) fn decide<'a>(
    parcels: Vec<ShopParcel<'a>>,
    deliveries: &[DeliveryRequest],
    indexes: &[usize],
    payment: PaymentMethod,
    (book, shelves): (&Book, &Shelves),
    locale: Locale,
    now: Timestamp,
) -> Result<Vec<Part<'a>>> {
    let (mut undeliverable, mut unpayable, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for (parcel, &index) in parcels.into_iter().zip(indexes) {
        let delivery = &deliveries[index];
        let field = format!("deliveries[{index}]");
        let service = trimmed(delivery.service.as_deref());
        let option = ways(&parcel, book, shelves, locale, now)?.options.into_iter().find(|option| {
            option.method == delivery.method && service.is_none_or(|service| option.service.as_deref() == Some(service))
        });
        let Some(option) = option else {
            undeliverable.push(FieldError::new(field, "not-deliverable").with("shop", &parcel.shop().shop_name));
            continue;
        };
        let today = Date::from_timestamp(now, parcel.shop().zone()?);
        let (mut picks, mut short) = (HashMap::new(), Vec::new());
        for line in &parcel.lines {
            match shelves.picks(line, today, Some(option.arrives_to)) {
                Ok(found) => {
                    picks.insert(line.goods.variant_id, found);
                }
                Err(left) => short.extend(line.items.iter().map(|&index| (index, left))),
            }
        }
        let part = Part {
            picks,
            short,
            items_total: parcel.items_total().ok_or_else(out_of_range)?,
            payment: delivery.payment.unwrap_or(payment),
            note: trimmed(delivery.note.as_deref()).map(str::to_owned),
            option,
            parcel,
            voucher: (Rupiah::ZERO, Rupiah::ZERO),
        };
        if !part.option.payments.contains(&part.payment) {
            let shop = &part.parcel.shop().shop_name;
            let refusal = part.option.refusals.iter().find(|(way, _)| *way == part.payment);
            unpayable.push(match refusal {
                Some((_, refusal)) => refusal.at(field, shop),
                None => FieldError::new(field, "payment-unavailable").with("shop", shop),
            });
        }
        parts.push(part);
    }
    if !undeliverable.is_empty() {
        return Err(Error::rejected(RejectionCode::NotDeliverable, undeliverable));
    }
    if !unpayable.is_empty() {
        return Err(Error::rejected(RejectionCode::PaymentUnavailable, unpayable));
    }
    Ok(parts)
}

/// Amounts that a transfer of this subtotal may have.
pub(super) fn transfer_amounts(subtotal: Rupiah, most: i64) -> RangeInclusive<i64> {
    let most = most.clamp(1, 499).min(subtotal.get() - 1);
    subtotal.get() - most..=subtotal.get() - 1
}

/// A unique code, chosen by `random` among the free ones, or `None` when all are in use.
pub(super) fn unique_code(subtotal: Rupiah, most: i64, used: &HashSet<i64>, random: u64) -> Option<i64> {
    let free: Vec<i64> = transfer_amounts(subtotal, most).filter(|amount| !used.contains(amount)).collect();
    let count = u64::try_from(free.len()).ok().filter(|&count| count > 0)?;
    let index = usize::try_from(random % count).ok()?;
    Some(subtotal.get() - free[index])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_unique_code_is_never_used_twice_and_never_raises_the_total(
            subtotal in 100_i64..10_000_000, taken in 0_usize..499, random: u64
        ) {
            let subtotal = Rupiah::new(subtotal);
            let used: HashSet<i64> = transfer_amounts(subtotal, 499).take(taken).collect();
            if let Some(code) = unique_code(subtotal, 499, &used, random) {
                prop_assert!((1..=499).contains(&code));
                prop_assert!(!used.contains(&(subtotal.get() - code)));
                prop_assert!(subtotal.get() - code > 0);
            } else {
                prop_assert!(transfer_amounts(subtotal, 499).all(|amount| used.contains(&amount)));
            }
        }
    }
}
