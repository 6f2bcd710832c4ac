//! Complaints and refunds, from the side of curators.

use access::{AppState, Curator, Denied};
use app::pages::curating::{
    cases::{ASK_FORM, DECIDE_FORM},
    refunds::{FORM, decline_form},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use services::{
    Error,
    complaints::{self, Decision},
    refunds,
};

use super::{
    cases::{refused, refused_among},
    uploads::picture,
};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area, and the pictures that only some may see.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/kurasi/keluhan/{id}", decide)
        .post("/kurasi/keluhan/{id}/pesan", ask)
        .get("/kurasi/keluhan/{id}/foto/{photo}", photo)
        .post("/kurasi/pengembalian/{id}/setujui", approve)
        .post("/kurasi/pengembalian/{id}/tolak", decline)
        .post("/kurasi/pengembalian/{id}/ulangi", retry)
}

/// Page of the refunds.
const REFUNDS: &str = "/kurasi/pengembalian";

type Answer = Result<Response, Denied>;

async fn decide(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let path = format!("/kurasi/keluhan/{id}");
    let Ok(resolution) = form.value("resolution").parse() else {
        return refused(form, (DECIDE_FORM, &path), Error::invalid("resolution", "choice-unknown")).await;
    };
    let decision = Decision {
        resolution,
        amount: form.integer("amount"),
        reason: form.value("reason"),
        restock: form.has("restock"),
    };
    match complaints::decide(form.services(), me.id, &id, &decision).await {
        Ok(_) => Ok(form.done(&path, "keluhan-diputuskan")),
        Err(error) => refused(form, (DECIDE_FORM, &path), error).await,
    }
}

async fn ask(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let path = format!("/kurasi/keluhan/{id}");
    match complaints::reply_as_curator(form.services(), me.id, &id, &form.value("text")).await {
        Ok(_) => Ok(form.done(&path, "keluhan-pesan")),
        Err(error) => refused(form, (ASK_FORM, &path), error).await,
    }
}

async fn photo(State(state): State<AppState>, _: Curator, Path((id, photo)): Path<(String, String)>) -> Answer {
    Ok(picture(complaints::photo_for_curator(&state.services, &id, &photo).await?))
}

async fn approve(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = refunds::approve(form.services(), me.id, &id).await;
    finish(form, "uang-disetujui", result.err()).await
}

async fn decline(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    match refunds::decline(form.services(), me.id, &id, &form.value("reason")).await {
        Ok(_) => Ok(form.done(REFUNDS, "uang-ditolak")),
        Err(error) => refused_among(form, (&decline_form(&id), REFUNDS), error).await,
    }
}

async fn retry(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = refunds::provider_retry(form.services(), me.id, &id).await;
    finish(form, "uang-diulangi", result.err()).await
}

async fn finish(form: SubmittedForm, done: &str, error: Option<Error>) -> Answer {
    match error {
        None => Ok(form.done(REFUNDS, done)),
        Some(error) => refused(form, (FORM, REFUNDS), error).await,
    }
}
