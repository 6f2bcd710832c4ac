//! Payouts, and the files that go with them: statements for shops, batches for the bank.

use access::{AppState, Curator, Denied, Seller};
use app::pages::curating::payouts::{FORM, PATH};
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use services::{Error, ledger, payouts};

use super::cases::refused;
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms and files of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .get("/jual/uang/{shop}/laporan/{month}/csv", statement)
        .get("/kurasi/uang/berkas/{batch}", batch)
        .post("/kurasi/uang/susun", sweep)
        .post("/kurasi/uang/kirim", send)
        .post("/kurasi/uang/{id}/setujui", approve)
        .post("/kurasi/uang/{id}/dibayar", pay)
        .post("/kurasi/uang/{id}/gagal", fail)
        .post("/kurasi/uang/{id}/kembali", returned)
}

type Answer = Result<Response, Denied>;

async fn statement(
    State(state): State<AppState>,
    seller: Seller,
    Path((shop, month)): Path<(String, String)>,
) -> Answer {
    let month: ledger::Month = month.parse()?;
    let text = ledger::statement_csv(&state.services, &seller.shop_ids, &shop, month).await?;
    Ok(csv(&format!("{shop}-{month}.csv"), text))
}

async fn batch(State(state): State<AppState>, _: Curator, Path(batch): Path<String>) -> Answer {
    let text = payouts::batch_file(&state.services, &batch).await?;
    Ok(csv(&format!("{batch}.csv"), text))
}

/// A file to save. Its name comes from rows of ours that were found, so it holds no quotes.
fn csv(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, text).into_response()
}

async fn sweep(Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::sweep_by(form.services(), &me).await;
    finish(form, "payouts-made", result.err()).await
}

async fn send(Curator(me): Curator, form: SubmittedForm) -> Answer {
    let ids = form.values("payout");
    let result = payouts::send(form.services(), &me, &ids).await;
    finish(form, "payouts-sent", result.err()).await
}

async fn approve(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::approve(form.services(), &me, &id).await;
    finish(form, "payout-approved", result.err()).await
}

async fn pay(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::pay(form.services(), &me, &id, &form.value("reference")).await;
    finish(form, "payout-paid", result.err()).await
}

async fn fail(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::fail(form.services(), &me, &id, &form.value("reason")).await;
    finish(form, "payout-failed", result.err()).await
}

async fn returned(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::returned(form.services(), &me, &id, &form.value("reason")).await;
    finish(form, "payout-returned", result.err()).await
}

async fn finish(form: SubmittedForm, done: &str, error: Option<Error>) -> Answer {
    match error {
        None => Ok(form.done(PATH, done)),
        Some(error) => refused(form, (FORM, PATH), error).await,
    }
}
