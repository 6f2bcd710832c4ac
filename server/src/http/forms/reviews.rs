//! Reviews: written and taken back by buyers, reported by anybody, answered by shops, hidden by curators.

use access::{AppState, Caller, Curator, Denied, RequestLocale, Seller};
use app::{
    forms::refused_at,
    pages::{
        curating::reviews::{decide_form, tab_path},
        order::reviews::FORM,
        reviews::report::FORM as REPORT_FORM,
        selling::reviews::{OPEN, PATH as DESK, reply_form},
    },
};
use axum::{
    Extension,
    extract::{DefaultBodyLimit, Path, Request, State},
    handler::Handler as _,
    response::Response,
};
use axum_extra::extract::CookieJar;
use domain::{limits, review::AuthorName};
use services::{
    Error, RejectionCode,
    fulfilment::SellerScope,
    reviews::{self, ReportRequest, ReviewRequest},
};

use super::{
    orders::account_of,
    uploads::{self, Several},
};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Largest form: all photos, each as large as it may be, and what lies between them.
const BYTES: usize = limits::REVIEW_PHOTOS * limits::PHOTO_BYTES + 256 * 1024;

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/pesanan/{token}/ulasan/{variant}", save.layer(DefaultBodyLimit::max(BYTES)))
        .post("/pesanan/{token}/ulasan/{variant}/hapus", remove)
        .post("/pesanan/{token}/ulasan/{variant}/foto/{photo}/hapus", remove_photo)
        .post("/ulasan/{id}/lapor", report)
        .post("/jual/ulasan/{id}", reply)
        .post("/kurasi/ulasan/{id}/sembunyikan", hide)
        .post("/kurasi/ulasan/{id}/tampilkan", restore)
        .post("/kurasi/ulasan/{id}/biarkan", dismiss)
}

type Answer = Result<Response, Denied>;

fn order_page(token: &str) -> String {
    format!("/pesanan/{token}#ulasan")
}

fn line_page(token: &str, variant: &str) -> String {
    format!("/pesanan/{token}/ulasan/{variant}")
}

/// Writes the review of a line, or changes it. That there is such a line is known before the photos are read.
async fn save(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
    jar: CookieJar,
    Path((token, variant)): Path<(String, String)>,
    caller: Caller,
    request: Request,
) -> Answer {
    let own = reviews::own_by_line(&state.services, &token, &variant, locale).await?;
    let Several { files, form } = uploads::read_several(request, state, jar, locale, limits::REVIEW_PHOTOS).await;
    let page = line_page(&token, &variant);
    let pictures = match files {
        Ok(pictures) => pictures,
        Err(field) => {
            return Ok(form.refuse(FORM, &page, Error::rejected(RejectionCode::Invalid, vec![field])).await);
        }
    };
    let said = ReviewRequest {
        // Nothing chosen is no number of stars.
        stars: form.integer("stars").unwrap_or_default(),
        text: form.value("text"),
        name: form.value("name").parse().unwrap_or(AuthorName::FirstName),
    };
    let (services, by) = (form.services(), account_of(&caller));
    let (result, done) = match own {
        Some(own) => (reviews::edit(services, &token, &own.review.id, &said, pictures, by).await, "ulasan-diubah"),
        None => (reviews::write(services, &token, &variant, &said, pictures, by).await, "ulasan-terkirim"),
    };
    match result {
        Ok(_) => Ok(form.done(&order_page(&token), done)),
        Err(error) => refused(form, (FORM, &page, &page), error).await,
    }
}

/// What has changed meanwhile is shown as it stands now; what was filled in wrongly is shown again.
async fn refused(form: SubmittedForm, (name, page, again): (&str, &str, &str), error: Error) -> Answer {
    match error {
        Error::Rejected(rejection) if rejection.code == RejectionCode::InvalidState && rejection.fields.is_empty() => {
            Ok(form.done(page, "ulasan-berubah"))
        }
        error @ (Error::Rejected(_) | Error::TooManyRequests { .. }) => Ok(form.refuse(name, again, error).await),
        error => Err(error.into()),
    }
}

async fn remove(Path((token, variant)): Path<(String, String)>, caller: Caller, form: SubmittedForm) -> Answer {
    let own = reviews::own_by_line(form.services(), &token, &variant, form.locale()).await?.ok_or(Error::NotFound)?;
    let result = reviews::remove(form.services(), &token, &own.review.id, account_of(&caller)).await;
    let page = order_page(&token);
    finish(form, &page, "ulasan-dihapus", result.err()).await
}

async fn remove_photo(
    Path((token, variant, photo)): Path<(String, String, String)>,
    caller: Caller,
    form: SubmittedForm,
) -> Answer {
    let own = reviews::own_by_line(form.services(), &token, &variant, form.locale()).await?.ok_or(Error::NotFound)?;
    let result = reviews::remove_photo(form.services(), &token, &own.review.id, &photo, account_of(&caller)).await;
    finish(form, &line_page(&token, &variant), "ulasan-foto-dihapus", result.err()).await
}

async fn finish(form: SubmittedForm, page: &str, done: &str, error: Option<Error>) -> Answer {
    match error {
        None => Ok(form.done(page, done)),
        Some(error) => refused(form, (FORM, page, page), error).await,
    }
}

async fn report(Path(id): Path<String>, caller: Caller, form: SubmittedForm) -> Answer {
    let review = reviews::find_shown(form.services(), &id, form.locale()).await?;
    let page = format!("/ulasan/{id}/lapor");
    let Ok(reason) = form.value("reason").parse() else {
        return Ok(form.refuse(REPORT_FORM, &page, Error::invalid("reason", "choice-unknown")).await);
    };
    let request = ReportRequest { reason, note: form.optional("note") };
    let back = match review.detail.is_on_sale {
        true => format!("/produk/{}#ulasan", review.product),
        false => format!("/toko/{}#ulasan", review.detail.shop),
    };
    match reviews::report(form.services(), &id, &request, account_of(&caller)).await {
        Ok(()) => Ok(form.done(&back, "ulasan-dilaporkan")),
        Err(error) => refused(form, (REPORT_FORM, &page, &page), error).await,
    }
}

async fn reply(Path(id): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let scope = SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids };
    let page = if form.value("tab") == OPEN { format!("{DESK}?tab={OPEN}") } else { DESK.to_owned() };
    match reviews::reply(form.services(), scope, &id, &form.value("text"), form.locale()).await {
        Ok(_) => Ok(form.done(&page, "ulasan-dibalas")),
        Err(error) => {
            let name = reply_form(&id);
            refused(form, (&name, &page, &refused_at(&page, &name)), error).await
        }
    }
}

async fn hide(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = reviews::hide(form.services(), me.id, &id, &form.value("reason")).await;
    decided(form, &id, "ulasan-disembunyikan", result.err()).await
}

async fn restore(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = reviews::restore(form.services(), me.id, &id, &form.value("reason")).await;
    decided(form, &id, "ulasan-ditampilkan", result.err()).await
}

async fn dismiss(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = reviews::dismiss_reports(form.services(), me.id, &id).await;
    decided(form, &id, "ulasan-dibiarkan", result.err()).await
}

async fn decided(form: SubmittedForm, id: &str, done: &str, error: Option<Error>) -> Answer {
    let page = tab_path(&form.value("tab"));
    match error {
        None => Ok(form.done(&page, done)),
        Some(error) => {
            let name = decide_form(id);
            refused(form, (&name, &page, &refused_at(&page, &name)), error).await
        }
    }
}
