//! Reads the form of a product's editor. Whatever cannot be read becomes a value that the use case refuses, so that all
//! errors are said together.

use domain::{limits, money::Rupiah, tier::PriceTier, weight::Grams};
use serde_json::{Map, Value};
use services::{
    Error,
    selling::{ProductChange, VariantChange},
};

use crate::http::form::SubmittedForm;

/// Rows of variants that are looked at: all that there can be, and the empty ones below them.
const MAX_ROWS: usize = limits::MAX_VARIANTS + 5;
/// A number that is always refused.
const UNREADABLE: i64 = -1;

/// The change, and the row of the form that each variant of it stands in.
pub(super) fn product(form: &SubmittedForm) -> (ProductChange, Vec<usize>) {
    let rows: Vec<usize> = (0..MAX_ROWS).filter(|row| is_filled(form, *row)).collect();
    let given = |name: &str| form.has(name).then(|| form.value(name));
    let days = |name: &str| form.optional(name).map(|_| form.integer(name).unwrap_or(UNREADABLE));
    let attributes: Map<String, Value> = form
        .names()
        .filter_map(|name| Some((name.strip_prefix("attributes.")?.to_owned(), form.value(name).into())))
        .collect();
    let change = ProductChange {
        category: given("category"),
        name: given("name"),
        description: given("description"),
        name_en: given("name_en"),
        description_en: given("description_en"),
        attributes: Some(attributes),
        transport_class: given("transport_class"),
        lead_time_days: days("lead_time_days"),
        made_to_order: Some(form.has("made_to_order")),
        shelf_life_days: days("shelf_life_days"),
        variants: rows.iter().map(|row| variant(form, *row)).collect(),
        photos: Vec::new(),
    };
    (change, rows)
}

/// An error at the n-th thing that was asked for, as an error at the row of the form that it stands in.
pub(super) fn with_places(error: Error, list: &str, rows: &[usize]) -> Error {
    let Error::Rejected(mut rejection) = error else { return error };
    for error in &mut rejection.fields {
        let place = error.field.strip_prefix(list).and_then(|rest| rest.strip_prefix('[')?.split_once(']'));
        let moved = place.and_then(|(place, rest)| {
            let row = rows.get(place.parse::<usize>().ok()?)?;
            Some(format!("{list}[{row}]{rest}"))
        });
        if let Some(moved) = moved {
            error.field = moved;
        }
    }
    Error::Rejected(rejection)
}

fn at(row: usize, field: &str) -> String {
    format!("variants[{row}].{field}")
}

/// A variant that there is, or an empty row in which something was typed.
fn is_filled(form: &SubmittedForm, row: usize) -> bool {
    ["id", "name", "price", "weight_g"].iter().any(|field| form.optional(&at(row, field)).is_some())
}

fn variant(form: &SubmittedForm, row: usize) -> VariantChange {
    let price = form.value(&at(row, "price")).parse::<Rupiah>().map_or(UNREADABLE, Rupiah::get);
    VariantChange {
        id: form.optional(&at(row, "id")),
        name: Some(form.value(&at(row, "name"))),
        price: Some(price),
        tiers: form.has(&at(row, "tiers[0].from")).then(|| tiers(form, row)),
        weight_g: Some(grams(&form.value(&at(row, "weight_g")))),
        length_mm: Some(millimetres(&form.value(&at(row, "length_mm")))),
        width_mm: Some(millimetres(&form.value(&at(row, "width_mm")))),
        height_mm: Some(millimetres(&form.value(&at(row, "height_mm")))),
        photo: form.has(&at(row, "photo")).then(|| form.value(&at(row, "photo"))),
        archived: form.has(&at(row, "archived")),
    }
}

/// The price steps; rows of which nothing is filled in are none.
fn tiers(form: &SubmittedForm, row: usize) -> Vec<PriceTier> {
    let field = |step: usize, name: &str| form.optional(&at(row, &format!("tiers[{step}].{name}")));
    let steps = (0..limits::MAX_TIERS).map(|step| (field(step, "from"), field(step, "price")));
    steps
        .filter(|(from, price)| from.is_some() || price.is_some())
        .map(|(from, price)| PriceTier {
            from: from.and_then(|from| from.replace('.', "").parse().ok()).unwrap_or(UNREADABLE),
            price: price.and_then(|price| price.parse().ok()).unwrap_or(Rupiah::new(UNREADABLE)),
        })
        .collect()
}

/// `250`, `1.100` and `1,2 kg`: a dot parts thousands of grams.
fn grams(text: &str) -> i64 {
    let text = if text.ends_with("kg") { text.to_owned() } else { text.replace('.', "") };
    text.parse::<Grams>().map_or(UNREADABLE, Grams::get)
}

/// `20` and `20,5` centimetres; nothing is not known.
fn millimetres(text: &str) -> i64 {
    if text.is_empty() {
        return 0;
    }
    let text = text.replace('.', ",");
    let (whole, tenth) = text.split_once(',').unwrap_or((&text, "0"));
    let is_plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain(whole) || !is_plain(tenth) || whole.len() > 4 || tenth.len() > 1 {
        return UNREADABLE;
    }
    whole.parse::<i64>().and_then(|whole| Ok(whole * 10 + tenth.parse::<i64>()?)).unwrap_or(UNREADABLE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use services::{FieldError, RejectionCode};

    #[test]
    fn sizes_are_read_as_people_type_them() {
        for (text, millimetres_of_it) in [("20", 200), ("20,5", 205), ("20.5", 205), ("", 0)] {
            assert_eq!(millimetres(text), millimetres_of_it, "{text}");
        }
        for text in ["-3", "dua", "1,25", ",", "99999"] {
            assert_eq!(millimetres(text), UNREADABLE, "{text}");
        }
    }

    #[test]
    fn weights_are_read_as_people_type_them() {
        for (text, grams_of_it) in [("1100", 1_100), ("1.100", 1_100), ("1,2 kg", 1_200), ("250 g", 250)] {
            assert_eq!(grams(text), grams_of_it, "{text}");
        }
        assert_eq!(grams("berat"), UNREADABLE);
    }

    #[test]
    fn an_error_stands_at_the_row_that_was_typed_into() {
        let fields = vec![FieldError::new("variants[1].price", "price-invalid"), FieldError::new("name", "too-long")];
        let Error::Rejected(moved) = with_places(Error::rejected(RejectionCode::Invalid, fields), "variants", &[0, 3])
        else {
            panic!("a refusal stays one")
        };
        let places: Vec<&str> = moved.fields.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(places, ["variants[3].price", "name"]);
    }
}
