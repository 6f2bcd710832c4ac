//! Complaints, from the side of buyers.

use access::{AppState, Caller, Denied, RequestLocale};
use app::{
    forms::refused_at,
    pages::order::{
        cases::{OPEN_FORM, photo_form, pieces_field, write_form},
        show::ACCOUNT_FORM,
    },
};
use axum::{
    Extension,
    extract::{DefaultBodyLimit, Path, Request, State},
    handler::Handler as _,
    response::Response,
};
use axum_extra::extract::CookieJar;
use services::{
    BankAccount, Error, RejectionCode,
    complaints::{self, CaseLineRequest, CaseRequest},
    orders, refunds,
};

use super::{
    orders::account_of,
    uploads::{self, Uploaded, picture},
};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area, and the pictures that only some may see.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/pesanan/{token}/keluhan", open)
        .post("/pesanan/{token}/keluhan/{id}/foto", add_photo.layer(DefaultBodyLimit::max(uploads::BYTES)))
        .get("/pesanan/{token}/keluhan/{id}/foto/{photo}", photo)
        .post("/pesanan/{token}/keluhan/{id}/pesan", write)
        .post("/pesanan/{token}/keluhan/{id}/setuju", accept)
        .post("/pesanan/{token}/keluhan/{id}/kurator", escalate)
        .post("/pesanan/{token}/keluhan/{id}/tarik", withdraw)
        .post("/pesanan/{token}/keluhan/{id}/pengganti/terima", goods_received)
        .post("/pesanan/{token}/rekening", account)
        .post("/pesanan/{token}/pengembalian/{id}/terima", money_received)
        .get("/pesanan/{token}/pengembalian/{id}/bukti", proof)
}

type Answer = Result<Response, Denied>;

fn page(token: &str) -> String {
    format!("/pesanan/{token}/keluhan")
}

async fn open(Path(token): Path<String>, caller: Caller, form: SubmittedForm) -> Answer {
    let order = orders::by_token(form.services(), &token).await?;
    let variants: Vec<&str> = order.items.iter().map(|item| item.variant.as_str()).collect();
    let (lines, named) = pieces(&form, &variants);
    let lines = lines.into_iter().map(|(variant, pieces)| CaseLineRequest { variant, pieces }).collect();
    let Ok(reason) = form.value("reason").parse() else {
        return Ok(form.refuse(OPEN_FORM, &page(&token), Error::invalid("reason", "choice-unknown")).await);
    };
    let request = CaseRequest { lines, reason, text: form.value("text") };
    match complaints::open(form.services(), &token, &request, account_of(&caller)).await {
        Ok(_) => Ok(form.done(&page(&token), "keluhan-dibuka")),
        Err(error) => refused(form, (OPEN_FORM, &page(&token)), at_fields(error, &named)).await,
    }
}

/// Pieces of the lines of which some were asked for, and the fields that they came from.
pub(super) fn pieces(form: &SubmittedForm, variants: &[&str]) -> (Vec<(String, i64)>, Vec<String>) {
    variants
        .iter()
        .map(|variant| (pieces_field(variant), *variant))
        // What is no number is one that no line has.
        .map(|(field, variant)| (form.optional(&field).map_or(0, |text| text.parse().unwrap_or(-1)), field, variant))
        .filter(|(pieces, ..)| *pieces != 0)
        .map(|(pieces, field, variant)| ((variant.to_owned(), pieces), field))
        .unzip()
}

