//! Lots: made, counted, written off and called back by their sellers, and called back by curators.

use access::{Curator, Denied, Seller};
use app::pages::{
    curating::lots::PATH as CURATING,
    selling::lots::{FORM, OFF_FORM, PATH, RECALL_FORM, STOCK_FORM},
};
use axum::{extract::Path, response::Response};
use services::{
    Error,
    fulfilment::SellerScope,
    lots::{self, LotRequest},
    stock,
};

use super::cases::{refused, refused_among};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// A number that is always refused.
const UNREADABLE: i64 = -1;

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post(PATH, make)
        .post("/jual/lot/{code}/stok", count)
        .post("/jual/lot/{code}/hapus", write_off)
        .post("/jual/lot/{code}/tarik", recall)
        .post("/kurasi/lot/{code}/tarik", recall_by_curator)
}

type Answer = Result<Response, Denied>;

fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}

fn pieces(form: &SubmittedForm, name: &str) -> i64 {
    form.value(name).replace('.', "").parse().unwrap_or(UNREADABLE)
}

async fn make(seller: Seller, form: SubmittedForm) -> Answer {
    let request = LotRequest {
        variant: form.value("variant"),
        code: form.optional("code"),
        produced_on: form.optional("produced_on"),
        best_before: form.optional("best_before"),
        on_hand: pieces(&form, "on_hand"),
    };
    match lots::make(form.services(), scope(&seller), &request).await {
        Ok(lot) => Ok(form.done(&format!("{PATH}/{}", lot.code), "lot-dibuat")),
        // A variant that was taken off meanwhile, or none at all.
        Err(Error::NotFound) => refused(form, (FORM, PATH), Error::invalid("variant", "lot-not-food")).await,
        Err(error) => refused(form, (FORM, PATH), error).await,
    }
}

async fn count(seller: Seller, Path(code): Path<String>, form: SubmittedForm) -> Answer {
    let lot = lots::find(form.services(), scope(&seller), &code, form.locale()).await?;
    let on_hand = pieces(&form, "on_hand");
    let result = stock::set_on_hand(form.services(), scope(&seller), &lot.variant, on_hand, Some(&lot.code)).await;
    finish(form, (PATH, &code), (STOCK_FORM, "lot-stok"), result.err()).await
}

async fn write_off(seller: Seller, Path(code): Path<String>, form: SubmittedForm) -> Answer {
    // Whose it is comes before what was typed.
    lots::find(form.services(), scope(&seller), &code, form.locale()).await?;
    let (pieces, reason) = (pieces(&form, "pieces"), form.value("reason"));
    let result = lots::write_off(form.services(), scope(&seller), &code, pieces, &reason).await;
    finish(form, (PATH, &code), (OFF_FORM, "lot-dihapus"), result.err()).await
}

async fn recall(seller: Seller, Path(code): Path<String>, form: SubmittedForm) -> Answer {
    lots::find(form.services(), scope(&seller), &code, form.locale()).await?;
    let result = lots::recall(form.services(), scope(&seller), &code, &form.value("reason")).await;
    finish(form, (PATH, &code), (RECALL_FORM, "lot-ditarik"), result.err()).await
}

async fn recall_by_curator(Curator(me): Curator, Path(code): Path<String>, form: SubmittedForm) -> Answer {
    let result = lots::recall_by_curator(form.services(), &me, &code, &form.value("reason")).await;
    finish(form, (CURATING, &code), (RECALL_FORM, "lot-ditarik"), result.err()).await
}

async fn finish(
    form: SubmittedForm,
    (path, code): (&str, &str),
    (name, done): (&str, &str),
    error: Option<Error>,
) -> Answer {
    let page = format!("{path}/{code}");
    match error {
        None => Ok(form.done(&page, done)),
        Some(error) => refused_among(form, (name, &page), error).await,
    }
}
