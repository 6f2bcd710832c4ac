//! What couriers ask for one piece, wherever in the country it goes: for those who list our goods elsewhere.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    money::Rupiah,
    shipping::{PackingFees, ParcelItem},
};
use store::shipping::ZoneRateRow;

use super::{ProductView, VariantView};
use crate::{Result, Services, shipping::packing_fees};

/// The rates of all zones.
#[derive(Debug)]
pub struct Postage {
    /// Rates by sentra and zone.
    zones: BTreeMap<(String, i64), Vec<ZoneRateRow>>,
    packing: PackingFees,
}

/// What holds for a piece in the whole country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountryWide {
    /// Freight and padding to the dearest zone, by the cheapest service there.
    pub most: Rupiah,
    /// Days under way, at least, by these services.
    pub days_min: i64,
    /// Days under way, at most.
    pub days_max: i64,
}

impl Postage {
    /// `None` unless couriers carry that piece to every zone.
    #[must_use]
    pub fn country_wide(&self, sentra: &str, item: ParcelItem) -> Option<CountryWide> {
        let padding = self.packing.of(&[item])?;
        let mut zones = self.zones.iter().filter(|((from, _), _)| from == sentra).map(|(_, rates)| {
            let ways =
                rates.iter().filter(|rate| item.transport_class.may_travel(rate.zone_position, rate.days_max <= 1));
            let priced = ways.filter_map(|rate| {
                let kilograms = rate.rule().chargeable_kg(&[item])?;
                Some((domain::shipping::price(Rupiah::new(rate.rate_per_kg), kilograms)?, rate))
            });
            let (freight, rate) = priced.min_by_key(|(freight, _)| *freight)?;
            let most = freight.checked_add(padding)?;
            Some(CountryWide { most, days_min: rate.days_min, days_max: rate.days_max })
        });
        let first = zones.next()??;
        zones.try_fold(first, |all, zone| {
            let zone = zone?;
            Some(CountryWide {
                most: all.most.max(zone.most),
                days_min: all.days_min.min(zone.days_min),
                days_max: all.days_max.max(zone.days_max),
            })
        })
    }

    /// The same for a variant; nothing is sent of classes, nor by shops without couriers.
    #[must_use]
    pub fn of(&self, product: &ProductView, variant: &VariantView) -> Option<CountryWide> {
        if !product.shop.offers_courier || product.kind == "experience" {
            return None;
        }
        let item = ParcelItem {
            quantity: 1,
            weight: variant.weight,
            dimensions: variant.dimensions,
            transport_class: product.transport,
        };
        self.country_wide(&product.sentra, item)
    }
}

/// The rates; read at most once a minute.
///
/// # Errors
/// When the database is not available.
pub async fn postage(services: &Services) -> Result<Arc<Postage>> {
    let now = services.now();
    if let Some(postage) = services.postage().known(now) {
        return Ok(postage);
    }
    let settings = store::settings::all(services.store()).await?;
    let mut zones: BTreeMap<_, Vec<ZoneRateRow>> = BTreeMap::new();
    for rate in store::shipping::zone_rates(services.store()).await? {
        zones.entry((rate.sentra.clone(), rate.zone_position)).or_default().push(rate);
    }
    Ok(services.postage().keep(now, Postage { zones, packing: packing_fees(&settings) }))
}
