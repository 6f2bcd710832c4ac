//! The numbers of the shelf. Only those that were changed are set: what was sold in between stays sold.

use access::Seller;
use services::{Error, FieldError, RejectionCode, Result, capacity, check, selling::SellerProduct, stock};

use super::scope;
use crate::http::form::SubmittedForm;

/// Rows that are looked at; each lot is one.
const MAX_ROWS: usize = 300;
/// A number that is always refused.
const UNREADABLE: i64 = -1;

/// Sets the numbers that were changed, and the first ones of variants that were just added in these rows of the form.
pub(super) async fn save(
    seller: &Seller,
    form: &SubmittedForm,
    product: &SellerProduct,
    added: &[usize],
) -> Result<()> {
    let mut errors = Vec::new();
    for row in 0..MAX_ROWS {
        let at = |field: &str| format!("stock[{row}].{field}");
        let Some(variant) = form.optional(&at("variant")) else { break };
        let is_left = product.variants.iter().any(|left| left.id == variant);
        if !is_left || form.value(&at("on_hand")) == form.value(&at("was")) {
            continue;
        }
        errors.extend(set(seller, form, &variant, form.optional(&at("lot")).as_deref(), at("on_hand")).await?);
    }
    // New variants come last, in the order of the form.
    let new = product.variants.iter().rev().take(added.len()).rev();
    for (variant, row) in new.zip(added) {
        let field = format!("variants[{row}].stock");
        if form.optional(&field).is_some() {
            errors.extend(set(seller, form, &variant.id, None, field).await?);
        }
    }
    errors.extend(save_capacity(seller, form, product).await?);
    check(errors)
}

/// Sets how many pieces a week can be made, where that was changed; an empty field is no limit.
async fn save_capacity(seller: &Seller, form: &SubmittedForm, product: &SellerProduct) -> Result<Vec<FieldError>> {
    let mut errors = Vec::new();
    for row in 0..MAX_ROWS {
        let at = |field: &str| format!("capacity[{row}].{field}");
        let Some(variant) = form.optional(&at("variant")) else { break };
        let is_left = product.made_to_order && product.variants.iter().any(|left| left.id == variant);
        if !is_left || form.value(&at("per_week")) == form.value(&at("was")) {
            continue;
        }
        let field = at("per_week");
        let per_week = form.optional(&field).map(|text| text.replace('.', "").parse().unwrap_or(UNREADABLE));
        match capacity::set(form.services(), scope(seller), &variant, per_week).await {
            Ok(_) => {}
            Err(Error::Rejected(rejection)) if is_about_number(rejection.code) => {
                errors.extend(rejection.fields.into_iter().map(|error| FieldError { field: field.clone(), ..error }));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(errors)
}

/// Sets one number; what is wrong with it, at its field.
async fn set(
    seller: &Seller,
    form: &SubmittedForm,
    variant: &str,
    lot: Option<&str>,
    field: String,
) -> Result<Vec<FieldError>> {
    let on_hand = form.value(&field).replace('.', "").parse().unwrap_or(UNREADABLE);
    match stock::set_on_hand(form.services(), scope(seller), variant, on_hand, lot).await {
        Ok(_) => Ok(Vec::new()),
        Err(Error::Rejected(rejection)) if is_about_number(rejection.code) => {
            Ok(rejection.fields.into_iter().map(|error| FieldError { field: field.clone(), ..error }).collect())
        }
        Err(error) => Err(error),
    }
}

/// Too small, too large, or less than what was ordered.
fn is_about_number(code: RejectionCode) -> bool {
    matches!(code, RejectionCode::Invalid | RejectionCode::InvalidState)
}
