//! Rupiah: whole numbers, never floats.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::rate::BasisPoints;

/// An amount in whole rupiah; daily life knows no sen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Rupiah(i64);

/// A text that is not an amount of rupiah.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an amount in rupiah")]
pub struct ParseMoneyError;

const MINUS: char = '\u{2212}';

impl Rupiah {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount.
    #[must_use]
    pub const fn new(rupiah: i64) -> Self {
        Self(rupiah)
    }

    /// The number of rupiah.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum, unless it overflows.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, unless it overflows.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// So many times the amount, unless it overflows.
    #[must_use]
    pub fn checked_mul(self, count: i64) -> Option<Self> {
        self.0.checked_mul(count).map(Self)
    }

    /// The sum of all, unless it overflows.
    #[must_use]
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// That share of the amount, half a rupiah rounded away from zero.
    #[must_use]
    pub fn percent(self, rate: BasisPoints) -> Self {
        let product = i128::from(self.0) * i128::from(rate.get());
        let half = if product < 0 { -5_000 } else { 5_000 };
        // A rate is at most 100 %, so the share always fits.
        Self(i64::try_from((product + half) / 10_000).unwrap_or(self.0))
    }

    /// Splits the amount in proportion to `weights` so that the parts sum to it exactly (largest remainder; ties go to
    /// the earlier part). All weights zero: equal weights. Negative weights count as zero.
    #[must_use]
    pub fn split_by_largest_remainder(self, weights: &[i64]) -> Vec<Self> {
        if weights.is_empty() {
            return Vec::new();
        }
        let mut weights: Vec<i128> = weights.iter().map(|&weight| i128::from(weight.max(0))).collect();
        if weights.iter().all(|&weight| weight == 0) {
            weights.fill(1);
        }
        let total: i128 = weights.iter().sum();
        let amount = i128::from(self.0.unsigned_abs());
        let mut parts: Vec<i128> = weights.iter().map(|weight| amount * weight / total).collect();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(amount * weights[index] % total));
        let missing = usize::try_from(amount - parts.iter().sum::<i128>()).unwrap_or(0);
        for &index in order.iter().take(missing) {
            parts[index] += 1;
        }
        let sign = if self.0 < 0 { -1 } else { 1 };
        // No part is larger than the amount, so each one fits.
        parts.into_iter().map(|part| Self(i64::try_from(part * sign).unwrap_or(self.0))).collect()
    }
}

/// `Rp1.234.567`, as Indonesian spelling wants it: no space, dots between thousands. Below zero with the minus sign and not
/// with a hyphen, at which a line may end.
impl fmt::Display for Rupiah {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 5);
        if self.0 < 0 {
            text.push(MINUS);
        }
        text.push_str("Rp");
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        formatter.pad(&text)
    }
}

/// Reads `Rp1.234.567`, `1.234.567`, `1234567` and `Rp 25.000`, below zero with a minus sign or a hyphen before it; no
/// decimals, at most 15 digits.
impl FromStr for Rupiah {
    type Err = ParseMoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (negative, text) = text.strip_prefix(['-', MINUS]).map_or((false, text), |rest| (true, rest));
        let text = text.strip_prefix("Rp").or_else(|| text.strip_prefix("rp")).unwrap_or(text).trim_start();
        let groups: Vec<&str> = text.split('.').collect();
        let is_grouped = groups.len() > 1;
        let first_fits = groups.first().is_some_and(|first| (1..=3).contains(&first.len()));
        let others_fit = groups.iter().skip(1).all(|group| group.len() == 3);
        if is_grouped && !(first_fits && others_fit) {
            return Err(ParseMoneyError);
        }
        let digits = groups.concat();
        if digits.is_empty() || digits.len() > 15 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ParseMoneyError);
        }
        let rupiah: i64 = digits.parse().map_err(|_| ParseMoneyError)?;
        Ok(Self(if negative { -rupiah } else { rupiah }))
    }
}
