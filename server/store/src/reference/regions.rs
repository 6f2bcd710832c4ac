//! Regions, from the province down to the village, and their search index.

use std::collections::HashMap;

use sea_orm::Value;
use serde::Deserialize;

use crate::{Error, Result, Tx, sql};

/// Rows of one statement; six values each stay below the limits of both engines.
const BATCH: usize = 2_000;
const COLUMNS: usize = 6;

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
    for batch in lines.chunks(BATCH) {
        let mut values: Vec<Value> = Vec::with_capacity(batch.len() * COLUMNS);
        for line in batch {
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
        let statement = format!(
            "INSERT INTO region (code, level, name, full_name, parent_code, postal_code) VALUES {}
             ON CONFLICT (code) DO UPDATE SET name = excluded.name, full_name = excluded.full_name,
                 postal_code = excluded.postal_code",
            sql::rows(batch.len(), COLUMNS)
        );
        sql::execute(tx, &statement, values).await?;
    }
    crate::regions::index(tx).await
}

fn read(csv_gz: &[u8]) -> Result<Vec<Line>> {
    csv::Reader::from_reader(flate2::read::GzDecoder::new(csv_gz))
        .deserialize()
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| Error::Corrupt(format!("regions: {error}")))
}
