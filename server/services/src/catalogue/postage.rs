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

/// What the cheapest way asks for a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeastPostage {
    /// Freight and padding.
    pub price: Rupiah,
    /// Days under way, at least.
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
        self.country_wide(&product.sentra, parcel(product, variant)?)
    }

    /// What the cheapest courier asks for a piece of that variant where it is cheapest; nothing is sent of classes, nor by
    /// shops without couriers.
    #[must_use]
    pub fn least(&self, product: &ProductView, variant: &VariantView) -> Option<LeastPostage> {
        let item = parcel(product, variant)?;
        let padding = self.packing.of(&[item])?;
        let zones = self.zones.iter().filter(|((from, _), _)| *from == product.sentra);
        let rates = zones.flat_map(|(_, rates)| rates);
        let priced = rates.filter_map(|rate| {
            let travels = item.transport_class.may_travel(rate.zone_position, rate.days_max <= 1);
            let kilograms = rate.rule().chargeable_kg(&[item]).filter(|_| travels)?;
            let price = domain::shipping::price(Rupiah::new(rate.rate_per_kg), kilograms)?.checked_add(padding)?;
            Some(LeastPostage { price, days_min: rate.days_min, days_max: rate.days_max })
        });
        priced.min_by_key(|least| (least.price, least.days_max))
    }
}

/// One piece as couriers take it, where they do.
fn parcel(product: &ProductView, variant: &VariantView) -> Option<ParcelItem> {
    (product.shop.offers_courier && product.kind != "experience").then_some(ParcelItem {
        quantity: 1,
        weight: variant.weight,
        dimensions: variant.dimensions,
        transport_class: product.transport,
    })
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
