//! Vouchers: put into carts and taken out, made and ended by shops and by the site.

use access::{Caller, Curator, Denied, Seller};
use app::pages::{
    curating::vouchers::PATH as CURATING,
    selling::vouchers::{FORM, PATH},
    shopping::cart::voucher::{FORM as CART_FORM, PATH as USE, REMOVE_PATH as REMOVE},
};
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use domain::money::Rupiah;
use services::{
    Error, cart,
    fulfilment::SellerScope,
    vouchers::{self, FIELD, VoucherRequest},
};

use super::cart::token;
use crate::http::{form::SubmittedForm, recorder::Recorder};

const CART: &str = "/keranjang";
/// An amount that is always refused.
const UNREADABLE: i64 = -1;

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post(USE, put_in)
        .post(REMOVE, take_out)
        .post(PATH, make)
        .post("/jual/voucher/{code}/akhiri", end)
        .post(CURATING, make_for_site)
        .post("/kurasi/voucher/{code}/akhiri", end_for_site)
}

async fn put_in(caller: Caller, form: SubmittedForm) -> Response {
    let Some(token) = token(&form) else { return form.redirect(CART) };
    let account = caller.identity.map(|identity| identity.id);
    let result = async {
        let cart = cart::view(form.services(), Some(&token), form.locale()).await?;
        vouchers::put_into_cart(form.services(), &token, &form.value(FIELD), &cart, account).await
    };
    match result.await {
        Ok(()) => form.done(CART, "voucher-used"),
        Err(error) => form.refuse(CART_FORM, CART, error).await,
    }
}

async fn take_out(form: SubmittedForm) -> Response {
    let Some(token) = token(&form) else { return form.redirect(CART) };
    match vouchers::take_out_of_cart(form.services(), &token).await {
        Ok(()) => form.done(CART, "voucher-removed"),
        Err(error) => Denied(error).into_response(),
    }
}

async fn make(seller: Seller, form: SubmittedForm) -> Response {
    let request = match read(&form) {
        Ok(request) => request,
        Err(error) => return form.refuse(FORM, PATH, error).await,
    };
    let scope = SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids };
    let result = vouchers::make(form.services(), scope, &form.value("shop"), &request).await;
    // A shop that was not chosen.
    let result = result.map_err(|error| match error {
        Error::NotFound => Error::invalid("shop", "choice-unknown"),
        other => other,
    });
    made(form, PATH, result).await
}

async fn make_for_site(Curator(me): Curator, form: SubmittedForm) -> Response {
    let request = match read(&form) {
        Ok(request) => request,
        Err(error) => return form.refuse(FORM, CURATING, error).await,
    };
    let result = vouchers::make_for_site(form.services(), &me, &request).await;
    made(form, CURATING, result).await
}

async fn made(form: SubmittedForm, path: &str, result: Result<String, Error>) -> Response {
    match result {
        Ok(_) => form.done(path, "voucher-made"),
        Err(error) => form.refuse(FORM, path, error).await,
    }
}

async fn end(seller: Seller, Path(code): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    let scope = SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids };
    vouchers::end(form.services(), scope, &code).await?;
    Ok(form.done(PATH, "voucher-ended"))
}

async fn end_for_site(Curator(me): Curator, Path(code): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    vouchers::end_for_site(form.services(), &me, &code).await?;
    Ok(form.done(CURATING, "voucher-ended"))
}

fn read(form: &SubmittedForm) -> Result<VoucherRequest, Error> {
    let number = |name: &str| form.optional(name).map(|text| text.replace('.', "").parse().unwrap_or(UNREADABLE));
    let money = |name: &str| form.optional(name).map(|text| text.parse::<Rupiah>().map_or(UNREADABLE, Rupiah::get));
    Ok(VoucherRequest {
        code: form.value("code"),
        kind: form.value("kind").parse().map_err(|_| Error::invalid("kind", "choice-unknown"))?,
        percent: number("percent"),
        amount: money("amount"),
        minimum_goods: money("minimum_goods").unwrap_or(0),
        valid_from: form.optional("valid_from"),
        valid_to: form.value("valid_to"),
        most_uses: number("most_uses"),
        most_uses_per_buyer: number("most_uses_per_buyer"),
    })
}
