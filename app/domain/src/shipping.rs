//! What a parcel costs and when it arrives.

use crate::{
    money::Rupiah,
    time::Date,
    transport::TransportClass,
    weight::{Dimensions, Grams},
};

/// How a courier turns weight and volume into kilograms that it charges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CourierRule {
    /// cm³ per kilogram.
    pub divisor: i64,
    /// Grams above a whole kilogram that are not charged.
    pub round_tolerance_g: i64,
    /// Least kilograms that are charged.
    pub min_kg: i64,
    /// Heaviest parcel, in charged kilograms.
    pub max_kg: i64,
}

/// Some equal pieces of a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParcelItem {
    /// How many.
    pub quantity: i64,
    /// Weight of one, packed.
    pub weight: Grams,
    /// Size of one, packed.
    pub dimensions: Dimensions,
    /// What it has to survive.
    pub transport_class: TransportClass,
}

impl CourierRule {
    /// Kilograms that the courier charges: the greater of weight and volume, rounded with its tolerance, at least its
    /// minimum. `None` where the parcel is too heavy.
    #[must_use]
    pub fn chargeable_kg(self, items: &[ParcelItem]) -> Option<i64> {
        let sum = |each: fn(&ParcelItem, i64) -> i64| {
            items
                .iter()
                .try_fold(0_i64, |sum, item| sum.checked_add(each(item, self.divisor).checked_mul(item.quantity)?))
        };
        let actual = sum(|item, _| item.weight.get())?;
        let volumetric = sum(|item, divisor| item.dimensions.volumetric_grams(divisor))?;
        let grams = actual.max(volumetric);
        let (whole, rest) = (grams / 1_000, grams % 1_000);
        let kilograms = if rest > self.round_tolerance_g { whole + 1 } else { whole };
        let charged = kilograms.max(self.min_kg);
        (charged <= self.max_kg).then_some(charged)
    }
}

/// What a courier asks for so many charged kilograms; `None` where it overflows.
#[must_use]
pub fn price(rate_per_kg: Rupiah, kilograms: i64) -> Option<Rupiah> {
    rate_per_kg.checked_mul(kilograms)
}

/// Padding per fragile piece, by the weight of the piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackingFees {
    /// Heaviest small piece, in grams.
    pub small_max_g: i64,
    /// Heaviest medium piece, in grams.
    pub medium_max_g: i64,
    /// Fee of a small piece.
    pub small: Rupiah,
    /// Fee of a medium piece.
    pub medium: Rupiah,
    /// Fee of a heavier piece.
    pub large: Rupiah,
}

impl PackingFees {
    /// The fee of a parcel; `None` where it overflows.
    #[must_use]
    pub fn of(self, items: &[ParcelItem]) -> Option<Rupiah> {
        Rupiah::checked_sum(
            items
                .iter()
                .filter(|item| item.transport_class.needs_packing_fee())
                .map(|item| {
                    let grams = item.weight.get();
                    let fee = if grams <= self.small_max_g {
                        self.small
                    } else if grams <= self.medium_max_g {
                        self.medium
                    } else {
                        self.large
                    };
                    fee.checked_mul(item.quantity)
                })
                .collect::<Option<Vec<_>>>()?,
        )
    }
}

/// The days between which a parcel arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArrivalWindow {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

impl ArrivalWindow {
    /// Counted from the day that the goods leave the workshop.
    #[must_use]
    pub fn after(leaves_on: Date, days_min: i64, days_max: i64) -> Self {
        Self { from: leaves_on.plus_days(days_min), to: leaves_on.plus_days(days_max.max(days_min)) }
    }
}
