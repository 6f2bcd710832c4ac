//! Forms of sellers about their products.

mod photos;
mod reading;
mod stock;

use access::{Denied, Seller};
use app::pages::selling::products::{
    edit::{self, REFUSED_FORM},
    new,
};
use axum::{extract::Path, response::Response};
use services::{
    Error,
    fulfilment::SellerScope,
    selling::{self, NewProduct},
};

use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/jual/produk/baru", create)
        .post("/jual/produk/{id}", save)
        .post("/jual/produk/{id}/ajukan", propose)
        .post("/jual/produk/{id}/sembunyikan", hide)
        .post("/jual/produk/{id}/tampilkan", show)
        .post("/jual/produk/{id}/arsipkan", archive)
        .merge(photos::routes())
}

/// The shops that a caller acts for.
fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}

/// Path of a product's editor.
fn editor(id: &str) -> String {
    format!("/jual/produk/{id}")
}

/// Where a refused form of the editor is shown again.
fn back_to(id: &str, form: &str, place: &str) -> String {
    format!("{}?{REFUSED_FORM}={form}{place}", editor(id))
}

async fn create(seller: Seller, form: SubmittedForm) -> Response {
    let new = NewProduct {
        shop: form.value("shop"),
        category: form.value("category"),
        name: form.value("name"),
        ..NewProduct::default()
    };
    match selling::create(form.services(), scope(&seller), &new).await {
        Ok(product) => form.done(&editor(&product.id), "produk-dibuat"),
        Err(error) => form.refuse(new::FORM, "/jual/produk/baru", error).await,
    }
}

async fn save(seller: Seller, Path(id): Path<String>, form: SubmittedForm) -> Response {
    match save_all(&seller, &id, &form).await {
        Ok(()) => form.done(&editor(&id), "produk-disimpan"),
        Err(error) => form.refuse(edit::FORM, &back_to(&id, edit::FORM, ""), error).await,
    }
}

/// Saves what was typed, then asks the curator.
async fn propose(seller: Seller, Path(id): Path<String>, form: SubmittedForm) -> Response {
    let saved = if form.has("name") { save_all(&seller, &id, &form).await } else { Ok(()) };
    let proposed = match saved {
        Ok(()) => selling::propose(form.services(), scope(&seller), &id).await,
        Err(error) => Err(error),
    };
    match proposed {
        Ok(_) => form.done(&editor(&id), "produk-diajukan"),
        Err(error) => form.refuse(edit::FORM, &back_to(&id, edit::FORM, ""), error).await,
    }
}

/// Saves texts, variants and handling, then the stock, which needs the variants.
async fn save_all(seller: &Seller, id: &str, form: &SubmittedForm) -> Result<(), Error> {
    let (change, rows) = reading::product(form);
    let saved = selling::update(form.services(), scope(seller), id, &change).await;
    let product = saved.map_err(|error| reading::with_places(error, "variants", &rows))?;
    let added: Vec<usize> =
        change.variants.iter().zip(&rows).filter(|(variant, _)| variant.id.is_none()).map(|(_, row)| *row).collect();
    stock::save(seller, form, &product, &added).await
}

async fn hide(seller: Seller, Path(id): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    selling::hide(form.services(), scope(&seller), &id).await?;
    Ok(form.done(&editor(&id), "produk-disembunyikan"))
}

async fn show(seller: Seller, Path(id): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    selling::show(form.services(), scope(&seller), &id).await?;
    Ok(form.done(&editor(&id), "produk-ditampilkan"))
}

async fn archive(seller: Seller, Path(id): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    selling::archive(form.services(), scope(&seller), &id).await?;
    Ok(form.done("/jual/produk", "produk-diarsipkan"))
}
