//! How many pieces.

use serde::{Deserialize, Serialize};

/// A number of pieces from 1 to 9,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Quantity(i64);

/// A number outside of 1 to 9,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a quantity from 1 to 9999")]
pub struct QuantityError;

impl Quantity {
    /// Most pieces of one line.
    pub const MAX: i64 = 9_999;

    /// The number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for Quantity {
    type Error = QuantityError;

    fn try_from(count: i64) -> Result<Self, Self::Error> {
        if (1..=Self::MAX).contains(&count) { Ok(Self(count)) } else { Err(QuantityError) }
    }
}

impl From<Quantity> for i64 {
    fn from(quantity: Quantity) -> Self {
        quantity.0
    }
}
