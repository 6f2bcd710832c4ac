//! What buyers do with their orders.

use access::{Caller, Denied};
use axum::{extract::Path, response::Response};
use services::{Error, RejectionCode, cart, orders};

use super::cart::{token as cart_token, with_count};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/pesanan/{token}/batalkan", cancel)
        .post("/pesanan/{token}/terima", receive)
        .post("/pesanan/{token}/lagi", again)
}

/// Into the cart with what the order held.
async fn again(Path(token): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    let order = orders::by_token(form.services(), &token).await?;
    let wanted: Vec<(&str, i64)> = order.items.iter().map(|item| (item.variant.as_str(), item.quantity)).collect();
    let added = cart::add_again(form.services(), cart_token(&form).as_deref(), &wanted).await?;
    let done = match (added.whole, added.short) {
        (_, 0) => "order-again",
        (0, _) => "order-again-short",
        _ => "order-again-part",
    };
    let answer = form.done("/keranjang", done);
    Ok(match added.token {
        Some(token) => with_count(&form, token, answer).await,
        None => answer,
    })
}

async fn cancel(Path(token): Path<String>, caller: Caller, form: SubmittedForm) -> Result<Response, Denied> {
    let result = orders::cancel(form.services(), &token, account_of(&caller)).await;
    answer(&form, &format!("/pesanan/{token}"), "pesanan-dibatalkan", result.err())
}

async fn receive(Path(token): Path<String>, caller: Caller, form: SubmittedForm) -> Result<Response, Denied> {
    let result = orders::received(form.services(), &token, account_of(&caller)).await;
    answer(&form, &format!("/pesanan/{token}"), "pesanan-diterima", result.err())
}

/// Account of the caller, when there is one.
pub(super) fn account_of(caller: &Caller) -> Option<i64> {
    caller.identity.as_ref().map(|identity| identity.id)
}

/// Back to the page of the order with what was done. A second tap, or a page that was opened before somebody else
/// acted, is no error: the page shows how the order stands now.
pub(super) fn answer(form: &SubmittedForm, path: &str, done: &str, error: Option<Error>) -> Result<Response, Denied> {
    match error {
        None => Ok(form.done(path, done)),
        Some(Error::Rejected(rejection)) if rejection.code == RejectionCode::InvalidState => {
            Ok(form.done(path, "pesanan-berubah"))
        }
        Some(error) => Err(error.into()),
    }
}
