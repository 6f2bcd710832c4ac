//! Zones, rates and the places that sellers deliver to themselves.

use domain::shipping::CourierRule;
use sea_orm::{FromQueryResult, Value};

use crate::{Db, Result, sql};

/// What one courier service takes to a region from a sentra.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RateRow {
    /// Where it starts.
    pub sentra_id: i64,
    /// Prefix of region codes that the zone is known by; the longest that fits decides.
    pub region_prefix: String,
    /// 0 for the city of the sentra, rising with distance.
    pub zone_position: i64,
    /// `REG`
    pub service_code: String,
    /// Name in Indonesian.
    pub name_id: String,
    /// Name in English.
    pub name_en: String,
    /// cm³ per kilogram.
    pub divisor: i64,
    /// Grams that are not charged.
    pub round_tolerance_g: i64,
    /// Least kilograms.
    pub min_kg: i64,
    /// Most kilograms.
    pub max_kg: i64,
    /// Rupiah a kilogram.
    pub rate_per_kg: i64,
    /// Days under way, at least.
    pub days_min: i64,
    /// Days under way, at most.
    pub days_max: i64,
}

impl RateRow {
    /// How the courier weighs.
    #[must_use]
    pub const fn rule(&self) -> CourierRule {
        CourierRule {
            divisor: self.divisor,
            round_tolerance_g: self.round_tolerance_g,
            min_kg: self.min_kg,
            max_kg: self.max_kg,
        }
    }
}

/// What one courier service takes to a zone of a sentra.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ZoneRateRow {
    /// Slug of where it starts.
    pub sentra: String,
    /// 0 for the city of the sentra, rising with distance.
    pub zone_position: i64,
    /// cm³ per kilogram.
    pub divisor: i64,
    /// Grams that are not charged.
    pub round_tolerance_g: i64,
    /// Least kilograms.
    pub min_kg: i64,
    /// Most kilograms.
    pub max_kg: i64,
    /// Rupiah a kilogram.
    pub rate_per_kg: i64,
    /// Days under way, at least.
    pub days_min: i64,
    /// Days under way, at most.
    pub days_max: i64,
}

impl ZoneRateRow {
    /// How the courier weighs.
    #[must_use]
    pub const fn rule(&self) -> CourierRule {
        CourierRule {
            divisor: self.divisor,
            round_tolerance_g: self.round_tolerance_g,
            min_kg: self.min_kg,
            max_kg: self.max_kg,
        }
    }
}

/// A place that a shop delivers to itself.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AreaRow {
    /// Which shop.
    pub shop_id: i64,
    /// The longest prefix that fits decides.
    pub region_prefix: String,
    /// Rupiah a delivery.
    pub fee: i64,
    /// Days under way, at least.
    pub days_min: i64,
    /// Days under way, at most.
    pub days_max: i64,
}

/// Rates of all zones that hold a region, of every sentra; broader zones included.
///
/// # Errors
/// Whatever the database says.
pub async fn rates_to(db: &impl Db, region: &str) -> Result<Vec<RateRow>> {
    sql::all(
        db,
        "SELECT z.sentra_id, zr.region_prefix, z.position AS zone_position, s.code AS service_code, s.name_id, s.name_en,
                s.divisor, s.round_tolerance_g, s.min_kg, s.max_kg, r.rate_per_kg, r.days_min, r.days_max
         FROM shipping_zone_region zr
         JOIN shipping_zone z ON z.id = zr.zone_id
         JOIN shipping_rate r ON r.zone_id = z.id
         JOIN shipping_service s ON s.id = r.service_id
         WHERE $1 = zr.region_prefix OR $1 LIKE zr.region_prefix || '.%'
         ORDER BY z.sentra_id, s.position, s.code LIMIT 1000",
        [region.into()],
    )
    .await
}

/// Rates of every zone of every sentra.
///
/// # Errors
/// Whatever the database says.
pub async fn zone_rates(db: &impl Db) -> Result<Vec<ZoneRateRow>> {
    sql::all(
        db,
        "SELECT se.slug AS sentra, z.position AS zone_position, s.divisor, s.round_tolerance_g, s.min_kg, s.max_kg,
                r.rate_per_kg, r.days_min, r.days_max
         FROM shipping_rate r
         JOIN shipping_zone z ON z.id = r.zone_id
         JOIN sentra se ON se.id = z.sentra_id
         JOIN shipping_service s ON s.id = r.service_id
         ORDER BY se.slug, z.position, s.position LIMIT 10000",
        [],
    )
    .await
}

/// Places that hold a region, of the given shops; broader ones included.
///
/// # Errors
/// Whatever the database says.
pub async fn areas_of(db: &impl Db, shop_ids: &[i64], region: &str) -> Result<Vec<AreaRow>> {
    let text = format!(
        "SELECT shop_id, region_prefix, fee, days_min, days_max FROM seller_delivery_area
         WHERE ($1 = region_prefix OR $1 LIKE region_prefix || '.%') AND shop_id IN ({})
         ORDER BY shop_id, region_prefix LIMIT 1000",
        sql::placeholders(2, shop_ids.len())
    );
    let values = std::iter::once(Value::from(region)).chain(shop_ids.iter().map(|&id| id.into()));
    sql::all(db, &text, values).await
}

#[derive(FromQueryResult)]
struct DayRow {
    day: String,
}

/// Days on which nobody works, from a day on.
///
/// # Errors
/// [`crate::Error::Corrupt`] for a row that is not a date, otherwise whatever the database says.
pub async fn holidays_from(db: &impl Db, from: domain::time::Date) -> Result<Vec<domain::time::Date>> {
    let rows: Vec<DayRow> =
        sql::all(db, "SELECT day FROM holiday WHERE day >= $1 ORDER BY day LIMIT 100", [from.to_string().into()])
            .await?;
    rows.iter().map(|row| row.day.parse().map_err(|_| crate::Error::Corrupt(format!("holiday {}", row.day)))).collect()
}
