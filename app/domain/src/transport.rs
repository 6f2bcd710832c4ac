//! Transport classes of goods.

use crate::text_enum::text_enum;

text_enum! {
    /// What a parcel has to survive.
    TransportClass {
        /// Fresh food, spoils within days.
        Fresh = "fresh",
        /// Frozen food, needs a cool box.
        Frozen = "frozen",
        /// Dry goods, anything goes.
        Dry = "dry",
        /// Breaks; padding is not optional.
        Fragile = "fragile",
    }
}

impl TransportClass {
    /// Whether every piece pays for padding.
    #[must_use]
    pub const fn needs_packing_fee(self) -> bool {
        matches!(self, Self::Fragile)
    }

    /// Whether a courier may carry it to a zone, `zone_position` counting outwards from the origin city (0), and
    /// `next_day` telling whether the service arrives within a day. Fresh food goes to the neighbouring zone (1), and
    /// one zone further only overnight; frozen food as far as the neighbouring zone. Wet food is refused by couriers
    /// beyond that.
    #[must_use]
    pub const fn may_travel(self, zone_position: i64, next_day: bool) -> bool {
        match self {
            Self::Fresh => zone_position <= 1 || (zone_position == 2 && next_day),
            Self::Frozen => zone_position <= 1,
            Self::Dry | Self::Fragile => true,
        }
    }
}
