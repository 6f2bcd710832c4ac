//! Weights and packed sizes.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::locale::Locale;

/// A weight from 1 g to one tonne.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Grams(i64);

/// Not a weight from 1 g to one tonne.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a weight from 1 g to 1000 kg")]
pub struct WeightError;

impl Grams {
    /// Heaviest single piece: one tonne.
    pub const MAX: i64 = 1_000_000;

    /// A weight from 1 g to [`Self::MAX`].
    #[must_use]
    pub const fn new(grams: i64) -> Option<Self> {
        if grams >= 1 && grams <= Self::MAX { Some(Self(grams)) } else { None }
    }

    /// The number of grams.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// `250 g`, `1,2 kg` (Indonesian) or `1.2 kg` (English); whole hundreds of grams above a kilogram.
    #[must_use]
    pub fn display(self, locale: Locale) -> String {
        if self.0 < 1_000 {
            return format!("{} g", self.0);
        }
        let hundreds = (self.0 + 50) / 100;
        let (whole, tenth) = (hundreds / 10, hundreds % 10);
        let mark = if locale == Locale::Id { ',' } else { '.' };
        if tenth == 0 { format!("{whole} kg") } else { format!("{whole}{mark}{tenth} kg") }
    }
}

impl TryFrom<i64> for Grams {
    type Error = WeightError;

    fn try_from(grams: i64) -> Result<Self, Self::Error> {
        Self::new(grams).ok_or(WeightError)
    }
}

impl From<Grams> for i64 {
    fn from(weight: Grams) -> Self {
        weight.0
    }
}

/// Reads `250`, `250 g`, `1,2 kg` and `1.25 kg`: plain numbers are grams; a comma or a dot before kilograms is a
/// decimal mark with at most three digits behind it.
impl FromStr for Grams {
    type Err = WeightError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.len() > 20 {
            return Err(WeightError);
        }
        let grams = if let Some(kilograms) = text.strip_suffix("kg") {
            let kilograms = kilograms.trim_end();
            let (whole, decimals) = kilograms.split_once([',', '.']).unwrap_or((kilograms, "0"));
            if decimals.is_empty() || decimals.len() > 3 {
                return Err(WeightError);
            }
            let thousands = whole_number(whole)?.checked_mul(1_000).ok_or(WeightError)?;
            let rest = whole_number(&format!("{decimals:0<3}"))?;
            thousands.checked_add(rest).ok_or(WeightError)?
        } else {
            whole_number(text.strip_suffix('g').unwrap_or(text).trim_end())?
        };
        Self::try_from(grams)
    }
}

fn whole_number(digits: &str) -> Result<i64, WeightError> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().map_err(|_| WeightError)
    } else {
        Err(WeightError)
    }
}

/// Outer size of a packed piece in millimetres; zero where it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dimensions {
    /// Longest side.
    pub length_mm: i64,
    /// Middle side.
    pub width_mm: i64,
    /// Height.
    pub height_mm: i64,
}

impl Dimensions {
    /// Longest side that is accepted, in millimetres.
    pub const MAX_MM: i64 = 3_000;

    /// A size with every side from 0 to [`Self::MAX_MM`].
    #[must_use]
    pub fn new(length_mm: i64, width_mm: i64, height_mm: i64) -> Option<Self> {
        let fits = [length_mm, width_mm, height_mm].iter().all(|side| (0..=Self::MAX_MM).contains(side));
        fits.then_some(Self { length_mm, width_mm, height_mm })
    }

    /// Weight that couriers charge for the volume: cm³ divided by `divisor`, in kilograms; here in grams, rounded up.
    /// Zero where a side is not known.
    #[must_use]
    pub fn volumetric_grams(self, divisor: i64) -> i64 {
        let [length, width, height] =
            [self.length_mm, self.width_mm, self.height_mm].map(|side| i128::from(side.clamp(0, Self::MAX_MM)));
        let divisor = i128::from(divisor.max(1));
        let grams = (length * width * height + divisor - 1) / divisor;
        i64::try_from(grams).unwrap_or(i64::MAX)
    }
}
