//! Forms of the page of jobs.

use access::{Curator, Denied};
use app::pages::curating::jobs::{FORM, KIND, PATH, list};
use axum::{extract::Path, response::Response};
use services::jobs;

use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default().post("/kurasi/pekerjaan/ulangi", retry_kind).post("/kurasi/pekerjaan/{id}/ulangi", retry)
}

async fn retry(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Result<Response, Denied> {
    jobs::retry(form.services(), &me, &id).await?;
    Ok(form.done(&list(form.optional(KIND).as_deref()), "pekerjaan-diulangi"))
}

async fn retry_kind(Curator(me): Curator, form: SubmittedForm) -> Response {
    match jobs::retry_kind(form.services(), &me, &form.value(KIND)).await {
        Ok(_) => form.done(PATH, "pekerjaan-diulangi"),
        Err(error) => form.refuse(FORM, PATH, error).await,
    }
}
