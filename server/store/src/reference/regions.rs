//! Regions, from the province down to the village, and their search index.

use std::collections::HashMap;

use sea_orm::Value;
use serde::Deserialize;

use crate::{Error, Result, Tx, sql};

const COLUMNS: [&str; 6] = ["code", "level", "name", "full_name", "parent_code", "postal_code"];

#[derive(Deserialize)]
struct Line {
    code: String,
    level: String,
    name: String,
    postal_code: Option<String>,
}

pub(super) async fn load(tx: &Tx, csv_gz: &[u8]) -> Result<()> {
    let lines = read(csv_gz)?;
    let mut full_names: HashMap<&str, String> = HashMap::with_capacity(lines.len());
    let mut values: Vec<Value> = Vec::with_capacity(lines.len() * COLUMNS.len());
    for line in &lines {
        let parent = line.code.rsplit_once('.').map(|(parent, _)| parent);
        let full_name = match parent {
            Some(parent) => {
                let above = full_names
                    .get(parent)
                    .ok_or_else(|| Error::Corrupt(format!("region {} comes before its parent", line.code)))?;
                format!("{}, {above}", line.name)
            }
            None => line.name.clone(),
        };
        values.extend([
            line.code.clone().into(),
            line.level.clone().into(),
            line.name.clone().into(),
            full_name.clone().into(),
            parent.map(str::to_owned).into(),
            line.postal_code.clone().into(),
        ]);
        full_names.insert(&line.code, full_name);
    }
    let update = "ON CONFLICT (code) DO UPDATE SET name = excluded.name, full_name = excluded.full_name,
        postal_code = excluded.postal_code";
    sql::insert_rows(tx, "region", &COLUMNS, values, update).await?;
    crate::regions::index(tx).await
}

fn read(csv_gz: &[u8]) -> Result<Vec<Line>> {
    csv::Reader::from_reader(flate2::read::GzDecoder::new(csv_gz))
        .deserialize()
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| Error::Corrupt(format!("regions: {error}")))
}
