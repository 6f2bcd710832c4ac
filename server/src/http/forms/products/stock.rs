//! The numbers of the shelf. Only those that were changed are set: what was sold in between stays sold.

use access::Seller;
use app::pages::selling::products::edit;
use axum::{extract::Path, response::Response};
use services::{Error, RejectionCode, stock};

use super::{back_to, editor, scope};
use crate::http::form::SubmittedForm;

/// Rows that are looked at; each lot is one.
const MAX_ROWS: usize = 300;
/// A number that is always refused.
const UNREADABLE: i64 = -1;

pub(super) async fn save(seller: Seller, Path(id): Path<String>, form: SubmittedForm) -> Response {
    let mut errors = Vec::new();
    for row in 0..MAX_ROWS {
        let at = |field: &str| format!("stock[{row}].{field}");
        let Some(variant) = form.optional(&at("variant")) else { break };
        let typed = form.value(&at("on_hand"));
        if typed == form.value(&at("was")) {
            continue;
        }
        let on_hand = typed.replace('.', "").parse().unwrap_or(UNREADABLE);
        let lot = form.optional(&at("lot"));
        match stock::set_on_hand(form.services(), scope(&seller), &variant, on_hand, lot.as_deref()).await {
            Ok(_) => {}
            Err(Error::Rejected(rejection)) => {
                errors.extend(rejection.fields.into_iter().map(|mut error| {
                    error.field = at(&error.field);
                    error
                }));
            }
            Err(error) => return form.refuse(edit::STOCK_FORM, &back_to(&id, edit::STOCK_FORM, ""), error).await,
        }
    }
    if errors.is_empty() {
        return form.done(&format!("{}#stok", editor(&id)), "stok-disimpan");
    }
    let error = Error::rejected(RejectionCode::Invalid, errors);
    form.refuse(edit::STOCK_FORM, &back_to(&id, edit::STOCK_FORM, ""), error).await
}
