//! Rates in basis points.

use serde::{Deserialize, Serialize};

/// A share in hundredths of a percent, 0 to 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct BasisPoints(u32);

/// A rate above 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a rate from 0 to 10000 basis points")]
pub struct RateError;

impl BasisPoints {
    /// A rate, unless it is above 100 %.
    #[must_use]
    pub const fn new(basis_points: u32) -> Option<Self> {
        if basis_points <= 10_000 { Some(Self(basis_points)) } else { None }
    }

    /// The number of basis points.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for BasisPoints {
    type Error = RateError;

    fn try_from(basis_points: u32) -> Result<Self, Self::Error> {
        Self::new(basis_points).ok_or(RateError)
    }
}

impl From<BasisPoints> for u32 {
    fn from(rate: BasisPoints) -> Self {
        rate.0
    }
}
