//! Vouchers: what a code takes off a checkout, and who pays for that.

use std::{fmt, str::FromStr};

use crate::{limits, money::Rupiah, rate::BasisPoints, text_enum::text_enum};

text_enum! {
    /// What a voucher takes off.
    VoucherKind {
        /// A share of the goods, up to a limit where there is one.
        Percent = "percent",
        /// An amount off the goods.
        Amount = "amount",
        /// The carriage of every order, up to a limit an order where there is one. Packing is paid.
        FreeShipping = "free_shipping",
    }
}

text_enum! {
    /// Who pays for what a voucher takes off.
    VoucherPayer {
        /// The shop sells for less.
        Shop = "shop",
        /// The site pays the shop the difference.
        Site = "site",
    }
}

/// What an order's goods cost at least after a voucher: an order of nothing could neither be paid nor given back.
pub const LEAST_GOODS: Rupiah = Rupiah::new(1_000);

/// A code as buyers type it: 4 to 20 capitals and digits. Reads any case, and leaves out spaces and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VoucherCode(String);

/// A text that is not the code of a voucher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a voucher code")]
pub struct ParseVoucherError;

impl VoucherCode {
    /// The code, in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for VoucherCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl FromStr for VoucherCode {
    type Err = ParseVoucherError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let fits = limits::VOUCHER_CODE.contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self(code.to_ascii_uppercase())) } else { Err(ParseVoucherError) }
    }
}

/// What a voucher is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoucherWorth {
    /// A share of the goods, at most that much.
    Percent(BasisPoints, Option<Rupiah>),
    /// So much off the goods.
    Amount(Rupiah),
    /// The carriage of each order, at most that much.
    FreeShipping(Option<Rupiah>),
}

impl VoucherWorth {
    /// What is taken off the goods of each order, in proportion to them. No order's goods fall below [`LEAST_GOODS`].
    #[must_use]
    pub fn off_goods(self, goods: &[Rupiah]) -> Vec<Rupiah> {
        let room: Vec<i64> = goods.iter().map(|amount| (amount.get() - LEAST_GOODS.get()).max(0)).collect();
        let most = Rupiah::new(room.iter().fold(0, |sum: i64, part| sum.saturating_add(*part)));
        let all = Rupiah::checked_sum(goods.iter().copied()).unwrap_or(most);
        let off = match self {
            Self::Percent(rate, most) => most.map_or(all.percent(rate), |most| all.percent(rate).min(most)),
            Self::Amount(amount) => amount,
            Self::FreeShipping(_) => Rupiah::ZERO,
        };
        // Split by the room of each, no part is larger than its room.
        if most == Rupiah::ZERO { vec![most; goods.len()] } else { off.min(most).split_by_largest_remainder(&room) }
    }

    /// What is taken off the carriage of an order, packing left out.
    #[must_use]
    pub fn off_carriage(self, carriage: Rupiah) -> Rupiah {
        match self {
            Self::FreeShipping(most) => most.map_or(carriage, |most| carriage.min(most)).max(Rupiah::ZERO),
            Self::Percent(..) | Self::Amount(_) => Rupiah::ZERO,
        }
    }
}
