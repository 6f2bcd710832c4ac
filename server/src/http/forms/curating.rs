//! Forms of the curator: decisions about proposals, products and shops.

use access::{Curator, Denied};
use app::pages::curating::{
    products,
    review::{CHANGES_FORM, ISSUES, PUBLISH_FORM, REJECT_FORM},
    shops,
    suspend::SUSPEND,
};
use axum::{extract::Path, response::Response};
use services::{Error, RejectionCode, curation};
use text::Tr;

use crate::http::{form::SubmittedForm, recorder::Recorder};

const QUEUE: &str = "/kurasi/antrean";
const PRODUCTS: &str = "/kurasi/produk";
const SHOPS: &str = "/kurasi/toko";

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/kurasi/antrean/{id}/terbitkan", publish)
        .post("/kurasi/antrean/{id}/minta-ubah", request_changes)
        .post("/kurasi/antrean/{id}/tolak", reject)
        .post("/kurasi/produk/{id}/tangguhkan", suspend)
        .post("/kurasi/produk/{id}/pulihkan", restore)
        .post("/kurasi/toko/{slug}/tangguhkan", suspend_shop)
        .post("/kurasi/toko/{slug}/pulihkan", restore_shop)
}

async fn publish(Curator(curator): Curator, Path(id): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    let seen = form.optional("revision");
    match curation::publish(form.services(), &curator, &id, seen.as_deref()).await {
        Ok(()) => to_next(&form, &id, "kurasi-tayang").await,
        Err(error) => Ok(form.refuse(PUBLISH_FORM, &format!("{QUEUE}/{id}"), explained(error)).await),
    }
}

async fn request_changes(
    Curator(curator): Curator,
    Path(id): Path<String>,
    form: SubmittedForm,
) -> Result<Response, Denied> {
    let seen = form.optional("revision");
    let note = note(&form);
    match curation::request_changes(form.services(), &curator, &id, seen.as_deref(), &note).await {
        Ok(()) => to_next(&form, &id, "kurasi-minta-ubah").await,
        Err(error) => Ok(form.refuse(CHANGES_FORM, &format!("{QUEUE}/{id}"), explained(error)).await),
    }
}

async fn reject(Curator(curator): Curator, Path(id): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    let seen = form.optional("revision");
    match curation::reject(form.services(), &curator, &id, seen.as_deref(), &form.value("reason")).await {
        Ok(()) => to_next(&form, &id, "kurasi-ditolak").await,
        Err(error) => Ok(form.refuse(REJECT_FORM, &format!("{QUEUE}/{id}#tolak"), explained(error)).await),
    }
}

async fn suspend(Curator(curator): Curator, Path(id): Path<String>, form: SubmittedForm) -> Response {
    match curation::suspend(form.services(), &curator, &id, &form.value("reason")).await {
        Ok(()) => form.done(PRODUCTS, "kurasi-ditangguhkan"),
        Err(error) => form.refuse(products::FORM, &question(PRODUCTS, &id), explained(error)).await,
    }
}

async fn restore(Curator(curator): Curator, Path(id): Path<String>, form: SubmittedForm) -> Response {
    match curation::restore(form.services(), &curator, &id).await {
        Ok(()) => form.done(PRODUCTS, "kurasi-dipulihkan"),
        Err(error) => form.refuse(products::RESTORE_FORM, PRODUCTS, explained(error)).await,
    }
}

async fn suspend_shop(Curator(curator): Curator, Path(slug): Path<String>, form: SubmittedForm) -> Response {
    match curation::suspend_shop(form.services(), &curator, &slug, &form.value("reason")).await {
        Ok(()) => form.done(SHOPS, "kurasi-toko-ditutup"),
        Err(error) => form.refuse(shops::FORM, &question(SHOPS, &slug), explained(error)).await,
    }
}

async fn restore_shop(Curator(curator): Curator, Path(slug): Path<String>, form: SubmittedForm) -> Response {
    match curation::restore_shop(form.services(), &curator, &slug).await {
        Ok(()) => form.done(SHOPS, "kurasi-toko-dibuka"),
        Err(error) => form.refuse(shops::RESTORE_FORM, SHOPS, explained(error)).await,
    }
}

/// On to what waits next, or back to the queue when nothing does.
async fn to_next(form: &SubmittedForm, id: &str, code: &str) -> Result<Response, Denied> {
    let next = curation::next(form.services(), id, form.locale()).await?;
    Ok(form.done(&next.map_or_else(|| QUEUE.to_owned(), |next| format!("{QUEUE}/{next}")), code))
}

/// The page with the question, about that thing.
fn question(path: &str, key: &str) -> String {
    format!("{path}?{SUSPEND}={key}#{SUSPEND}")
}

/// The ticked sentences and what was written, one under the other.
fn note(form: &SubmittedForm) -> String {
    let ticked = form.values("issue");
    let tr = Tr::new(form.locale());
    let mut lines: Vec<String> = ISSUES
        .iter()
        .filter(|issue| ticked.iter().any(|ticked| ticked == *issue))
        .map(|issue| tr.t(&format!("curating-issue-{issue}")))
        .collect();
    lines.extend(form.optional("note"));
    lines.join("\n")
}

/// A state that changed meanwhile, in words; anything else as it is.
fn explained(error: Error) -> Error {
    match error {
        Error::Rejected(rejection) if rejection.code == RejectionCode::InvalidState => {
            Error::invalid("form", "already-decided")
        }
        other => other,
    }
}
