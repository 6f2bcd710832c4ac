//! Forms of the curator: decisions about proposals, products and shops.

use access::{Curator, Denied};
use app::pages::curating::{
    filter::filtered,
    review::{self, ISSUES},
    suspend::{self as question, LIST_FORM, SUSPEND},
};
use axum::{extract::Path, response::Response};
use services::{Error, RejectionCode, curation};
use text::Tr;

use crate::http::{
    form::{SubmittedForm, with_query},
    recorder::Recorder,
};

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
        Err(error) => Ok(refused(form, &id, "", error).await),
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
        Err(error) => Ok(refused(form, &id, "", error).await),
    }
}

async fn reject(Curator(curator): Curator, Path(id): Path<String>, form: SubmittedForm) -> Result<Response, Denied> {
    let seen = form.optional("revision");
    match curation::reject(form.services(), &curator, &id, seen.as_deref(), &form.value("reason")).await {
        Ok(()) => to_next(&form, &id, "kurasi-ditolak").await,
        Err(error) => Ok(refused(form, &id, "#tolak", error).await),
    }
}

async fn suspend(Curator(curator): Curator, Path(id): Path<String>, form: SubmittedForm) -> Response {
    match curation::suspend(form.services(), &curator, &id, &form.value("reason")).await {
        Ok(()) => form.done(&list(&form, PRODUCTS), "kurasi-ditangguhkan"),
        Err(error) => unsuspended(form, PRODUCTS, &id, error).await,
    }
}

async fn restore(Curator(curator): Curator, Path(id): Path<String>, form: SubmittedForm) -> Response {
    match curation::restore(form.services(), &curator, &id).await {
        Ok(()) => form.done(&list(&form, PRODUCTS), "kurasi-dipulihkan"),
        Err(error) => late(form, PRODUCTS, error).await,
    }
}

async fn suspend_shop(Curator(curator): Curator, Path(slug): Path<String>, form: SubmittedForm) -> Response {
    match curation::suspend_shop(form.services(), &curator, &slug, &form.value("reason")).await {
        Ok(()) => form.done(&list(&form, SHOPS), "kurasi-toko-ditutup"),
        Err(error) => unsuspended(form, SHOPS, &slug, error).await,
    }
}

async fn restore_shop(Curator(curator): Curator, Path(slug): Path<String>, form: SubmittedForm) -> Response {
    match curation::restore_shop(form.services(), &curator, &slug).await {
        Ok(()) => form.done(&list(&form, SHOPS), "kurasi-toko-dibuka"),
        Err(error) => late(form, SHOPS, error).await,
    }
}

/// On to what waits next, or back to the queue when nothing does.
async fn to_next(form: &SubmittedForm, id: &str, code: &str) -> Result<Response, Denied> {
    let next = curation::next(form.services(), id, form.locale()).await?;
    Ok(form.done(&next.map_or_else(|| QUEUE.to_owned(), |next| format!("{QUEUE}/{next}")), code))
}

/// Back to the product; to the question at `fragment` when the answer was wrong, but not when somebody was faster.
async fn refused(form: SubmittedForm, id: &str, fragment: &str, error: Error) -> Response {
    let fragment = if is_late(&error) { "" } else { fragment };
    form.refuse(&review::form_name(id), &format!("{QUEUE}/{id}{fragment}"), explained(error)).await
}

/// The list as it was filtered when the form was sent.
fn list(form: &SubmittedForm, path: &str) -> String {
    filtered(path, |key| form.optional(key))
}

/// Back to the list, with the question about that thing unless somebody was faster.
async fn unsuspended(form: SubmittedForm, path: &str, key: &str, error: Error) -> Response {
    if is_late(&error) {
        return late(form, path, error).await;
    }
    let back = format!("{}#{SUSPEND}", with_query(&list(&form, path), SUSPEND, key));
    form.refuse(&question::form_name(key), &back, error).await
}

/// Back to the list, which says what went wrong.
async fn late(form: SubmittedForm, path: &str, error: Error) -> Response {
    let back = list(&form, path);
    form.refuse(LIST_FORM, &back, explained(error)).await
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

fn is_late(error: &Error) -> bool {
    matches!(error, Error::Rejected(rejection) if rejection.code == RejectionCode::InvalidState)
}

/// A state that changed meanwhile, in words; anything else as it is.
fn explained(error: Error) -> Error {
    if is_late(&error) { Error::invalid("form", "already-decided") } else { error }
}
