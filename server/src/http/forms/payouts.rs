//! Payouts, and the files that go with them: statements for shops, batches for the bank.

use access::{Admin, AppState, Curator, Denied, Seller};
use app::pages::curating::payouts::{ADJUST_FORM, FORM, PATH, ended_form, page_of, paid_form};
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::{money::Rupiah, payout::PayoutStatus};
use services::{Error, ledger, payouts};

use super::cases::{refused, refused_among};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms and files of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .get("/jual/uang/{shop}/laporan/{month}/csv", statement)
        .get("/kurasi/uang/berkas/{batch}", batch)
        .post("/kurasi/uang/susun", sweep)
        .post("/kurasi/uang/penyesuaian", adjust)
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
    match payouts::sweep_by(form.services(), &me).await {
        Ok(0) => Ok(form.done(PATH, "payouts-nothing")),
        Ok(_) => Ok(form.done(PATH, "payouts-made")),
        Err(error) => refused(form, (FORM, PATH), error).await,
    }
}

async fn send(Curator(me): Curator, form: SubmittedForm) -> Answer {
    let ids = form.values("payout");
    match payouts::send(form.services(), &me, &ids).await {
        Ok(_) => Ok(form.done(&page_of(PayoutStatus::Sent), "payouts-sent")),
        Err(error) => refused(form, (FORM, &page_of(PayoutStatus::Approved)), error).await,
    }
}

async fn approve(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    match payouts::approve(form.services(), &me, &id).await {
        Ok(payout) => Ok(form.done(&page_of(payout.status), "payout-approved")),
        Err(error) => {
            let path = where_it_stands(&form, &id).await?;
            refused(form, (FORM, &path), error).await
        }
    }
}

async fn pay(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::pay(form.services(), &me, &id, &form.value("reference")).await;
    finish(form, (&id, &paid_form(&id)), "payout-paid", result).await
}

async fn fail(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::fail(form.services(), &me, &id, &form.value("reason")).await;
    finish(form, (&id, &ended_form(&id)), "payout-failed", result).await
}

async fn returned(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = payouts::returned(form.services(), &me, &id, &form.value("reason")).await;
    finish(form, (&id, &ended_form(&id)), "payout-returned", result).await
}

/// Shows a payout where it stands now, with what was wrong.
async fn finish(
    form: SubmittedForm,
    (id, name): (&str, &str),
    done: &str,
    result: Result<payouts::PayoutView, Error>,
) -> Answer {
    match result {
        Ok(payout) => Ok(form.done(&page_of(payout.status), done)),
        Err(error) => {
            let path = where_it_stands(&form, id).await?;
            refused_among(form, (name, &path), error).await
        }
    }
}

async fn where_it_stands(form: &SubmittedForm, id: &str) -> Result<String, Denied> {
    Ok(page_of(payouts::find(form.services(), id).await?.status))
}

async fn adjust(Admin(me): Admin, form: SubmittedForm) -> Answer {
    let amount = form.value("amount").parse::<Rupiah>().ok().map(Rupiah::get);
    let result = ledger::adjust(form.services(), &me, &form.value("shop"), amount, &form.value("reason")).await;
    match result {
        Ok(()) => Ok(form.done(PATH, "adjusted")),
        // The shop is typed, so one that is not there is a field to correct.
        Err(Error::NotFound) => refused(form, (ADJUST_FORM, PATH), Error::invalid("shop", "shop-unknown")).await,
        Err(error) => refused(form, (ADJUST_FORM, PATH), error).await,
    }
}
