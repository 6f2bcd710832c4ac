//! Forms of the cart, and its two cookies.

use access::{Denied, cookies, own_path};
use app::pages::{
    shopping::cart::{self as cart_page, line_anchor, quantity_field},
    storefront::product,
};
use axum::response::{IntoResponse as _, Response};
use services::{Error, FieldError, cart, holds};

use crate::http::{
    form::{SubmittedForm, with_query},
    recorder::Recorder,
};

/// Where a product is put in from when the form does not say it.
const PRODUCTS: &str = "/produk";
const CART: &str = "/keranjang";

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/keranjang/tambah", add)
        .post("/keranjang/ubah", change)
        .post("/keranjang/hapus", remove)
        .post("/keranjang/kembalikan", put_back)
}

async fn add(form: SubmittedForm) -> Response {
    let back = form.value("lanjut");
    let back = own_path(&back).unwrap_or(PRODUCTS).to_owned();
    let variant = form.value("variant");
    if variant.is_empty() {
        return form.refuse(product::FORM, &back, Error::invalid(product::VARIANTS_ID, "variant-missing")).await;
    }
    // What is no number is refused by the use case like any other number that cannot be bought.
    let quantity = form.integer("quantity").unwrap_or_default();
    match cart::add(form.services(), token(&form).as_deref(), &variant, quantity).await {
        Ok(added) => {
            let answer = if form.has("beli") {
                match holds::begin(form.services(), &added.token).await {
                    // What else is in the cart may be gone; the page says so.
                    Ok(_) | Err(Error::Rejected(_)) => form.redirect("/checkout"),
                    Err(error) => return Denied(error).into_response(),
                }
            } else {
                form.done(&back, "cart-added")
            };
            with_cart(&form, Some(added.token), added.piece_count, answer)
        }
        Err(error) => form.refuse(product::FORM, &back, error).await,
    }
}

async fn change(form: SubmittedForm) -> Response {
    let Some(token) = token(&form) else { return form.redirect(CART) };
    let variant = form.value("variant");
    let typed = form.integer("quantity").unwrap_or(-1);
    let quantity = match form.value("change").as_str() {
        "less" => typed.saturating_sub(1),
        "more" => typed.saturating_add(1),
        _ => typed,
    };
    let back = format!("{CART}#{}", line_anchor(&variant));
    match cart::set_quantity(form.services(), &token, &variant, quantity).await {
        Ok(_) => with_count(&form, token, form.redirect(&back)).await,
        Err(error) => refuse_line(form, &variant, &back, error).await,
    }
}

async fn remove(form: SubmittedForm) -> Response {
    let Some(token) = token(&form) else { return form.redirect(CART) };
    match cart::remove(form.services(), &token, &form.value("variant")).await {
        Ok(line) => {
            let undo = with_query(CART, cart_page::REMOVED_QUERY, &line.variant);
            let undo = with_query(&undo, cart_page::QUANTITY_QUERY, &line.quantity_before.to_string());
            let answer = if line.quantity_before > 0 { form.redirect(&undo) } else { form.redirect(CART) };
            with_count(&form, token, answer).await
        }
        Err(error) => Denied(error).into_response(),
    }
}

async fn put_back(form: SubmittedForm) -> Response {
    let variant = form.value("variant");
    let quantity = form.integer("quantity").unwrap_or_default();
    match cart::add(form.services(), token(&form).as_deref(), &variant, quantity).await {
        Ok(added) => {
            let answer = form.done(CART, "cart-put-back");
            with_cart(&form, Some(added.token), added.piece_count, answer)
        }
        Err(error) => refuse_line(form, &variant, CART, error).await,
    }
}

/// Shows the cart again with the error at the line that it is about.
async fn refuse_line(form: SubmittedForm, variant: &str, back: &str, error: Error) -> Response {
    let error = match error {
        Error::Rejected(mut rejection) => {
            for field in &mut rejection.fields {
                *field = FieldError { field: quantity_field(variant), ..field.clone() };
            }
            Error::Rejected(rejection)
        }
        other => other,
    };
    form.refuse(cart_page::FORM, back, error).await
}

/// Token of the browser's cart.
pub(super) fn token(form: &SubmittedForm) -> Option<String> {
    cookies::get(form.jar(), cookies::CART, &form.state().site)
}

/// Sets the count of the cart anew, from the database.
pub(super) async fn with_count(form: &SubmittedForm, token: String, answer: Response) -> Response {
    match cart::piece_count(form.services(), Some(&token)).await {
        Ok(count) => with_cart(form, Some(token), count, answer),
        Err(error) => Denied(error).into_response(),
    }
}

/// Both cookies begin their time anew with every change, as the cart itself does.
fn with_cart(form: &SubmittedForm, token: Option<String>, count: i64, answer: Response) -> Response {
    let site = &form.state().site;
    let mut jar = form.jar().clone();
    if let Some(token) = token {
        jar = jar.add(cookies::build(cookies::CART, token, cart::CART_DAYS, site));
    }
    jar = jar.add(cookies::build(cookies::CART_COUNT, count.min(MOST_SHOWN).to_string(), cart::CART_DAYS, site));
    (jar, answer).into_response()
}

/// The script reads at most four digits.
const MOST_SHOWN: i64 = 9_999;
