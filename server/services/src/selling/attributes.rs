//! Values of attributes, checked against what a category's kind of goods defines.

use domain::{limits, locale::Locale};
use serde::Deserialize;
use serde_json::{Map, Value};
use store::Db;

use super::view::{AttributeChoice, AttributeField};
use crate::{Error, FieldError, Result};

/// Largest number that an attribute holds.
const MAX_NUMBER: i64 = 1_000_000_000;

#[derive(Deserialize)]
struct StoredChoice {
    value: String,
    name_id: String,
    name_en: String,
}

/// What can be said about goods of a kind.
pub(super) async fn fields(db: &impl Db, kind: &str, locale: Locale) -> Result<Vec<AttributeField>> {
    let rows = store::products::definitions(db, kind, locale).await?;
    rows.into_iter()
        .map(|row| {
            let choices: Vec<StoredChoice> = serde_json::from_str(&row.choices).map_err(Error::internal)?;
            let choices = choices
                .into_iter()
                .map(|choice| AttributeChoice {
                    value: choice.value,
                    name: match locale {
                        Locale::Id => choice.name_id,
                        Locale::En => choice.name_en,
                    },
                })
                .collect();
            Ok(AttributeField {
                key: row.key,
                value_kind: row.value_kind,
                required: row.required,
                unit: row.unit,
                choices,
                name: row.name,
            })
        })
        .collect()
}

/// The values after a change: null and empty texts take a value away, keys that are not named stay.
pub(super) fn merged(
    fields: &[AttributeField],
    current: &Map<String, Value>,
    change: &Map<String, Value>,
    errors: &mut Vec<FieldError>,
) -> Map<String, Value> {
    let mut values = current.clone();
    for (key, value) in change {
        let path = format!("attributes.{key}");
        let Some(field) = fields.iter().find(|field| field.key == *key) else {
            errors.push(FieldError::new(path, "attribute-unknown"));
            continue;
        };
        match read(field, value) {
            Ok(Some(value)) => {
                values.insert(key.clone(), value);
            }
            Ok(None) => {
                values.remove(key);
            }
            Err(error) => errors.push(FieldError { field: path, ..error }),
        }
    }
    values
}

/// Required values that are not there.
pub(super) fn missing(fields: &[AttributeField], values: &Map<String, Value>) -> Vec<FieldError> {
    fields
        .iter()
        .filter(|field| field.required && !values.contains_key(&field.key))
        .map(|field| {
            FieldError::new(format!("attributes.{}", field.key), "attribute-missing").with("name", &field.name)
        })
        .collect()
}

/// A value as it is stored; `None` for none. Forms send numbers and ticks as texts.
fn read(field: &AttributeField, value: &Value) -> Result<Option<Value>, FieldError> {
    let refuse = |code: &str| Err(FieldError::new("", code));
    let text = match value {
        Value::Null => return Ok(None),
        Value::String(text) if text.trim().is_empty() => return Ok(None),
        Value::String(text) => Some(text.trim()),
        _ => None,
    };
    match field.value_kind.as_str() {
        "number" => {
            let number = text.map_or_else(|| value.as_i64(), |text| text.replace('.', "").parse().ok());
            match number.filter(|number| (0..=MAX_NUMBER).contains(number)) {
                Some(number) => Ok(Some(number.into())),
                None => refuse("number-invalid"),
            }
        }
        "boolean" => match (value, text) {
            (Value::Bool(flag), _) => Ok(Some((*flag).into())),
            (_, Some("1" | "true")) => Ok(Some(true.into())),
            (_, Some("0" | "false")) => Ok(Some(false.into())),
            _ => refuse("choice-unknown"),
        },
        "choice" => match text.filter(|text| field.choices.iter().any(|choice| choice.value == *text)) {
            Some(text) => Ok(Some(text.into())),
            None => refuse("choice-unknown"),
        },
        _ => match text {
            Some(text) if limits::fits(text, &limits::ATTRIBUTE) => Ok(Some(text.into())),
            Some(_) => Err(FieldError::new("", "too-long").with("max", limits::ATTRIBUTE.end())),
            None => refuse("text-invalid"),
        },
    }
}
