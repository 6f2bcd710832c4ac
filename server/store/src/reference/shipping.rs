//! Zones, services, rates, settings, holidays and search synonyms.

use std::collections::BTreeMap;

use domain::words::normalised;
use serde::Deserialize;

use super::parse;
use crate::{Error, Result, Tx, sql};

#[derive(Deserialize)]
struct ShippingFile {
    zone: Vec<Zone>,
    service: Vec<Service>,
    rate: Vec<Rate>,
    setting: BTreeMap<String, i64>,
    holiday: Vec<Holiday>,
    synonym: Vec<Synonym>,
}

#[derive(Deserialize)]
struct Zone {
    code: String,
    origins: Vec<String>,
    name_id: String,
    name_en: String,
    prefixes: Vec<String>,
    position: i64,
}

#[derive(Deserialize)]
struct Service {
    code: String,
    name_id: String,
    name_en: String,
    divisor: i64,
    round_tolerance_g: i64,
    min_kg: i64,
    max_kg: i64,
    position: i64,
}

#[derive(Deserialize)]
struct Rate {
    zone: String,
    service: String,
    rate_rupiah_per_kg: i64,
    days_min: i64,
    days_max: i64,
}

#[derive(Deserialize)]
struct Holiday {
    day: String,
    name: String,
}

#[derive(Deserialize)]
struct Synonym {
    term: String,
    canonical: String,
}

pub(super) async fn load(tx: &Tx, text: &str) -> Result<()> {
    let file: ShippingFile = parse("shipping.toml", text)?;
    for zone in &file.zone {
        insert_zone(tx, zone).await?;
    }
    for service in file.service {
        insert_service(tx, service).await?;
    }
    for rate in file.rate {
        insert_rate(tx, rate).await?;
    }
    let settings = file.setting.into_iter().flat_map(|(key, value)| [key.into(), value.into()]).collect();
    insert_missing(tx, "setting (key, value)", settings).await?;
    let holidays = file.holiday.into_iter().flat_map(|row| [row.day.into(), row.name.into()]).collect();
    insert_missing(tx, "holiday (day, name)", holidays).await?;
    // Searches compare normalised words, so synonyms are stored as such.
    let synonyms = file
        .synonym
        .into_iter()
        .flat_map(|row| [normalised(&row.term).into(), normalised(&row.canonical).into()])
        .collect();
    insert_missing(tx, "synonym (term, canonical)", synonyms).await
}

/// Key of a sentra that a file refers to.
pub(super) async fn sentra_id(tx: &Tx, slug: &str) -> Result<i64> {
    sql::integer(tx, "SELECT id FROM sentra WHERE slug = $1", [slug.into()])
        .await?
        .ok_or_else(|| Error::Corrupt(format!("reference data names an unknown sentra {slug:?}")))
}

async fn insert_missing(tx: &Tx, into: &str, values: Vec<sea_orm::Value>) -> Result<()> {
    let statement = format!("INSERT INTO {into} VALUES {} ON CONFLICT DO NOTHING", sql::rows(values.len() / 2, 2));
    sql::execute(tx, &statement, values).await?;
    Ok(())
}

async fn insert_zone(tx: &Tx, zone: &Zone) -> Result<()> {
    for origin in &zone.origins {
        let sentra = sentra_id(tx, origin).await?;
        let id = sql::integer(
            tx,
            "INSERT INTO shipping_zone (sentra_id, code, name_id, name_en, position) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (sentra_id, code) DO NOTHING RETURNING id",
            [
                sentra.into(),
                zone.code.as_str().into(),
                zone.name_id.as_str().into(),
                zone.name_en.as_str().into(),
                zone.position.into(),
            ],
        )
        .await?;
        // A zone that exists keeps the regions that an operator gave it.
        if let Some(id) = id {
            let regions = zone.prefixes.iter().flat_map(|prefix| [id.into(), prefix.as_str().into()]).collect();
            insert_missing(tx, "shipping_zone_region (zone_id, region_prefix)", regions).await?;
        }
    }
    Ok(())
}

async fn insert_service(tx: &Tx, row: Service) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO shipping_service
             (code, name_id, name_en, divisor, round_tolerance_g, min_kg, max_kg, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (code) DO NOTHING",
        [
            row.code.into(),
            row.name_id.into(),
            row.name_en.into(),
            row.divisor.into(),
            row.round_tolerance_g.into(),
            row.min_kg.into(),
            row.max_kg.into(),
            row.position.into(),
        ],
    )
    .await?;
    Ok(())
}

async fn insert_rate(tx: &Tx, row: Rate) -> Result<()> {
    sql::execute(
        tx,
        "INSERT INTO shipping_rate (zone_id, service_id, rate_per_kg, days_min, days_max)
         SELECT z.id, s.id, $1, $2, $3 FROM shipping_zone z JOIN shipping_service s ON s.code = $5 WHERE z.code = $4
         ON CONFLICT (zone_id, service_id) DO NOTHING",
        [row.rate_rupiah_per_kg.into(), row.days_min.into(), row.days_max.into(), row.zone.into(), row.service.into()],
    )
    .await?;
    Ok(())
}
