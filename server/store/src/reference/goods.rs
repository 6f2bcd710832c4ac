//! Sentra, their categories, and what can be said about goods of each kind.

use serde::{Deserialize, Serialize};

use super::parse;
use crate::{Error, Result, Tx, sql};

#[derive(Deserialize)]
struct SentraFile {
    sentra: Vec<Sentra>,
}

#[derive(Deserialize)]
struct Sentra {
    slug: String,
    name: String,
    craft_id: String,
    craft_en: String,
    place: String,
    tagline_id: String,
    tagline_en: String,
    story_id: String,
    story_en: String,
    accent: String,
    zone: String,
    currency: String,
    origin_region: String,
    latitude_microdegrees: i64,
    longitude_microdegrees: i64,
    position: i64,
}

#[derive(Deserialize)]
struct CategoryFile {
    category: Vec<Category>,
    attribute: Vec<Attribute>,
}

#[derive(Deserialize)]
struct Category {
    slug: String,
    sentra: String,
    kind: String,
    name_id: String,
    name_en: String,
    transport_class: String,
    lead_time_days: i64,
    shelf_life_days: Option<i64>,
    position: i64,
}

#[derive(Deserialize)]
struct Attribute {
    kind: String,
    key: String,
    value_kind: String,
    required: bool,
    unit: Option<String>,
    choices: Vec<Choice>,
    name_id: String,
    name_en: String,
    position: i64,
}

#[derive(Deserialize, Serialize)]
struct Choice {
    value: String,
    name_id: String,
    name_en: String,
}

pub(super) async fn load(tx: &Tx, sentra: &str, categories: &str) -> Result<()> {
    let sentra: SentraFile = parse("sentra.toml", sentra)?;
    for row in sentra.sentra {
        insert_sentra(tx, row).await?;
    }
    let categories: CategoryFile = parse("categories.toml", categories)?;
    for row in categories.category {
        insert_category(tx, row).await?;
    }
    for row in categories.attribute {
        insert_attribute(tx, row).await?;
    }
    Ok(())
}

async fn insert_sentra(tx: &Tx, row: Sentra) -> Result<()> {
    let statement = format!(
        "INSERT INTO sentra (slug, name, craft_id, craft_en, place, tagline_id, tagline_en, story_id, story_en, accent,
             zone, currency, origin_region, latitude_microdegrees, longitude_microdegrees, position)
         VALUES {} ON CONFLICT (slug) DO NOTHING",
        sql::rows(1, 16)
    );
    sql::execute(
        tx,
        &statement,
        [
            row.slug.into(),
            row.name.into(),
            row.craft_id.into(),
            row.craft_en.into(),
            row.place.into(),
            row.tagline_id.into(),
            row.tagline_en.into(),
            row.story_id.trim().into(),
            row.story_en.trim().into(),
            row.accent.into(),
            row.zone.into(),
            row.currency.into(),
            row.origin_region.into(),
            row.latitude_microdegrees.into(),
            row.longitude_microdegrees.into(),
            row.position.into(),
        ],
    )
    .await?;
    Ok(())
}

async fn insert_category(tx: &Tx, row: Category) -> Result<()> {
    let sentra = super::shipping::sentra_id(tx, &row.sentra).await?;
    sql::execute(
        tx,
        "INSERT INTO category (slug, sentra_id, kind, name_id, name_en, transport_class, lead_time_days, shelf_life_days, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (slug) DO NOTHING",
        [
            row.slug.into(),
            sentra.into(),
            row.kind.into(),
            row.name_id.into(),
            row.name_en.into(),
            row.transport_class.into(),
            row.lead_time_days.into(),
            row.shelf_life_days.into(),
            row.position.into(),
        ],
    )
    .await?;
    Ok(())
}

async fn insert_attribute(tx: &Tx, row: Attribute) -> Result<()> {
    let choices = serde_json::to_string(&row.choices).map_err(|error| Error::Corrupt(error.to_string()))?;
    sql::execute(
        tx,
        "INSERT INTO attribute_definition (kind, key, value_kind, required, unit, choices, name_id, name_en, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (kind, key) DO NOTHING",
        [
            row.kind.into(),
            row.key.into(),
            row.value_kind.into(),
            row.required.into(),
            row.unit.into(),
            choices.into(),
            row.name_id.into(),
            row.name_en.into(),
            row.position.into(),
        ],
    )
    .await?;
    Ok(())
}
