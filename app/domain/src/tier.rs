//! Prices by quantity: from so many pieces on, each of them costs less.

use std::{fmt, str::FromStr};

use crate::{limits, money::Rupiah, quantity::Quantity};

/// A step: from so many pieces on, each costs that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PriceTier {
    /// Pieces, 2 or more.
    pub from: i64,
    /// Of each piece.
    pub price: Rupiah,
}

/// The steps of a variant: each from more pieces on and cheaper than the one before. As text `12:8500,50:7900`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PriceTiers(Vec<PriceTier>);

/// Which step is wrong, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TierError {
    /// There are more than [`limits::MAX_TIERS`].
    #[error("too many steps")]
    TooMany,
    /// It does not begin after the one before it, or not within what can be bought at once.
    #[error("step {0} begins too early or too late")]
    From(usize),
    /// It is not cheaper than the one before it, or than one piece.
    #[error("step {0} is not cheaper")]
    Price(usize),
}

/// A text that is not a list of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a list of price steps")]
pub struct ParseTiersError;

impl PriceTiers {
    /// Steps below the price of one piece.
    ///
    /// # Errors
    /// The first that is wrong.
    pub fn new(single: Rupiah, steps: Vec<PriceTier>) -> Result<Self, TierError> {
        if steps.len() > limits::MAX_TIERS {
            return Err(TierError::TooMany);
        }
        let mut before = PriceTier { from: 1, price: single };
        for (place, step) in steps.iter().enumerate() {
            if step.from <= before.from || step.from > Quantity::MAX {
                return Err(TierError::From(place));
            }
            if step.price >= before.price || !limits::PRICE.contains(&step.price.get()) {
                return Err(TierError::Price(place));
            }
            before = *step;
        }
        Ok(Self(steps))
    }

    /// What each of so many pieces costs, where one costs `single`. It never rises with the quantity.
    #[must_use]
    pub fn unit_price(&self, single: Rupiah, quantity: i64) -> Rupiah {
        self.0.iter().rev().find(|step| step.from <= quantity).map_or(single, |step| step.price.min(single))
    }

    /// The steps, the smallest first.
    #[must_use]
    pub fn steps(&self) -> &[PriceTier] {
        &self.0
    }

    /// Whether all pieces cost the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for PriceTiers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            let comma = if place > 0 { "," } else { "" };
            write!(formatter, "{comma}{}:{}", step.from, step.price.get())?;
        }
        Ok(())
    }
}

impl FromStr for PriceTiers {
    type Err = ParseTiersError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let step = |part: &str| {
            let (from, price) = part.split_once(':')?;
            Some(PriceTier { from: from.parse().ok()?, price: Rupiah::new(price.parse().ok()?) })
        };
        let parts = text.split(',').filter(|part| !part.is_empty()).map(|part| step(part).ok_or(ParseTiersError));
        parts.collect::<Result<_, _>>().map(Self)
    }
}
