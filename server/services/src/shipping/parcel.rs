//! The part of a cart that one shop packs, and the ways it can go.

use std::collections::HashMap;

use domain::{
    fulfilment::DeliveryMethod,
    locale::Locale,
    money::Rupiah,
    shipping::{ArrivalWindow, PackingFees, ParcelItem},
    time::{Date, Timestamp},
};
use store::{
    goods::GoodsRow,
    regions::Region,
    settings::Settings,
    shipping::{AreaRow, RateRow},
};

use super::{
    DeliveryRefusal, ItemRequest, RefusedOption, ShippingOption,
    payments::{Terms, payments},
    shelves::{REMAINING_PERCENT, Shelves},
};
use crate::{Error, FieldError, Result, Services};

/// One variant of a parcel.
#[derive(Debug, Clone)]
pub(crate) struct ParcelLine<'a> {
    pub goods: &'a GoodsRow,
    /// The sum over all items that name the variant.
    pub quantity: i64,
    /// Which items name it.
    pub items: Vec<usize>,
}

impl ParcelLine<'_> {
    /// What each of its pieces costs.
    pub fn unit_price(&self) -> Result<Rupiah> {
        Ok(self.goods.unit_price(self.quantity)?)
    }
}

/// What one shop packs; never empty.
#[derive(Debug, Clone)]
pub(crate) struct ShopParcel<'a> {
    pub lines: Vec<ParcelLine<'a>>,
}

impl ShopParcel<'_> {
    /// Any row of the shop; all say the same of it.
    pub fn shop(&self) -> &GoodsRow {
        self.lines[0].goods
    }

    pub fn items_total(&self) -> Option<Rupiah> {
        self.lines
            .iter()
            .try_fold(Rupiah::ZERO, |sum, line| sum.checked_add(line.unit_price().ok()?.checked_mul(line.quantity)?))
    }
}

/// Sorts items by shop, in their order, with the lines of one variant merged.
pub(crate) fn group_by_shop<'a>(
    items: &[ItemRequest],
    goods: &'a [GoodsRow],
) -> Result<Vec<ShopParcel<'a>>, Vec<FieldError>> {
    let by_id: HashMap<&str, &GoodsRow> = goods.iter().map(|row| (row.variant_public_id.as_str(), row)).collect();
    let mut parcels: Vec<ShopParcel<'a>> = Vec::new();
    let mut errors = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let found = by_id.get(item.variant.as_str()).copied();
        let Some(row) = found.filter(|row| row.for_sale) else {
            let code = found.map_or("item-unavailable", GoodsRow::refusal);
            errors.push(FieldError::new(format!("items[{index}]"), code));
            continue;
        };
        let line = ParcelLine { goods: row, quantity: item.quantity, items: vec![index] };
        match parcels.iter_mut().find(|parcel| parcel.shop().shop_id == row.shop_id) {
            None => parcels.push(ShopParcel { lines: vec![line] }),
            Some(parcel) => match parcel.lines.iter_mut().find(|line| line.goods.variant_id == row.variant_id) {
                None => parcel.lines.push(line),
                Some(known) => {
                    known.quantity += item.quantity;
                    known.items.push(index);
                }
            },
        }
    }
    if errors.is_empty() { Ok(parcels) } else { Err(errors) }
}

/// Rates, areas and settings that a quote needs; three statements.
#[derive(Debug)]
pub(crate) struct Book {
    rates: Vec<RateRow>,
    areas: Vec<AreaRow>,
    is_cash_region: bool,
    /// The least that is taken by card, where cards are taken.
    pub card_least: Option<Rupiah>,
    pub settings: Settings,
}

