//! Names, texts, handling and variants, checked all at once.

use std::ops::RangeInclusive;

use domain::{
    limits,
    money::Rupiah,
    tier::{PriceTiers, TierError},
    weight::{Dimensions, Grams},
};
use store::products::{EditVariantRow, GalleryRow, VariantValues};

use super::request::VariantChange;
use crate::{Error, FieldError, Result};

/// What is to be done with one variant.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum VariantStep {
    /// Add it.
    Add(VariantValues),
    /// Give the one of that key these values.
    Change { id: i64, values: VariantValues, is_new_price: bool },
    /// Take the one of that key out.
    Archive(i64),
}

/// A name or title, trimmed.
pub(super) fn title(field: &str, text: &str, errors: &mut Vec<FieldError>) -> String {
    let text = text.trim();
    if text.is_empty() {
        errors.push(FieldError::new(field, "product-name-missing"));
    } else if !limits::fits(text, &limits::TITLE) || text.contains(['\n', '\r']) {
        errors.push(too_long(field, &limits::TITLE));
    }
    text.to_owned()
}

/// A description, trimmed, with one kind of line break.
pub(super) fn description(field: &str, text: &str, errors: &mut Vec<FieldError>) -> String {
    let text = text.trim().replace("\r\n", "\n");
    if !limits::fits(&text, &limits::DESCRIPTION) {
        errors.push(too_long(field, &limits::DESCRIPTION));
    }
    text
}

/// A number of days.
pub(super) fn days(field: &str, days: i64, bounds: &RangeInclusive<i64>, errors: &mut Vec<FieldError>) {
    if !bounds.contains(&days) {
        let error = FieldError::new(field, "days-invalid").with("min", bounds.start()).with("max", bounds.end());
        errors.push(error);
    }
}

/// A description of a photo, trimmed.
pub(super) fn alt_text(field: &str, text: &str, errors: &mut Vec<FieldError>) -> String {
    let text = text.trim();
    if !limits::fits(text, &limits::ALT_TEXT) {
        errors.push(too_long(field, &limits::ALT_TEXT));
    }
    text.to_owned()
}

/// What is to be done with the variants. Errors carry the place in the request: `variants[0].price`.
///
/// # Errors
/// [`Error::NotFound`] when a variant is not one of the product's.
pub(super) fn variants(
    existing: &[EditVariantRow],
    photos: &[GalleryRow],
    changes: &[VariantChange],
    errors: &mut Vec<FieldError>,
) -> Result<Vec<VariantStep>> {
    let mut steps = Vec::new();
    // Names of all variants after the change, with the place of those in the request.
    let mut names: Vec<(String, Option<usize>)> = existing
        .iter()
        .filter(|row| !changes.iter().any(|change| change.id.as_deref() == Some(&row.public_id)))
        .map(|row| (row.name.to_lowercase(), None))
        .collect();
    for (place, change) in changes.iter().enumerate() {
        let row = match change.id.as_deref() {
            Some(id) => Some(existing.iter().find(|row| row.public_id == id).ok_or(Error::NotFound)?),
            None => None,
        };
        match row {
            Some(row) if change.archived => steps.push(VariantStep::Archive(row.id)),
            None if change.archived => {}
            _ => {
                let values = values(place, row, change, photos, errors);
                names.push((values.name.to_lowercase(), Some(place)));
                match row {
                    Some(row) if values == current(row) => {}
                    Some(row) => {
                        let is_new_price = (row.price, &row.tiers) != (values.price, &values.tiers);
                        steps.push(VariantStep::Change { id: row.id, is_new_price, values });
                    }
                    None => steps.push(VariantStep::Add(values)),
                }
            }
        }
    }
    check_names(&names, errors);
    if names.is_empty() && !existing.is_empty() {
        errors.push(FieldError::new("variants", "last-variant"));
    }
    Ok(steps)
}

fn current(row: &EditVariantRow) -> VariantValues {
    VariantValues {
        name: row.name.clone(),
        price: row.price,
        tiers: row.tiers.clone(),
        weight_g: row.weight_g,
        dimensions: Dimensions { length_mm: row.length_mm, width_mm: row.width_mm, height_mm: row.height_mm },
        media_id: row.media_id,
    }
}

