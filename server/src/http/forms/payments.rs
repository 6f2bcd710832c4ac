//! Forms about direct payments: proofs of buyers, payees and unmatched money of shops, decisions of curators. And the
//! photos of proofs, which are nobody else's.

use access::{AppState, Caller, Curator, Denied, RequestLocale, Seller};
use app::{
    forms::refused_at,
    pages::{
        curating::payments::{LIST_FORM, page_of, reject_form},
        order::show::PROOF_FORM,
        selling::{order::REFUSED_FORM, payments as page},
    },
};
use axum::{
    Extension,
    extract::{DefaultBodyLimit, Path, Request, State},
    handler::Handler as _,
    response::Response,
};
use axum_extra::extract::CookieJar;
use domain::unmatched::UnmatchedStatus;
use services::{
    Error, RejectionCode, Result, cards, fulfilment,
    fulfilment::SellerScope,
    orders,
    payments::{self, BankChange, NewProof, NewUnmatched, Resolution},
};

use super::{
    orders::{account_of, answer},
    uploads::{self, Uploaded, picture},
};
use crate::http::{form::SubmittedForm, recorder::Recorder};

const DESK: &str = "/jual/pembayaran";
const QUEUE: &str = "/kurasi/pembayaran";

type Answer = std::result::Result<Response, Denied>;

/// Forms and photos of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/pesanan/{token}/bukti", show_proof.layer(DefaultBodyLimit::max(uploads::BYTES)))
        .get("/pesanan/{token}/bukti", photo_for_buyer)
        .get("/jual/pesanan/{number}/bukti", photo_for_seller)
        .get("/kurasi/pembayaran/bukti/{id}", photo_for_curator)
        .post("/jual/pesanan/{number}/tidak-diterima", refused)
        .post("/jual/pembayaran/{slug}/rekening", set_bank)
        .post("/jual/pembayaran/{slug}/qris", propose_qris)
        .post("/jual/pembayaran/{slug}/tunai", set_cash)
        .post("/jual/pembayaran/{slug}/uang-masuk", record)
        .post("/jual/pembayaran/{slug}/uang-masuk/{id}", resolve)
        .post("/kurasi/pembayaran/qris/{id}/setujui", verify)
        .post("/kurasi/pembayaran/qris/{id}/tolak", reject)
        .post("/kurasi/pembayaran/kartu/{id}", resolve_card)
}

async fn show_proof(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
    jar: CookieJar,
    caller: Caller,
    Path(token): Path<String>,
    request: Request,
) -> Answer {
    orders::by_token(&state.services, &token).await?;
    let Uploaded { file, form } = uploads::read(request, state, jar, locale).await;
    let result = match file {
        Ok(photo) => {
            let note = form.value("note");
            let proof = NewProof { photo: photo.unwrap_or_default(), note: &note };
            payments::submit_proof(form.services(), &token, account_of(&caller), proof).await.map(drop)
        }
        Err(field) => Err(Error::rejected(RejectionCode::Invalid, vec![field])),
    };
    let path = format!("/pesanan/{token}");
    match result {
        Err(error) if is_about_fields(&error) => Ok(form.refuse(PROOF_FORM, &format!("{path}#bukti"), error).await),
        result => answer(&form, &path, "bukti-terkirim", result.err()),
    }
}

async fn photo_for_buyer(State(state): State<AppState>, Path(token): Path<String>) -> Answer {
    Ok(picture(payments::proof_photo_of_buyer(&state.services, &token).await?))
}

async fn photo_for_seller(State(state): State<AppState>, seller: Seller, Path(number): Path<String>) -> Answer {
    Ok(picture(payments::proof_photo_of_seller(&state.services, scope(&seller), &number).await?))
}

async fn photo_for_curator(State(state): State<AppState>, _: Curator, Path(id): Path<String>) -> Answer {
    Ok(picture(payments::proof_photo(&state.services, &id).await?))
}

async fn refused(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let (reason, restock) = (form.value("reason"), form.has("restock"));
    let result = fulfilment::refused(form.services(), scope(&seller), &number, &reason, restock).await;
    let path = format!("/jual/pesanan/{number}");
    match result {
        Err(error) if is_about_fields(&error) => Ok(form.refuse(REFUSED_FORM, &path, error).await),
        result => answer(&form, &path, "pesanan-tidak-diterima", result.err()),
    }
}