impl Book {
    pub async fn load(services: &Services, parcels: &[ShopParcel<'_>], region: Option<&Region>) -> Result<Self> {
        let db = services.store();
        let settings = store::settings::all(db).await?;
        let card_least = services.ports().payments.as_ref().map(|provider| provider.least());
        let Some(region) = region else {
            return Ok(Self { rates: Vec::new(), areas: Vec::new(), is_cash_region: true, card_least, settings });
        };
        let shops: Vec<i64> = parcels.iter().map(|parcel| parcel.shop().shop_id).collect();
        Ok(Self {
            rates: store::shipping::rates_to(db, &region.code).await?,
            areas: store::shipping::areas_of(db, &shops, &region.code).await?,
            is_cash_region: region.takes_cash,
            card_least,
            settings,
        })
    }

    /// Rates of the narrowest zone around the region.
    fn rates_from(&self, sentra_id: i64) -> impl Iterator<Item = &RateRow> {
        let narrowest =
            self.rates.iter().filter(|rate| rate.sentra_id == sentra_id).map(|rate| rate.region_prefix.len()).max();
        self.rates.iter().filter(move |rate| rate.sentra_id == sentra_id && Some(rate.region_prefix.len()) == narrowest)
    }

    /// Part of its shelf life that food must have left when it arrives, in percent.
    pub fn remaining_percent(&self) -> i64 {
        self.settings.get("food_remaining_percent", REMAINING_PERCENT)
    }
}

/// Padding, as the settings have it.
pub(crate) fn packing_fees(settings: &Settings) -> PackingFees {
    let fee = |key, otherwise| Rupiah::new(settings.get(key, otherwise));
    PackingFees {
        small_max_g: settings.get("packing_small_max_grams", 700),
        medium_max_g: settings.get("packing_medium_max_grams", 4_000),
        small: fee("packing_small_rupiah", 3_000),
        medium: fee("packing_medium_rupiah", 10_000),
        large: fee("packing_large_rupiah", 25_000),
    }
}

/// The ways of a parcel.
#[derive(Debug, Default)]
pub(crate) struct Ways {
    /// Those it can go: the cheapest courier first, then the seller's own delivery, then pick-up.
    pub options: Vec<ShippingOption>,
    /// Those that the shop offers, and that these goods cannot go.
    pub refused: Vec<RefusedOption>,
}

/// All ways a parcel can go, and those it cannot.
pub(crate) fn ways(
    parcel: &ShopParcel<'_>,
    book: &Book,
    shelves: &Shelves,
    locale: Locale,
    now: Timestamp,
) -> Result<Ways> {
    let shop = parcel.shop();
    let items: Vec<ParcelItem> =
        parcel.lines.iter().map(|line| Ok(line.goods.parcel(line.quantity)?)).collect::<Result<_>>()?;
    let overflow = || Error::internal("an amount is out of range");
    let packing_fee = packing_fees(&book.settings).of(&items).ok_or_else(overflow)?;
    let leaves_on = shelves.leaves_on(parcel, Date::from_timestamp(now, shop.zone()?));
    let named = |line: &ParcelLine<'_>| line.goods.variant_public_id.clone();

    let mut found = Ways::default();
    if shop.offers_courier {
        for rate in book.rates_from(shop.sentra_id) {
            let is_next_day = rate.days_max <= 1;
            let name = if locale == Locale::En { rate.name_en.clone() } else { rate.name_id.clone() };
            let mut refuse = |reason, items| {
                let (service, name) = (Some(rate.service_code.clone()), name.clone());
                let method = DeliveryMethod::Courier;
                found.refused.push(RefusedOption { method, service, name, reason, items, arrives_to: None });
            };
            let may_travel = |item: &ParcelItem| item.transport_class.may_travel(rate.zone_position, is_next_day);
            let stay = parcel.lines.iter().zip(&items).filter(|(_, item)| !may_travel(item));
            let stay: Vec<String> = stay.map(|(line, _)| named(line)).collect();
            if !stay.is_empty() {
                refuse(DeliveryRefusal::TooFar, stay);
                continue;
            }
            let Some(kilograms) = rate.rule().chargeable_kg(&items) else {
                refuse(DeliveryRefusal::TooHeavy, parcel.lines.iter().map(named).collect());
                continue;
            };
            let freight = Rupiah::new(rate.rate_per_kg).checked_mul(kilograms);
            let price = freight.and_then(|freight| freight.checked_add(packing_fee)).ok_or_else(overflow)?;
            let way = Way {
                method: DeliveryMethod::Courier,
                service: Some(rate.service_code.clone()),
                name,
                price,
                packing_fee,
                chargeable_kg: kilograms,
                window: ArrivalWindow::after(leaves_on, rate.days_min, rate.days_max),
            };
            way.sort(parcel, shelves, leaves_on, &mut found);
        }
        found.options.sort_by(|a, b| a.price.cmp(&b.price).then_with(|| a.service.cmp(&b.service)));
    }
    let area =
        book.areas.iter().filter(|area| area.shop_id == shop.shop_id).max_by_key(|area| area.region_prefix.len());
    if let Some(area) = area {
        let way = Way {
            method: DeliveryMethod::SellerDelivery,
            service: None,
            name: String::new(),
            price: Rupiah::new(area.fee).checked_add(packing_fee).ok_or_else(overflow)?,
            packing_fee,
            chargeable_kg: 0,
            window: ArrivalWindow::after(leaves_on, area.days_min, area.days_max),
        };
        way.sort(parcel, shelves, leaves_on, &mut found);
    }
    if shop.offers_pickup {
        let way = Way {
            method: DeliveryMethod::Pickup,
            service: None,
            name: String::new(),
            price: Rupiah::ZERO,
            packing_fee: Rupiah::ZERO,
            chargeable_kg: 0,
            window: ArrivalWindow::after(leaves_on, 0, 0),
        };
        way.sort(parcel, shelves, leaves_on, &mut found);
    }
    let items_total = parcel.items_total().ok_or_else(overflow)?;
    let takes_cards = book.card_least.is_some();
    let terms = Terms { is_cash_region: book.is_cash_region, takes_cards, settings: &book.settings };
    for option in &mut found.options {
        let subtotal = items_total.checked_add(option.price).ok_or_else(overflow)?;
        (option.payments, option.refusals) = payments(shop, option.method, subtotal, &terms);
    }
    Ok(found)
}

/// A way that a shop offers.
struct Way {
    method: DeliveryMethod,
    service: Option<String>,
    name: String,
    price: Rupiah,
    packing_fee: Rupiah,
    chargeable_kg: i64,
    window: ArrivalWindow,
}

impl Way {
    /// Puts it where it belongs: food that would arrive too late cannot go it.
    fn sort(self, parcel: &ShopParcel<'_>, shelves: &Shelves, leaves_on: Date, ways: &mut Ways) {
        let late = shelves.late(parcel, leaves_on, self.window.to);
        if !late.is_empty() {
            ways.refused.push(RefusedOption {
                method: self.method,
                service: self.service,
                name: self.name,
                reason: DeliveryRefusal::Spoils,
                items: late.into_iter().map(|line| line.goods.variant_public_id.clone()).collect(),
                arrives_to: Some(self.window.to),
            });
            return;
        }
        ways.options.push(ShippingOption {
            method: self.method,
            service: self.service,
            name: self.name,
            price: self.price,
            packing_fee: self.packing_fee,
            chargeable_kg: self.chargeable_kg,
            arrives_from: self.window.from,
            arrives_to: self.window.to,
            payments: Vec::new(),
            refusals: Vec::new(),
        });
    }
}
