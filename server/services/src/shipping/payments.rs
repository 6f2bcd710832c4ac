//! How a shop can be paid for a parcel that goes a certain way, and why not in the other ways.

use domain::{fulfilment::DeliveryMethod, money::Rupiah, payment::PaymentMethod, qris};
use store::{goods::GoodsRow, settings::Settings};

use crate::FieldError;

/// Why a direct way to pay does not go with a way to get the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentRefusal {
    /// The shop has no bank account.
    NoBank,
    /// The shop has no verified QRIS code.
    NoQris,
    /// More than one QRIS payment may be.
    AboveQrisLimit(Rupiah),
    /// The shop takes no cash.
    NoCash,
    /// Couriers collect no cash.
    CashByCourier,
    /// More than is taken in cash.
    AboveCashLimit(Rupiah),
    /// No cash is taken that far away.
    CashRegion,
}

impl PaymentRefusal {
    /// The same as a wrong field of the request.
    #[must_use]
    pub fn at(self, field: impl Into<String>, shop: &str) -> FieldError {
        let (code, most) = match self {
            Self::NoBank => ("payment-no-bank", None),
            Self::NoQris => ("payment-no-qris", None),
            Self::AboveQrisLimit(most) => ("payment-qris-limit", Some(most)),
            Self::NoCash => ("payment-no-cash", None),
            Self::CashByCourier => ("payment-cash-courier", None),
            Self::AboveCashLimit(most) => ("payment-cash-limit", Some(most)),
            Self::CashRegion => ("payment-cash-region", None),
        };
        let error = FieldError::new(field, code).with("shop", shop);
        match most {
            Some(most) => error.with("max", most),
            None => error,
        }
    }
}

/// What decides about ways to pay, beside shop and delivery.
pub(super) struct Terms<'a> {
    pub is_cash_region: bool,
    pub takes_cards: bool,
    pub settings: &'a Settings,
}

/// The ways that are possible, what we would rather have first; and those that are not, with the reason.
pub(super) fn payments(
    shop: &GoodsRow,
    method: DeliveryMethod,
    subtotal: Rupiah,
    terms: &Terms<'_>,
) -> (Vec<PaymentMethod>, Vec<(PaymentMethod, PaymentRefusal)>) {
    let ways = [
        (PaymentMethod::Qris, qris_refusal(shop, subtotal, terms)),
        (PaymentMethod::Transfer, bank_refusal(shop)),
        (PaymentMethod::Cod, cash_refusal(shop, method, subtotal, terms)),
    ];
    // Where nobody collects, cards are not spoken of.
    let card = terms.takes_cards.then_some(PaymentMethod::Stripe);
    let possible = ways.iter().filter(|(_, refusal)| refusal.is_none()).map(|(way, _)| *way).chain(card).collect();
    (possible, ways.into_iter().filter_map(|(way, refusal)| Some((way, refusal?))).collect())
}

fn qris_refusal(shop: &GoodsRow, subtotal: Rupiah, terms: &Terms<'_>) -> Option<PaymentRefusal> {
    let set = Rupiah::new(terms.settings.get("qris_max_rupiah", qris::MAX_AMOUNT.get()));
    let most = set.min(qris::MAX_AMOUNT);
    if shop.qris_id.is_none() {
        return Some(PaymentRefusal::NoQris);
    }
    (subtotal > most).then_some(PaymentRefusal::AboveQrisLimit(most))
}

fn bank_refusal(shop: &GoodsRow) -> Option<PaymentRefusal> {
    let has_bank = shop.bank_name.is_some() && shop.bank_account.is_some() && shop.bank_holder.is_some();
    (!has_bank).then_some(PaymentRefusal::NoBank)
}

fn cash_refusal(
    shop: &GoodsRow,
    method: DeliveryMethod,
    subtotal: Rupiah,
    terms: &Terms<'_>,
) -> Option<PaymentRefusal> {
    let most = terms.settings.get("cod_max_rupiah", 0);
    if !shop.accepts_cod {
        Some(PaymentRefusal::NoCash)
    } else if method == DeliveryMethod::Courier && terms.settings.get("cod_by_courier", 0) != 1 {
        Some(PaymentRefusal::CashByCourier)
    } else if method != DeliveryMethod::Pickup && !terms.is_cash_region {
        Some(PaymentRefusal::CashRegion)
    } else if most > 0 && subtotal.get() > most {
        Some(PaymentRefusal::AboveCashLimit(Rupiah::new(most)))
    } else {
        None
    }
}
