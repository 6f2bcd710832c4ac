//! Attributes that lists are filtered by.

use sea_orm::{FromQueryResult, Value};
use serde::Deserialize;

use domain::words::normalised;

use crate::{Error, Result, Tx, sql};

/// Keys of the attributes: what ceramics are made of, what food tastes of.
pub(crate) const KEYS: [&str; 2] = ["material", "taste"];

#[derive(FromQueryResult)]
struct DefinitionRow {
    kind: String,
    key: String,
    choices: String,
}

#[derive(Deserialize)]
struct Choice {
    value: String,
    name_id: String,
    name_en: String,
}

/// Drops those of products, whose keys are `list`.
pub(super) async fn forget(tx: &Tx, list: &str, ids: Vec<Value>) -> Result<()> {
    sql::execute(tx, &format!("DELETE FROM product_search_facet WHERE product_id IN ({list})"), ids).await?;
    Ok(())
}

/// Notes those of products: key, kind of goods, attributes as JSON.
pub(super) async fn index(tx: &Tx, products: impl Iterator<Item = (i64, &str, &str)>) -> Result<()> {
    let text = format!(
        "SELECT kind, key, choices FROM attribute_definition WHERE key IN ({})",
        sql::placeholders(1, KEYS.len())
    );
    let rows: Vec<DefinitionRow> = sql::all(tx, &text, KEYS.map(Value::from)).await?;
    let definitions = rows
        .into_iter()
        .map(|row| Ok((row.kind, row.key, serde_json::from_str(&row.choices)?)))
        .collect::<serde_json::Result<Vec<(String, String, Vec<Choice>)>>>()
        .map_err(|error| Error::Corrupt(format!("choices of an attribute: {error}")))?;
    let mut values: Vec<Value> = Vec::new();
    for (id, kind, attributes) in products {
        let attributes: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(attributes).unwrap_or_default();
        for (_, key, choices) in definitions.iter().filter(|(own, ..)| own == kind) {
            let Some(text) = attributes.get(key).and_then(serde_json::Value::as_str) else { continue };
            if let Some((value, name_id, name_en)) = facet(text, choices) {
                values.extend([id.into(), key.as_str().into(), value.into(), name_id.into(), name_en.into()]);
            }
        }
    }
    let columns = ["product_id", "key", "value", "name_id", "name_en"];
    sql::insert_rows(tx, "product_search_facet", &columns, values, "").await
}

/// Value and names: of the choice, or of a free text what stands before its first comma.
fn facet(text: &str, choices: &[Choice]) -> Option<(String, String, String)> {
    if let Some(choice) = choices.iter().find(|choice| choice.value == text) {
        return Some((choice.value.clone(), choice.name_id.clone(), choice.name_en.clone()));
    }
    let name = text.split([',', ';', '(']).next().unwrap_or_default().trim();
    let value = normalised(name).replace(' ', "-");
    (choices.is_empty() && !value.is_empty()).then(|| (value, name.to_owned(), name.to_owned()))
}