/// Errors of lines, at the fields of the form that the lines came from.
pub(super) fn at_fields(error: Error, named: &[String]) -> Error {
    let Error::Rejected(mut rejection) = error else { return error };
    for field in &mut rejection.fields {
        let place = field.field.strip_prefix("lines[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
        if let Some(name) = place.and_then(|place| named.get(place)) {
            field.field.clone_from(name);
        }
    }
    Error::Rejected(rejection)
}

/// Shows the form again where it was filled in wrongly; what has changed meanwhile is shown as it stands now.
pub(super) async fn refused(form: SubmittedForm, (name, path): (&str, &str), error: Error) -> Answer {
    refused_to(form, (name, path, path), error).await
}

/// The same for one of several forms with the same fields.
pub(super) async fn refused_among(form: SubmittedForm, (name, path): (&str, &str), error: Error) -> Answer {
    refused_to(form, (name, path, &refused_at(path, name)), error).await
}

async fn refused_to(form: SubmittedForm, (name, path, again): (&str, &str, &str), error: Error) -> Answer {
    match error {
        Error::Rejected(rejection) if rejection.code == RejectionCode::InvalidState && rejection.fields.is_empty() => {
            Ok(form.done(path, "keluhan-berubah"))
        }
        error @ Error::Rejected(_) => Ok(form.refuse(name, again, error).await),
        error => Err(error.into()),
    }
}

async fn add_photo(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
    jar: CookieJar,
    Path((token, id)): Path<(String, String)>,
    request: Request,
) -> Answer {
    if !complaints::by_token(&state.services, &token).await?.iter().any(|case| case.id == id) {
        return Err(Error::NotFound.into());
    }
    let Uploaded { file, form } = uploads::read(request, state, jar, locale).await;
    let added = match file {
        Ok(Some(bytes)) => complaints::add_photo(form.services(), &token, &id, bytes).await.map(drop),
        Ok(None) => Err(Error::invalid(uploads::PHOTO, "photo-none")),
        Err(field) => Err(Error::rejected(RejectionCode::Invalid, vec![field])),
    };
    match added {
        Ok(()) => Ok(form.done(&page(&token), "keluhan-foto")),
        Err(error) => refused_among(form, (&photo_form(&id), &page(&token)), error).await,
    }
}

async fn write(Path((token, id)): Path<(String, String)>, caller: Caller, form: SubmittedForm) -> Answer {
    let text = form.value("text");
    match complaints::write(form.services(), &token, &id, &text, account_of(&caller)).await {
        Ok(_) => Ok(form.done(&page(&token), "keluhan-pesan")),
        Err(error) => refused_among(form, (&write_form(&id), &page(&token)), error).await,
    }
}

async fn accept(Path((token, id)): Path<(String, String)>, caller: Caller, form: SubmittedForm) -> Answer {
    let result = complaints::accept(form.services(), &token, &id, account_of(&caller)).await;
    finish(form, &page(&token), "keluhan-setuju", result.err()).await
}

async fn escalate(Path((token, id)): Path<(String, String)>, caller: Caller, form: SubmittedForm) -> Answer {
    let result = complaints::escalate(form.services(), &token, &id, account_of(&caller)).await;
    finish(form, &page(&token), "keluhan-kurator", result.err()).await
}

async fn withdraw(Path((token, id)): Path<(String, String)>, caller: Caller, form: SubmittedForm) -> Answer {
    let result = complaints::withdraw(form.services(), &token, &id, account_of(&caller)).await;
    finish(form, &page(&token), "keluhan-tarik", result.err()).await
}

async fn account(Path(token): Path<String>, form: SubmittedForm) -> Answer {
    let page = format!("/pesanan/{token}");
    let typed = BankAccount { bank: form.value("bank"), account: form.value("account"), holder: form.value("holder") };
    match refunds::give_account(form.services(), &token, &typed).await {
        Ok(()) => Ok(form.done(&page, "rekening-pembeli")),
        Err(error) => refused(form, (ACCOUNT_FORM, &page), error).await,
    }
}

async fn goods_received(Path((token, id)): Path<(String, String)>, caller: Caller, form: SubmittedForm) -> Answer {
    let result = complaints::replacement_received(form.services(), &token, &id, account_of(&caller)).await;
    finish(form, &page(&token), "keluhan-diterima", result.err()).await
}

async fn money_received(Path((token, id)): Path<(String, String)>, caller: Caller, form: SubmittedForm) -> Answer {
    let result = refunds::confirm_received(form.services(), &token, &id, account_of(&caller)).await;
    finish(form, &format!("/pesanan/{token}"), "uang-diterima", result.err()).await
}

async fn finish(form: SubmittedForm, path: &str, done: &str, error: Option<Error>) -> Answer {
    match error {
        None => Ok(form.done(path, done)),
        Some(error) => refused(form, (OPEN_FORM, path), error).await,
    }
}

async fn photo(State(state): State<AppState>, Path((token, id, photo)): Path<(String, String, String)>) -> Answer {
    Ok(picture(complaints::photo_of_buyer(&state.services, &token, &id, &photo).await?))
}

async fn proof(State(state): State<AppState>, Path((token, id)): Path<(String, String)>) -> Answer {
    Ok(picture(refunds::proof(&state.services, &token, &id).await?))
}
