//! What sellers do with the orders of their shops.

use access::{Denied, Seller};
use app::pages::selling::order::{PAYMENT_FORM, REJECT_FORM, SHIP_FORM};
use axum::{extract::Path, response::Response};
use services::{Error, RejectionCode, Result, fulfilment, fulfilment::SellerScope, orders::OrderView};

use super::orders::answer;
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/jual/pesanan/{number}/konfirmasi", confirm)
        .post("/jual/pesanan/{number}/tolak", reject)
        .post("/jual/pesanan/{number}/pembayaran/konfirmasi", payment_confirm)
        .post("/jual/pesanan/{number}/pembayaran/tolak", payment_reject)
        .post("/jual/pesanan/{number}/siap", ready)
        .post("/jual/pesanan/{number}/kirim", ship)
        .post("/jual/pesanan/{number}/serahkan", deliver)
}

type Answer = std::result::Result<Response, Denied>;

async fn confirm(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let result = fulfilment::confirm(form.services(), scope(&seller), &number).await;
    answer(&form, &page(&number), "pesanan-dikonfirmasi", result.err())
}

async fn payment_confirm(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let result = fulfilment::payment_confirm(form.services(), scope(&seller), &number).await;
    answer(&form, &page(&number), "pembayaran-dikonfirmasi", result.err())
}

async fn ready(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let result = fulfilment::ready(form.services(), scope(&seller), &number).await;
    answer(&form, &page(&number), "pesanan-siap", result.err())
}

async fn deliver(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let result = fulfilment::deliver(form.services(), scope(&seller), &number).await;
    answer(&form, &page(&number), "pesanan-diserahkan", result.err())
}

async fn reject(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let reason = form.value("reason");
    let result = fulfilment::reject(form.services(), scope(&seller), &number, &reason).await;
    filled_in(form, &number, (REJECT_FORM, "pesanan-ditolak"), result).await
}

async fn payment_reject(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let reason = form.value("reason");
    let result = fulfilment::payment_reject(form.services(), scope(&seller), &number, &reason).await;
    filled_in(form, &number, (PAYMENT_FORM, "pembayaran-ditolak"), result).await
}

async fn ship(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let (courier, tracking) = (form.optional("courier"), form.optional("tracking"));
    let result =
        fulfilment::ship(form.services(), scope(&seller), &number, courier.as_deref(), tracking.as_deref()).await;
    filled_in(form, &number, (SHIP_FORM, "pesanan-dikirim"), result).await
}

/// Shows the form again where it was filled in wrongly; otherwise as any other step.
async fn filled_in(form: SubmittedForm, number: &str, (name, done): (&str, &str), result: Result<OrderView>) -> Answer {
    match result {
        Err(Error::Rejected(rejection)) if rejection.code != RejectionCode::InvalidState => {
            Ok(form.refuse(name, &page(number), Error::Rejected(rejection)).await)
        }
        result => answer(&form, &page(number), done, result.err()),
    }
}

fn page(number: &str) -> String {
    format!("/jual/pesanan/{number}")
}

fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}