async fn set_bank(Path(slug): Path<String>, seller: Seller, form: SubmittedForm) -> Response {
    let (bank, account, holder) = (form.value("bank"), form.value("account"), form.value("holder"));
    let password = form.values("password_current").pop().unwrap_or_default();
    let change = BankChange { bank: &bank, account: &account, holder: &holder, password: &password };
    let result = payments::set_bank(form.services(), scope(&seller), &seller.identity, &slug, change).await;
    finish(form, &page::bank_form(&slug), "rekening-disimpan", result).await
}

async fn propose_qris(Path(slug): Path<String>, seller: Seller, form: SubmittedForm) -> Response {
    let payload = form.value("payload");
    let password = form.values("password_current").pop().unwrap_or_default();
    let scope = scope(&seller);
    let result = payments::propose_qris(form.services(), scope, &seller.identity, &slug, &payload, &password).await;
    finish(form, &page::qris_form(&slug), "qris-diajukan", result).await
}

async fn set_cash(Path(slug): Path<String>, seller: Seller, form: SubmittedForm) -> Response {
    let accepts = form.has("accepts");
    let result = payments::set_cash(form.services(), scope(&seller), &slug, accepts).await;
    finish(form, &page::cash_form(&slug), "tunai-disimpan", result).await
}

async fn record(Path(slug): Path<String>, seller: Seller, form: SubmittedForm) -> Response {
    let new = NewUnmatched {
        shop: slug.clone(),
        order: form.optional("order"),
        // People write thousands with dots.
        amount: form.value("amount").replace('.', "").parse().unwrap_or(0),
        received_on: form.optional("received_on"),
        note: form.optional("note"),
    };
    let result = payments::record(form.services(), scope(&seller), &new).await.map(drop);
    finish(form, &page::money_form(&slug), "uang-dicatat", result).await
}

async fn resolve(Path((_, id)): Path<(String, String)>, seller: Seller, form: SubmittedForm) -> Response {
    // Without a choice nothing is dealt with, and the use case says so.
    let status = form.value("status").parse().unwrap_or(UnmatchedStatus::Open);
    let resolution = Resolution { status, reference: form.value("reference") };
    let result = payments::resolve(form.services(), scope(&seller), &id, &resolution).await.map(drop);
    finish(form, &page::resolve_form(&id), "uang-selesai", result).await
}

/// Money at the provider that a curator has dealt with there.
async fn resolve_card(Path(id): Path<String>, Curator(curator): Curator, form: SubmittedForm) -> Response {
    let status = form.value("status").parse().unwrap_or(UnmatchedStatus::Open);
    let resolution = Resolution { status, reference: form.value("reference") };
    match cards::resolve(form.services(), curator.id, &id, &resolution).await {
        Ok(()) => form.done(QUEUE, "uang-selesai"),
        Err(error) if is_about_fields(&error) => {
            let name = page::resolve_form(&id);
            form.refuse(&name, &refused_at(QUEUE, &name), error).await
        }
        Err(error) => form.refuse(LIST_FORM, QUEUE, error).await,
    }
}

async fn finish(form: SubmittedForm, name: &str, done: &str, result: Result<()>) -> Response {
    match result {
        Ok(()) => form.done(DESK, done),
        Err(error) => form.refuse(name, &refused_at(DESK, name), error).await,
    }
}

async fn verify(Path(id): Path<String>, Curator(curator): Curator, form: SubmittedForm) -> Response {
    match payments::verify_qris(form.services(), &curator, &id).await {
        Ok(()) => form.done(QUEUE, "qris-disetujui"),
        Err(error) => form.refuse(LIST_FORM, QUEUE, error).await,
    }
}

async fn reject(Path(id): Path<String>, Curator(curator): Curator, form: SubmittedForm) -> Response {
    let reason = form.value("reason");
    // A code in use is only on the page of its shop.
    let page = form.optional("toko").map_or_else(|| QUEUE.to_owned(), |shop| page_of(&shop));
    match payments::reject_qris(form.services(), &curator, &id, &reason).await {
        Ok(()) => form.done(&page, "qris-ditolak"),
        Err(error) if is_about_fields(&error) => {
            let name = reject_form(&id);
            form.refuse(&name, &refused_at(&page, &name), error).await
        }
        Err(error) => form.refuse(LIST_FORM, &page, error).await,
    }
}

/// Whether a form is shown again, rather than the page as it is now.
fn is_about_fields(error: &Error) -> bool {
    match error {
        Error::Rejected(rejection) => rejection.code != RejectionCode::InvalidState,
        Error::TooManyRequests { .. } => true,
        _ => false,
    }
}

fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}
