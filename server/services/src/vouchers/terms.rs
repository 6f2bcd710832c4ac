//! What a voucher says, and whether it does something for a purchase.

use domain::{
    money::Rupiah,
    rate::BasisPoints,
    time::Timestamp,
    voucher::{VoucherKind, VoucherPayer, VoucherWorth},
};
use serde::Serialize;
use store::vouchers::VoucherRow;
use utoipa::ToSchema;

use super::FIELD;
use crate::{Error, FieldError, Result};

/// Whether a voucher can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VoucherState {
    /// Its time has not come.
    Planned,
    /// It can.
    Active,
    /// As many have used it as may.
    UsedUp,
    /// Its time is over, or it was ended.
    Ended,
}

impl VoucherState {
    /// Part of the key of its word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Active => "active",
            Self::UsedUp => "used-up",
            Self::Ended => "ended",
        }
    }
}

/// What a voucher says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoucherTerms {
    /// In capitals.
    pub code: String,
    /// What it takes off.
    pub worth: VoucherWorth,
    /// Path and name of the shop whose goods it is for; all shops' where there is none.
    pub shop: Option<(String, String)>,
    /// Goods that it is for.
    pub minimum_goods: Rupiah,
    /// From then on.
    pub valid_from: Timestamp,
    /// Until before then.
    pub valid_until: Timestamp,
    /// Checkouts that it is good for.
    pub most_uses: Option<i64>,
    /// Checkouts of one buyer.
    pub most_uses_per_buyer: Option<i64>,
    /// Checkouts that used it.
    pub used: i64,
    /// What it took off in them.
    pub taken_off: Rupiah,
    /// Whether it can be used.
    pub state: VoucherState,
}

impl VoucherTerms {
    pub(super) fn of(row: &VoucherRow, now: Timestamp) -> Result<Self> {
        Ok(Self {
            code: row.code.clone(),
            worth: worth(row)?,
            shop: row.shop_slug.clone().zip(row.shop_name.clone()),
            minimum_goods: Rupiah::new(row.minimum_goods),
            valid_from: Timestamp::from_millis(row.valid_from),
            valid_until: Timestamp::from_millis(row.valid_until),
            most_uses: row.most_uses,
            most_uses_per_buyer: row.most_uses_per_buyer,
            used: row.used,
            taken_off: Rupiah::new(row.taken_off),
            state: state(row, now),
        })
    }
}

/// Who pays for what a voucher takes off.
pub(crate) const fn payer(row: &VoucherRow) -> VoucherPayer {
    if row.shop_slug.is_some() { VoucherPayer::Shop } else { VoucherPayer::Site }
}

pub(crate) fn worth(row: &VoucherRow) -> Result<VoucherWorth> {
    let corrupt = || Error::internal(format!("the terms of voucher {}", row.code));
    let amount = row.amount.map(Rupiah::new);
    Ok(match row.kind.parse().map_err(|_| corrupt())? {
        VoucherKind::Percent => {
            let rate = row.basis_points.and_then(|points| u32::try_from(points).ok()).and_then(BasisPoints::new);
            VoucherWorth::Percent(rate.ok_or_else(corrupt)?, amount)
        }
        VoucherKind::Amount => VoucherWorth::Amount(amount.ok_or_else(corrupt)?),
        VoucherKind::FreeShipping => VoucherWorth::FreeShipping(amount),
    })
}

fn state(row: &VoucherRow, now: Timestamp) -> VoucherState {
    if row.ended_at.is_some() || row.valid_until <= now.millis() {
        VoucherState::Ended
    } else if row.most_uses.is_some_and(|most| row.used >= most) {
        VoucherState::UsedUp
    } else if row.valid_from > now.millis() {
        VoucherState::Planned
    } else {
        VoucherState::Active
    }
}

/// What a voucher takes off the goods of each shop (path and price), or why it does nothing, as an error of [`FIELD`]:
/// `voucher-planned`, `voucher-ended`, `voucher-used-up`, `voucher-used-before`, `voucher-other-shop` with the shop,
/// `voucher-minimum` with what is wanted and what is lacking, `voucher-nothing`.
pub(crate) fn applies(
    row: &VoucherRow,
    goods: &[(&str, Rupiah)],
    now: Timestamp,
) -> Result<std::result::Result<Vec<Rupiah>, FieldError>> {
    let refusal = |code: &str| Ok(Err(FieldError::new(FIELD, code)));
    match state(row, now) {
        VoucherState::Ended => return refusal("voucher-ended"),
        VoucherState::UsedUp => return refusal("voucher-used-up"),
        VoucherState::Planned => return refusal("voucher-planned"),
        VoucherState::Active => {}
    }
    if row.most_uses_per_buyer.is_some_and(|most| row.used_by_buyer >= most) {
        return refusal("voucher-used-before");
    }
    let is_for = |shop: &str| row.shop_slug.as_deref().is_none_or(|own| own == shop);
    let eligible: Vec<Rupiah> =
        goods.iter().map(|&(shop, amount)| if is_for(shop) { amount } else { Rupiah::ZERO }).collect();
    let sum = Rupiah::checked_sum(eligible.iter().copied()).ok_or_else(|| Error::internal("a cart is out of range"))?;
    if sum == Rupiah::ZERO {
        let shop = row.shop_name.clone().unwrap_or_default();
        return Ok(Err(if shop.is_empty() {
            FieldError::new(FIELD, "voucher-nothing")
        } else {
            FieldError::new(FIELD, "voucher-other-shop").with("shop", shop)
        }));
    }
    let minimum = Rupiah::new(row.minimum_goods);
    if sum < minimum {
        let lacking = minimum.checked_sub(sum).unwrap_or_default();
        return Ok(Err(FieldError::new(FIELD, "voucher-minimum").with("min", minimum).with("lacking", lacking)));
    }
    let worth = worth(row)?;
    let off = worth.off_goods(&eligible);
    if !matches!(worth, VoucherWorth::FreeShipping(_)) && off.iter().all(|off| *off == Rupiah::ZERO) {
        return refusal("voucher-nothing");
    }
    Ok(Ok(off))
}