fn values(
    place: usize,
    row: Option<&EditVariantRow>,
    change: &VariantChange,
    photos: &[GalleryRow],
    errors: &mut Vec<FieldError>,
) -> VariantValues {
    let at = |field: &str| format!("variants[{place}].{field}");
    let name = change.name.as_deref().or(row.map(|row| row.name.as_str())).unwrap_or_default().trim().to_owned();
    if !limits::fits(&name, &limits::VARIANT_NAME) || name.contains(['\n', '\r']) {
        errors.push(too_long(at("name"), &limits::VARIANT_NAME));
    }
    let price = change.price.or(row.map(|row| row.price)).unwrap_or_default();
    if !limits::PRICE.contains(&price) {
        let (min, max) = (Rupiah::new(*limits::PRICE.start()), Rupiah::new(*limits::PRICE.end()));
        errors.push(FieldError::new(at("price"), "price-invalid").with("min", min).with("max", max));
    }
    let tiers = tiers(place, row, change, price, errors);
    let weight_g = change.weight_g.or(row.map(|row| row.weight_g)).unwrap_or_default();
    if Grams::new(weight_g).is_none() {
        errors.push(FieldError::new(at("weight_g"), "weight-invalid"));
    }
    let sides = [
        ("length_mm", change.length_mm.or(row.map(|row| row.length_mm))),
        ("width_mm", change.width_mm.or(row.map(|row| row.width_mm))),
        ("height_mm", change.height_mm.or(row.map(|row| row.height_mm))),
    ];
    for (field, side) in sides {
        if side.is_some_and(|side| !(0..=Dimensions::MAX_MM).contains(&side)) {
            errors.push(FieldError::new(at(field), "side-invalid").with("max", Dimensions::MAX_MM / 10));
        }
    }
    let [length_mm, width_mm, height_mm] = sides.map(|(_, side)| side.unwrap_or_default());
    let dimensions = Dimensions { length_mm, width_mm, height_mm };
    let media_id = match change.photo.as_deref() {
        None => row.and_then(|row| row.media_id),
        Some("") => None,
        Some(id) => {
            let found = photos.iter().find(|photo| photo.public_id == id).map(|photo| photo.media_id);
            if found.is_none() {
                errors.push(FieldError::new(at("photo"), "choice-unknown"));
            }
            found
        }
    };
    VariantValues { name, price, tiers, weight_g, dimensions, media_id }
}

/// The price steps as they are kept; those that there are must fit a new price too.
fn tiers(
    place: usize,
    row: Option<&EditVariantRow>,
    change: &VariantChange,
    price: i64,
    errors: &mut Vec<FieldError>,
) -> String {
    let steps = match (&change.tiers, row) {
        (Some(steps), _) => steps.clone(),
        (None, Some(row)) => row.tiers.parse::<PriceTiers>().map(|tiers| tiers.steps().to_vec()).unwrap_or_default(),
        (None, None) => Vec::new(),
    };
    match PriceTiers::new(Rupiah::new(price), steps) {
        Ok(tiers) => tiers.to_string(),
        Err(error) => {
            let (field, code) = match error {
                TierError::TooMany => ("tiers".to_owned(), "tiers-too-many"),
                TierError::From(step) => (format!("tiers[{step}].from"), "tier-from"),
                TierError::Price(step) => (format!("tiers[{step}].price"), "tier-price"),
            };
            errors.push(FieldError::new(format!("variants[{place}].{field}"), code).with("max", limits::MAX_TIERS));
            String::new()
        }
    }
}

/// Several variants need different names, so that a buyer can choose.
fn check_names(names: &[(String, Option<usize>)], errors: &mut Vec<FieldError>) {
    if names.len() > limits::MAX_VARIANTS {
        errors.push(FieldError::new("variants", "variants-too-many").with("max", limits::MAX_VARIANTS));
    }
    if names.len() < 2 {
        return;
    }
    let mut unnamed = false;
    for (index, (name, place)) in names.iter().enumerate() {
        let code = if name.is_empty() {
            "variant-name-missing"
        } else if names[..index].iter().any(|(other, _)| other == name) {
            "variant-name-twice"
        } else {
            continue;
        };
        match place {
            Some(place) => errors.push(FieldError::new(format!("variants[{place}].name"), code)),
            None => unnamed = true,
        }
    }
    if unnamed {
        errors.push(FieldError::new("variants", "variant-name-missing"));
    }
}

fn too_long(field: impl Into<String>, bounds: &RangeInclusive<usize>) -> FieldError {
    FieldError::new(field, "too-long").with("max", bounds.end())
}
